import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Turns a text of an older encoding into UTF-8: through the C library's iconv, and VNI, which that
/// does not know, by a table of our own.
@safe final class LegacyDecoder {
  private let encoding: TextEncoding
  #if canImport(Glibc) || canImport(Musl)
    private let converter: iconv_t?
  #endif

  /// Prepares an encoding.
  ///
  /// - Parameters:
  ///   - encoding: One of the older encodings.
  ///   - name: The name of the text, for messages.
  /// - Throws: `DocumentError` where the C library has no table for it.
  init(_ encoding: TextEncoding, name: String) throws(DocumentError) {
    self.encoding = encoding
    #if canImport(Glibc) || canImport(Musl)
      guard let iconvName = LegacyDecoder.iconvName(encoding) else {
        unsafe converter = nil
        return
      }
      let opened = unsafe iconv_open("UTF-8", iconvName)
      let failed = unsafe UnsafeMutableRawPointer(bitPattern: -1)
      guard unsafe opened != failed else {
        throw LegacyDecoder.missing(encoding, name)
      }
      unsafe converter = opened
    #else
      guard encoding == .vni else { throw LegacyDecoder.missing(encoding, name) }
    #endif
  }

  deinit {
    #if canImport(Glibc) || canImport(Musl)
      if let converter = unsafe converter { _ = unsafe iconv_close(converter) }
    #endif
  }

  /// The names by which iconv knows the encodings; TCVN3 has the upper half of TCVN 5712.
  private static func iconvName(_ encoding: TextEncoding) -> String? {
    switch encoding {
    case .windows1252: "CP1252"
    case .windows1258: "CP1258"
    case .tcvn3: "TCVN5712-1"
    default: nil
    }
  }

  private static func missing(_ encoding: TextEncoding, _ name: String) -> DocumentError {
    DocumentError(
      kind: .malformed, path: name, line: 0,
      message: "is \(encoding.title), which this system's C library does not know; save it as "
        + "\"CSV UTF-8\"",
      vi:
        "là \(encoding.title), thư viện C của máy này không đọc được; hãy lưu lại dạng \"CSV UTF-8\""
    )
  }

  /// The text of some bytes; a byte that means nothing becomes U+FFFD.
  func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch encoding {
    case .vni: return VNI.decoded(bytes)
    case .tcvn3: return LegacyDecoder.inOneCase(converted(Array(bytes)))
    default: return converted(Array(bytes))
    }
  }

  /// The letter that the converter still holds, waiting for a mark.
  func flushed() -> [UInt8] { encoding == .vni ? [] : converted(nil) }

  private func converted(_ bytes: [UInt8]?) -> [UInt8] {
    #if canImport(Glibc) || canImport(Musl)
      guard let converter = unsafe converter else { return bytes ?? [] }
      var input = bytes ?? []
      var output: [UInt8] = []
      var buffer = [CChar](repeating: 0, count: 1 << 14)
      var done = 0
      var isFlushing = bytes == nil
      while done < input.count || isFlushing {
        isFlushing = false
        let flushes = bytes == nil
        var failure: Int32 = 0
        var written = 0
        unsafe input.withUnsafeMutableBytes { source in
          unsafe buffer.withUnsafeMutableBufferPointer { target in
            var from = unsafe source.baseAddress.map {
              unsafe ($0 + done).assumingMemoryBound(to: CChar.self)
            }
            var fromLeft = source.count - done
            var to = target.baseAddress
            var toLeft = target.count
            let result =
              unsafe flushes
              ? iconv(converter, nil, nil, &to, &toLeft)
              : iconv(converter, &from, &fromLeft, &to, &toLeft)
            if result == -1 { failure = errno }
            done = source.count - fromLeft
            written = target.count - toLeft
          }
        }
        output.append(contentsOf: buffer[..<written].map { UInt8(bitPattern: $0) })
        // A byte without a meaning, or half a character at the end of all.
        if failure == EILSEQ || failure == EINVAL {
          output.append(contentsOf: "\u{FFFD}".utf8)
          done += 1
        }
      }
      return output
    #else
      return bytes ?? []
    #endif
  }

  /// Words in one case: the fonts for capitals show small letters with marks as capitals, so that
  /// "BÖNH VIÖN" is "BỆNH VIỆN", and "Y TÕ" in a cell of capitals "Y TẾ"; "VÝ" alone may be "Ví".
  private static func inOneCase(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
    var result = ""
    var cell = ""
    func finish() {
      let (capitals, small) = cases(cell)
      if capitals >= 2, small == 0 {
        result += cell.uppercased()
      } else {
        result += words(cell)
      }
      cell = ""
    }
    for sign in String(decoding: bytes, as: UTF8.self) {
      if sign.isNewline || ",;|\t\"".contains(sign) {
        finish()
        result.append(sign)
      } else {
        cell.append(sign)
      }
    }
    finish()
    return Array(result.utf8)
  }

  private static func words(_ cell: String) -> String {
    cell.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let (capitals, small) = cases(word)
      return capitals >= 2 && small == 0 ? word.uppercased() : String(word)
    }.joined(separator: " ")
  }

  /// How many capitals and small letters of ASCII a text has.
  private static func cases(_ text: some StringProtocol) -> (capitals: Int, small: Int) {
    var counts = (capitals: 0, small: 0)
    for byte in text.utf8 {
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { counts.capitals += 1 }
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { counts.small += 1 }
    }
    return counts
  }
}
