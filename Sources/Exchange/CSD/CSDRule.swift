import Facts
import XMLStream

/// What an element of CSD may hold: the structural rules of `urn:ihe:iti:csd:2013` in our own words.
///
/// The same rules find what is wrong in a document that is read, and bring elements that were kept
/// into a form that may be written.
final class CSDRule: Sendable {
  /// An attribute that an element may have.
  struct Attribute: Sendable {
    let name: String
    /// The code of the name; -1 where it is one of a namespace.
    let code: Int16
    let isRequired: Bool
    let value: CSDValue

    init(name: String, isRequired: Bool = false, value: CSDValue = .text) {
      self.name = name
      code = CSDCodes.names.code(of: name).map { Int16($0) } ?? -1
      self.isRequired = isRequired
      self.value = value
    }
  }

  /// Elements of one name that an element may hold, in their place.
  struct Part: Sendable {
    let name: String
    /// The code of the name.
    let code: Int
    let rule: CSDRule
    let isRequired: Bool
    let isRepeated: Bool

    init(name: String, rule: CSDRule, isRequired: Bool = false, isRepeated: Bool = false) {
      self.name = name
      code = CSDCodes.names.code(of: name) ?? -1
      self.rule = rule
      self.isRequired = isRequired
      self.isRepeated = isRepeated
    }
  }

  let attributes: [Attribute]
  let parts: [Part]
  /// What its text is; nil where it has none.
  let value: CSDValue?
  /// Whether it may hold anything else besides.
  let isOpen: Bool
  /// Whether it holds exactly one of its parts.
  let isChoice: Bool

  init(
    attributes: [Attribute] = [], parts: [Part] = [], value: CSDValue? = nil, isOpen: Bool = false,
    isChoice: Bool = false
  ) {
    self.attributes = attributes
    self.parts = parts
    self.value = value
    self.isOpen = isOpen
    self.isChoice = isChoice
  }

  /// The place of the elements of a name, by its code.
  func part(code: Int) -> Int? {
    for index in parts.indices where parts[index].code == code { return index }
    return nil
  }

  func part(_ name: String) -> Int? {
    for index in parts.indices where parts[index].name == name { return index }
    return nil
  }
}

/// What a text of CSD is.
enum CSDValue: Sendable {
  case text, flag, integer, decimal, date, time, dateTime

  /// Whether a text is such a value.
  func holds(_ text: String) -> Bool {
    switch self {
    case .text: true
    case .flag:
      switch collapsingWhitespace(text) {
      case "true", "false", "1", "0": true
      default: false
      }
    case .integer: Int(collapsingWhitespace(text)) != nil
    case .decimal:
      Double(collapsingWhitespace(text)).map { $0.isFinite } == true
        && text.utf8.allSatisfy { ($0 | 0x20) < 0x61 || ($0 | 0x20) > 0x7A }
    case .date: SchemaTime.isDate(collapsingWhitespace(text))
    case .time: SchemaTime.isTime(collapsingWhitespace(text))
    case .dateTime: SchemaTime.isDateTime(collapsingWhitespace(text))
    }
  }
}
