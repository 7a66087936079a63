public import Files

extension JSONValue {
  /// Reads a document of one value.
  ///
  ///     let value = try JSONValue(reading: .bytes(body, name: "body"))
  ///
  /// Whole numbers keep every digit; other numbers keep the decimals that they are written with.
  ///
  /// - Parameters:
  ///   - source: Where it comes from.
  ///   - limits: What it must stay within.
  /// - Throws: `DocumentError` where the document is not JSON, holds more than one value, or goes
  ///   beyond a limit.
  /// - Complexity: O(*n*), where *n* is the length of the document.
  public init(
    reading source: DataSource, limits: JSONLimits = JSONLimits()
  ) throws(DocumentError) {
    var reader = try JSONReader(source, limits: limits)
    self = try JSONValue.value(try reader.next(), &reader, source.name)
    guard try reader.next() == .endOfDocument else {
      throw DocumentError(
        kind: .invalid, path: source.name, line: reader.line,
        message: "found a second value; expected the end of the document")
    }
  }

  /// The value that begins with an event; the reader's limit of depth bounds the recursion.
  private static func value(
    _ event: JSONEvent, _ reader: inout JSONReader, _ name: String
  ) throws(DocumentError) -> JSONValue {
    switch event {
    case .string(let text): return .string(text)
    case .bool(let flag): return .bool(flag)
    case .null: return .null
    case .number(let text):
      guard let number = JSONValue(number: text) else {
        throw DocumentError(
          kind: .invalid, path: name, line: reader.line,
          message: "the number \(text) is too great")
      }
      return number
    case .beginArray:
      var values: [JSONValue] = []
      var next = try reader.next()
      while next != .endArray {
        values.append(try value(next, &reader, name))
        next = try reader.next()
      }
      return .array(values)
    case .beginObject:
      var fields: [String: JSONValue?] = [:]
      while case .key(let key) = try reader.next() {
        fields[key] = .some(try value(try reader.next(), &reader, name))
      }
      return .object(fields)
    case .key, .endObject, .endArray, .endOfDocument:
      throw DocumentError(
        kind: .invalid, path: name, line: reader.line, message: "the document holds no value")
    }
  }

  /// The number that a text of JSON writes; nil for one that no number can hold.
  private init?(number text: String) {
    if let whole = Int(text) {
      self = .integer(whole)
      return
    }
    guard let number = Double(text), number.isFinite else { return nil }
    let parts = text.split(separator: ".")
    let isPlain = parts.count == 2 && parts[1].utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    self = .number(number, decimals: isPlain ? min(parts[1].utf8.count, 15) : 15)
  }

  /// The text; nil for what is no text.
  public var asText: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The whole number; nil for what is none.
  public var asInteger: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The number, whole or not; nil for what is none.
  public var asNumber: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number, _): number
    default: nil
    }
  }

  /// The truth value; nil for what is none.
  public var asFlag: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  /// The values of a list; nil for what is no list.
  public var asList: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// The values by key, without those that are absent; nil for what is no object.
  public var asFields: [String: JSONValue]? {
    if case .object(let fields) = self { fields.compactMapValues { $0 } } else { nil }
  }
}
