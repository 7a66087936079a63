/// JSON written straight into bytes, in the order of the calls.
///
///     var json = JSONWriter()
///     json.open("{")
///     json.field("name", "Cái Nước")
///     json.close("}")
///     json.bytes   // {"name":"Cái Nước"}
///
/// For documents of any size; answers are built as `JSONValue`, which sorts its keys and writes
/// itself through this.
public struct JSONWriter: Sendable {
  /// What was written and not yet taken.
  public private(set) var bytes: [UInt8] = []
  /// Spaces for each level; nil for one line.
  private let indent: Int?
  private var level = 0
  /// Whether a comma must come before what follows.
  private var needsComma = false
  private var isEmpty = true
  private var followsKey = false

  /// Begins a document.
  ///
  /// - Parameter indent: Spaces for each level; nil for one line.
  public init(indent: Int? = nil) {
    self.indent = indent
  }

  /// Begins an object or an array.
  public mutating func open(_ mark: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: mark))
    level += 1
    needsComma = false
    isEmpty = true
  }

  /// Ends an object or an array.
  public mutating func close(_ mark: Unicode.Scalar) {
    level -= 1
    if !isEmpty { breakIndentedLine() }
    bytes.append(UInt8(ascii: mark))
    needsComma = true
    isEmpty = false
  }

  /// Writes the key of what follows.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    if indent != nil { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
    followsKey = true
  }

  /// Writes a key and a text; nothing where there is none.
  public mutating func field(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// Writes a key and a number; nothing where there is none.
  public mutating func field(_ name: String, _ value: Double?) {
    guard let value, value.isFinite else { return }
    key(name)
    number(value)
  }

  /// Writes a key and a number; nothing where there is none.
  public mutating func field(_ name: String, _ value: Int?) {
    guard let value else { return }
    key(name)
    raw(String(value))
  }

  /// Writes a key and a truth value; nothing where there is none.
  public mutating func field(_ name: String, _ value: Bool?) {
    guard let value else { return }
    key(name)
    raw(value ? "true" : "false")
  }

  /// Writes a number in the fewest digits that read back as the same number.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return raw("null") }
    let text = value.description
    raw(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  /// Writes a number with at most so many decimals; null for what is no finite number.
  public mutating func number(_ value: Double, decimals: Int) {
    let text = decimal(value, decimals)
    raw(text.isEmpty ? "null" : text)
  }

  /// Begins a new line for the next value of an array, behind the comma where there is one.
  public mutating func beginLine() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    breakLine()
  }

  /// Writes a line break where it means nothing.
  public mutating func breakLine() { bytes.append(0x0A) }

  /// Writes a value as it stands.
  public mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  /// Writes a text.
  public mutating func string(_ text: String) {
    separate()
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
    needsComma = true
  }

  /// Hands over what was written and forgets it.
  public mutating func takeBytes() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    if !followsKey, level > 0 { breakIndentedLine() }
    followsKey = false
    isEmpty = false
  }

  private mutating func breakIndentedLine() {
    guard let indent else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * level))
  }
}
