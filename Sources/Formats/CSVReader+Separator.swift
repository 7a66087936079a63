import Files

extension CSVReader {
  /// Finds what parts the fields: what a line "sep=;" says, else what most of the first lines, outside
  /// quotes, have the same number of; titles above a table have other numbers.
  mutating func findSeparator() throws(DocumentError) {
    var lines: [[Int]] = []
    var counts = [0, 0, 0, 0]
    var isQuoted = false
    var hasBytes = false
    var place = 0
    search: while lines.count < CSVReader.mostLinesLookedAt {
      while place == block.count {
        // Who writes rows one by one, and waits for the answer to each, is not to wait for more.
        guard lines.isEmpty, place <= limits.fieldBytes, let more = try nextBlock() else {
          break search
        }
        block += more
      }
      let byte = block[place]
      place += 1
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted && (byte == 0x0A || byte == 0x0D) {
        if hasBytes { lines.append(counts) }
        counts = [0, 0, 0, 0]
        hasBytes = false
        continue
      }
      hasBytes = true
      if !isQuoted, let index = CSVReader.separators.firstIndex(of: byte) { counts[index] += 1 }
    }
    if hasBytes { lines.append(counts) }
    if let said = takeSeparatorLine() {
      separator = said
      return
    }
    var best = 0
    for index in CSVReader.separators.indices.reversed() {
      let score = CSVReader.score(lines.map { $0[index] })
      if score >= best {
        separator = CSVReader.separators[index]
        best = score
      }
    }
  }

  private static let separators: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|"),
  ]
  private static let mostLinesLookedAt = 100

  /// How well a byte parts fields: the lines that have the most common number of it, times the number.
  private static func score(_ counts: [Int]) -> Int {
    var lines: [Int: Int] = [:]
    for count in counts where count > 0 { lines[count, default: 0] += 1 }
    return lines.map { $0.value * $0.value * min($0.key, 3) }.max() ?? 0
  }

  /// Takes a first line off by which spreadsheets say what parts the fields: "sep=;".
  private mutating func takeSeparatorLine() -> UInt8? {
    let start = "sep=".utf8
    guard block.count > 5,
      block[..<4].elementsEqual(start) || block[..<4].elementsEqual("SEP=".utf8),
      block[5] == 0x0A || block[5] == 0x0D
    else { return nil }
    let said = block[4]
    position = block[5] == 0x0D && block.count > 6 && block[6] == 0x0A ? 7 : 6
    line = 2
    return said
  }
}
