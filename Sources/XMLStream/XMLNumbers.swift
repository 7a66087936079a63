/// Numbers as XSD writes them.
package enum XMLNumbers {
  /// The fewest digits that read back as the same number, without an exponent.
  package static func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(0x2D) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Appends the fewest digits that read back as the same number, without an exponent.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    guard value.isFinite else {
      bytes.append(contentsOf: (value.isNaN ? "NaN" : value < 0 ? "-INF" : "INF").utf8)
      return
    }
    // The standard library gives these digits, with an exponent below 1e-4 and from 2^54 on, and
    // with a needless ".0".
    let digits = value.description.utf8
    guard let mark = digits.firstIndex(of: 0x65) else {
      let isWhole = digits.suffix(2).elementsEqual(".0".utf8)
      bytes.append(contentsOf: digits.dropLast(isWhole ? 2 : 0))
      return
    }
    let exponent = Int(Substring(digits[digits.index(after: mark)...])) ?? 0
    var significand = Array(digits[..<mark])
    if significand.first == 0x2D {
      bytes.append(0x2D)
      significand.removeFirst()
    }
    // One digit stands before the point.
    significand.removeAll { $0 == 0x2E }
    if significand.count > 1 && significand.last == 0x30 { significand.removeLast() }
    if exponent < 0 {
      bytes.append(contentsOf: "0.".utf8)
      bytes.append(contentsOf: repeatElement(0x30, count: -exponent - 1))
      bytes.append(contentsOf: significand)
    } else {
      bytes.append(contentsOf: significand)
      bytes.append(contentsOf: repeatElement(0x30, count: exponent + 1 - significand.count))
    }
  }
}
