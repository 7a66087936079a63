import Files
import XMLStream

/// Walks a sheet row by row, as the file has it.
struct SheetCursor: ~Copyable {
  /// A cell that holds something, or a formula.
  struct Cell {
    /// The kind of what it holds.
    enum Kind {
      case number, shared, text, truth, error
      /// A day as ISO 8601 writes it.
      case day
    }

    var column: Int
    var kind = Kind.number
    var style = 0
    var text = ""
    /// Whether it is a formula of which the file keeps no value.
    var isWithoutValue = false
  }

  /// The row, from 1.
  private(set) var row = 0
  /// Whether the row is hidden.
  private(set) var isHidden = false
  /// The cells of the row.
  private(set) var cells: [Cell] = []
  /// Cells that are merged; known behind the last row.
  private(set) var merged: [MergedCells] = []
  /// Columns that are hidden, from 0.
  private(set) var hiddenColumns = 0

  private var reader: XMLReader
  private let path: String
  private static let mostMerged = 100_000

  init(_ reader: consuming XMLReader, path: String) {
    self.reader = reader
    self.path = path
  }

  /// Goes to the next row that is in the file; false behind the last.
  mutating func next() throws(DocumentError) -> Bool {
    while try reader.next() != .endOfDocument {
      guard reader.event == .start else { continue }
      switch reader.name {
      case SheetName.row:
        try readRow()
        return true
      case SheetName.col:
        if reader.boolAttribute(SheetName.hidden) == true,
          let first = reader.intAttribute(SheetName.min),
          let last = reader.intAttribute(SheetName.max), first >= 1, last >= first,
          last <= CellPlace.mostColumns
        {
          hiddenColumns += last - first + 1
        }
      case SheetName.mergeCell:
        guard merged.count < SheetCursor.mostMerged else {
          throw ZipArchive.error(
            .limit, path, "a sheet merges more than \(SheetCursor.mostMerged) ranges of cells",
            "một trang tính gộp hơn \(SheetCursor.mostMerged) vùng ô")
        }
        if let range = MergedCells(reader.attribute(SheetName.ref) ?? "") { merged.append(range) }
      default: continue
      }
    }
    return false
  }

  private mutating func readRow() throws(DocumentError) {
    let number = reader.intAttribute(SheetName.r) ?? row + 1
    guard number > row, number <= CellPlace.mostRows else {
      throw error("row \(number) stands behind row \(row)", "hàng \(number) đứng sau hàng \(row)")
    }
    row = number
    isHidden = reader.boolAttribute(SheetName.hidden) ?? false
    cells.removeAll(keepingCapacity: true)
    let outer = reader.depth
    var column = -1
    while try reader.next() != .endOfDocument {
      if reader.event == .end, reader.depth == outer { return }
      guard reader.event == .start else { continue }
      guard reader.name == SheetName.c else {
        try reader.skipElement()
        continue
      }
      let stated = reader.attribute(SheetName.r).map { CellPlace($0.utf8)?.column ?? -1 }
      let place = stated ?? column + 1
      guard place > column, place < CellPlace.mostColumns else {
        let text = reader.attribute(SheetName.r) ?? ""
        throw error(
          "row \(row): the cell \"\(text.prefix(20))\" is no place behind the one before",
          "hàng \(row): ô \"\(text.prefix(20))\" không đứng sau ô trước")
      }
      column = place
      if let cell = try readCell(column) { cells.append(cell) }
    }
  }

  private mutating func readCell(_ column: Int) throws(DocumentError) -> Cell? {
    var cell = Cell(column: column)
    cell.style = reader.intAttribute(SheetName.s) ?? 0
    switch reader.attribute(SheetName.t) {
    case "s": cell.kind = .shared
    case "str", "inlineStr": cell.kind = .text
    case "b": cell.kind = .truth
    case "e": cell.kind = .error
    case "d": cell.kind = .day
    default: cell.kind = .number
    }
    var isFormula = false
    let outer = reader.depth
    while try reader.next() != .endOfDocument {
      if reader.event == .end, reader.depth == outer { break }
      guard reader.event == .start else { continue }
      switch reader.name {
      case SheetName.v:
        cell.text = try reader.readText()
        if cell.kind == .text { cell.text = SheetText.unescaped(cell.text) }
      case SheetName.inline: cell.text = try reader.readRuns()
      case SheetName.f:
        isFormula = true
        try reader.skipElement()
      default: try reader.skipElement()
      }
    }
    if cell.text.isEmpty {
      cell.isWithoutValue = isFormula && cell.kind != .text
      return cell.isWithoutValue ? cell : nil
    }
    return cell
  }

  private func error(_ en: String, _ vi: String) -> DocumentError {
    DocumentError(kind: .malformed, path: path, line: 0, message: en, vi: vi)
  }
}
