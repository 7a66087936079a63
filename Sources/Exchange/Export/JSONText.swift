/// JSON written straight into bytes, keys in the order of the calls.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  /// Whether a comma must come before what follows.
  private var needsComma = false

  /// Begins an object or an array.
  mutating func open(_ mark: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: mark))
    needsComma = false
  }

  /// Ends an object or an array.
  mutating func close(_ mark: Unicode.Scalar) {
    bytes.append(UInt8(ascii: mark))
    needsComma = true
  }

  /// Writes the key of what follows.
  mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a key and a text; nothing where there is none.
  mutating func field(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// Writes a key and a number; nothing where there is none.
  mutating func field(_ name: String, _ value: Double?) {
    guard let value, value.isFinite else { return }
    key(name)
    number(value)
  }

  /// Writes a key and a number; nothing where there is none.
  mutating func field(_ name: String, _ value: Int?) {
    guard let value else { return }
    key(name)
    raw(String(value))
  }

  /// Writes a key and a truth; nothing where there is none.
  mutating func field(_ name: String, _ value: Bool?) {
    guard let value else { return }
    key(name)
    raw(value ? "true" : "false")
  }

  /// Writes a number in the fewest digits that read back as the same number.
  mutating func number(_ value: Double) {
    let text = value.description
    raw(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  /// Writes a line break where it means nothing.
  mutating func breakLine() { bytes.append(0x0A) }

  /// Writes a value as it stands.
  mutating func raw(_ text: String) {
    separate()
    bytes += text.utf8
    needsComma = true
  }

  /// Writes a text.
  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += #"\""#.utf8
      case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes += (digits.count == 1 ? #"\u000"# : #"\u00"#).utf8
        bytes += digits.utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Hands over what was written and forgets it.
  mutating func takeBytes() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }
}
