import Files
import Formats

/// Reads a table row by row; what is wrong with it becomes the end of the command.
struct RowReader {
  private var reader: CSVReader
  /// The line on which the last row began, from 1.
  private(set) var line = 0

  init(path: String) throws(Failure) {
    do throws(DocumentError) {
      reader = try CSVReader(DataSource(path: path))
    } catch {
      throw .noInput(error.description)
    }
  }

  /// The next row; nil at the end.
  mutating func next() throws(Failure) -> [String]? {
    do throws(DocumentError) {
      guard let row = try reader.next() else { return nil }
      line = row.line
      return row.fields
    } catch {
      throw error.kind == .unreadable ? .noInput(error.description) : .data(error.description)
    }
  }
}
