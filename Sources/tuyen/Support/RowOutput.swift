import Answers
import Formats
import Spreadsheet

/// Rows of an answer on their way out: text as it comes, to standard output; a workbook, and what
/// goes to a file, whole at the end.
struct RowOutput<Row: AnswerRow> {
  private let format: AnswerFormat
  private let style: AnswerStyle
  private let file: OutputFile?
  private var text = Output()
  private var bytes: [UInt8] = []
  private var sheet: WorkbookSheet

  init(_ row: Row.Type, as format: AnswerFormat, _ style: AnswerStyle, to file: OutputFile?) {
    self.format = format
    self.style = style
    self.file = file
    sheet = WorkbookSheet(style.language("Kết quả", "Result"), columns: Row.titles)
  }

  /// Writes what stands before the first row.
  ///
  /// - Throws: `Failure` where a file that is there would be replaced.
  mutating func begin() throws(Failure) {
    if let file { try OutputFiles.refuseOverwriting(file.path, unless: file.replaces) }
    try add(Row.head(as: format, style))
  }

  /// Writes a row.
  mutating func write(_ row: Row) throws(Failure) {
    guard format == .xlsx else { return try add(row.text(as: format, style)) }
    for cells in row.cells(style) {
      sheet.rows.append(cells.map { WorkbookSheet.Value(reading: $0) })
    }
  }

  /// Writes what is left.
  mutating func finish() throws(Failure) {
    if format == .xlsx {
      guard let workbook = WorkbookWriter(style.language).bytes(of: [sheet]) else {
        throw .output(
          style.language(
            "nhiều hàng hơn một trang tính Excel chứa được; dùng --format csv",
            "more rows than a sheet of Excel holds; use --format csv"))
      }
      try Output.write(workbook, as: format, to: file, style.language)
    } else if file != nil {
      try Output.write(bytes, as: format, to: file, style.language)
    } else {
      try text.flush()
    }
  }

  private mutating func add(_ more: String) throws(Failure) {
    if file == nil {
      if format != .xlsx { try text.write(more) }
    } else {
      bytes += Array(more.utf8)
    }
  }
}
