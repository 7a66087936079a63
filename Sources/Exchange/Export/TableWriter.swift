import Facts
public import HealthNetwork

/// Writes tables as comma-separated values (RFC 4180) with a row of HXL tags under the header.
///
///     TableWriter.write(.facilities, of: network) { bytes in output += bytes }
///
/// A text that a spreadsheet would run as a formula has an apostrophe in front; see
/// ``TableWriter/cell(_:)``.
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

  private static func write<Record, Failure: Error>(
    _ records: [Located<Record>], _ columns: [ExportColumn<Record>],
    to sink: inout ExportSink<Failure>
  ) throws(Failure) {
    try sink.write(columns.map(\.name).joined(separator: ",") + "\n")
    try sink.write(columns.map(\.tag).joined(separator: ",") + "\n")
    for located in records {
      let cells = columns.map { $0.get(located.record).map(cell) ?? "" }
      try sink.write(cells.joined(separator: ",") + "\n")
    }
  }

  /// A text as a cell: quoted where it must be, and never a formula.
  ///
  /// Spreadsheets run cells that begin with `=`, `@`, a tab or a carriage return, and with `+` or
  /// `-` when more than a number follows; those get an apostrophe in front, which whoever reads the
  /// table takes off again. A telephone number `+84 28 3835 4986` is only digits and stays.
  ///
  /// - Parameter text: The text.
  /// - Returns: The cell, without the comma.
  public static func cell(_ text: String) -> String {
    let safe = isFormula(text) ? "'" + text : text
    let needsQuotes = safe.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return safe }
    let parts = safe.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }

  /// The text of a cell without the apostrophe that `cell` puts before formulas.
  static func unguarded(_ text: String) -> String {
    guard text.hasPrefix("'"), isFormula(text) else { return text }
    return String(text.dropFirst())
  }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    switch first {
    // An apostrophe of the text's own must not be taken for one of ours.
    case UInt8(ascii: "'"): return isFormula(String(text.dropFirst()))
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      return !text.utf8.dropFirst().allSatisfy { byte in
        (0x30...0x39).contains(byte) || byte == 0x20 || byte == UInt8(ascii: ".")
      }
    default: return false
    }
  }
}
