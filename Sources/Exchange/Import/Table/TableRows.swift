import Files
import Formats
import Spreadsheet
import XMLStream

/// The rows of separated values, one after the other, in normal form C.
struct TableRows {
  private let path: String
  private var reader: RowSource

  /// How the text was understood, where it does not say its encoding.
  var recognised: TextRecognition? { reader.recognised }

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - path: The table: separated values, a workbook, or the features of a map.
  ///   - limits: What it must stay within.
  ///   - encoding: The encoding of its text; nil to recognise it.
  ///   - sheet: The name or the number of the sheet that is meant; nil for the usual one.
  /// - Throws: `ExchangeFailure` where it is no regular file, or too long.
  init(
    path: String, limits: XMLLimits, encoding: TextEncoding? = nil, sheet: String? = nil
  ) throws(ExchangeFailure) {
    guard FileStamp(path: path) != nil else {
      throw ExchangeFailure(.unreadable, path, "there is no such file")
    }
    var tableLimits = CSVReader.Limits()
    tableLimits.bytes = limits.documentBytes
    tableLimits.fieldBytes = limits.textBytes
    self.path = path
    do throws(DocumentError) {
      reader = try RowSource(
        .file(path), encoding: encoding, limits: tableLimits,
        sheet: sheet.map { .named($0) } ?? .usual)
    } catch {
      throw ExchangeFailure(errors: [error])
    }
  }

  /// Whether the rows are those of a sheet.
  var isSheet: Bool { reader.sheet != nil }

  /// Whether the rows are features of a map, which are candidates.
  var areFeatures: Bool { reader.features != nil }

  /// Notes on the sheet, complete behind the last row.
  var sheetFindings: [Finding] {
    if let features = reader.features { return SheetFindings.findings(of: features) }
    return reader.sheet.map { SheetFindings.findings(of: $0) } ?? []
  }

  /// The next row that holds anything; nil at the end.
  mutating func next() throws(ExchangeFailure) -> TableRow? {
    do throws(DocumentError) {
      guard let row = try reader.next() else { return nil }
      return TableRow(line: row.line, cells: row.fields.map { NormalForm.composed($0) })
    } catch {
      throw ExchangeFailure(errors: [error])
    }
  }
}
