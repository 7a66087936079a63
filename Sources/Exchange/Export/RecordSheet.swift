import Facts
import HealthNetwork

/// A sheet of records of one kind, written and read back by the same columns.
///
///     RecordSheets.capabilities.fields.map(\.name)   // "facility", "code", "statement", …
struct RecordSheet<Record: Sendable>: Sendable {
  /// The name of the sheet.
  let name: (vi: String, en: String)
  /// The columns.
  let fields: [TextField<Record>]
  /// The columns without which a table is no such sheet.
  let required: Set<String>
  /// An empty record.
  let empty: Record

  /// The columns of a table.
  ///
  /// - Parameter headings: The headings, as they stand.
  /// - Returns: The field of each column; nil where the headings are not those of the sheet.
  func columns(of headings: [String]) -> [TextField<Record>?]? {
    var named: [String: TextField<Record>] = [:]
    for field in fields {
      for heading in ColumnTitles.spellings(of: field.name) { named[heading] = field }
    }
    let found = headings.map { heading in
      heading.isEmpty ? nil : named[FoldedName(heading).text]
    }
    let isWhole = zip(headings, found).allSatisfy { $0.isEmpty || $1 != nil }
    let names = found.compactMap { $0?.name }
    guard isWhole, Set(names).count == names.count, required.isSubset(of: names) else {
      return nil
    }
    return found
  }
}
