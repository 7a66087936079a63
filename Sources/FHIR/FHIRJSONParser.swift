import Files
import Formats
import XMLStream

/// Makes elements of FHIR's JSON.
struct FHIRJSONParser: ~Copyable {
  var json: JSONReader
  private let definitions = FHIRDefinitions.shared
  /// The entries of the root so far; whether it is a Bundle may come behind them.
  private var entries = FHIRDocument(path: "", index: 0)

  /// - Returns: The element that the object stands for.
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
    let object = try readObject()
    guard let type = object.resourceType else { throw missingType(line) }
    guard try json.next() == .endOfDocument else {
      throw json.error(.invalid, "there is more than one resource")
    }
    return finished(resource: object, type)
  }

  /// Reads the object of a root; of a Bundle only one entry is in memory.
  private mutating func readRoot(into document: inout FHIRDocument) throws(DocumentError) {
    let line = json.line
    entries = FHIRDocument(path: document.path, index: document.index)
    let object = try readObject(isRoot: true)
    guard let type = object.resourceType else { throw missingType(line) }
    guard type == "Bundle" else {
      // Entries of anything else, such as a List, are no resources of the document.
      document.take(resource: finished(resource: object, type))
      return
    }
    entries.bundleType = ""
    for child in finished(resource: object, type).children { entries.take(bundleChild: child) }
    document.append(entries)
  }

  private func missingType(_ line: Int) -> DocumentError {
    var error = json.error(
      .invalid, "the object has no \"resourceType\"; expected a resource of FHIR R4, such as Bundle"
    )
    error.line = line
    return error
  }

  private func finished(resource object: Object, _ type: String) -> FHIRElement {
    var resource = resource(object, type)
    definitions.sort(&resource, as: type)
    return resource
  }

  /// The fields of an object as they are read, each with its values in order.
  private struct Object {
    /// The place of an element: that of its field, and that in the array of the field.
    private struct Slot: Hashable, Comparable {
      var field: Int
      var index: Int

      static func < (left: Slot, right: Slot) -> Bool {
        (left.field, left.index) < (right.field, right.index)
      }
    }

    var resourceType: String?
    var line = 0
    /// The elements in the order in which they were read.
    private var elements: [FHIRElement] = []
    private var slots: [Slot] = []
    /// The places of the slots, as soon as an element stands before others that were read earlier.
    private var known: [Slot: Int]?
    private var names: [String] = []
    /// The places of the fields, as soon as one of them begins with `_`.
    private var places: [String: Int]?
    private var isInOrder = true

    /// The place of a field that begins: what `name` is and what `_name` says of it are one field.
    mutating func place(of name: String, isRest: Bool) -> Int {
      if isRest, places == nil {
        places = [:]
        for (place, known) in names.enumerated() { places?[known] = place }
      }
      if let known = places?[name] { return known }
      places?[name] = names.count
      names.append(name)
      return names.count - 1
    }

    /// Takes a value of a field.
    mutating func add(_ element: FHIRElement, at field: Int, _ index: Int) {
      let slot = Slot(field: field, index: index)
      if known != nil || slots.last.map({ slot <= $0 }) ?? false {
        // The other half of an element that is there, or one that stands before others.
        if known == nil {
          known = [:]
          for (place, slot) in slots.enumerated() { known?[slot] = place }
        }
        if let place = known?[slot] {
          elements[place].id = elements[place].id ?? element.id
          elements[place].value = elements[place].value ?? element.value
          elements[place].children += element.children
          return
        }
        known?[slot] = slots.count
        isInOrder = false
      }
      slots.append(slot)
      elements.append(element)
    }

    /// The elements in the order of their fields.
    var children: [FHIRElement] {
      guard !isInOrder else { return elements }
      return slots.indices.sorted { slots[$0] < slots[$1] }.map { elements[$0] }
    }
  }

  /// Reads an object whose beginning was read.
  ///
  /// - Parameter isRoot: Whether the elements of its array `entry` go to `entries` one by one.
  /// - Returns: The element that the object stands for.
  /// - Throws: `DocumentError` with its line where the text is no such object.
  private mutating func readObject(isRoot: Bool = false) throws(DocumentError) -> Object {
    var object = Object()
    object.line = json.line
    while case .key(let key) = try json.next() {
      let line = json.line
      let event = try json.next()
      if key == "resourceType" {
        guard case .string(let type) = event, FHIRElement.isName(type), isCapital(type) else {
          throw json.error(.invalid, "resourceType is no name of a resource")
        }
        object.resourceType = type
        continue
      }
      let name = key.hasPrefix("_") ? String(key.dropFirst()) : key
      guard FHIRElement.isName(name), !isCapital(name) else {
        throw json.error(.invalid, "\"\(key.prefix(100))\" is no name of an element of FHIR")
      }
      let place = object.place(of: name, isRest: key.utf8.count > name.utf8.count)
      guard event == .beginArray else {
        if let element = try element(name, event, line) { object.add(element, at: place, 0) }
        continue
      }
      var index = 0
      while case let item = try json.next(), item != .endArray {
        let element = try element(name, item, json.line)
        if isRoot, name == "entry", var element {
          definitions.sort(&element, as: "Bundle.Entry")
          entries.take(bundleChild: element)
        } else if let element {
          object.add(element, at: place, index)
        }
        index += 1
      }
    }
    return object
  }

  private func isCapital(_ name: String) -> Bool {
    name.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
  }

  /// Reads a value to its end as an element; nil for null.
  private mutating func element(
    _ name: String, _ event: JSONEvent, _ line: Int
  ) throws(DocumentError) -> FHIRElement? {
    var element: FHIRElement
    switch event {
    case .string(let text): element = FHIRElement(name, try plain(text))
    case .number(let text): element = FHIRElement(name, text)
    case .bool(let flag): element = FHIRElement(name, flag ? "true" : "false")
    case .null: return nil
    case .beginObject:
      let object = try readObject()
      if let type = object.resourceType {
        element = FHIRElement(name, [resource(object, type)])
      } else {
        element = FHIRElement(name)
        element.children = object.children
        if let place = element.children.firstIndex(where: { $0.name == "id" && $0.value != nil }) {
          element.id = element.children.remove(at: place).value
        }
        if name == "extension" || name == "modifierExtension",
          let place = element.children.firstIndex(where: { $0.name == "url" })
        {
          element.url = element.children.remove(at: place).value
        }
      }
    case .beginArray: throw json.error(.invalid, "\(name): an array in an array is not FHIR")
    case .key, .endObject, .endArray, .endOfDocument:
      throw json.error(.invalid, "\(name): expected a value")
    }
    element.line = line
    return element
  }

  /// The element of a resource, without its narrative.
  private func resource(_ object: Object, _ type: String) -> FHIRElement {
    var resource = FHIRElement(type)
    resource.children = object.children
    resource.children.removeAll {
      $0.name == "text" && ($0["div"] != nil || $0["status"] != nil)
    }
    resource.line = object.line
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
