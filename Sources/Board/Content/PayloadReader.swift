import Facts
import Files
import Formats

/// Reads the fields of a payload; a field that is unknown is as wrong as one that is missing.
struct PayloadReader {
  private var fields: [String: JSONValue]
  private let path: String

  /// Reads canonical bytes.
  init(_ bytes: [UInt8]) throws(BoardError) {
    var limits = JSONLimits()
    limits.documentBytes = EntryDraft.mostPayloadBytes
    limits.textBytes = EntryDraft.mostPayloadBytes
    limits.depth = 8
    let value: JSONValue
    do throws(DocumentError) {
      value = try JSONValue(reading: .bytes(bytes, name: "payload"), limits: limits)
    } catch {
      throw .invalid("payload", "", Bilingual("JSON", "JSON: \(error.message)"))
    }
    try self.init(value, path: "")
  }

  /// Reads the fields of an object.
  init(_ value: JSONValue, path: String) throws(BoardError) {
    guard let fields = value.asFields else {
      throw .invalid(path, "", Bilingual("một đối tượng", "an object"))
    }
    self.fields = fields
    self.path = path
  }

  /// The names of the fields that are not read yet.
  var names: [String] { fields.keys.sorted() }

  /// A text that need not be there.
  mutating func text(_ name: String) throws(BoardError) -> String? {
    guard let value = fields.removeValue(forKey: name) else { return nil }
    guard let text = value.asText else { throw wrong(name, Bilingual("chữ", "a text")) }
    return text
  }

  /// A text that must be there.
  mutating func required(_ name: String) throws(BoardError) -> String {
    guard let text = try text(name) else { throw wrong(name, Bilingual("chữ", "a text")) }
    return text
  }

  /// A word of a list that need not be there.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _: Word.Type = Word.self
  ) throws(BoardError) -> Word? where Word.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalid(path + name, text, Bilingual(words))
    }
    return word
  }

  /// A whole number that need not be there.
  mutating func integer(_ name: String) throws(BoardError) -> Int? {
    guard let value = fields.removeValue(forKey: name) else { return nil }
    guard let number = value.asInteger else {
      throw wrong(name, Bilingual("số nguyên", "a whole number"))
    }
    return number
  }

  /// A whole number that must be there.
  mutating func requiredInteger(_ name: String) throws(BoardError) -> Int {
    guard let number = try integer(name) else {
      throw wrong(name, Bilingual("số nguyên", "a whole number"))
    }
    return number
  }

  /// A number that must be there.
  mutating func requiredNumber(_ name: String) throws(BoardError) -> Double {
    guard let number = fields.removeValue(forKey: name)?.asNumber else {
      throw wrong(name, Bilingual("một số", "a number"))
    }
    return number
  }

  /// An instant that need not be there.
  mutating func instant(_ name: String) throws(BoardError) -> Instant? {
    guard let text = try text(name) else { return nil }
    guard let instant = Instant(text) else {
      throw .invalid(
        path + name, text,
        Bilingual("thời điểm như 2026-11-22T03:00:00Z", "an instant as 2026-11-22T03:00:00Z"))
    }
    return instant.shown(in: ZoneOffset(minutes: 0))
  }

  /// An instant that must be there.
  mutating func requiredInstant(_ name: String) throws(BoardError) -> Instant {
    guard let instant = try instant(name) else {
      throw wrong(name, Bilingual("một thời điểm", "an instant"))
    }
    return instant
  }

  /// A list that need not be there, each item read by itself.
  mutating func list<Item>(
    _ name: String, _ read: (JSONValue, String) throws(BoardError) -> Item
  ) throws(BoardError) -> [Item]? {
    guard let value = fields.removeValue(forKey: name) else { return nil }
    guard let values = value.asList else { throw wrong(name, Bilingual("danh sách", "a list")) }
    var items: [Item] = []
    for (index, value) in values.enumerated() {
      items.append(try read(value, "\(path)\(name)[\(index)]."))
    }
    return items
  }

  /// An object that need not be there.
  mutating func object(_ name: String) throws(BoardError) -> PayloadReader? {
    guard let value = fields.removeValue(forKey: name) else { return nil }
    return try PayloadReader(value, path: "\(path)\(name).")
  }

  /// Ends the reading: nothing may be left.
  func finish() throws(BoardError) {
    guard let unknown = fields.keys.sorted().first else { return }
    throw .invalid(path + unknown, "", Bilingual("không có trường này", "no such field"))
  }

  private func wrong(_ name: String, _ allowed: Bilingual) -> BoardError {
    .invalid(path + name, "", allowed)
  }
}

extension Instant {
  /// The instant as payloads hold it: in UTC, whatever the zone of who wrote it.
  var payload: JSONValue { .string(shown(in: ZoneOffset(minutes: 0)).description) }
}
