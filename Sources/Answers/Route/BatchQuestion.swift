public import Facts
public import Formats
import HealthNetwork
public import Referral
import TravelNetwork

/// The nearest able facilities for many origins, row by row in the order of a table.
///
///     let question = try BatchQuestion(
///       ["need": "trauma"], origins: .file("origins.csv"), in: session, now: now)
///     var rows = try question.rows(in: session)
///     while let row = try rows.next() { row.answer?.targets }
///
/// A row that is wrong has no answer, and ends nothing.
public struct BatchQuestion: Sendable {
  /// The name of the question.
  public static let name = "batch"

  /// The conditions of all rows; its need is that of each row when it is answered.
  public var query: ReferralQuery
  /// The need of rows that name none.
  public var need: Need?
  /// The origins: a column "from", or "lat" and "lon", and if known "id" and "need".
  public var origins: TableSource

  /// Creates a question.
  public init(_ query: ReferralQuery, need: Need? = nil, origins: TableSource) {
    self.query = query
    self.need = need
    self.origins = origins
  }

  /// Understands the field `need` and those of a route's query.
  ///
  /// - Parameters:
  ///   - fields: The fields.
  ///   - origins: The table of origins.
  ///   - session: The network.
  ///   - now: The present.
  /// - Throws: `QuestionError` with the first field that is wrong.
  public init(
    _ fields: QuestionFields, origins: TableSource, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    let at = try reader.instant()
    let need = try reader.text("need")
    self.init(try reader.referralQuery(need: .unstated, at: at), origins: origins)
    try reader.finish()
    if let need { self.need = try FieldReader.need(need, in: session.network) }
  }

  /// The answer, row by row.
  ///
  /// - Throws: `AnswerError` when there is no such table, or its columns are not those it needs.
  public func rows(in session: NetworkSession) throws(AnswerError) -> BatchRows {
    try BatchRows(self, session)
  }
}
