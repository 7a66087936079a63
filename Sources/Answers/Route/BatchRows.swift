import Facts
import Files
public import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// The rows of a batch, in the order of its table.
public struct BatchRows: AnswerRows {
  /// How the text of the table was understood, where it does not say its encoding.
  public var recognised: [TextRecognition] { table.recognised.map { [$0] } ?? [] }
  private let question: BatchQuestion
  private let session: NetworkSession
  private var table: HeadedTable
  /// A search for each need, by the text that names it.
  private var searches: [String: ReferralSearch] = [:]

  init(_ question: BatchQuestion, _ session: NetworkSession) throws(AnswerError) {
    self.question = question
    self.session = session
    table = try AnswerError.reading { () throws(DocumentError) -> HeadedTable in
      let table = try HeadedTable(
        question.origins, columns: [["id"], ["from"], ["lat"], ["lon"], ["need"]])
      guard table.has("from") || (table.has("lat") && table.has("lon")) else {
        throw table.lackError(
          Bilingual(
            "cột \"from\", hoặc \"lat\" và \"lon\"", "a column \"from\", or \"lat\" and \"lon\""))
      }
      return table
    }
    guard question.need != nil || table.has("need") else {
      throw .question(QuestionError(field: "need", .missing))
    }
  }

  /// The next row; nil at the end.
  public mutating func next() throws(AnswerError) -> BatchRow? {
    try AnswerError.checkCancellation()
    let found = try AnswerError.reading { () throws(DocumentError) in try table.advance() }
    guard found else { return nil }
    let id = table.value("id") ?? "\(table.line)"
    guard table.isComplete else {
      return BatchRow(id: id, error: table.lengthError)
    }
    do throws(QuestionError) {
      guard let place = try table.place("from") else {
        let text = Bilingual("dòng này không nêu nơi nào", "the row names no place")
        return BatchRow(id: id, error: table.rowError(text))
      }
      return try answer(id, from: place)
    } catch {
      return BatchRow(id: id, error: table.rowError(error))
    }
  }

  private mutating func answer(
    _ id: String, from place: String
  ) throws(QuestionError) -> BatchRow {
    let key = table.value("need") ?? ""
    var search: ReferralSearch
    if let known = searches[key] {
      search = known
    } else {
      search = try newSearch(for: table.value("need"))
    }
    // Taken out while it is used, so that its state is not copied.
    searches[key] = nil
    defer { searches[key] = search }
    let location = try FieldReader.location(
      place, in: session, on: question.query.at.day)
    let answer = search.answer(from: ReferralOrigin(location))
    guard answer.access != nil else {
      throw QuestionError(
        unreachable: location, by: search.query.vehicle, in: session.network)
    }
    return BatchRow(
      id: id,
      answer: BatchRow.Found(
        session: session, query: search.query, origin: location, found: answer))
  }

  /// A search for the need of a row, or else that of the question.
  private func newSearch(for text: String?) throws(QuestionError) -> ReferralSearch {
    var query = question.query
    if let text {
      query.need = try FieldReader.need(text, in: session.network)
    } else if let need = question.need {
      query.need = need
    } else {
      throw QuestionError(field: "need", .missing)
    }
    query.explainsUnreached = false
    var search = session.search(query, usage: .batch)
    // Only targets are printed.
    search.lookForAbleOnly()
    return search
  }
}
