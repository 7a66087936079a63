import Files

/// Turns the blocks of a text into UTF-8, whatever its encoding: UTF-8 or UTF-16 with or without a byte
/// order mark, Windows-1252, Windows-1258, TCVN3 or VNI.
///
/// The older encodings have no mark: which one it is, the words of the text tell (`EncodingEvidence`).
/// Where two make sense of it, nothing is guessed; the error shows both.
struct TextDecoder {
  private let blocks: BlockReader
  private var encoding: TextEncoding?
  private var legacy: LegacyDecoder?
  /// Bytes left over from the block before: part of a character, or of a line.
  private var pending: [UInt8] = []
  private var isBeginning = true
  /// The lines before the block, as long as all are ASCII.
  private var linesBefore = 0
  /// How the text was understood, where its own bytes did not say it.
  private(set) var recognised: TextRecognition?

  /// As much is looked at of a text without a mark.
  private static let mostEvidence = 1 << 19
  /// Lines of older encodings are turned whole, as far as they are no longer than this.
  private static let mostPending = 1 << 20

  /// Opens a text.
  ///
  /// - Parameters:
  ///   - source: Where it is.
  ///   - encoding: Its encoding; nil to recognise it.
  /// - Throws: `DocumentError` of kind `unreadable` where there is no such file.
  init(_ source: DataSource, encoding: TextEncoding? = nil) throws(DocumentError) {
    let blocks: BlockReader
    do throws(FileError) {
      blocks = try BlockReader(source)
    } catch {
      throw DocumentError(kind: .unreadable, path: source.name, line: 0, message: error.message)
    }
    try self.init(blocks, encoding: encoding)
  }

  /// Goes on with a text whose first bytes were looked at.
  init(_ blocks: BlockReader, encoding: TextEncoding?) throws(DocumentError) {
    self.blocks = blocks
    self.encoding = encoding
    if let encoding, TextEncoding.legacy.contains(encoding) {
      legacy = try LegacyDecoder(encoding, name: blocks.name)
    }
  }

  /// The name that messages use.
  var name: String { blocks.name }

  /// The next UTF-8 bytes; nil at the end.
  mutating func next() throws(DocumentError) -> [UInt8]? {
    while true {
      guard var block = try read() else { return try rest() }
      block = pending + block
      pending = []
      if isBeginning {
        // A pipe may hand over a byte at a time; four characters tell the encoding.
        while block.count < 8, let more = try read() { block += more }
        block = withoutMark(block)
        isBeginning = false
      }
      if encoding == nil, block.contains(where: { $0 >= 0x80 }) { block = try recognise(block) }
      if encoding == nil { linesBefore += block.count { $0 == 0x0A } }
      let text = decoded(block)
      if !text.isEmpty { return text }
    }
  }

  private mutating func read() throws(DocumentError) -> [UInt8]? {
    do throws(FileError) {
      return try blocks.next()
    } catch {
      throw DocumentError(kind: .unreadable, path: name, line: 0, message: error.message)
    }
  }

  /// The rest at the end.
  private mutating func rest() throws(DocumentError) -> [UInt8]? {
    defer { pending = [] }
    if let decoder = legacy {
      let text = decoder.decoded(pending[...]) + decoder.flushed()
      legacy = nil
      return text.isEmpty ? nil : text
    }
    guard !pending.isEmpty else { return nil }
    guard encoding == .utf16LittleEndian || encoding == .utf16BigEndian else { return pending }
    throw DocumentError(
      kind: .malformed, path: name, line: 0,
      message: "is UTF-16 that ends amid a character; it may be cut off",
      vi: "là UTF-16 nhưng hết giữa chừng một ký tự; tệp có thể bị cắt")
  }

