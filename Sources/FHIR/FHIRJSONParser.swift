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
    definitions.sorted(resource(object, type), as: type)
  }

  /// The fields of an object as they are read, each with its values in order.
  private struct Object {
    var resourceType: String?
    var line = 0
    var names: [String] = []
    var values: [[FHIRElement?]] = []
    var places: [String: Int] = [:]

    /// Takes a value of a field; that of `name` and what `_name` says of it are one element.
    mutating func add(_ element: FHIRElement?, _ name: String, at index: Int) {
      let place = places[name] ?? names.count
      if place == names.count {
        places[name] = place
        names.append(name)
        values.append([])
      }
      while values[place].count <= index { values[place].append(nil) }
      guard let element else { return }
      guard var other = values[place][index] else {
        values[place][index] = element
        return
      }
      other.id = other.id ?? element.id
      other.value = other.value ?? element.value
      other.children += element.children
      values[place][index] = other
    }

    var children: [FHIRElement] { values.flatMap { $0.compactMap { $0 } } }
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
      guard event == .beginArray else {
        object.add(try element(name, event, line), name, at: 0)
        continue
      }
      var index = 0
      while case let item = try json.next(), item != .endArray {
        let element = try element(name, item, json.line)
        if isRoot, name == "entry", let element {
          entries.take(bundleChild: definitions.sorted(element, as: "Bundle.Entry"))
        } else {
          object.add(element, name, at: index)
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
        for child in object.children {
          if child.name == "id", let id = child.value {
            element.id = id
          } else if child.name == "url", name == "extension" || name == "modifierExtension" {
            element.url = child.value
          } else {
            element.children.append(child)
          }
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
    var resource = FHIRElement(
      type, object.children.filter { $0.name != "text" || $0["div"] == nil && $0["status"] == nil })
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
