/// A JSON value that is written with sorted keys, so that the same answer gives the same bytes.
///
///     let value = JSONValue.object(["name": .string("Cái Nước"), "beds": nil])
///     value.text(indent: nil)   // {"name":"Cái Nước"}
///
/// An absent value (`nil` where one is made) leaves its key out: absent means unknown.
public enum JSONValue: Hashable, Sendable {
  /// A text.
  case string(String)
  /// A number with at most so many decimals; one that is not finite is written as null.
  case number(Double, decimals: Int)
  /// A whole number.
  case integer(Int)
  /// A truth value.
  case bool(Bool)
  /// A list.
  case array([JSONValue])
  /// Values by key.
  case object([String: JSONValue?])
  /// Known to be nothing.
  case null

  /// The value as text.
  ///
  /// - Parameter indent: Spaces for each level; nil for one line.
  /// - Returns: The text, ending with a line feed.
  public func text(indent: Int? = 2) -> String {
    String(decoding: bytes(indent: indent), as: UTF8.self)
  }

  /// The value as text in UTF-8.
  ///
  /// - Parameter indent: Spaces for each level; nil for one line.
  /// - Returns: The bytes, ending with a line feed.
  public func bytes(indent: Int? = nil) -> [UInt8] {
    var writer = JSONWriter(indent: indent)
    write(to: &writer)
    writer.breakLine()
    return writer.takeBytes()
  }

  /// Writes the value as the next one of a document.
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .string(let text): writer.string(text)
    case .number(let number, let decimals): writer.number(number, decimals: decimals)
    case .integer(let number): writer.raw(String(number))
    case .bool(let flag): writer.raw(flag ? "true" : "false")
    case .null: writer.raw("null")
    case .array(let values):
      writer.open("[")
      for value in values { value.write(to: &writer) }
      writer.close("]")
    case .object(let fields):
      writer.open("{")
      let present = fields.compactMap { key, value in value.map { (key, $0) } }
        .sorted { $0.0 < $1.0 }
      for (key, value) in present {
        writer.key(key)
        value.write(to: &writer)
      }
      writer.close("}")
    }
  }

  /// The value with further fields; a value that is no object stays as it is.
  public func adding(_ more: [String: JSONValue?]) -> JSONValue {
    guard case .object(let fields) = self else { return self }
    return .object(fields.merging(more) { _, new in new })
  }
}
