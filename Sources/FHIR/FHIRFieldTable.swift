/// The meaning of the keys of a document of FHIR in JSON, looked up once for each key.
struct FHIRFieldTable {
  /// A type of ``FHIRDefinitions`` by its place in `types`.
  typealias TypeNumber = Int

  /// Names that are treated apart, spelled as they are.
  enum Role: CaseIterable {
    case id, url, text, entry, `extension`, modifierExtension, other
  }

  /// The name of an element.
  struct Name: Hashable {
    let text: String
    /// Its number among the names of the document; -1 where they are too many.
    let number: Int
    /// The part that it has in every element of that name.
    let role: Role

    init(_ text: String, number: Int) {
      self.text = text
      self.number = number
      role = Role.allCases.first { "\($0)" == text } ?? .other
    }

    static func == (left: Name, right: Name) -> Bool {
      left.number >= 0 || right.number >= 0
        ? left.number == right.number : left.text == right.text
    }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  /// The place and the type of an element within a type.
  struct Meaning {
    /// Its place among the elements of the type; the last where the type does not know it.
    var place = Int.max
    /// Its own type; nil where it is not known.
    var type: TypeNumber?
  }

  private let definitions = FHIRDefinitions.shared
  private var types: [String] = []
  private var typeNumbers: [String: TypeNumber] = [:]
  /// The names of keys by the number of the key; nil for those that are none, or not asked for yet.
  private var names: [Name?] = []
  private var nameNumbers: [String: Int] = [:]
  /// Meanings by type, the first for what has none, and by name.
  private var meanings: [[Meaning?]] = [[]]

  /// Beyond so many names, each is looked up anew.
  private static let mostNames = 4_096

  /// Whether a text begins with a capital letter, as names of resources do.
  static func isCapital(_ name: String) -> Bool {
    name.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
  }

  /// The number of a type; nil where the definitions do not hold it.
  mutating func type(named name: String) -> TypeNumber? {
    if let known = typeNumbers[name] { return known }
    guard definitions.types[name] != nil else { return nil }
    typeNumbers[name] = types.count
    types.append(name)
    meanings.append([])
    return types.count - 1
  }

  /// The name that a key gives to an element.
  ///
  /// - Parameters:
  ///   - key: The key, which may begin with `_`.
  ///   - number: Its number in the document; -1 where it has none.
  /// - Returns: The name; nil where the key is none of FHIR.
  mutating func name(of key: String, _ number: Int) -> Name? {
    if number >= 0, number < names.count, let known = names[number] { return known }
    let text = key.hasPrefix("_") ? String(key.dropFirst()) : key
    guard FHIRElement.isName(text), !FHIRFieldTable.isCapital(text) else { return nil }
    let name: Name
    if let known = nameNumbers[text] {
      name = Name(text, number: known)
    } else if nameNumbers.count < FHIRFieldTable.mostNames {
      name = Name(text, number: nameNumbers.count)
      nameNumbers[text] = nameNumbers.count
    } else {
      return Name(text, number: -1)
    }
    if number >= 0 {
      while names.count <= number { names.append(nil) }
      names[number] = name
    }
    return name
  }

  /// The place and the type of an element within a type.
  mutating func meaning(of name: Name, in type: TypeNumber?) -> Meaning {
    let row = type.map { $0 + 1 } ?? 0
    let number = name.number
    if number >= 0, number < meanings[row].count, let known = meanings[row][number] { return known }
    let field = type.flatMap { definitions.types[types[$0]]?.fields[name.text] }
    var meaning = Meaning()
    if let field {
      meaning = Meaning(place: field.place, type: self.type(named: field.type ?? "Element"))
    } else if name.text == "extension" {
      meaning.type = self.type(named: "Extension")
    }
    guard number >= 0 else { return meaning }
    while meanings[row].count <= number { meanings[row].append(nil) }
    meanings[row][number] = meaning
    return meaning
  }

  /// Puts elements into the order of their type.
  func sort(_ children: inout [FHIRElement], as type: TypeNumber?) {
    guard let type, let fields = definitions.types[types[type]]?.fields, !fields.isEmpty else {
      return
    }
    let places = children.map { fields[$0.name]?.place ?? Int.max }
    let order = children.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    children = order.map { children[$0] }
  }
}
