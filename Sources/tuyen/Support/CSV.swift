/// Comma-separated values as RFC 4180 has them.
enum CSV {
  /// A line of fields, quoted where they must be, with a line feed.
  static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

/// Reads comma-separated values row by row, holding one row at a time.
struct CSVReader {
  private var lines: LineReader
  private let path: String
  /// The line on which the last row began, from 1.
  private(set) var line = 0

  init(path: String) throws(Failure) {
    lines = try LineReader(path: path)
    self.path = path
  }

  /// The next row; nil at the end.
  ///
  /// Empty lines are skipped.
  mutating func next() throws(Failure) -> [String]? {
    while let text = try lines.next() {
      line = lines.line
      if text.isEmpty { continue }
      return try row(text)
    }
    return nil
  }

  private mutating func row(_ first: [UInt8]) throws(Failure) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var text = first
    var index = 0
    while true {
      if index == text.count {
        guard isQuoted else { break }
        // A quoted field goes on in the next line.
        guard let more = try lines.next() else {
          throw .data("\(path):\(line): a quoted field is never closed")
        }
        field.append(0x0A)
        text = more
        index = 0
        continue
      }
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\"") where isQuoted:
        if index < text.count, text[index] == UInt8(ascii: "\"") {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      case UInt8(ascii: "\"") where field.isEmpty: isQuoted = true
      case UInt8(ascii: ",") where !isQuoted:
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
      default: field.append(byte)
      }
    }
    fields.append(String(decoding: field, as: UTF8.self))
    return fields
  }
}
