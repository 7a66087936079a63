/// A name as it is compared when marks, case and punctuation are not to matter.
///
///     FoldedName("Bệnh viện Đa khoa Cái Nước").text   // "benh vien da khoa cai nuoc"
///
/// Vietnamese letters lose their marks (đ becomes d), composed or decomposed; everything else that
/// is neither a letter nor a digit parts words.
public struct FoldedName: Hashable, Sendable {
  /// The words, in lower case without marks, parted by single blanks.
  public let text: String

  /// Folds a name.
  /// - Complexity: O(*n*), where *n* is the length of the name in bytes.
  public init(_ name: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    FoldedName.append(name, to: &bytes)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the folded text of a name to others.
  package static func append(_ name: String, to bytes: inout [UInt8]) {
    let start = bytes.count
    let blank = UInt8(ascii: " ")
    for scalar in name.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x30...0x39, 0x61...0x7A:
        bytes.append(UInt8(truncatingIfNeeded: value))
      case 0x41...0x5A:
        bytes.append(UInt8(truncatingIfNeeded: value) + 32)
      case 0x300...0x36F:
        continue
      case 0x00...0x7F:
        if bytes.count > start, bytes.last != blank { bytes.append(blank) }
      default:
        let base = FoldedName.base(of: value)
        if base != 0 {
          bytes.append(base)
        } else if scalar.properties.isAlphabetic {
          bytes.append(contentsOf: String(scalar).lowercased().utf8)
        } else if bytes.count > start, bytes.last != blank {
          bytes.append(blank)
        }
      }
    }
    if bytes.count > start, bytes.last == blank { bytes.removeLast() }
  }

  /// The words of the name.
  public var words: [Substring] { text.split(separator: " ") }

  /// The letter under the marks of a Vietnamese letter, or of a letter of Latin-1; 0 for others.
  private static func base(of value: UInt32) -> UInt8 {
    switch value {
    case 0xC0...0xC5, 0xE0...0xE5, 0x102, 0x103, 0x1EA0...0x1EB7: UInt8(ascii: "a")
    case 0xC8...0xCB, 0xE8...0xEB, 0x1EB8...0x1EC7: UInt8(ascii: "e")
    case 0xCC...0xCF, 0xEC...0xEF, 0x128, 0x129, 0x1EC8...0x1ECB: UInt8(ascii: "i")
    case 0xD2...0xD6, 0xF2...0xF6, 0x1A0, 0x1A1, 0x1ECC...0x1EE3: UInt8(ascii: "o")
    case 0xD9...0xDC, 0xF9...0xFC, 0x168, 0x169, 0x1AF, 0x1B0, 0x1EE4...0x1EF1: UInt8(ascii: "u")
    case 0xDD, 0xFD, 0xFF, 0x178, 0x1EF2...0x1EF9: UInt8(ascii: "y")
    case 0xD0, 0xF0, 0x110, 0x111: UInt8(ascii: "d")
    case 0xC7, 0xE7: UInt8(ascii: "c")
    case 0xD1, 0xF1: UInt8(ascii: "n")
    default: 0
    }
  }
}
