/// The values of XSD's simple types, read straight from bytes.
enum Lexical {
  static func int(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var digits = unsafe trimmed(bytes)
    var isNegative = false
    if let sign = unsafe digits.first, sign == 0x2D || sign == 0x2B {
      isNegative = sign == 0x2D
      unsafe digits = unsafe digits.dropFirst()
    }
    guard unsafe !digits.isEmpty else { return nil }
    var value = 0
    for i in unsafe digits.indices {
      let byte = unsafe digits[i]
      guard byte >= 0x30 && byte <= 0x39 else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      // Downwards, so that Int.min can be read.
      let (difference, underflow) = product.subtractingReportingOverflow(Int(byte) - 0x30)
      if overflow || underflow { return nil }
      value = difference
    }
    if isNegative { return value }
    return value == Int.min ? nil : -value
  }

  static func bool(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    let word = unsafe trimmed(bytes)
    if unsafe word.elementsEqual("true".utf8) || word.elementsEqual("1".utf8) { return true }
    if unsafe word.elementsEqual("false".utf8) || word.elementsEqual("0".utf8) { return false }
    return nil
  }

  /// Reads a finite decimal number, with or without an exponent.
  ///
  /// Up to fifteen digits and a power of ten up to 22 are exact as `Double`, so one division gives
  /// the nearest number (Clinger 1990, doi:10.1145/93542.93557); all else is left to `Double`.
  static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let number = unsafe trimmed(bytes)
    var significand: UInt64 = 0
    var digits = 0
    var decimals = 0
    var isAfterPoint = false
    var isSimple = true
    for i in unsafe number.indices {
      let byte = unsafe number[i]
      switch byte {
      case 0x30...0x39:
        digits += 1
        if digits > 15 {
          isSimple = false
        } else {
          significand = significand * 10 + UInt64(byte - 0x30)
        }
        if isAfterPoint { decimals += 1 }
      case 0x2E:
        if isAfterPoint { return nil }
        isAfterPoint = true
      case 0x2B, 0x2D:
        // A sign elsewhere belongs to an exponent, or to nothing, as `Double` will tell.
        if unsafe i != number.startIndex { isSimple = false }
      case 0x45, 0x65: isSimple = false
      default: return nil
      }
    }
    guard digits > 0, let first = unsafe number.first else { return nil }
    if isSimple && decimals <= 15 {
      let magnitude = Double(significand) / powersOfTen[decimals]
      return first == 0x2D ? -magnitude : magnitude
    }
    let value = unsafe Double(String(decoding: number, as: UTF8.self))
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  private static let powersOfTen: InlineArray<16, Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var first = 0
    var last = bytes.count
    while unsafe first < last && isBlank(bytes[first]) { first += 1 }
    while unsafe first < last && isBlank(bytes[last - 1]) { last -= 1 }
    return unsafe bytes[first..<last]
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
