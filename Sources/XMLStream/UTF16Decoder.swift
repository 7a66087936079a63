/// Turns UTF-16 into UTF-8, block by block.
struct UTF16Decoder {
  /// The line where decoding stands.
  private(set) var line = 1

  /// Decodes what is whole of the raw bytes and leaves the rest of them.
  ///
  /// - Returns: Whether every surrogate had its partner and, at the end, no byte was left over.
  mutating func decode(
    _ raw: inout Buffer<UInt8>, into output: inout Buffer<UInt8>, isBigEndian: Bool, isAtEnd: Bool
  ) -> Bool {
    let high = isBigEndian ? 0 : 1
    func unit(_ i: Int) -> UInt32 {
      UInt32(raw[i + high]) << 8 | UInt32(raw[i + 1 - high])
    }
    var i = 0
    while i + 2 <= raw.count {
      var scalar = unit(i)
      if scalar & 0xFC00 == 0xD800 {
        if i + 4 > raw.count { break }
        let low = unit(i + 2)
        if low & 0xFC00 != 0xDC00 { return false }
        scalar = 0x1_0000 + ((scalar & 0x3FF) << 10 | low & 0x3FF)
        i += 4
      } else if scalar & 0xFC00 == 0xDC00 {
        return false
      } else {
        i += 2
      }
      if scalar == 0x0A { line += 1 }
      Self.append(scalar, to: &output)
    }
    raw.removeFirst(i)
    return !isAtEnd || raw.count == 0
  }

  private static func append(_ scalar: UInt32, to output: inout Buffer<UInt8>) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift & 0x3F)) }
    switch scalar {
    case ..<0x80:
      output.append(UInt8(scalar))
    case ..<0x800:
      output.append(UInt8(0xC0 | scalar >> 6))
      output.append(tail(0))
    case ..<0x1_0000:
      output.append(UInt8(0xE0 | scalar >> 12))
      output.append(tail(6))
      output.append(tail(0))
    default:
      output.append(UInt8(0xF0 | scalar >> 18))
      output.append(tail(12))
      output.append(tail(6))
      output.append(tail(0))
    }
  }
}
