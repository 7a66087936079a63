import Formats
import XMLStream

/// Writes elements as JSON: what may repeat as an array, ids and extensions of primitives under
/// `_name`, numbers and truth values without quotation marks.
struct FHIRJSONSerializer {
  private var json = JSONWriter()
  private let definitions = FHIRDefinitions.shared

  /// Writes a resource as a whole document.
  mutating func writeDocument(_ resource: FHIRElement) {
    write(resource: resource)
    json.breakLine()
  }

  /// Begins the entries of a Bundle that was begun.
  mutating func beginEntries() {
    json.key("entry")
    json.open("[")
  }

  /// Writes an entry on a line of its own.
  mutating func write(entry: FHIRElement) {
    json.beginLine()
    write(entry, type: "Bundle.Entry")
  }

  /// Ends a Bundle that was begun.
  mutating func end(hasEntries: Bool) {
    if hasEntries {
      json.breakLine()
      json.close("]")
    }
    json.close("}")
    json.breakLine()
  }

  /// Hands over what was written and forgets it.
  mutating func takeBytes() -> [UInt8] { json.takeBytes() }

  /// Writes a resource as an object.
  mutating func write(resource: FHIRElement) {
    begin(resource: resource)
    json.close("}")
  }

  /// Begins the object of a resource, and leaves it open for further fields.
  mutating func begin(resource: FHIRElement) {
    json.open("{")
    json.field("resourceType", resource.name)
    writeChildren(of: resource, definitions.types[resource.name])
  }

  /// Writes the object of an element.
  ///
  /// - Parameters:
  ///   - element: The element.
  ///   - type: The name of its type; nil where it is not known.
  mutating func write(_ element: FHIRElement, type: String?) {
    if let resource = element.children.first(where: \.isResource) {
      write(resource: resource)
      return
    }
    json.open("{")
    json.field("id", element.id.map(NormalForm.composed))
    json.field("url", element.url.map(NormalForm.composed))
    writeChildren(of: element, type.flatMap { definitions.types[$0] })
    json.close("}")
  }

  private mutating func writeChildren(of element: FHIRElement, _ type: FHIRDefinitions.ElementType?)
  {
    var groups: [(name: String, elements: [FHIRElement])] = []
    var places: [String: Int] = [:]
    for child in element.children where child.hasContent {
      if let place = places[child.name] {
        groups[place].elements.append(child)
      } else {
        places[child.name] = groups.count
        groups.append((child.name, [child]))
      }
    }
    for (name, elements) in groups {
      let field = type?.fields[name]
      let isArray = field?.isRepeated ?? false || elements.count > 1
      if field?.isPrimitive ?? elements.contains(where: { $0.value != nil }) {
        writePrimitives(name, elements, field, isArray: isArray)
      } else {
        json.key(name)
        if isArray { json.open("[") }
        for child in elements { write(child, type: field?.type) }
        if isArray { json.close("]") }
      }
    }
  }

  private mutating func writePrimitives(
    _ name: String, _ elements: [FHIRElement], _ field: FHIRDefinitions.Field?, isArray: Bool
  ) {
    if elements.contains(where: { $0.value != nil }) {
      json.key(name)
      if isArray { json.open("[") }
      for element in elements {
        if let value = element.value {
          write(value, field)
        } else {
          json.raw("null")
        }
      }
      if isArray { json.close("]") }
    }
    guard elements.contains(where: { $0.id != nil || !$0.children.isEmpty }) else { return }
    json.key("_" + name)
    if isArray { json.open("[") }
    for element in elements {
      if element.id == nil && element.children.isEmpty {
        json.raw("null")
      } else {
        write(element, type: "Element")
      }
    }
    if isArray { json.close("]") }
  }

  /// Writes a value as its type demands; what is no number or truth value stays a text.
  private mutating func write(_ value: String, _ field: FHIRDefinitions.Field?) {
    let isLiteral =
      switch field?.literal {
      case .boolean: value == "true" || value == "false"
      case .number: JSONReader.isNumber(value.utf8)
      case nil: false
      }
    if isLiteral {
      json.raw(value)
    } else {
      json.string(NormalForm.composed(value))
    }
  }
}

extension FHIRElement {
  /// Whether it says anything: JSON has no empty objects.
  fileprivate var hasContent: Bool {
    value != nil || id != nil || url != nil || isResource || children.contains { $0.hasContent }
  }
}
