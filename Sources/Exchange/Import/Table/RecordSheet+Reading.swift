import Facts
import HealthNetwork

extension RecordSheet {
  /// Reads the rows below the headings of the sheet.
  ///
  /// - Parameters:
  ///   - columns: The field of each column.
  ///   - findings: Takes what is odd or wrong.
  ///   - nextRow: Gives the rows in order, and nil at the end.
  /// - Returns: The record of each row that is understood.
  /// - Throws: The errors of `nextRow`.
  func records(
    _ columns: [TextField<Record>?], _ findings: inout [Finding],
    nextRow: () throws(ExchangeFailure) -> TableRow?
  ) throws(ExchangeFailure) -> [Located<Record>] {
    var records: [Located<Record>] = []
    var flaws = TableFindings()
    while let row = try nextRow() {
      guard !row.isEmpty, !HXLTags.areIn(row) else { continue }
      if let record = record(row, columns, &flaws) {
        records.append(Located(record, at: Origin(document: 0, line: row.line)))
      }
    }
    findings += flaws.findings
    return records
  }

  private func record(
    _ row: TableRow, _ columns: [TextField<Record>?], _ flaws: inout TableFindings
  ) -> Record? {
    var record = empty
    var missing = required.filter { name in fields.contains { $0.name == name } }
    for (index, column) in columns.enumerated() {
      let text = row.text(index)
      guard let column, !text.isEmpty else { continue }
      missing.remove(column.name)
      guard column.set(&record, text) else {
        flaws.add(
          "row_value", .error, value: column.name + " " + text, line: row.line, key: nil,
          vi: "trang \"\(name.vi)\": không hiểu \(column.name) \"\(text)\"",
          en: "sheet \"\(name.en)\": \(column.name) is \"\(text)\", which means nothing")
        return nil
      }
    }
    // A party may lie nowhere, and an agreement have no topics; what tells a record must be there.
    for name in ["id", "facility", "code"] where missing.contains(name) {
      flaws.add(
        "row_value", .error, value: name, line: row.line, key: nil,
        vi: "trang \"\(self.name.vi)\": thiếu \(name)",
        en: "sheet \"\(self.name.en)\": \(name) is missing")
      return nil
    }
    return record
  }
}

extension ImportedDocument {
  /// Takes the rows of a sheet of statements, parties or agreements.
  ///
  /// - Parameters:
  ///   - headings: The first row, which is taken already.
  ///   - nextRow: Gives the other rows in order, and nil at the end.
  /// - Returns: Whether it is such a sheet; else no row was asked for.
  /// - Throws: The errors of `nextRow`.
  mutating func take(
    _ headings: TableRow, nextRow: () throws(ExchangeFailure) -> TableRow?
  ) throws(ExchangeFailure) -> Bool {
    let titles = headings.cells.indices.map(headings.text)
    if let columns = RecordSheets.capabilities.columns(of: titles) {
      records.capabilities += try RecordSheets.capabilities.records(
        columns, &findings, nextRow: nextRow)
    } else if let columns = RecordSheets.parties.columns(of: titles) {
      records.parties += try RecordSheets.parties.records(columns, &findings, nextRow: nextRow)
    } else if let columns = RecordSheets.agreements.columns(of: titles) {
      records.agreements += try RecordSheets.agreements.records(
        columns, &findings, nextRow: nextRow)
    } else {
      return false
    }
    return true
  }

  /// Takes what another sheet of the same workbook says.
  mutating func append(_ other: ImportedDocument) {
    records.facilities += other.records.facilities
    records.capabilities += other.records.capabilities
    records.parties += other.records.parties
    records.agreements += other.records.agreements
    madeIDs.formUnion(other.madeIDs)
    elsewhereIDs.formUnion(other.elsewhereIDs)
    findings += other.findings
  }
}
