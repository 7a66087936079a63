import Files
import Formats
import XMLStream

/// The rows of separated values, one after the other, in normal form C.
struct TableRows {
  private let path: String
  private var reader: CSVReader

  /// How the text was understood, where it does not say its encoding.
  var recognised: TextRecognition? { reader.recognised }

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - path: The table.
  ///   - limits: What it must stay within.
  ///   - encoding: The encoding of its text; nil to recognise it.
  /// - Throws: `ExchangeFailure` where it is no regular file, or too long.
  init(
    path: String, limits: XMLLimits, encoding: TextEncoding? = nil
  ) throws(ExchangeFailure) {
    guard FileStamp(path: path) != nil else {
      throw ExchangeFailure(.unreadable, path, "there is no such file")
    }
    var tableLimits = CSVReader.Limits()
    tableLimits.bytes = limits.documentBytes
    tableLimits.fieldBytes = limits.textBytes
    self.path = path
    do throws(DocumentError) {
      reader = try CSVReader(.file(path), encoding: encoding, limits: tableLimits)
    } catch {
      throw ExchangeFailure(errors: [error])
    }
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
