import Columns
import XMLStream

/// The text of a table's file, as UTF-8: from UTF-8 with or without a byte order mark, or UTF-16.
struct TableText {
  let bytes: [UInt8]

  /// Reads a file.
  ///
  /// - Throws: `ExchangeFailure` where it is no regular file, too long, or no text.
  init(path: String, limits: XMLLimits) throws(ExchangeFailure) {
    guard FileStamp(path: path) != nil else {
      throw TableText.failure(.unreadable, path, 0, "there is no such file")
    }
    guard let file = Column<UInt8>(file: path) else {
      throw TableText.failure(.unreadable, path, 0, "cannot be read")
    }
    guard file.count <= limits.documentBytes else {
      throw TableText.failure(
        .limit, path, 0, "the document is longer than \(limits.documentBytes) bytes")
    }
    let all = file.array
    if all.starts(with: [0xFF, 0xFE]) || all.starts(with: [0xFE, 0xFF]) {
      bytes = try TableText.decoded(all, isBigEndian: all[0] == 0xFE, path)
    } else if all.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes = Array(all.dropFirst(3))
    } else if TableText.isUTF16(all, zeroAt: 1) {
      bytes = try TableText.decoded([0xFF, 0xFE] + all, isBigEndian: false, path)
    } else if TableText.isUTF16(all, zeroAt: 0) {
      bytes = try TableText.decoded([0xFE, 0xFF] + all, isBigEndian: true, path)
    } else {
      bytes = all
    }
    try check(path)
  }

  /// Whether a file without a byte order mark is UTF-16 by its first characters, mostly Latin.
  private static func isUTF16(_ bytes: [UInt8], zeroAt place: Int) -> Bool {
    guard bytes.count >= 8 else { return false }
    return (0..<4).allSatisfy { bytes[$0 * 2 + place] == 0 && bytes[$0 * 2 + 1 - place] != 0 }
  }

  private static func decoded(
    _ bytes: [UInt8], isBigEndian: Bool, _ path: String
  ) throws(ExchangeFailure) -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else {
      throw failure(.malformed, path, 0, "is UTF-16 that ends amid a character; it may be cut off")
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Refuses what is no text.
  private func check(_ path: String) throws(ExchangeFailure) {
    var line = 1
    for byte in bytes {
      if byte == 0x0A { line += 1 }
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        throw TableText.failure(.malformed, path, line, "holds control characters; it is no table")
      }
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw TableText.failure(
        .malformed, path, 0, "is neither UTF-8 nor UTF-16; save it as \"CSV UTF-8\"")
    }
  }

  static func failure(
    _ kind: XMLError.Kind, _ path: String, _ line: Int, _ message: String
  ) -> ExchangeFailure {
    ExchangeFailure(errors: [XMLError(kind: kind, path: path, line: line, message: message)])
  }
}

/// The rows of a table, one after the other.
struct TableRows {
  /// A row: its fields, and the line on which it begins.
  struct Row {
    var line: Int
    var fields: [String]
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private let path: String
  private let limits: XMLLimits
  private var position = 0
  private var line = 1
  /// More columns than this are no table of facilities.
  private static let mostFields = 1_000

  /// Begins with the first row; fields are parted by what parts them there.
  init(_ text: TableText, path: String, limits: XMLLimits) {
    bytes = text.bytes
    self.path = path
    self.limits = limits
    separator = TableRows.separator(in: text.bytes)
  }

  /// The most frequent of comma, semicolon and tab in the first line, outside quotes.
  private static func separator(in bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    return candidates.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) } ?? candidates[0]
  }

  /// The next row that holds anything; nil at the end.
  mutating func next() throws(ExchangeFailure) -> Row? {
    while position < bytes.count {
      let row = try readRow()
      if row.fields.contains(where: { !$0.isEmpty }) { return row }
    }
    return nil
  }

  private mutating func readRow() throws(ExchangeFailure) -> Row {
    var row = Row(line: line, fields: [])
    var field: [UInt8] = []
    var isQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
          field.append(byte)
          position += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\"") && field.isEmpty {
        isQuoted = true
      } else if byte == separator {
        try end(&field, of: &row)
      } else if byte == 0x0A {
        break
      } else {
        field.append(byte)
      }
      guard field.count <= limits.textBytes else {
        throw TableText.failure(
          .limit, path, row.line, "a field is longer than \(limits.textBytes) bytes")
      }
    }
    if isQuoted {
      throw TableText.failure(.malformed, path, row.line, "a quoted field is never closed")
    }
    try end(&field, of: &row)
    return row
  }

  private func end(_ field: inout [UInt8], of row: inout Row) throws(ExchangeFailure) {
    guard row.fields.count < TableRows.mostFields else {
      throw TableText.failure(
        .limit, path, row.line, "a row has more than \(TableRows.mostFields) fields")
    }
    row.fields.append(oneLine(NormalForm.composed(String(decoding: field, as: UTF8.self))))
    field.removeAll(keepingCapacity: true)
  }
}
