/// An element of FHIR R4, with what is in it, whether it was or will be XML or JSON.
///
///     var location = FHIRElement("Location")
///     location.append("id", "bv-cho-ray")
///     location.append("name", "Bệnh viện Chợ Rẫy")
///     location.bytes(as: .json)   // {"resourceType":"Location","id":"bv-cho-ray", …}
///
/// A resource is an element whose name begins with a capital letter, such as `Location`. Where FHIR
/// has a resource in another one, as `entry.resource` and `contained`, it is the only child of that
/// element. Children stand in the order of FHIR's schema, those that repeat one behind the other.
/// Extensions are children named `extension`. Values are texts as XML writes them; which of them are
/// numbers and truth values in JSON, and what is an array there, ``FHIRDefinitions`` says.
///
/// Narrative (`text` of a resource) is not kept.
public struct FHIRElement: Hashable, Sendable {
  /// The name: of a resource its type.
  public let name: String
  /// The id of the element within its resource; the id of a resource is a child.
  public var id: String?
  /// The URL that names the kind of extension; nil for other elements.
  public var url: String?
  /// The value of a primitive.
  public var value: String?
  /// The elements in it.
  public var children: [FHIRElement]
  /// The line on which it was read, from 1, which does not count when elements are compared.
  package var line = 0

  /// Creates an element.
  ///
  /// - Parameters:
  ///   - name: The name: of a resource its type.
  ///   - value: The value of a primitive.
  ///   - children: The elements in it.
  /// - Precondition: The name begins with a letter and holds only letters, digits, `-`, `_` and `.`.
  public init(_ name: String, _ value: String? = nil, _ children: [FHIRElement] = []) {
    precondition(FHIRElement.isName(name), "\"\(name)\" is no name of an element")
    self.name = name
    self.value = value
    self.children = children
  }

  /// Creates an element whose name is known to be one.
  init(named name: String, _ value: String?) {
    self.name = name
    self.value = value
    children = []
  }

  /// Creates an element of other ones.
  public init(_ name: String, _ children: [FHIRElement]) {
    self.init(name, nil, children)
  }

  /// Whether it is a resource.
  public var isResource: Bool { name.utf8.first.map { (0x41...0x5A).contains($0) } ?? false }

  /// The first child of a name.
  public subscript(name: String) -> FHIRElement? { children.first { $0.name == name } }

  /// The id of a resource; nil where it has none.
  public var resourceID: String? { self["id"]?.value }

  /// Adds a child.
  public mutating func append(_ child: FHIRElement) { children.append(child) }

  /// Adds a primitive; nothing where there is no value.
  public mutating func append(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    children.append(FHIRElement(name, value))
  }

  /// Whether two elements say the same, on whatever lines they were read.
  public static func == (left: FHIRElement, right: FHIRElement) -> Bool {
    left.name == right.name && left.id == right.id && left.url == right.url
      && left.value == right.value && left.children == right.children
  }

  /// Hashes what elements are compared by.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(id)
    hasher.combine(url)
    hasher.combine(value)
    hasher.combine(children)
  }

  /// Whether a text can be the name of an element.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20) || first >= 0x80 else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
        || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }
  }
}