  /// Takes the byte order mark off, and tells UTF-16 by it, or by its first characters.
  private mutating func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      encoding = encoding ?? .utf8
      return Array(bytes.dropFirst(3))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      guard legacy == nil else { return bytes }
      encoding = bytes[0] == 0xFE ? .utf16BigEndian : .utf16LittleEndian
      return Array(bytes.dropFirst(2))
    }
    guard encoding == nil else { return bytes }
    // Letters of Vietnamese beyond Latin-1 have no zero byte; separators and digits have one.
    let pairs = min(bytes.count / 2, 64)
    func zeros(at place: Int) -> Int { (0..<pairs).count { bytes[$0 * 2 + place] == 0 } }
    let (even, odd) = (zeros(at: 0), zeros(at: 1))
    if pairs >= 4, odd * 3 >= pairs * 2, even == 0 { encoding = .utf16LittleEndian }
    if pairs >= 4, even * 3 >= pairs * 2, odd == 0 { encoding = .utf16BigEndian }
    return bytes
  }

  /// Tells the encoding of a text by its letters beyond ASCII.
  private mutating func recognise(_ bytes: [UInt8]) throws(DocumentError) -> [UInt8] {
    var bytes = bytes
    if EncodingEvidence.isUTF8(bytes) {
      encoding = .utf8
      return bytes
    }
    // A block that is not full is all that a pipe has for now.
    while bytes.count < TextDecoder.mostEvidence, bytes.count % (1 << 16) == 0,
      let more = try read()
    {
      bytes += more
    }
    var readings: [EncodingEvidence.Reading] = []
    for candidate in TextEncoding.legacy {
      guard let decoder = try? LegacyDecoder(candidate, name: name) else { continue }
      let text = decoder.decoded(bytes[...]) + decoder.flushed()
      readings.append(EncodingEvidence.Reading(candidate, String(decoding: text, as: UTF8.self)))
    }
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let line = linesBefore + bytes[..<first].count { $0 == 0x0A } + 1
    switch EncodingEvidence.choice(of: readings) {
    case .one(let reading):
      encoding = reading.encoding
      legacy = try LegacyDecoder(reading.encoding, name: name)
      recognised = TextRecognition(
        encoding: reading.encoding, sample: reading.sample, hasLostLetters: reading.hasLostLetters)
      return bytes
    case .several(let readings):
      let samples = readings.map {
        "\($0.encoding.title) (\($0.encoding.rawValue)): \"\($0.sample)\""
      }
      .joined(separator: "; ")
      throw DocumentError(
        kind: .malformed, path: name, line: line,
        message: "its letters fit several encodings; say which one it is. \(samples)",
        vi: "chữ có thể thuộc nhiều bảng mã; hãy nói rõ bảng mã nào. \(samples)")
    case .none:
      throw DocumentError(
        kind: .malformed, path: name, line: line,
        message:
          "is neither UTF-8 nor UTF-16, and reads as Vietnamese in none of Windows-1258, TCVN3 "
          + "and VNI; save it as \"CSV UTF-8\", or say its encoding",
        vi: "không phải UTF-8 hay UTF-16, đọc theo Windows-1258, TCVN3 hay VNI cũng không ra tiếng "
          + "Việt; hãy lưu lại dạng \"CSV UTF-8\", hoặc nói rõ bảng mã")
    }
  }

  private mutating func decoded(_ bytes: [UInt8]) -> [UInt8] {
    switch encoding {
    case nil, .utf8: return bytes
    case .utf16LittleEndian: return decodedUTF16(bytes, isBigEndian: false)
    case .utf16BigEndian: return decodedUTF16(bytes, isBigEndian: true)
    default:
      guard let legacy else { return bytes }
      // Whole lines, so that no letter is parted from its mark.
      let end = bytes.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
      if end == 0, bytes.count <= TextDecoder.mostPending {
        pending = bytes
        return []
      }
      let cut = end == 0 ? bytes.count : end
      pending = Array(bytes[cut...])
      return legacy.decoded(bytes[..<cut])
    }
  }

  private mutating func decodedUTF16(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    var rest = Array(bytes[index...])
    if let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      rest = Array(bytes[(index - 2)...])
    }
    pending = rest
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
