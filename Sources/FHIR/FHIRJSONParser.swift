import Files
import Formats
import XMLStream

/// Makes elements of FHIR's JSON.
///
/// Nothing is looked up by its text more than once: keys have numbers, and what they mean is kept by
/// these.
struct FHIRJSONParser: ~Copyable {
  var json: JSONReader
  private var fields = FHIRFieldTable()
  /// The entries of the root so far; whether it is a Bundle may come behind them.
  private var entries = FHIRDocument(path: "", index: 0)

  /// The slots of the elements of all open objects, those of the outer ones first.
  private var slots: [Slot] = []
  /// The fields of all open objects.
  private var runs: [Run] = []

  /// Where an element belongs: to which field of its object, and where in the array of the field.
  private struct Slot: Comparable {
    var field: Int32
    var index: Int32

    static func < (left: Slot, right: Slot) -> Bool {
      (left.field, left.index) < (right.field, right.index)
    }
  }

  /// A field of an object, and the places of the elements that the first half of it was read as: what
  /// `name` is and what `_name` says of it are one field.
  private struct Run {
    var name: FHIRFieldTable.Name
    var first = 0
    var end = 0
  }

  /// An object that is being read.
  private struct Object {
    var line: Int
    /// The type of the element or resource that it is; nil where it is not known.
    var type: FHIRFieldTable.TypeNumber?
    var resourceType: String?
    /// Where its slots and fields begin on the stacks.
    let firstSlot: Int
    let firstRun: Int
    /// The elements in it, in the order in which they were read.
    var elements: [FHIRElement] = []
    /// Whether a field so far begins with `_`.
    var hasRest = false
    /// Whether elements stand where their fields do.
    var isInOrder = true
    /// Whether elements stand in the order of the schema.
    var isSorted = true
    var lastPlace = -1
    /// Whether its type came behind elements of it, which therefore are in no order.
    var isTypeLate = false
    var hasText = false
    var hasID = false
    /// The places of the fields by their names, where they are too many to be looked through.
    var many: [FHIRFieldTable.Name: Int] = [:]
  }

  init(_ source: DataSource, limits: XMLLimits) throws(DocumentError) {
    var own = JSONLimits()
    own.documentBytes = limits.documentBytes
    own.textBytes = limits.textBytes
    own.seconds = limits.seconds
    // An element that repeats is an object in an array.
    own.depth = min(2 * limits.depth, 512)
    json = try JSONReader(source, limits: own)
  }

  /// Reads every resource of the document, each beginning on a line of its own.
  ///
  /// - Parameter document: Takes them: of a Bundle each child, else the resource.
  /// - Throws: `DocumentError` where the document cannot be read on.
  mutating func read(into document: inout FHIRDocument) throws(DocumentError) {
    var count = 0
    while true {
      let event = try json.next()
      if event == .endOfDocument { break }
      count += 1
      guard event == .beginObject else {
        throw json.error(.invalid, "a FHIR document is an object with a resourceType")
      }
      try readRoot(into: &document)
    }
    guard count > 0 else { throw json.error(.malformed, "the document is empty") }
  }

  /// Reads one resource as it stands, Bundles included.
  mutating func readResource() throws(DocumentError) -> FHIRElement {
    guard try json.next() == .beginObject else {
      throw json.error(.invalid, "a FHIR document is an object with a resourceType")
    }
    let line = json.line
    let object = try readObject(nil)
    guard let type = object.resourceType else { throw missingType(line) }
    guard try json.next() == .endOfDocument else {
      throw json.error(.invalid, "there is more than one resource")
    }
    return resource(object, type)
  }

  /// Reads the object of a root; of a Bundle only one entry is in memory.
  private mutating func readRoot(into document: inout FHIRDocument) throws(DocumentError) {
    let line = json.line
    entries = FHIRDocument(path: document.path, index: document.index)
    let object = try readObject(nil, isRoot: true)
    guard let type = object.resourceType else { throw missingType(line) }
    guard type == "Bundle" else {
      // Entries of anything else, such as a List, are no resources of the document.
      document.take(resource: resource(object, type))
      return
    }
    entries.bundleType = ""
    for child in resource(object, type).children { entries.take(bundleChild: child) }
    document.append(entries)
  }

  private func missingType(_ line: Int) -> DocumentError {
    var error = json.error(
      .invalid, "the object has no \"resourceType\"; expected a resource of FHIR R4, such as Bundle"
    )
    error.line = line
    return error
  }

  /// Reads an object whose beginning was read, for `children(of:)` or `resource(_:_:)`.
  ///
  /// - Parameters:
  ///   - type: The type of the element that it is, where that is known.
  ///   - isRoot: Whether the elements of its array `entry` go to `entries` one by one.
  /// - Returns: The object.
  /// - Throws: `DocumentError` with its line where the text is no such object.
  private mutating func readObject(
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
  private mutating func resource(_ object: Object, _ type: String) -> FHIRElement {
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
