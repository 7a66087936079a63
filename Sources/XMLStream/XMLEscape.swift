/// Writes text so that a parser reads the same text back.
enum XMLEscape {
  /// Appends UTF-8 with `&`, `<`, `>`, `"` and the white space that parsers would change written as
  /// references, and with U+FFFD for each character that XML 1.0 does not allow.
  static func append(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], inAttribute: Bool
  ) {
    var clean = 0
    var i = 0
    while i < text.count {
      let byte = unsafe text[i]
      // Most bytes are above `>` and below the three-byte sequence that U+FFFE begins with.
      if byte > 0x3E && byte != 0xEF {
        i += 1
        continue
      }
      guard let (replacement, length) = unsafe replacement(text, at: i, inAttribute) else {
        i += 1
        continue
      }
      unsafe bytes.append(contentsOf: text[clean..<i])
      bytes.append(contentsOf: replacement.utf8)
      i += length
      clean = i
    }
    unsafe bytes.append(contentsOf: text[clean...])
  }

  private static func replacement(
    _ text: UnsafeBufferPointer<UInt8>, at i: Int, _ inAttribute: Bool
  ) -> (String, Int)? {
    switch unsafe text[i] {
    case 0x26: ("&amp;", 1)
    case 0x3C: ("&lt;", 1)
    case 0x3E: ("&gt;", 1)
    case 0x22: inAttribute ? ("&quot;", 1) : nil
    case 0x09: inAttribute ? ("&#9;", 1) : nil
    case 0x0A: inAttribute ? ("&#10;", 1) : nil
    // In text, too, a parser would make a line feed of it.
    case 0x0D: ("&#13;", 1)
    case 0x00..<0x20: ("\u{FFFD}", 1)
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF; a string's UTF-8 is always whole.
    case 0xEF: unsafe text[i + 1] == 0xBF && text[i + 2] >= 0xBE ? ("\u{FFFD}", 3) : nil
    default: nil
    }
  }
}
