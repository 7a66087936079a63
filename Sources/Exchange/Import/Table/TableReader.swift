import Facts
import Files
import Formats
import HealthNetwork
import XMLStream

/// Reads tables of facilities: comma-separated values with a header, one facility a row.
///
/// Headers are recognised by themselves, in Vietnamese with or without marks or in English; a
/// mapping says what the others mean. A row that is wrong is an error of its own, and the others are
/// read all the same.
public enum TableReader {
  /// Reads a table.
  ///
  /// - Parameters:
  ///   - path: The table, in UTF-8 or UTF-16; fields are parted by comma, semicolon or tab.
  ///   - options: How to read it; `mapping` says what its columns mean.
  /// - Returns: A facility, and what it can do, for each row.
  /// - Throws: `ExchangeFailure` when the table cannot be read at all.
  public static func read(
    path: String, options: ImportOptions = ImportOptions()
  ) throws(ExchangeFailure) -> ImportedDocument {
    var mapping = TableMapping()
    if let file = options.mapping {
      mapping = try TableMapping(path: file, limits: options.limits)
    }
    var rows = try TableRows(path: path, limits: options.limits, sheet: options.sheet)
    var document = ImportedDocument(
      rows.isSheet ? .xlsx : rows.areFeatures ? .map : .csv, path: path)
    document.isCandidate = rows.areFeatures
    guard let header = try rows.next() else {
      throw TableRows.failure(.malformed, path, 1, "the table is empty")
    }
    var columns: [TableField] = []
    for title in header.fields {
      let known = options.network?.vocabulary.capabilityTypes[title] != nil
      let field = known ? .capability(title) : mapping.field(of: title)
      columns.append(field ?? .ignore)
      guard field == nil, !title.isEmpty else { continue }
      document.findings.append(
        Finding(
          "column_ignored", options.isStrict ? .error : .note,
          at: Origin(document: 0, line: header.line),
          vi: "không rõ cột \"\(title)\" nghĩa là gì: bỏ qua",
          en: "the column \"\(title)\" means nothing known and is left out",
          remedy: .mapColumn))
    }
    guard columns.contains(.name) || columns.contains(.id) else {
      throw TableRows.failure(
        .invalid, path, header.line,
        "no column is the name or the id of a facility; say which one is, in a mapping file")
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let places = options.network.map { PlaceLookup($0, scheme: mapping.scheme) }
    while let row = try rows.next() {
      var reader = RowReader(row: row, mapping: mapping, places: places, source: "CSV: \(name)")
      reader.read(columns)
      document.findings += reader.findings
      guard !reader.findings.contains(where: { $0.importance == .error }) else { continue }
      let origin = Origin(document: 0, line: row.line)
      var facility = reader.facility
      if rows.areFeatures { facility.becomeCandidate() }
      document.records.facilities.append(Located(facility, at: origin))
      document.records.capabilities += reader.capabilities.map { Located($0, at: origin) }
    }
    document.findings += rows.sheetFindings
    return document
  }
}

extension Facility {
  /// Makes a feature of a map what it is: nobody has confirmed it.
  fileprivate mutating func becomeCandidate() {
    if provenance.confidence == nil { provenance.confidence = .low }
    if activity == nil { activity = .unconfirmed }
  }
}
