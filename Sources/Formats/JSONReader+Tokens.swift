import Files

/// The words, numbers and texts of a document.
extension JSONReader {
  mutating func word(_ word: StaticString) throws(DocumentError) {
    let text = "\(word)"
    for byte in text.utf8 {
      guard try peek() == byte else { throw malformed("expected \(text)") }
      position += 1
    }
    if let after = try peek(), isWordByte(after) { throw malformed("expected \(text)") }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2E
      || byte == 0x2B || byte == 0x2D || byte == 0x5F || byte == 0x22
  }

  mutating func number() throws(DocumentError) -> String {
    gathered.removeAll(keepingCapacity: true)
    while let byte = try peek(), isWordByte(byte) {
      gathered.append(byte)
      guard gathered.count <= limits.numberBytes else {
        throw error(.limit, "a number is longer than \(limits.numberBytes) bytes")
      }
      position += 1
    }
    guard JSONReader.isNumber(gathered) else {
      throw malformed("found \"\(String(decoding: gathered, as: UTF8.self))\"; expected a number")
    }
    return String(decoding: gathered, as: UTF8.self)
  }

  /// Whether a text is a number as JSON writes it.
  public static func isNumber(_ text: some Collection<UInt8>) -> Bool {
    var rest = text[...]
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !startsWithZero || whole == 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  mutating func string() throws(DocumentError) -> String {
    position += 1
    if let text = plainString() { return text }
    isPlain = false
    gathered.removeAll(keepingCapacity: true)
    while true {
      guard let byte = try peek() else { throw malformed("a text does not end") }
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: gathered, as: UTF8.self) else {
          throw malformed("a text is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20:
        throw malformed("a text holds the control character \(byte), which must be escaped")
      default: gathered.append(byte)
      }
      guard gathered.count <= limits.textBytes else {
        throw error(.limit, "a text is longer than \(limits.textBytes) bytes")
      }
    }
  }

  /// The rest of a text that ends within the block and has no escape, which is nearly every one; nil
  /// where it must be read byte by byte, or is wrong.
  private mutating func plainString() -> String? {
    guard let found = JSONReader.plainText(block.span, from: position, most: limits.textBytes)
    else { return nil }
    isPlain = found.isASCII
    position = found.end
    return found.text
  }

  private static func plainText(
    _ bytes: Span<UInt8>, from start: Int, most: Int
  ) -> (text: String, end: Int, isASCII: Bool)? {
    let end = min(bytes.count, start + most)
    var place = start
    var union: UInt8 = 0
    while place < end {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        guard let text = text(bytes.extracting(start..<place)) else { return nil }
        return (text, place + 1, union < 0x80)
      }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { return nil }
      union |= byte
      place += 1
    }
    return nil
  }

  /// Some bytes as a text; nil where they are not UTF-8.
  private static func text(_ bytes: Span<UInt8>) -> String? {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes))
    } catch {
      return nil
    }
  }

  /// The number of the key that begins here, where it is known, ends within the block and has no
  /// escape; the position is then behind it.
  mutating func knownKey() -> Int? {
    guard let found = JSONReader.knownKey(block.span, from: position + 1, among: known) else {
      return nil
    }
    position = found.end
    return found.number
  }

  private static func knownKey(
    _ bytes: Span<UInt8>, from start: Int, among known: borrowing JSONKeys
  ) -> (number: Int, end: Int)? {
    var place = start
    var hash = JSONKeys.Hash()
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        let number = known.number(of: bytes.extracting(start..<place), hash: hash.value)
        return number.map { ($0, place + 1) }
      }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { return nil }
      hash.add(byte)
      place += 1
    }
    return nil
  }

  private mutating func escape() throws(DocumentError) {
    guard let byte = try peek() else { throw malformed("a text does not end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): gathered.append(byte)
    case UInt8(ascii: "b"): gathered.append(0x08)
    case UInt8(ascii: "f"): gathered.append(0x0C)
    case UInt8(ascii: "n"): gathered.append(0x0A)
    case UInt8(ascii: "r"): gathered.append(0x0D)
    case UInt8(ascii: "t"): gathered.append(0x09)
    case UInt8(ascii: "u"):
      var code = UInt32(try codeUnit())
      if (0xD800..<0xDC00).contains(code) {
        guard try peek() == UInt8(ascii: "\\") else { throw loneSurrogate }
        position += 1
        guard try peek() == UInt8(ascii: "u") else { throw loneSurrogate }
        position += 1
        let low = UInt32(try codeUnit())
        guard (0xDC00..<0xE000).contains(low) else { throw loneSurrogate }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw loneSurrogate }
      gathered.append(contentsOf: String(Character(scalar)).utf8)
    default: throw malformed("found \\\(shown(byte)), which is no escape of JSON")
    }
  }

  private var loneSurrogate: DocumentError { malformed("a text holds half a surrogate pair") }

  private mutating func codeUnit() throws(DocumentError) -> UInt16 {
    var code: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = try peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue,
        byte < 0x80
      else { throw malformed("expected four hexadecimal digits behind \\u") }
      position += 1
      code = code << 4 | UInt16(digit)
    }
    return code
  }
}
