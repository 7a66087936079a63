import Facts
public import Formats
public import HealthNetwork
import Spreadsheet

/// Writes tables as comma-separated values (RFC 4180) with a row of HXL tags under the header.
///
///     TableWriter.write(.facilities, of: network) { bytes in output += bytes }
///
/// A text that a spreadsheet would run as a formula has an apostrophe in front; see `CSVWriter`.
public enum TableWriter {
  /// What a table is of.
  public enum Table: String, CaseIterable, Sendable {
    /// A row a facility.
    case facilities
    /// A row a statement of what a facility can do.
    case capabilities
    /// A row a travel link.
    case links
  }

  /// Writes a table.
  ///
  /// - Parameters:
  ///   - table: What is written.
  ///   - network: The network.
  ///   - receive: Is given the table, in UTF-8, block by block.
  /// - Returns: What the table does not hold.
  /// - Throws: What `receive` throws.
  /// - Complexity: O(*n*), where *n* is the number of rows; the memory is that of one block.
  @discardableResult
  public static func write<Failure: Error>(
    _ table: Table, of network: Network,
    to receive: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [Finding] {
    var sink = ExportSink(receive)
    var losses = ExportLosses()
    let records = network.records
    switch table {
    case .facilities:
      try write(records.facilities, FacilityColumns.all, to: &sink)
      for located in records.facilities { losses.addParts(of: located.record) }
      losses.addKinds(of: records, except: ["network", "facility"])
    case .capabilities:
      try write(records.capabilities, CapabilityColumns.all, to: &sink)
      losses.addKinds(of: records, except: ["network", "capability"])
    case .links:
      try write(records.links, LinkColumns.all, to: &sink)
      losses.addKinds(of: records, except: ["network", "link"])
    }
    try sink.finish()
    return losses.findings(in: "CSV")
  }

  /// A table as a workbook, without the row of HXL tags, with headings for people.
  ///
  /// Facilities have further sheets beside theirs: statements about what they can do, parties, and
  /// agreements of support.
  ///
  /// - Parameters:
  ///   - table: What is written.
  ///   - network: The network.
  ///   - language: The language of the headings, and how days are shown.
  /// - Returns: The workbook, empty where it has more rows than Excel opens; and what it lacks.
  public static func workbook(
    _ table: Table, of network: Network, in language: Language
  ) -> (bytes: [UInt8], losses: [Finding]) {
    var losses = ExportLosses()
    let records = network.records
    var sheets: [WorkbookSheet]
    switch table {
    case .facilities:
      sheets = [
        sheet(records.facilities, FacilityColumns.all, FacilityColumns.sheetName, language),
        sheet(records.capabilities, RecordSheets.capabilities, language),
        sheet(records.parties, RecordSheets.parties, language),
        sheet(records.agreements, RecordSheets.agreements, language),
      ]
      sheets = sheets.prefix(1) + sheets.dropFirst().filter { !$0.rows.isEmpty }
      for located in records.facilities { losses.addParts(of: located.record) }
      losses.addKinds(
        of: records, except: ["network", "facility", "capability", "party", "agreement"])
    case .capabilities:
      sheets = [sheet(records.capabilities, RecordSheets.capabilities, language)]
      losses.addKinds(of: records, except: ["network", "capability"])
    case .links:
      sheets = [sheet(records.links, LinkColumns.all, LinkColumns.sheetName, language)]
      losses.addKinds(of: records, except: ["network", "link"])
    }
    return (WorkbookWriter(language).bytes(of: sheets) ?? [], losses.findings(in: "xlsx"))
  }

  private static func sheet<Record>(
    _ records: [Located<Record>], _ sheet: RecordSheet<Record>, _ language: Language
  ) -> WorkbookSheet {
    let columns = sheet.fields.map { ExportColumn($0.name, "", $0.get) }
    return self.sheet(records, columns, sheet.name, language)
  }

  private static func sheet<Record>(
    _ records: [Located<Record>], _ columns: [ExportColumn<Record>],
    _ name: (vi: String, en: String), _ language: Language
  ) -> WorkbookSheet {
    var sheet = WorkbookSheet(
      language(name.vi, name.en),
      columns: columns.map { ColumnTitles.title(of: $0.name, in: language) })
    for located in records {
      sheet.rows.append(
        columns.map { WorkbookSheet.Value(reading: $0.get(located.record) ?? "") })
    }
    return sheet
  }

  private static func write<Record, Failure: Error>(
    _ records: [Located<Record>], _ columns: [ExportColumn<Record>],
    to sink: inout ExportSink<Failure>
  ) throws(Failure) {
    let csv = CSVWriter()
    try sink.write(csv.line(columns.map(\.name)))
    try sink.write(csv.line(columns.map(\.tag)))
    for located in records {
      try sink.write(csv.line(columns.map { $0.get(located.record) ?? "" }))
    }
  }
}
