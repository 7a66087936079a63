import Files
import Spreadsheet

/// The sheets of a workbook that we wrote: facilities, and what stands beside them.
struct OwnSheets {
  /// The names of those that are there, the facilities first; empty for any other workbook.
  private(set) var names: [String] = []
  /// The names of those that somebody added.
  private(set) var others: [String] = []

  /// None.
  init() {}

  /// Looks at the names of sheets.
  ///
  /// - Parameter path: The table, whatever form it has.
  init(_ path: String) {
    guard FileStamp(path: path) != nil,
      let beginning = try? BlockReader(.file(path)).peek(8), Workbook.recognises(beginning),
      let sheets = try? Workbook(.file(path)).sheets.filter({ !$0.isHidden })
    else { return }
    let known = Set(
      [
        FacilityColumns.sheetName, RecordSheets.capabilities.name, RecordSheets.parties.name,
        RecordSheets.agreements.name,
      ].flatMap { [$0.vi, $0.en] })
    let facilities = FacilityColumns.sheetName
    guard let first = sheets.first, [facilities.vi, facilities.en].contains(first.name) else {
      return
    }
    let own = sheets.map(\.name).filter(known.contains)
    guard own.count > 1 else { return }
    names = own
    others = sheets.map(\.name).filter { !known.contains($0) }
  }
}
