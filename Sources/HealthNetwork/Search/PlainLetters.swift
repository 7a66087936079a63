/// The letters of ASCII and the composed letters of Vietnamese and its neighbours in Latin-1: those of
/// which each stands for itself, whatever follows, so that words of them need no table of Unicode.
enum PlainLetters {
  /// The lower case of a scalar; nil for one that is not plain.
  static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    switch value {
    case 0x41...0x5A: return Unicode.Scalar(value + 0x20)
    case 0x00...0x7F: return scalar
    case 0xD7, 0xF7: return nil
    case 0xC0...0xDE: return Unicode.Scalar(value + 0x20)
    case 0xDF...0xFF: return scalar
    case 0x102, 0x110, 0x128, 0x168, 0x1AF: return Unicode.Scalar(value + 1)
    case 0x1A0: return Unicode.Scalar(0x1A1 as UInt32)
    case 0x103, 0x111, 0x129, 0x169, 0x1A1, 0x1B0: return scalar
    case 0x1EA0...0x1EF9: return Unicode.Scalar(value | 1)
    default: return nil
    }
  }

  /// Whether a text has no others.
  static func areOnly(in text: String) -> Bool {
    text.unicodeScalars.allSatisfy { lowercase($0) != nil }
  }

  /// Appends the words of a text in lower case, each followed by a blank.
  ///
  /// - Returns: Whether the text has only plain letters; if not, nothing is appended.
  static func appendWords(of text: String, to bytes: inout [UInt8]) -> Bool {
    let start = bytes.count
    let blank = UInt8(ascii: " ")
    for scalar in text.unicodeScalars {
      guard let lower = lowercase(scalar) else {
        bytes.removeLast(bytes.count - start)
        return false
      }
      switch lower.value {
      case 0x30...0x39, 0x61...0x7A: bytes.append(UInt8(truncatingIfNeeded: lower.value))
      case 0x00...0x7F: if bytes.count > start, bytes.last != blank { bytes.append(blank) }
      default: bytes.append(contentsOf: UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter)
      }
    }
    if bytes.count > start, bytes.last != blank { bytes.append(blank) }
    return true
  }
}
