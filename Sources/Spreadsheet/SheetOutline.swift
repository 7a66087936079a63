import Files

/// The facts needed of a sheet before its rows are read: merged cells are listed behind them.
struct SheetOutline {
  /// Cells that are merged, by their first row.
  private(set) var merged: [MergedCells] = []
  /// How many columns hold anything.
  private(set) var columns = 0
  /// How many rows hold anything.
  private(set) var rows = 0
  /// How many rows hold two cells or more.
  private(set) var listRows = 0
  /// Rows that hold something and are hidden, and the first of them.
  private(set) var hiddenRows = 0
  private(set) var firstHiddenRow: Int?
  /// Columns that are hidden.
  private(set) var hiddenColumns = 0

  /// Whether the sheet looks like a list: a header and a row, of two columns.
  var isList: Bool { listRows >= 2 }

  /// Looks a sheet over.
  ///
  /// - Parameters:
  ///   - cursor: The sheet.
  ///   - path: The name of the workbook, for messages.
  ///   - limits: What it must stay within.
  ///   - isQuick: Whether only to find out if it looks like a list.
  /// - Throws: `DocumentError` where the sheet is damaged, or goes beyond a limit.
  init(
    _ cursor: consuming SheetCursor, path: String, limits: ZipLimits, isQuick: Bool
  ) throws(DocumentError) {
    while try cursor.next() {
      guard let last = cursor.cells.last(where: { !$0.isWithoutValue || $0.column < 256 })
      else { continue }
      rows += 1
      if cursor.cells.count >= 2 { listRows += 1 }
      columns = max(columns, last.column + 1)
      if cursor.isHidden {
        hiddenRows += 1
        firstHiddenRow = firstHiddenRow ?? cursor.row
      }
      if isQuick, isList { return }
      guard columns <= limits.columns else {
        let place = CellPlace(column: last.column, row: cursor.row).text
        throw ZipArchive.error(
          .limit, path, "the cell \(place) lies beyond column \(limits.columns)",
          "ô \(place) nằm quá cột thứ \(limits.columns)")
      }
    }
    hiddenColumns = cursor.hiddenColumns
    merged = cursor.merged.sorted {
      ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
    }
  }

  /// The rows of a heading of several rows that begins at a row: cells are merged down beside
  /// others that are merged across, with words of their own below.
  func heading(at row: Int) -> ClosedRange<Int>? {
    let here = merged.filter { $0.rows.lowerBound == row }
    guard let last = here.filter({ $0.rows.count > 1 }).map(\.rows.upperBound).max(),
      last - row <= 3,
      here.contains(where: { $0.columns.count > 1 && $0.rows.upperBound < last })
    else { return nil }
    return row...last
  }
}
