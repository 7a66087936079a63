public import Files

/// Reads a table of separated values row by row, holding one row at a time.
///
///     var reader = try CSVReader(.file("list.csv"))
///     while let row = try reader.next() { row.fields }
///
/// Fields are parted by commas, semicolons, tabs or bars, whichever part most of the first lines alike;
/// lines end in LF, CRLF or a lone CR; the text is in any encoding that `TextDecoder` knows. Empty lines
/// are passed over. What guards a formula is taken off.
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
  public internal(set) var separator = UInt8(ascii: ",")
  private var text: TextDecoder
  let limits: Limits
  var block: [UInt8] = []
  var position = 0
  var line = 1
  private var bytesRead = 0
  private var hasBegun = false

  /// How the text was understood, where nothing in it says its encoding; nil before it is read, and
  /// for UTF-8 and marked UTF-16.
  public var recognised: TextRecognition? { text.recognised }

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - source: Where it is.
  ///   - encoding: The encoding of the text; nil to recognise it.
  ///   - limits: What it may hold.
  /// - Throws: `DocumentError` of kind `unreadable` where there is no such file.
  public init(
    _ source: DataSource, encoding: TextEncoding? = nil, limits: Limits = Limits()
  ) throws(DocumentError) {
    name = source.name
    self.limits = limits
    text = try TextDecoder(source, encoding: encoding)
  }

  /// Reads a table whose first bytes were looked at.
  package init(
    _ blocks: BlockReader, encoding: TextEncoding? = nil, limits: Limits = Limits()
  ) throws(DocumentError) {
    name = blocks.name
    self.limits = limits
    text = try TextDecoder(blocks, encoding: encoding)
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
        throw error(
          .limit, row.line, "a field is longer than \(limits.fieldBytes) bytes",
          vi: "một ô dài quá \(limits.fieldBytes) byte")
      }
    }
    if isQuoted {
      throw error(
        .malformed, row.line, "a quoted field is never closed",
        vi: "một ô mở ngoặc kép mà không đóng")
    }
    try end(&field, of: &row)
    return row
  }

  private mutating func end(_ field: inout [UInt8], of row: inout Row) throws(DocumentError) {
    guard row.fields.count < limits.fields else {
      throw error(
        .limit, row.line, "a row has more than \(limits.fields) fields",
        vi: "một dòng có quá \(limits.fields) ô")
    }
    guard !field.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A }) else {
      throw error(
        .malformed, row.line, "holds control characters; it is no table",
        vi: "có ký tự điều khiển, không phải bảng")
    }
    guard let text = String(validating: field, as: UTF8.self) else {
      throw DocumentError(
        kind: .malformed, path: name, line: row.line,
        message: "begins as UTF-8 and is none here; save it as \"CSV UTF-8\"",
        vi: "phần đầu là UTF-8 nhưng ở đây thì không; hãy lưu lại dạng \"CSV UTF-8\"")
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

  mutating func nextBlock() throws(DocumentError) -> [UInt8]? {
    let next = try text.next()
    bytesRead += next?.count ?? 0
    guard bytesRead <= limits.bytes else {
      throw DocumentError(
        kind: .unreadable, path: name, line: 0, message: "is longer than \(limits.bytes) bytes",
        vi: "dài quá \(limits.bytes) byte")
    }
    return next
  }

  private func error(
    _ kind: DocumentError.Kind, _ line: Int, _ message: String, vi: String
  ) -> DocumentError {
    DocumentError(kind: kind, path: name, line: line, message: message, vi: vi)
  }
}
