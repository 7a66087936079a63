/// The elements of FHIR R4 that a directory has to do with: which may repeat, which are numbers or
/// truth values, and in which order they stand.
///
///     FHIRDefinitions.shared.types["Location"]?.fields["alias"]?.isRepeated   // true
///
/// Of a type that is not here nothing is known: its elements are arrays in JSON only where they do
/// repeat, and their values texts.
public struct FHIRDefinitions: Sendable {
  /// A primitive that JSON writes without quotation marks.
  public enum Literal: Sendable {
    /// A truth value.
    case boolean
    /// A number.
    case number
  }

  /// An element of a type.
  public struct Field: Sendable {
    /// Its place among the elements of the type, from 0.
    public let place: Int
    /// Whether it may repeat.
    public let isRepeated: Bool
    /// The name of its type; nil for a primitive, and for an element that holds a resource.
    public let type: String?
    /// How JSON writes it, where not as a text.
    public let literal: Literal?
    /// Whether it is a primitive.
    public let isPrimitive: Bool
  }

  /// A type of resource or of element.
  public struct ElementType: Sendable {
    /// Its elements by their names.
    public let fields: [String: Field]
  }

  /// The definitions, read once.
  public static let shared = FHIRDefinitions()

  /// The types by their names.
  public let types: [String: ElementType]

  /// Elements that hold a resource.
  private static let containers: Set<String> = ["contained", "resource", "outcome"]

  private init() {
    var types: [String: ElementType] = [:]
    var lists: [String: [Substring]] = [:]
    // A line that is indented belongs to the one before it.
    let entries = FHIRDefinitions.table.split(separator: "\n").reduce(into: [String]()) {
      if $1.hasPrefix(" "), let last = $0.popLast() {
        $0.append(last + $1)
      } else {
        $0.append(String($1))
      }
    }
    for entry in entries {
      guard let colon = entry.firstRange(of: ": ") else { continue }
      let head = entry[..<colon.lowerBound].split(separator: " ")
      let words = entry[colon.upperBound...].split(separator: " ")
      let name = String(head[0])
      let all = (head.count > 2 ? lists[String(head[2])] ?? [] : []) + words
      lists[name] = all
      var fields: [String: Field] = [:]
      for (place, word) in all.enumerated() {
        let parts = word.split(separator: ":")
        let isRepeated = parts[0].hasSuffix("*")
        let field = String(isRepeated ? parts[0].dropLast() : parts[0])
        let type = parts.count > 1 ? String(parts[1]) : nil
        let literal: Literal? =
          switch type {
          case "boolean": .boolean
          case "number": .number
          default: nil
          }
        let holdsResource =
          FHIRDefinitions.containers.contains(field) && type == nil
          && (field == "contained" || name.hasPrefix("Bundle."))
        fields[field] = Field(
          place: place, isRepeated: isRepeated, type: literal == nil ? type : nil,
          literal: literal, isPrimitive: !holdsResource && (type == nil || literal != nil))
      }
      types[name] = ElementType(fields: fields)
    }
    self.types = types
  }

  /// Puts all children of an element, at any depth, into the order of the schema.
  ///
  /// - Parameters:
  ///   - element: The element.
  ///   - name: The name of its type; nil where it is not known.
  func sort(_ element: inout FHIRElement, as name: String?) {
    let fields = name.flatMap { types[$0] }?.fields ?? [:]
    var last = -1
    var isSorted = true
    for index in element.children.indices {
      let child = element.children[index].name
      let field = fields[child]
      let place = field?.place ?? Int.max
      if place < last { isSorted = false }
      last = place
      guard !element.children[index].children.isEmpty else { continue }
      let type: String?
      if element.children[index].isResource {
        type = child
      } else if let field {
        type = field.type ?? "Element"
      } else {
        type = child == "extension" ? "Extension" : nil
      }
      sort(&element.children[index], as: type)
    }
    guard !fields.isEmpty, !isSorted else { return }
    let places = element.children.map { fields[$0.name]?.place ?? Int.max }
    let order = element.children.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    element.children = order.map { element.children[$0] }
  }
}
