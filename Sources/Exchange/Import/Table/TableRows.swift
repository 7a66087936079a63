import Files
import Formats
import XMLStream

/// The rows of a table of facilities, one after the other: each field in one line, in normal form C.
struct TableRows {
  private let path: String
  private var reader: CSVReader

  /// Opens a table.
  ///
  /// - Throws: `ExchangeFailure` where it is no regular file, or too long.
  init(path: String, limits: XMLLimits) throws(ExchangeFailure) {
    guard FileStamp(path: path) != nil else {
      throw TableRows.failure(.unreadable, path, 0, "there is no such file")
    }
    var tableLimits = CSVReader.Limits()
    tableLimits.bytes = limits.documentBytes
    tableLimits.fieldBytes = limits.textBytes
    self.path = path
    do throws(DocumentError) {
      reader = try CSVReader(.file(path), limits: tableLimits)
    } catch {
      throw ExchangeFailure(errors: [error])
    }
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
