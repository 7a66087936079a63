import Files
import Formats
import Spreadsheet
import XMLStream

/// The rows of a table of facilities, one after the other: each field in one line, in normal form C.
struct TableRows {
  private let path: String
  private var reader: RowSource

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - path: The table: separated values or a workbook.
  ///   - limits: What it must stay within.
  ///   - sheet: The name or the number of the sheet that is meant; nil for the usual one.
  /// - Throws: `ExchangeFailure` where it is no regular file, or too long.
  init(path: String, limits: XMLLimits, sheet: String? = nil) throws(ExchangeFailure) {
    guard FileStamp(path: path) != nil else {
      throw TableRows.failure(.unreadable, path, 0, "there is no such file")
    }
    var tableLimits = CSVReader.Limits()
    tableLimits.bytes = limits.documentBytes
    tableLimits.fieldBytes = limits.textBytes
    self.path = path
    do throws(DocumentError) {
      reader = try RowSource(
        .file(path), limits: tableLimits, sheet: sheet.map { .named($0) } ?? .usual)
    } catch {
      throw ExchangeFailure(errors: [error])
    }
  }

  /// Whether the rows are those of a sheet.
  var isSheet: Bool { reader.sheet != nil }

  /// Whether the rows are features of a map, which are candidates.
  var areFeatures: Bool { reader.features != nil }

  /// What is to be known of the sheet, complete behind the last row.
  var sheetFindings: [Finding] {
    if let features = reader.features { return SheetFindings.findings(of: features) }
    return reader.sheet.map { SheetFindings.findings(of: $0) } ?? []
  }

  /// The next row that holds anything; nil at the end.
  mutating func next() throws(ExchangeFailure) -> CSVReader.Row? {
    do throws(DocumentError) {
      guard var row = try reader.next() else { return nil }
      row.fields = row.fields.map { collapsingWhitespace(NormalForm.composed($0)) }
      return row
    } catch {
      throw ExchangeFailure(errors: [error])
    }
  }

  /// An error of a table.
  static func failure(
    _ kind: DocumentError.Kind, _ path: String, _ line: Int, _ message: String
  ) -> ExchangeFailure {
    ExchangeFailure(errors: [DocumentError(kind: kind, path: path, line: line, message: message)])
  }
}
