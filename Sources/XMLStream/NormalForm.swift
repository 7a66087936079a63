// The standard library's own normaliser. It is not public API, so a later toolchain may rename it;
// the alternative is to link all of Foundation, for FoundationEssentials has none.
@_spi(_Unicode) import Swift

/// Unicode normalisation form C: a letter with its tone mark is one character, however it came.
package enum NormalForm {
  /// Returns UTF-8 bytes as a string in normal form C; what is not UTF-8 is replaced by U+FFFD.
  static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let string = unsafe String(decoding: bytes, as: UTF8.self)
    return unsafe isSurelyComposed(bytes) ? string : composed(string)
  }

  /// Returns a string in normal form C.
  package static func composed(_ string: String) -> String {
    let isComposed = unsafe string.utf8.withContiguousStorageIfAvailable {
      unsafe isSurelyComposed($0)
    }
    if isComposed == true { return string }
    var scalars = String.UnicodeScalarView()
    for scalar in string._nfc { scalars.append(scalar) }
    return String(scalars)
  }

  /// Returns a string in normal form D: letters apart from their marks.
  package static func decomposed(_ string: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in string._nfd { scalars.append(scalar) }
    return String(scalars)
  }

  /// Whether the bytes hold only characters that never change under form C: ASCII, Latin letters
  /// up to U+02FF, the Vietnamese block from U+1E00 to U+1EFF, general punctuation.
  static func isSurelyComposed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let count = bytes.count
    var i = 0
    while i < count {
      if i + 8 <= count {
        let word = unsafe UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          i += 8
          continue
        }
      }
      let byte = unsafe base[i]
      if byte < 0x80 {
        i += 1
      } else if byte >= 0xC2 && byte <= 0xCB {
        i += 2
      } else if byte == 0xE1 && i + 1 < count, case let second = unsafe base[i + 1],
        second >= 0xB8 && second <= 0xBB
      {
        i += 3
      } else if byte == 0xE2 && i + 2 < count, unsafe base[i + 1] == 0x80,
        unsafe base[i + 2] >= 0x90
      {
        i += 3
      } else {
        return false
      }
    }
    return true
  }
}
