public import Files
public import Spreadsheet

/// The rows of a table, whether it is separated values, a sheet of a workbook, or the features of a
/// map (GeoJSON, KML).
///
///     var rows = try RowSource(.file("list.xlsx"))
///     while let row = try rows.next() { row.fields }
///
/// Which of them it is, the first bytes tell, and not the name.
public struct RowSource {
  /// The name of the source, for messages.
  public let name: String
  /// The sheet that the rows are of; nil for separated values.
  public let sheet: SheetRows?
  /// The features that the rows are of; nil for a table.
  public private(set) var features: FeatureRows?
  private var text: CSVReader?

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - source: Where it is.
  ///   - limits: What separated values may hold.
  ///   - choice: Which sheet of a workbook is meant.
  /// - Throws: `DocumentError` where there is no such file, or a workbook cannot be read.
  public init(
    _ source: DataSource, limits: CSVReader.Limits = CSVReader.Limits(),
    sheet choice: Workbook.Choice = .usual
  ) throws(DocumentError) {
    name = source.name
    let beginning = RowSource.beginning(of: source)
    if Workbook.recognisesOld(beginning) { throw Workbook.oldKind(source.name) }
    if Workbook.recognises(beginning) {
      sheet = try Workbook(source).rows(of: choice)
    } else if let kind = FeatureRows.kind(of: beginning) {
      sheet = nil
      features = try FeatureRows(source, kind)
    } else {
      sheet = nil
      text = try CSVReader(source, limits: limits)
    }
  }

  /// The next row that holds anything; nil at the end.
  ///
  /// - Throws: `DocumentError` where the table cannot be read on.
  public mutating func next() throws(DocumentError) -> CSVReader.Row? {
    if features != nil { return features?.next() }
    guard let sheet else { return try text?.next() }
    return try sheet.next().map { CSVReader.Row(line: $0.number, fields: $0.fields) }
  }

  /// The first bytes of a file or of bytes; none of what can be read only once.
  private static func beginning(of source: DataSource) -> [UInt8] {
    switch source {
    case .standardInput: return []
    case .bytes(let bytes, _): return Array(bytes.prefix(8_192))
    case .file(let path):
      guard FileStamp(path: path) != nil else { return [] }
      return (try? BlockReader(source).next()?.prefix(8_192)).map { Array($0) } ?? []
    }
  }
}
