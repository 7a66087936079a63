public import Files
import XMLStream

/// Something about a sheet that whoever reads its rows should know.
public struct SheetRemark: Hashable, Sendable {
  /// The kinds of remarks.
  public enum Kind: Hashable, Sendable {
    /// Rows are hidden, and read all the same.
    case hiddenRows
    /// Columns are hidden, and read all the same.
    case hiddenColumns
    /// Other sheets that hold something are not read.
    case otherSheets
    /// Formulas of which the file keeps no value.
    case formulasWithoutValue
    /// Cells that hold an error, as `#REF!`.
    case errorCells
    /// A heading of several rows was taken for one.
    case headingRows
    /// Values of cells that are merged down stand in each of their rows.
    case mergedDown
  }

  /// Its kind.
  public var kind: Kind
  /// How many there are.
  public var count: Int
  /// The first of them: a row, a cell, the names of sheets.
  public var place: String
  /// The row of the first; nil where there is none.
  public var row: Int?
}

/// The rows of a sheet, each as the texts of its cells.
///
/// All rows have as many fields. Numbers keep their digits, days are written as `2026-11-25`,
/// formulas count by the value that was last worked out; what is merged down stands in each row.
public final class SheetRows {
  /// A row that holds something.
  public struct Row: Hashable, Sendable {
    /// Its number in the sheet, from 1.
    public var number: Int
    /// Its texts.
    public var fields: [String]
  }

  /// The sheet.
  public let sheet: Workbook.Sheet
  /// Notes on it; complete behind the last row.
  public var remarks: [SheetRemark] { fixed + counted }

  private let workbook: Workbook
  private let texts: SharedTexts
  private let formats: CellFormats
  private let outline: SheetOutline
  private var cursor: SheetCursor
  private var fixed: [SheetRemark] = []
  private var withoutValue: (count: Int, first: CellPlace?) = (0, nil)
  private var errors: (count: Int, first: CellPlace?) = (0, nil)
  private var filled: (count: Int, first: CellPlace?) = (0, nil)
  /// Merged cells of rows that are still to come.
  private var coming: ArraySlice<MergedCells>
  /// For each column, what is merged down to a row.
  private var down: [Int: (text: String, last: Int)] = [:]
  private var hasHeading = false

  init(
    _ sheet: Workbook.Sheet, of workbook: Workbook, _ archive: ZipArchive,
    besides others: [Workbook.Sheet]
  ) throws(DocumentError) {
    self.sheet = sheet
    self.workbook = workbook
    outline = try workbook.outline(of: sheet, archive, isQuick: false)
    cursor = try workbook.cursor(of: sheet, archive)
    var formats = CellFormats()
    if let entry = workbook.stylesPart.flatMap({ archive.entries[$0] }) {
      formats = try CellFormats(XMLReader(entry, in: archive))
    }
    self.formats = formats
    var texts = SharedTexts()
    if let entry = workbook.textsPart.flatMap({ archive.entries[$0] }) {
      texts = try SharedTexts(
        XMLReader(entry, in: archive), path: workbook.name, limits: workbook.limits)
    }
    self.texts = texts
    coming = outline.merged.filter { $0.rows.count > 1 }[...]
    if let row = outline.firstHiddenRow {
      fixed.append(
        SheetRemark(kind: .hiddenRows, count: outline.hiddenRows, place: String(row), row: row))
    }
    if outline.hiddenColumns > 0 {
      fixed.append(
        SheetRemark(kind: .hiddenColumns, count: outline.hiddenColumns, place: "", row: nil))
    }
    if !others.isEmpty {
      let names = others.map { "\"" + $0.name + "\"" }.joined(separator: ", ")
      fixed.append(SheetRemark(kind: .otherSheets, count: others.count, place: names, row: nil))
    }
  }

  /// The next row that holds anything; nil behind the last.
  ///
  /// - Throws: `DocumentError` where the sheet is damaged, or goes beyond a limit.
  public func next() throws(DocumentError) -> Row? {
    while try cursor.next() {
      let row = cursor.row
      guard var fields = try takeFields() else { continue }
      guard !hasHeading, let heading = outline.heading(at: row) else {
        return Row(number: row, fields: fields)
      }
      hasHeading = true
      try join(heading, to: &fields)
      return Row(number: row, fields: fields)
    }
    return nil
  }

