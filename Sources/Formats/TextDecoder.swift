import Files

/// Turns the blocks of a text of any Unicode encoding into UTF-8: with or without a byte order mark,
/// UTF-8 or UTF-16 of either byte order; UTF-16 without a mark is told by its first characters.
struct TextDecoder {
  private enum Encoding {
    case utf8
    case utf16(isBigEndian: Bool)
  }

  private let blocks: BlockReader
  private var encoding: Encoding?
  /// A byte or a surrogate left over from the block before.
  private var pending: [UInt8] = []

  init(_ source: DataSource) throws(FileError) {
    blocks = try BlockReader(source)
  }

  /// The name that messages use.
  var name: String { blocks.name }

  /// The next UTF-8 bytes; nil at the end.
  mutating func next() throws(FileError) -> [UInt8]? {
    while true {
      guard var block = try blocks.next() else {
        guard !pending.isEmpty else { return nil }
        defer { pending = [] }
        guard case .utf16 = encoding else { return pending }
        throw FileError(
          .truncated, path: name, "is UTF-16 that ends amid a character; it may be cut off")
      }
      block = pending + block
      pending = []
      if encoding == nil {
        // A pipe may hand over a byte at a time; four characters tell the encoding.
        while block.count < 8, let more = try blocks.next() { block += more }
        block = recognise(block)
      }
      guard case .utf16(let isBigEndian) = encoding else { return block }
      let text = decoded(block, isBigEndian: isBigEndian)
      if !text.isEmpty { return text }
    }
  }

  /// Finds the encoding, and takes the byte order mark off.
  private mutating func recognise(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      encoding = .utf8
      return Array(bytes.dropFirst(3))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16(isBigEndian: bytes[0] == 0xFE)
      return Array(bytes.dropFirst(2))
    }
    func isUTF16(zeroAt place: Int) -> Bool {
      bytes.count >= 8
        && (0..<4).allSatisfy { bytes[$0 * 2 + place] == 0 && bytes[$0 * 2 + 1 - place] != 0 }
    }
    encoding =
      isUTF16(zeroAt: 1)
      ? .utf16(isBigEndian: false) : isUTF16(zeroAt: 0) ? .utf16(isBigEndian: true) : .utf8
    return bytes
  }

  private mutating func decoded(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
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
