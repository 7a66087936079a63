import Facts

/// What an element of CSD may hold: the structural rules of `urn:ihe:iti:csd:2013` in our own words.
///
/// The same rules find what is wrong in a document that is read, and bring elements that were kept
/// into a form that may be written.
final class CSDRule: Sendable {
  /// An attribute that an element may have.
  struct Attribute: Sendable {
    var name: String
    var isRequired = false
    var value = CSDValue.text
  }

  /// Elements of one name that an element may hold, in their place.
  struct Part: Sendable {
    var name: String
    var rule: CSDRule
    var isRequired = false
    var isRepeated = false
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
