import Files
public import Spreadsheet

extension WorkbookWriter {
  /// Writes days as the language does.
  public init(_ language: Language) {
    self.init(dayFormat: language("dd/mm/yyyy", "yyyy-mm-dd"))
  }
}

extension WorkbookSheet {
  /// A sheet of separated values; nil for what is no table.
  ///
  /// - Parameters:
  ///   - name: The name of the sheet.
  ///   - csv: The values, as `CSVWriter()` writes them, under one line of titles.
  public init?(_ name: String, csv: String) {
    guard
      var reader = try? CSVReader(.bytes(Array(csv.utf8), name: name)),
      let header = try? reader.next()
    else { return nil }
    self.init(name, columns: header.fields)
    while let row = try? reader.next() {
      rows.append(row.fields.map { Value(reading: $0) })
    }
  }
}

extension Table {
  /// The table as a sheet: the titles that people read, and typed values below them.
  ///
  /// - Parameters:
  ///   - name: The name of the sheet, where the table has no title of its own.
  ///   - language: The language of texts.
  /// - Returns: The sheet.
  public func sheet(named name: String, in language: Language) -> WorkbookSheet {
    let kept = columns.indices.filter { !columns[$0].isHidden }
    var sheet = WorkbookSheet(title ?? name, columns: kept.map { columns[$0].title })
    sheet.rows = rows.map { row in kept.map { row[$0].value(in: language) } }
    return sheet
  }
}

extension Table.Cell {
  /// The value as a cell of a sheet holds it.
  func value(in language: Language) -> WorkbookSheet.Value {
    switch json {
    case .integer(let number): return .integer(number)
    case .number(let number, let decimals): return .init(reading: decimal(number, decimals))
    case .string(let value) where value == text:
      let read = WorkbookSheet.Value(reading: value)
      if case .day = read { return read }
      return value.isEmpty ? .empty : .text(self.text(in: language))
    default:
      let shown = self.text(in: language)
      return shown.isEmpty ? .empty : .text(shown)
    }
  }
}
