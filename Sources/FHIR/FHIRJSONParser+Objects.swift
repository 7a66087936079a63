import Files
import Formats
import XMLStream

extension FHIRJSONParser {
  /// Reads an object whose beginning was read, for `children(of:)` or `resource(_:_:)`.
  ///
  /// - Parameters:
  ///   - type: The type of the element that it is, where that is known.
  ///   - isRoot: Whether the elements of its array `entry` go to `entries` one by one.
  /// - Returns: The object.
  /// - Throws: `DocumentError` with its line where the text is no such object.
  mutating func readObject(
    _ type: FHIRFieldTable.TypeNumber?, isRoot: Bool = false
  ) throws(DocumentError) -> Object {
    var object = Object(
      line: json.line, type: type, firstSlot: slots.count, firstRun: runs.count)
    while case .key(let key) = try json.next() {
      let number = json.keyNumber
      let line = json.line
      let event = try json.next()
      if key == "resourceType" {
        guard case .string(let type) = event, FHIRElement.isName(type),
          FHIRFieldTable.isCapital(type)
        else { throw json.error(.invalid, "resourceType is no name of a resource") }
        object.resourceType = type
        object.type = fields.type(named: type)
        object.isTypeLate = !object.elements.isEmpty
        continue
      }
      guard let name = fields.name(of: key, number) else {
        throw json.error(.invalid, "\"\(key.prefix(100))\" is no name of an element of FHIR")
      }
      let isRest = key.utf8.count > name.text.utf8.count
      let (field, isSecondHalf) = place(of: name, isRest: isRest, in: &object)
      let meaning = fields.meaning(of: name, in: object.type)
      if name.role == .text { object.hasText = true }
      if name.role == .id { object.hasID = true }
      let run = runs[object.firstRun + field]
      if !isSecondHalf {
        if meaning.place < object.lastPlace { object.isSorted = false }
        object.lastPlace = max(object.lastPlace, meaning.place)
      }
      guard event == .beginArray else {
        if let element = try element(name, event, line, meaning.type) {
          add(element, Slot(field: Int32(field), index: 0), isSecondHalf ? run : nil, to: &object)
        }
        if !isSecondHalf { runs[object.firstRun + field].end = object.elements.count }
        continue
      }
      var index: Int32 = 0
      while case let item = try json.next(), item != .endArray {
        if isRoot, name.role == .entry {
          let type = fields.type(named: "Bundle.Entry")
          if let element = try element(name, item, json.line, type) {
            entries.take(bundleChild: element)
          }
        } else if let element = try element(name, item, json.line, meaning.type) {
          add(
            element, Slot(field: Int32(field), index: index), isSecondHalf ? run : nil, to: &object)
        }
        index += 1
      }
      if !isSecondHalf { runs[object.firstRun + field].end = object.elements.count }
    }
    return object
  }

  /// The place of a field that begins among those of its object, and whether half of it was read.
  private mutating func place(
    of name: FHIRFieldTable.Name, isRest: Bool, in object: inout Object
  ) -> (field: Int, isSecondHalf: Bool) {
    let count = runs.count - object.firstRun
    // Keys are different, so that only `_name` can be the second half of a field, or come before it.
    if isRest || object.hasRest {
      object.hasRest = true
      if count < 64 {
        for field in 0..<count where runs[object.firstRun + field].name == name {
          return (field, true)
        }
      } else {
        if object.many.isEmpty {
          for field in 0..<count { object.many[runs[object.firstRun + field].name] = field }
        }
        if let field = object.many[name] { return (field, true) }
        object.many[name] = count
      }
    }
    let next = object.elements.count
    runs.append(Run(name: name, first: next, end: next))
    return (count, false)
  }

  /// Takes a value of a field.
  ///
  /// - Parameters:
  ///   - element: The element made of it.
  ///   - slot: Where it belongs.
  ///   - run: The elements of the first half of the field; nil where this is the first.
  ///   - object: The object, the innermost that is open.
  private mutating func add(
    _ element: FHIRElement, _ slot: Slot, _ run: Run?, to object: inout Object
  ) {
    if let run {
      // Indexes rise within a run.
      let first = object.firstSlot
      var (low, high) = (run.first, run.end)
      while low < high {
        let middle = (low + high) / 2
        if slots[first + middle].index < slot.index { low = middle + 1 } else { high = middle }
      }
      if low < run.end, slots[first + low] == slot {
        object.elements[low].id = object.elements[low].id ?? element.id
        object.elements[low].value = object.elements[low].value ?? element.value
        object.elements[low].children += element.children
        return
      }
      object.isInOrder = false
    }
    if object.elements.isEmpty { object.elements.reserveCapacity(4) }
    slots.append(slot)
    object.elements.append(element)
  }

  /// The elements of the object that was read last, in the order of the schema.
  private mutating func children(of object: Object) -> [FHIRElement] {
    let first = object.firstSlot
    var children = object.elements
    if !object.isInOrder {
      let order = children.indices.sorted { slots[first + $0] < slots[first + $1] }
      children = order.map { object.elements[$0] }
    }
    slots.removeLast(slots.count - first)
    runs.removeLast(runs.count - object.firstRun)
    if !object.isSorted || !object.isInOrder, !object.isTypeLate {
      fields.sort(&children, as: object.type)
    }
    return children
  }

  /// Reads a value to its end as an element; nil for null.
  private mutating func element(
    _ name: FHIRFieldTable.Name, _ event: JSONEvent, _ line: Int,
    _ type: FHIRFieldTable.TypeNumber?
  ) throws(DocumentError) -> FHIRElement? {
    var element: FHIRElement
    switch event {
    case .string(let text):
      element = FHIRElement(named: name.text, json.isPlain ? text : try plain(text))
    case .number(let text): element = FHIRElement(named: name.text, text)
    case .bool(let flag): element = FHIRElement(named: name.text, flag ? "true" : "false")
    case .null: return nil
    case .beginObject:
      let object = try readObject(type)
      element = FHIRElement(named: name.text, nil)
      if let type = object.resourceType {
        element.children = [resource(object, type)]
      } else {
        element.children = children(of: object)
        if object.hasID,
          let place = element.children.firstIndex(where: { $0.name == "id" && $0.value != nil })
        {
          element.id = element.children.remove(at: place).value
        }
        if name.role == .extension || name.role == .modifierExtension,
          let place = element.children.firstIndex(where: { $0.name == "url" })
        {
          element.url = element.children.remove(at: place).value
        }
      }
    case .beginArray: throw json.error(.invalid, "\(name.text): an array in an array is not FHIR")
    case .key, .endObject, .endArray, .endOfDocument:
      throw json.error(.invalid, "\(name.text): expected a value")
    }
    element.line = line
    return element
  }

  /// The element of a resource, without its narrative.
  mutating func resource(_ object: Object, _ type: String) -> FHIRElement {
    var resource = FHIRElement(named: type, nil)
    resource.children = children(of: object)
    if object.hasText {
      resource.children.removeAll {
        $0.name == "text" && ($0["div"] != nil || $0["status"] != nil)
      }
    }
    resource.line = object.line
    if object.isTypeLate { FHIRDefinitions.shared.sort(&resource, as: type) }
    return resource
  }

  /// A text in normal form C, of characters that FHIR and XML allow.
  private func plain(_ text: String) throws(DocumentError) -> String {
    var isPlain = true
    for byte in text.utf8 {
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        throw json.error(
          .invalid, "a text holds the control character \(byte), which FHIR does not allow")
      }
      if byte >= 0x80 { isPlain = false }
    }
    return isPlain ? text : NormalForm.composed(text)
  }
}
