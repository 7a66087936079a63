import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// Understands the fields of a question one by one, and in the end refuses those it was not asked for.
///
///     var fields = FieldReader(fields, in: session, now: now)
///     let count = try fields.integer("k", in: 1...1_000) ?? 3
///     try fields.finish()
struct FieldReader {
  /// The session of which is asked.
  let session: NetworkSession
  /// The present instant.
  let now: Instant
  private let fields: QuestionFields
  private var read: Set<String> = []

  init(_ fields: QuestionFields, in session: NetworkSession, now: Instant) {
    self.fields = fields
    self.session = session
    self.now = now.shown(in: session.network.header.zone)
  }

  var network: Network { session.network }

  /// Whether a field was given.
  mutating func has(_ name: String) -> Bool {
    read.insert(name)
    return !fields[name].isEmpty
  }

  /// The text of a field; nil where there is none.
  ///
  /// - Throws: `QuestionError` where there are several.
  mutating func text(_ name: String) throws(QuestionError) -> String? {
    let values = texts(name)
    guard values.count <= 1 else {
      throw QuestionError(
        field: name, value: values.last,
        .malformed(expected: Bilingual("chỉ ghi một lần", "it may be given once only")))
    }
    return values.first
  }

  /// All texts of a field, in order.
  mutating func texts(_ name: String) -> [String] {
    read.insert(name)
    return fields[name]
  }

  /// The text of a field that must be there.
  mutating func required(_ name: String) throws(QuestionError) -> String {
    if let text = try text(name), !text.isEmpty { return text }
    throw QuestionError(field: name, .missing)
  }

  /// Whether a flag is set.
  mutating func flag(_ name: String) throws(QuestionError) -> Bool {
    guard let text = try text(name) else { return false }
    switch text.lowercased() {
    case "", "true", "1", "yes": return true
    case "false", "0", "no": return false
    default:
      throw QuestionError(
        field: name, value: text, .unknown, choices: [.init("true"), .init("false")])
    }
  }

  /// How many rows of a list may be asked for: more than any network has, and quick to refuse.
  static let rows = 1...10_000

  /// A whole number within bounds; nil where there is none.
  mutating func integer(
    _ name: String, in bounds: ClosedRange<Int>
  ) throws(QuestionError) -> Int? {
    guard let text = try text(name) else { return nil }
    let allowed =
      bounds.upperBound == .max
      ? Bilingual("từ \(bounds.lowerBound)", "at least \(bounds.lowerBound)")
      : Bilingual(
        "từ \(bounds.lowerBound) đến \(bounds.upperBound)",
        "\(bounds.lowerBound) to \(bounds.upperBound)")
    guard let number = Int(text) else {
      throw QuestionError(
        field: name, value: text,
        .malformed(
          expected: Bilingual(
            "cần một số nguyên, \(allowed.vi)", "it takes a whole number, \(allowed.en)")))
    }
    guard bounds.contains(number) else {
      throw QuestionError(field: name, value: text, .outOfBounds(allowed))
    }
    return number
  }

  /// A number within bounds; nil where there is none.
  ///
  /// - Parameters:
  ///   - name: The field.
  ///   - bounds: The least and the most.
  ///   - excludesLeast: Whether the number must be more than the least.
  /// - Returns: The number; nil where there is none.
  /// - Throws: `QuestionError` where it is no number, or lies outside the bounds.
  mutating func number(
    _ name: String, in bounds: ClosedRange<Double>, excludesLeast: Bool = false
  ) throws(QuestionError) -> Double? {
    guard let text = try text(name) else { return nil }
    return try FieldReader.number(text, of: name, in: bounds, excludesLeast: excludesLeast)
  }

  /// A number that a text is, within bounds.
  static func number(
    _ text: String, of name: String, in bounds: ClosedRange<Double>, excludesLeast: Bool = false
  ) throws(QuestionError) -> Double {
    let (least, most) = (decimal(bounds.lowerBound, 3), decimal(bounds.upperBound, 3))
    let allowed =
      excludesLeast
      ? Bilingual("lớn hơn \(least), nhiều nhất \(most)", "more than \(least), at most \(most)")
      : Bilingual("từ \(least) đến \(most)", "\(least) to \(most)")
    guard let number = finiteNumber(text) else {
      throw QuestionError(
        field: name, value: text,
        .malformed(
          expected: Bilingual("cần một số, \(allowed.vi)", "it takes a number, \(allowed.en)")))
    }
    guard bounds.contains(number), !excludesLeast || number > bounds.lowerBound else {
      throw QuestionError(field: name, value: text, .outOfBounds(allowed))
    }
    return number
  }

  /// A finite number, with a point or a decimal comma; nil for any other text.
  static func finiteNumber(_ text: String) -> Double? {
    let hasComma = text.contains(",") && !text.contains(".")
    let plain = hasComma ? String(text.map { $0 == "," ? "." : $0 }) : text
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }

  /// One of the cases of a type, by its code; nil where there is none.
  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Value.Type = Value.self
  ) throws(QuestionError) -> Value? where Value.RawValue == String {
    guard let text = try text(name) else { return nil }
    return try FieldReader.choice(text, of: name)
  }

  /// The case of a type that a text is the code of.
  static func choice<Value: RawRepresentable & CaseIterable>(
    _ text: String, of name: String, _ type: Value.Type = Value.self
  ) throws(QuestionError) -> Value where Value.RawValue == String {
    let codes = Value.allCases.map { ($0.rawValue, [String?]()) }
    let word = Code.words[Code.folded(text)] ?? text
    let code = Code.match(text, among: codes) ?? Code.match(word, among: codes)
    if let value = code.flatMap({ Value(rawValue: $0) }) { return value }
    throw QuestionError(
      field: name, value: text, .unknown, choices: Value.allCases.map { .init($0.rawValue) })
  }

  /// Refuses fields that the question does not have.
  func finish() throws(QuestionError) {
    for field in fields.all where !read.contains(field.name) {
      let names = read.sorted()
      throw QuestionError(
        field: field.name, .unknownField, choices: names.map { .init($0) },
        nearest: NearestText.of(field.name, among: names))
    }
  }

  /// Refuses fields that nothing would read.
  ///
  /// - Parameters:
  ///   - names: The fields.
  ///   - other: The field that decides whether they are read.
  ///   - reason: Why they are not, after the name of the field.
  /// - Throws: `QuestionError` with the first of them that was given.
  mutating func refuse(
    _ names: [String], as other: String, _ reason: Bilingual
  ) throws(QuestionError) {
    for name in names where has(name) {
      throw QuestionError(
        field: name, value: fields[name].first, .excluded(by: [other], reason))
    }
  }

  /// Refuses fields that say how another is meant, where that is not given.
  mutating func refuse(_ names: [String], without other: String) throws(QuestionError) {
    for name in names where has(name) {
      throw QuestionError(field: name, .requires([other]))
    }
  }

  /// Refuses fields of ways in a network that has none.
  mutating func refuseTravel(_ names: [String]) throws(QuestionError) {
    for name in names where has(name) {
      let id = network.header.id
      throw QuestionError(
        field: name, value: fields[name].first,
        .unsupported(
          Bilingual(
            "mạng lưới \"\(id)\" không có đường đi nên mục này không có nghĩa",
            "network \"\(id)\" holds no ways, so this means nothing in it")))
    }
  }

  /// Refuses fields that do not go with another.
  mutating func refuse(
    _ names: [String], with other: String
  ) throws(QuestionError) {
    for name in names where has(name) {
      throw QuestionError(field: name, .conflict(with: [other]))
    }
  }
}