  /// The texts of the row; nil where it holds none.
  private func takeFields() throws(DocumentError) -> [String]? {
    let row = cursor.row
    var fields = [String](repeating: "", count: outline.columns)
    var isEmpty = true
    for cell in cursor.cells where cell.column < fields.count {
      let text = try text(of: cell, row)
      fields[cell.column] = text
      if !text.isEmpty { isEmpty = false }
    }
    let own = isEmpty ? [] : fields
    fill(&fields, row)
    // A row that holds nothing of its own is none, though a merged cell reaches into it.
    return own.isEmpty ? nil : fields
  }

  /// Puts in what is merged down into the row, and remembers what is merged down from it.
  private func fill(_ fields: inout [String], _ row: Int) {
    for (column, above) in down {
      if above.last < row {
        down[column] = nil
      } else if fields[column].isEmpty {
        fields[column] = above.text
        filled.count += 1
        filled.first = filled.first ?? CellPlace(column: column, row: row)
      }
    }
    while let range = coming.first, range.rows.lowerBound <= row {
      coming.removeFirst()
      let column = range.columns.lowerBound
      guard range.rows.lowerBound == row, column < fields.count, !fields[column].isEmpty else {
        continue
      }
      down[column] = (fields[column], range.rows.upperBound)
    }
  }

  /// Makes one heading of several rows: of each column the lowest words, with those above where
  /// two columns would be called the same.
  private func join(
    _ heading: ClosedRange<Int>, to fields: inout [String]
  ) throws(DocumentError) {
    fixed.append(
      SheetRemark(
        kind: .headingRows, count: heading.count,
        place: "\(heading.lowerBound)–\(heading.upperBound)", row: heading.lowerBound))
    var above = fields
    for range in outline.merged
    where heading.contains(range.rows.lowerBound) && range.rows.lowerBound == heading.lowerBound {
      for column in range.columns where column < above.count {
        above[column] = fields[range.columns.lowerBound]
      }
    }
    let counted = filled
    while cursor.row < heading.upperBound, try cursor.next() {
      guard cursor.row <= heading.upperBound else { break }
      guard let row = try takeFields() else { continue }
      for column in fields.indices where !row[column].isEmpty { fields[column] = row[column] }
    }
    // A heading repeats no values.
    filled = counted
    for (column, title) in fields.enumerated() where fields.count(where: { $0 == title }) > 1 {
      if !above[column].isEmpty, above[column] != title {
        above[column] += ": " + title
      }
    }
    let joined = above
    let titles = fields
    for column in fields.indices where titles.count(where: { $0 == titles[column] }) > 1 {
      if joined[column].hasSuffix(": " + titles[column]) { fields[column] = joined[column] }
    }
  }

  private func text(
    of cell: SheetCursor.Cell, _ row: Int
  ) throws(DocumentError) -> String {
    if cell.isWithoutValue {
      withoutValue.count += 1
      withoutValue.first = withoutValue.first ?? CellPlace(column: cell.column, row: row)
      return ""
    }
    switch cell.kind {
    case .text: return cell.text
    case .truth: return cell.text == "1" ? "true" : cell.text == "0" ? "false" : cell.text
    case .error:
      errors.count += 1
      errors.first = errors.first ?? CellPlace(column: cell.column, row: row)
      return cell.text
    case .day:
      // A day without a time of day.
      return cell.text.hasSuffix("T00:00:00") ? String(cell.text.dropLast(9)) : cell.text
    case .shared:
      guard let index = Int(cell.text), let text = texts[index] else {
        let place = CellPlace(column: cell.column, row: row).text
        throw DocumentError(
          kind: .malformed, path: workbook.name, line: row,
          message: "the cell \(place) has a text that the workbook does not hold",
          vi: "ô \(place) trỏ tới chữ không có trong bảng tính")
      }
      return text
    case .number:
      switch formats[cell.style] {
      case .number: return CellNumber.text(cell.text)
      case .digits(let count): return CellNumber.padded(CellNumber.text(cell.text), to: count)
      case .date:
        return CellNumber.date(cell.text, from1904: workbook.isFrom1904)
          ?? CellNumber.text(cell.text)
      }
    }
  }

  /// The remarks that are counted while rows are read.
  private var counted: [SheetRemark] {
    var remarks: [SheetRemark] = []
    func add(_ kind: SheetRemark.Kind, _ found: (count: Int, first: CellPlace?)) {
      guard let first = found.first else { return }
      remarks.append(
        SheetRemark(kind: kind, count: found.count, place: first.text, row: first.row))
    }
    add(.formulasWithoutValue, withoutValue)
    add(.errorCells, errors)
    add(.mergedDown, filled)
    return remarks
  }
}
