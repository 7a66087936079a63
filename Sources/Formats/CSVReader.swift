public import Files

/// Reads a table of separated values row by row, holding one row at a time.
///
///     var reader = try CSVReader(.file("list.csv"))
///     while let row = try reader.next() { row.fields }
///
/// Fields are parted by commas, semicolons or tabs, whichever the first line has most of; lines end
/// in LF, CRLF or a lone CR; the text is UTF-8 or UTF-16, with or without a byte order mark. Empty
/// lines are passed over. What guards a formula is taken off.
public struct CSVReader {
  /// A row: its fields, and the line on which it begins.
  public struct Row: Hashable, Sendable {
    /// The line on which the row begins, from 1.
    public var line: Int
    /// The fields as they stand.
    public var fields: [String]
  }

  /// What a table may hold.
  public struct Limits: Hashable, Sendable {
    /// The most bytes of a field.
    public var fieldBytes = 1 << 20
    /// The most fields of a row.
    public var fields = 1_000
    /// The most bytes of the document.
    public var bytes = 1 << 32

    /// The usual limits.
    public init() {}
  }

  /// The name of the source, for messages.
  public let name: String
  /// What parts the fields.
  public private(set) var separator = UInt8(ascii: ",")
  private var text: TextDecoder
  private let limits: Limits
  private var block: [UInt8] = []
  private var position = 0
  private var line = 1
  private var bytesRead = 0
  private var hasBegun = false

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - source: Where it is.
  ///   - limits: What it may hold.
  /// - Throws: `DocumentError` of kind `unreadable` where there is no such file.
  public init(_ source: DataSource, limits: Limits = Limits()) throws(DocumentError) {
    name = source.name
    self.limits = limits
    do throws(FileError) {
      text = try TextDecoder(source)
    } catch {
      throw DocumentError(kind: .unreadable, path: source.name, line: 0, message: error.message)
    }
  }

  /// The next row that holds anything; nil at the end.
  ///
  /// - Throws: `DocumentError` with the line where a quoted field is never closed, a limit is passed,
  ///   or the text is no text.
  public mutating func next() throws(DocumentError) -> Row? {
    if !hasBegun {
      hasBegun = true
      try findSeparator()
    }
    while try peek() != nil {
      let row = try readRow()
      if row.fields.contains(where: { !$0.isEmpty }) { return row }
    }
    return nil
  }

  /// Looks at the first line, outside quotes, and remembers what parts its fields.
  private mutating func findSeparator() throws(DocumentError) {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var place = 0
    search: while true {
      while place == block.count {
        guard place <= limits.fieldBytes, let more = try nextBlock() else { break search }
        block += more
      }
      let byte = block[place]
      place += 1
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted && (byte == 0x0A || byte == 0x0D) {
        if counts.isEmpty { continue }
        break
      }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    separator =
      candidates.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) } ?? UInt8(ascii: ",")
  }

  private mutating func readRow() throws(DocumentError) -> Row {
    var row = Row(line: line, fields: [])
    var field: [UInt8] = []
    var isQuoted = false
    while let byte = try take() {
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if try peek() == UInt8(ascii: "\"") {
          _ = try take()
          field.append(byte)
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\"") && field.isEmpty {
        isQuoted = true
      } else if byte == separator {
        try end(&field, of: &row)
      } else if byte == 0x0A || byte == 0x0D {
        break
      } else {
        field.append(byte)
      }
      guard field.count <= limits.fieldBytes else {
        throw error(.limit, row.line, "a field is longer than \(limits.fieldBytes) bytes")
      }
    }
    if isQuoted { throw error(.malformed, row.line, "a quoted field is never closed") }
    try end(&field, of: &row)
    return row
  }

  private mutating func end(_ field: inout [UInt8], of row: inout Row) throws(DocumentError) {
    guard row.fields.count < limits.fields else {
      throw error(.limit, row.line, "a row has more than \(limits.fields) fields")
    }
    guard !field.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A }) else {
      throw error(.malformed, row.line, "holds control characters; it is no table")
    }
    guard let text = String(validating: field, as: UTF8.self) else {
      throw error(
        .malformed, row.line, "is neither UTF-8 nor UTF-16; save it as \"CSV UTF-8\"")
    }
    row.fields.append(CSVWriter.unguarded(text))
    field.removeAll(keepingCapacity: true)
  }

  /// The next byte, line ends being a single LF wherever they are.
  private mutating func take() throws(DocumentError) -> UInt8? {
    guard let byte = try peek() else { return nil }
    position += 1
    guard byte == 0x0D || byte == 0x0A else { return byte }
    line += 1
    if byte == 0x0D, try peek() == 0x0A { position += 1 }
    return 0x0A
  }

  private mutating func peek() throws(DocumentError) -> UInt8? {
    while position == block.count {
      guard let more = try nextBlock() else { return nil }
      block = more
      position = 0
    }
    return block[position]
  }

  private mutating func nextBlock() throws(DocumentError) -> [UInt8]? {
    do throws(FileError) {
      let next = try text.next()
      bytesRead += next?.count ?? 0
      guard bytesRead <= limits.bytes else {
        throw FileError(.unreadable, path: name, "is longer than \(limits.bytes) bytes")
      }
      return next
    } catch {
      throw DocumentError(
        kind: error.kind == .truncated ? .malformed : .unreadable, path: name, line: 0,
        message: error.message)
    }
  }

  private func error(
    _ kind: DocumentError.Kind, _ line: Int, _ message: String
  ) -> DocumentError {
    DocumentError(kind: kind, path: name, line: line, message: message)
  }
}
