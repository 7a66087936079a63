import Answers
import Board
import Facts
import Files
import Formats

/// The fields of a body in JSON, before they become an entry of the journal.
struct BodyFields {
  private(set) var fields: [String: JSONValue]

  /// Reads the body of a request.
  ///
  /// - Throws: `Problem` where it is no object of JSON.
  init(_ call: Call) throws {
    let source = try call.required("body")
    var limits = JSONLimits()
    limits.depth = 12
    let value = try JSONValue(reading: source, limits: limits)
    guard let fields = value.asFields else {
      throw Problem(
        BoardError.invalid("body", "", Bilingual("một đối tượng JSON", "an object of JSON")))
    }
    self.fields = fields
  }

  /// All fields.
  var value: JSONValue { .object(fields) }

  /// Takes the text of a field out; nil where there is none.
  mutating func text(_ name: String) throws(Problem) -> String? {
    guard let value = fields.removeValue(forKey: name) else { return nil }
    guard let text = value.asText else {
      throw Problem(BoardError.invalid(name, "", Bilingual("chữ", "a text")))
    }
    return text
  }

  /// Takes the text of a field out that must be there.
  mutating func required(_ name: String) throws(Problem) -> String {
    guard let text = try text(name), !text.isEmpty else {
      throw Problem(QuestionError(field: name, .missing))
    }
    return text
  }

  /// Takes a list of texts out; nil where there is none.
  mutating func texts(_ name: String) throws(Problem) -> [String]? {
    guard let value = fields.removeValue(forKey: name) else { return nil }
    guard case .array(let items) = value else {
      throw Problem(BoardError.invalid(name, "", Bilingual("một danh sách", "a list")))
    }
    var texts: [String] = []
    for item in items {
      guard let text = item.asText else {
        throw Problem(BoardError.invalid(name, "", Bilingual("danh sách chữ", "a list of texts")))
      }
      texts.append(text)
    }
    return texts
  }

  /// Takes the value of a field out; nil where there is none.
  mutating func take(_ name: String) -> JSONValue? { fields.removeValue(forKey: name) }

  /// Gives a field a text, unless it has one.
  mutating func fill(_ name: String, _ text: String) {
    if fields[name] == nil { fields[name] = .string(text) }
  }

  /// Gives a field another name.
  mutating func rename(_ name: String, to other: String) {
    if let value = fields.removeValue(forKey: name), fields[other] == nil { fields[other] = value }
  }

  /// Reads the instants of some fields as people write them, in the zone of the network: a clock alone
  /// is that of today, and of tomorrow where that has passed and an end is meant.
  mutating func readInstants(
    past: [String] = [], future: [String] = [], _ call: Call
  ) throws {
    for name in past + future {
      guard let text = fields[name]?.asText else { continue }
      var instant: Instant
      do {
        instant = try call.session.instant(text, now: call.now)
      } catch {
        var named = error
        named.field = name
        throw named
      }
      let isClock = !text.contains("-") && !text.contains("/")
      if isClock, future.contains(name), instant <= call.now {
        instant = instant.advanced(bySeconds: 86_400)
      }
      fields[name] = .string("\(instant)")
    }
  }

  /// Refuses what is left.
  func finish() throws(Problem) {
    if let name = fields.keys.sorted().first {
      throw Problem(QuestionError(field: name, .unknownField))
    }
  }
}
