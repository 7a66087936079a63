public import Facts
import Formats
public import HealthNetwork
public import Referral

/// How late can one leave? Asks for every minute of departure.
public struct DeparturesQuestion: Question {
  /// The name of the question.
  public static let name = "departures"

  /// Where the patient is.
  public var origin: Location
  /// Everything else that is asked; its departure is the first one.
  public var query: ReferralQuery
  /// The last departure, at most a week later.
  public var last: Instant

  /// Creates a question.
  public init(from origin: Location, _ query: ReferralQuery, until last: Instant) {
    self.origin = origin
    self.query = query
    self.last = last
  }

  /// Understands the fields of a route question, and `leaveUntil`: the last departure, as `at`; a
  /// clock alone means the next time it reads that.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var fields = FieldReader(fields, in: session, now: now)
    query = try fields.referralQuery(need: try fields.need(), at: try fields.instant())
    origin = try fields.origin(on: query.at.day)
    last = try DeparturesQuestion.last(try fields.required("leaveUntil"), after: query.at)
    try fields.finish()
  }

  private static func last(
    _ text: String, after first: Instant
  ) throws(QuestionError) -> Instant {
    let field = "leaveUntil"
    var instant = try FieldReader.instant(text, of: field, now: first)
    if FieldReader.isClock(text) && instant < first {
      instant = instant.advanced(bySeconds: 86_400)
    }
    guard instant >= first, instant.seconds - first.seconds <= Departures.limitMinutes * 60 else {
      throw QuestionError(
        field: field, value: text,
        .outOfBounds(
          Bilingual(
            "từ \(Language.vi.moment(first)) đến một tuần sau đó",
            "from \(first) to a week later")))
    }
    return instant
  }

  /// Asks for every minute.
  ///
  /// - Throws: `QuestionError` of the field `from` where no way begins there.
  public func answer(in session: NetworkSession) throws(QuestionError) -> DeparturesAnswer {
    guard
      let departures = Departures(
        session.prepared, query, from: ReferralOrigin(origin), until: last)
    else { throw QuestionError(unreachable: origin, by: query.vehicle, in: session.network) }
    return DeparturesAnswer(question: self, departures: departures, session: session)
  }
}
