import Facts
import Files
import Formats
import HealthNetwork

/// A table of places or pairs of places, read row by row.
struct MatrixTable {
  /// A row.
  enum Row {
    /// A place.
    case point(MatrixPoint)
    /// Two places.
    case pair(MatrixPoint, MatrixPoint)
    /// A row that names none, with the texts that it has.
    case wrong(RowError, from: String?, to: String?)
  }

  /// How the text was understood that does not say its encoding.
  var recognised: TextRecognition? { table.recognised }
  private var table: HeadedTable
  private let hasPairs: Bool

  /// Opens a table of places.
  init(points source: TableSource) throws(AnswerError) {
    table = try AnswerError.reading { () throws(DocumentError) in
      let table = try HeadedTable(source, columns: [["from"], ["id"], ["lat"], ["lon"]])
      guard table.has("from") || table.has("id") || (table.has("lat") && table.has("lon")) else {
        throw table.lackError(
          Bilingual(
            "cột \"from\" hoặc \"id\", hoặc \"lat\" và \"lon\"",
            "a column \"from\" or \"id\", or \"lat\" and \"lon\""))
      }
      return table
    }
    hasPairs = false
  }

  /// Opens a table of pairs.
  init(pairs source: TableSource) throws(AnswerError) {
    table = try AnswerError.reading { () throws(DocumentError) in
      let table = try HeadedTable(source, columns: [["from"], ["to"]])
      guard table.has("from"), table.has("to") else {
        throw table.lackError(
          Bilingual("các cột \"from\" và \"to\"", "columns \"from\" and \"to\""))
      }
      return table
    }
    hasPairs = true
  }

  /// The places of a table as destinations, and its rows that name none.
  static func points(
    of source: TableSource, in session: NetworkSession, on day: Day
  ) throws(AnswerError) -> (points: [MatrixPoint], wrong: [MatrixRow], recognised: TextRecognition?)
  {
    var table = try MatrixTable(points: source)
    var points: [MatrixPoint] = []
    var wrong: [MatrixRow] = []
    while let row = try table.next(in: session, on: day) {
      switch row {
      case .point(let point): points.append(point)
      case .pair(let first, let second): points += [first, second]
      case .wrong(let error, let text, _):
        wrong.append(MatrixRow(from: nil, to: text, destinations: [], cells: [], error: error))
      }
    }
    return (points, wrong, table.recognised)
  }

  /// The next row; nil at the end.
  mutating func next(in session: NetworkSession, on day: Day) throws(AnswerError) -> Row? {
    let found = try AnswerError.reading { () throws(DocumentError) in try table.advance() }
    guard found else { return nil }
    let (from, to) = (table.value("from"), table.value("to"))
    let label = table.value("id")
    guard table.isComplete else { return .wrong(table.lengthError, from: from ?? label, to: to) }
    do throws(QuestionError) {
      if hasPairs {
        guard let from, let to else {
          let text = Bilingual(
            "dòng này thiếu \"from\" hoặc \"to\"", "the row lacks \"from\" or \"to\"")
          return .wrong(table.rowError(text), from: from, to: to)
        }
        return .pair(
          try MatrixTable.point(from, label: nil, of: "from", in: session, on: day),
          try MatrixTable.point(to, label: nil, of: "to", in: session, on: day))
      }
      let place = try table.place("from")
      guard let text = place ?? label else {
        let text = Bilingual("dòng này không nêu nơi nào", "the row names no place")
        return .wrong(table.rowError(text), from: nil, to: nil)
      }
      return .point(try MatrixTable.point(text, label: label, of: "from", in: session, on: day))
    } catch {
      return .wrong(table.rowError(error), from: from ?? label, to: to)
    }
  }

  private static func point(
    _ text: String, label: String?, of field: String, in session: NetworkSession, on day: Day
  ) throws(QuestionError) -> MatrixPoint {
    let location = try FieldReader.location(text, of: field, in: session, on: day)
    return MatrixPoint(location, label: label, text: text)
  }
}
