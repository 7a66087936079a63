/// The values of XSD's simple types, read straight from bytes.
///
/// All of it works on whole buffers by index: slices of buffers go through unspecialised generics
/// here, which made reading a number cost more than parsing it.
enum Lexical {
  /// Returns a text in normal form C in which runs of white space are one space, with none at the
  /// ends.
  static func token(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if unsafe isToken(bytes) { return unsafe String(decoding: bytes, as: UTF8.self) }
    let text = unsafe NormalForm.string(bytes)
    let words = text.utf8.split { isBlank($0) }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// Whether the bytes surely are a token in normal form C as they stand.
  private static func isToken(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let (isSpaced, isASCII) = unsafe spacing(of: bytes)
    return unsafe isSpaced && (isASCII || NormalForm.isSurelyComposed(bytes))
  }

  /// Whether the white space in a text is that of a token, and whether all of the text is ASCII.
  static func spacing(
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (isTokens: Bool, isASCII: Bool) {
    guard bytes.count > 0 else { return (true, true) }
    guard unsafe bytes[0] > 0x20 && bytes[bytes.count - 1] > 0x20 else { return (false, false) }
    // Without branches, so that the compiler looks at many bytes at once.
    var union = unsafe bytes[0]
    var flaws: UInt8 = 0
    for i in 1..<bytes.count {
      let byte = unsafe bytes[i]
      let isBlank: UInt8 = byte <= 0x20 ? 1 : 0
      let isControl: UInt8 = byte < 0x20 ? 1 : 0
      let wasBlank: UInt8 = unsafe bytes[i - 1] <= 0x20 ? 1 : 0
      union |= byte
      flaws |= isControl | (isBlank & wasBlank)
    }
    return (flaws == 0, union < 0x80)
  }

  static func int(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let word = unsafe trimmed(bytes)
    guard word.count > 0 else { return nil }
    let isNegative = unsafe word[0] == 0x2D
    var i = unsafe isNegative || word[0] == 0x2B ? 1 : 0
    guard i < word.count else { return nil }
    var value = 0
    while i < word.count {
      let byte = unsafe word[i]
      guard byte >= 0x30 && byte <= 0x39 else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      // Downwards, so that Int.min can be read.
      let (difference, underflow) = product.subtractingReportingOverflow(Int(byte) - 0x30)
      if overflow || underflow { return nil }
      value = difference
      i += 1
    }
    if isNegative { return value }
    return value == Int.min ? nil : -value
  }

  static func bool(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    let word = unsafe trimmed(bytes)
    switch word.count {
    case 1:
      let byte = unsafe word[0]
      return byte == 0x31 ? true : byte == 0x30 ? false : nil
    case 4: return unsafe String(decoding: word, as: UTF8.self) == "true" ? true : nil
    case 5: return unsafe String(decoding: word, as: UTF8.self) == "false" ? false : nil
    default: return nil
    }
  }

  /// Reads a finite decimal number, with or without an exponent.
  ///
  /// Up to fifteen digits and a power of ten up to 22 are exact as `Double`, so one division gives
  /// the nearest number (Clinger 1990, doi:10.1145/93542.93557); all else is left to `Double`.
  static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let word = unsafe trimmed(bytes)
    var significand: UInt64 = 0
    var digits = 0
    var decimals = 0
    var isAfterPoint = false
    var isSimple = true
    for i in 0..<word.count {
      let byte = unsafe word[i]
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
        if i != 0 { isSimple = false }
      case 0x45, 0x65: isSimple = false
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    if isSimple {
      // No more than fifteen digits, so no more decimals either.
      let magnitude = Double(significand) / powersOfTen[decimals]
      return unsafe word[0] == 0x2D ? -magnitude : magnitude
    }
    let value = unsafe Double(String(decoding: word, as: UTF8.self))
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  private static let powersOfTen: InlineArray<16, Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var first = 0
    var last = bytes.count
    while unsafe first < last && isBlank(bytes[first]) { first += 1 }
    while unsafe first < last && isBlank(bytes[last - 1]) { last -= 1 }
    return unsafe UnsafeBufferPointer(rebasing: bytes[first..<last])
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
