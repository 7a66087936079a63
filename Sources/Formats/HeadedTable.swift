public import Files
import Spreadsheet

/// A table whose first line names its columns, read row by row; what is wrong is gathered, each
/// error with its line.
///
///     var table = try HeadedTable(.file(path), columns: [["id"], ["from", "place"]])
///     while try table.next() { table.value("from") }
///     try table.finish()
public struct HeadedTable {
  /// The name of the source, for messages.
  public var name: String { reader.name }
  /// The titles as they stand in the first line.
  public let titles: [String]
  /// Titles that none of the columns has, in order: they are not read.
  public private(set) var unknownTitles: [String] = []
  /// What was wrong with rows so far.
  public private(set) var problems: [DocumentError] = []
  /// The line of the row, from 1.
  public private(set) var line = 1
  private var reader: RowSource
  private var places: [String: Int] = [:]
  private var row: [String] = []

  /// Opens a table and reads its first line.
  ///
  /// - Parameters:
  ///   - source: Where it is, and how it is meant.
  ///   - columns: The columns that are read, each by any of its names, the first of which is its own.
  ///   - limits: What the table may hold.
  /// - Throws: `DocumentError` when there is no such file, it is empty, or a column is there twice.
  public init(
    _ source: TableSource, columns: [[String]], limits: CSVReader.Limits = CSVReader.Limits()
  ) throws(DocumentError) {
    reader = try RowSource(
      source.source, encoding: source.encoding, limits: limits,
      sheet: source.sheet.map { .named($0) } ?? .titled(Set(columns.joined())))
    if source.sheet != nil, reader.sheet == nil {
      throw DocumentError(
        kind: .invalid, path: source.name, line: 0,
        message: "a sheet is named, but this is no Excel workbook",
        vi: "có ghi tên trang tính, nhưng đây không phải bảng tính Excel")
    }
    if source.encoding != nil, reader.sheet != nil {
      throw DocumentError(
        kind: .invalid, path: source.name, line: 0,
        message: "an encoding is named, but an Excel workbook has its own",
        vi: "có ghi bảng mã, nhưng bảng tính Excel đã có bảng mã riêng")
    }
    guard let header = try HeadedTable.header(of: &reader, columns) else {
      throw DocumentError(
        kind: .malformed, path: source.name, line: 1,
        message: "the file is empty; its first line must name the columns",
        vi: "tệp trống; dòng đầu phải là tên các cột")
    }
    titles = header.fields
    for (index, title) in titles.enumerated() {
      let folded = title.lowercased().filter { $0 != " " }
      // Columns of a sheet that have no title hold nothing, or remarks beside the list.
      if folded.isEmpty, reader.sheet != nil { continue }
      guard let column = columns.first(where: { $0.contains(folded) })?.first else {
        unknownTitles.append(title)
        continue
      }
      guard places.updateValue(index, forKey: column) == nil else {
        throw DocumentError(
          kind: .malformed, path: source.name, line: header.line,
          message: "the column \"\(column)\" is there twice",
          vi: "cột \"\(column)\" có hai lần")
      }
    }
  }

  /// The row that names the columns: the first one; in a sheet, titles may stand above it.
  private static func header(
    of reader: inout RowSource, _ columns: [[String]]
  ) throws(DocumentError) -> CSVReader.Row? {
    let first = try reader.next()
    guard reader.sheet != nil else { return first }
    var row = first
    for _ in 0..<HeadedTable.mostTitles {
      guard let here = row else { return first }
      let folded = here.fields.map { $0.lowercased().filter { $0 != " " } }
      if folded.contains(where: { title in columns.contains { $0.contains(title) } }) { return row }
      row = try reader.next()
    }
    return first
  }

  /// The most rows of titles above a header.
  private static let mostTitles = 20

  /// Whether there is such a column.
  public func has(_ column: String) -> Bool { places[column] != nil }

  /// Goes to the next row.
  ///
  /// A row with another number of fields than the header is a problem, and passed over.
  ///
  /// - Returns: Whether there is one.
  public mutating func next() throws(DocumentError) -> Bool {
    while try advance() {
      if isComplete { return true }
      report(
        Bilingual(
          "dòng có \(row.count) ô, dòng tên cột có \(titles.count)",
          "the row has \(row.count) fields, the header \(titles.count)"))
    }
    return false
  }

  /// Goes to the next row, whatever the number of its fields: for answers row by row.
  ///
  /// - Returns: Whether there is one.
  public mutating func advance() throws(DocumentError) -> Bool {
    guard let row = try reader.next() else { return false }
    self.row = row.fields
    line = row.line
    return true
  }

  /// Whether the row has as many fields as the header.
  public var isComplete: Bool { row.count == titles.count }

  /// The number of fields of the row.
  public var fieldCount: Int { row.count }

  /// What the row has in a column, without blanks at its ends; nil for nothing.
  public func value(_ column: String) -> String? {
    guard let index = places[column], index < row.count else { return nil }
    let text = row[index].trimmingBlanks
    return text.isEmpty ? nil : text
  }

  /// A whole number that the row has in a column, within bounds; nil for nothing, or for a problem.
  public mutating func number(_ column: String, in bounds: ClosedRange<Int>) -> Int? {
    guard let text = value(column) else { return nil }
    if let number = Int(text), bounds.contains(number) { return number }
    let (least, most) = (bounds.lowerBound, bounds.upperBound)
    report(
      Bilingual(
        "\(column) \"\(text)\" không phải số nguyên từ \(least) đến \(most)",
        "\(column) \"\(text)\" is no whole number from \(least) to \(most)"))
    return nil
  }

  /// Notes something wrong with the row.
  public mutating func report(_ message: Bilingual) { problems.append(error(message)) }

  /// An error at the row.
  public func error(_ message: Bilingual) -> DocumentError {
    DocumentError(kind: .invalid, path: name, line: line, message: message.en, vi: message.vi)
  }

  /// An error at the first line.
  public func headerError(_ message: Bilingual) -> DocumentError {
    DocumentError(kind: .invalid, path: name, line: 1, message: message.en, vi: message.vi)
  }

  /// How the text was understood that does not say its encoding, as far as it was read.
  public var recognised: TextRecognition? { reader.recognised }

  /// The error of a table that lacks columns it needs.
  ///
  /// - Parameter needed: The columns, as a reader of the message would write them.
  /// - Returns: The error, at the first line.
  public func lackError(_ needed: Bilingual) -> DocumentError {
    let titles = titles.joined(separator: ", ")
    return headerError(
      Bilingual(
        "cần \(needed.vi); bảng có: \(titles)", "needs \(needed.en); it has: \(titles)"))
  }

  /// Fails with everything that was wrong, if anything was.
  public func finish() throws(TableProblems) {
    if !problems.isEmpty { throw TableProblems(errors: problems) }
  }
}

/// Everything that is wrong with the rows of a table.
public struct TableProblems: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in order of lines.
  public var errors: [DocumentError]
  /// How many errors are listed.
  private static let mostListed = 50

  /// Creates the failure.
  public init(errors: [DocumentError]) {
    self.errors = errors
  }

  /// The errors, one a line, the first fifty of them.
  public var description: String { text(.en) }

  /// The errors in a language, one a line, the first fifty of them.
  public func text(_ language: Language) -> String {
    let listed = errors.prefix(TableProblems.mostListed).map { $0.text(language) }
    let rest = errors.count - listed.count
    let more = rest > 0 ? [language("… và \(rest) lỗi nữa", "… and \(rest) more")] : []
    return (listed + more).joined(separator: "\n")
  }
}

extension String {
  /// The text without white space at its ends.
  package var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
