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
      losses.add(
        "capability.extension", records.capabilities.reduce(0) { $0 + $1.record.extensions.count })
      losses.addKinds(of: records, except: ["network", "capability"])
    case .links:
      try write(records.links, LinkColumns.all, to: &sink)
      losses.addKinds(of: records, except: ["network", "link"])
    }
    try sink.finish()
    return losses.findings(in: "CSV")
  }

  /// A table as a workbook of one sheet, without the row of HXL tags.
  ///
  /// - Parameters:
  ///   - table: What is written.
  ///   - network: The network.
  ///   - language: The language of the sheet's name, and how days are shown.
  /// - Returns: The workbook, empty where it has more rows than Excel opens; and what it lacks.
  public static func workbook(
    _ table: Table, of network: Network, in language: Language
  ) -> (bytes: [UInt8], losses: [Finding]) {
    var losses = ExportLosses()
    let records = network.records
    let sheet: WorkbookSheet
    switch table {
    case .facilities:
      sheet = self.sheet(records.facilities, FacilityColumns.all, language("Cơ sở", "Facilities"))
      for located in records.facilities { losses.addParts(of: located.record) }
      losses.addKinds(of: records, except: ["network", "facility"])
    case .capabilities:
      sheet = self.sheet(
        records.capabilities, CapabilityColumns.all, language("Năng lực", "Capabilities"))
      losses.add(
        "capability.extension", records.capabilities.reduce(0) { $0 + $1.record.extensions.count })
      losses.addKinds(of: records, except: ["network", "capability"])
    case .links:
      sheet = self.sheet(records.links, LinkColumns.all, language("Đường", "Links"))
      losses.addKinds(of: records, except: ["network", "link"])
    }
    return (
      WorkbookWriter(language).bytes(of: [sheet]) ?? [], losses.findings(in: "xlsx")
    )
  }

  private static func sheet<Record>(
    _ records: [Located<Record>], _ columns: [ExportColumn<Record>], _ name: String
  ) -> WorkbookSheet {
    var sheet = WorkbookSheet(name, columns: columns.map(\.name))
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
