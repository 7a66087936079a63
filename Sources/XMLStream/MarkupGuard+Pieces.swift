import Files
import Glibc

extension MarkupGuard {
  /// Where a tag ends.
  enum TagEnd {
    case end(Int)
    case incomplete
    case refused(DocumentError.Kind, String)
  }

  /// Finds the end of the tag that begins here and counts its attributes and its depth.
  mutating func endOfTag(_ tag: UnsafePointer<UInt8>, count: Int) -> TagEnd {
    let end = min(count, limits.tagBytes)
    var attributes = 0
    var isWhole = false
    var i = 1
    scan: while i < end {
      let byte = unsafe tag[i]
      i += 1
      // Letters and digits, nearly all there is, are not among the bytes looked for here.
      if byte > 0x3E { continue }
      switch byte {
      case 0x22, 0x27:
        let value = i
        if let quote = unsafe memchr(tag + i, Int32(byte), end - i) {
          i = unsafe UnsafeRawPointer(quote) - UnsafeRawPointer(tag)
        } else {
          i = end
        }
        if i - value > limits.textBytes {
          return .refused(.limit, "an attribute is longer than \(limits.textBytes) bytes")
        }
        i += 1
      case 0x3D:
        attributes += 1
        if attributes > limits.attributes {
          return .refused(.limit, "a tag has more than \(limits.attributes) attributes")
        }
      case 0x3C:
        return .refused(.malformed, Self.bracket)
      case 0x3E:
        isWhole = true
        break scan
      default: break
      }
    }
    i = min(i, end)
    // Nor may it be in a value, so that a missing quote is seen where it is missing.
    if unsafe memchr(tag + 1, 0x3C, i - 1) != nil { return .refused(.malformed, Self.bracket) }
    guard isWhole else {
      return count >= limits.tagBytes
        ? .refused(.limit, "a tag is longer than \(limits.tagBytes) bytes") : .incomplete
    }
    if unsafe tag[1] == 0x2F {
      depth -= 1
    } else if unsafe tag[i - 2] != 0x2F {
      depth += 1
    }
    return .end(i)
  }

  private static var bracket: String {
    "found '<' inside a tag; a quote or '>' is missing before it, or it should be written &lt;"
  }

  /// Tells what begins with this `<`, or `.text` where more bytes are needed to tell.
  static func piece(_ open: UnsafePointer<UInt8>, count: Int) -> Piece {
    guard count > 1 else { return .text }
    switch unsafe open[1] {
    case 0x3F: return .instruction
    case 0x21:
      for (start, piece) in [("<!--", Piece.comment), ("<![CDATA[", .section)] {
        if unsafe begins(open, count, start) { return piece }
      }
      return count < 9 ? .text : .tag
    default: return .tag
    }
  }

  /// Whether the bytes begin with an ASCII text.
  static func begins(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ start: String) -> Bool {
    start.utf8.count <= count
      && start.utf8.enumerated().allSatisfy { unsafe bytes[$0.offset] == $0.element }
  }

  /// Returns the length of a comment, CDATA section or processing instruction, or `nil` where its
  /// end, `-->`, `]]>` or `?>`, has not come yet.
  static func length(of piece: Piece, _ bytes: UnsafePointer<UInt8>, count: Int) -> Int? {
    let (opening, mark, marks): (Int, UInt8, Int) =
      switch piece {
      case .comment: (4, 0x2D, 2)
      case .section: (9, 0x5D, 2)
      default: (2, 0x3F, 1)
      }
    var i = opening + marks
    while i < count, let found = unsafe memchr(bytes + i, 0x3E, count - i) {
      i = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
      if unsafe bytes[i - 1] == mark && bytes[i - marks] == mark { return i + 1 }
      i += 1
    }
    return nil
  }

  /// Returns the encoding that an XML declaration names, unless it is UTF-8 or UTF-16.
  static func foreignEncoding(_ instruction: UnsafeBufferPointer<UInt8>) -> String? {
    let words = unsafe String(decoding: instruction.prefix(512), as: UTF8.self)
    guard
      words.hasPrefix("<?xml ") || words.hasPrefix("<?xml\t") || words.hasPrefix("<?xml\n")
        || words.hasPrefix("<?xml\r"), let key = words.firstRange(of: "encoding")
    else { return nil }
    let value = words[key.upperBound...].drop { $0 != "\"" && $0 != "'" }
    guard let quote = value.first else { return nil }
    let name = value.dropFirst().prefix { $0 != quote }
    let accepted = ["UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE"]
    return accepted.contains(name.uppercased()) ? nil : String(name.prefix(40))
  }
}
