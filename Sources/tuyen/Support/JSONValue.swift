/// A JSON value that is written with sorted keys, so that the same answer gives the same bytes.
///
/// An absent value (`nil` where one is made) leaves its key out: absent means unknown.
enum JSONValue {
  case string(String)
  case number(Double, decimals: Int)
  case integer(Int)
  case bool(Bool)
  case array([JSONValue])
  case object([String: JSONValue?])
  case null

  /// The value as text.
  ///
  /// - Parameter indent: Spaces per level; nil for one line.
  /// - Returns: The text, ending with a line feed.
  func text(indent: Int? = 2) -> String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: indent, level: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8], indent: Int?, level: Int) {
    switch self {
    case .string(let text): JSONValue.write(text, to: &bytes)
    case .number(let number, let decimals):
      bytes.append(contentsOf: decimal(number, decimals).utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    case .array(let values):
      JSONValue.writeList(values.count, "[", "]", to: &bytes, indent, level) { index, bytes in
        values[index].write(to: &bytes, indent: indent, level: level + 1)
      }
    case .object(let fields):
      let present = fields.compactMap { key, value in value.map { (key, $0) } }
        .sorted { $0.0 < $1.0 }
      JSONValue.writeList(present.count, "{", "}", to: &bytes, indent, level) { index, bytes in
        JSONValue.write(present[index].0, to: &bytes)
        bytes.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
        present[index].1.write(to: &bytes, indent: indent, level: level + 1)
      }
    }
  }

  private static func writeList(
    _ count: Int, _ open: Character, _ close: Character, to bytes: inout [UInt8], _ indent: Int?,
    _ level: Int, _ element: (Int, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: String(open).utf8)
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(&bytes, indent, level + 1)
      element(index, &bytes)
    }
    if count > 0 { breakLine(&bytes, indent, level) }
    bytes.append(contentsOf: String(close).utf8)
  }

  private static func breakLine(_ bytes: inout [UInt8], _ indent: Int?, _ level: Int) {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * level))
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: (digits.count == 1 ? #"\u000"# : #"\u00"#).utf8)
        bytes.append(contentsOf: digits.utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// A number with at most so many decimals and no trailing zeros: 12.5, 3, -0.25.
func decimal(_ number: Double, _ decimals: Int) -> String {
  guard number.isFinite, abs(number) < 1e15 else { return "null" }
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  let scaled = Int((abs(number) * Double(scale)).rounded())
  var text = String(scaled / scale)
  var rest = scaled % scale
  if rest != 0 {
    var digits = ""
    var width = decimals
    while rest % 10 == 0 {
      rest /= 10
      width -= 1
    }
    digits = String(rest)
    text += "." + String(repeating: "0", count: width - digits.count) + digits
  }
  return number < 0 && scaled != 0 ? "-" + text : text
}
