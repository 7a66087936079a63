/// The named texts of which a question is made: those of a query string, a form, or a command line.
///
///     let fields: QuestionFields = ["from": "Cái Nước", "need": "stroke", "k": "5"]
///
/// Names are those of the JSON of answers (docs/json.md): `minConfidence`, `leaveUntil`. A name may
/// occur several times, as `avoid` does. A flag is there, with no text or "true".
public struct QuestionFields: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// The fields in the order in which they were given.
  public private(set) var all: [(name: String, value: String)] = []

  /// No fields.
  public init() {}

  /// Creates fields from names and texts.
  public init(_ fields: [(name: String, value: String)]) {
    all = fields
  }

  /// Creates fields from a literal, in which a name may occur several times.
  public init(dictionaryLiteral elements: (String, String)...) {
    all = elements.map { ($0.0, $0.1) }
  }

  /// Adds a field; nothing for nil.
  public mutating func add(_ name: String, _ value: String?) {
    if let value { all.append((name, value)) }
  }

  /// Adds a number; nothing for nil.
  public mutating func add(_ name: String, _ value: (some LosslessStringConvertible & Numeric)?) {
    if let value { all.append((name, value.description)) }
  }

  /// Adds each of several texts.
  public mutating func add(_ name: String, _ values: [String]) {
    for value in values { all.append((name, value)) }
  }

  /// Adds a flag, if it is set.
  public mutating func add(_ name: String, flag: Bool) {
    if flag { all.append((name, "true")) }
  }

  /// All texts of a name, in order.
  public subscript(name: String) -> [String] {
    all.filter { $0.name == name }.map(\.value)
  }

  /// Whether two lists hold the same fields in the same order.
  public static func == (left: QuestionFields, right: QuestionFields) -> Bool {
    left.all.elementsEqual(right.all) { $0.name == $1.name && $0.value == $1.value }
  }

  /// Feeds the fields to a hasher.
  public func hash(into hasher: inout Hasher) {
    for field in all {
      hasher.combine(field.name)
      hasher.combine(field.value)
    }
  }
}
