public import Facts
public import HealthNetwork
public import Referral

/// Asks for the nearest facilities able to treat a patient on arrival, and why not the nearer ones.
///
///     let question = try RouteQuestion(["from": "Cái Nước", "need": "stroke"], in: session, now: now)
///     try session.answer(question).found.targets
public struct RouteQuestion: Question {
  /// The name of the question.
  public static let name = "route"

  /// Where the patient is.
  public var origin: Location
  /// Everything else that is asked.
  public var query: ReferralQuery
  /// Whether the answer lists every facility that was passed over, and what its numbers rest on.
  public var explains: Bool
  /// Whether the answer tells what remains without each bridge and ferry on the way to the first
  /// target.
  public var includesFallbacks: Bool

  /// Creates a question.
  public init(
    from origin: Location, _ query: ReferralQuery, explains: Bool = false,
    includesFallbacks: Bool = false
  ) {
    self.origin = origin
    self.query = query
    self.explains = explains
    self.includesFallbacks = includesFallbacks
  }

  /// Understands the fields `from` and `need`, those of the conditions (`at`, `vehicle`, `weather`,
  /// `avoid`), of the patient (`age`, `sex`, `onset`, `severity`, `bed`), of the rules (`k`,
  /// `minConfidence`, `minProbability`, `minLevel`, `highestTier`, `within`, `withinKm`), and the
  /// flags `explain` and `card`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var fields = FieldReader(fields, in: session, now: now)
    query = try fields.referralQuery(need: try fields.need(), at: try fields.instant())
    origin = try fields.origin(on: query.at.day)
    explains = try fields.flag("explain")
    includesFallbacks = try fields.flag("card")
    try fields.finish()
  }

  /// Looks for the facilities.
  ///
  /// - Throws: `QuestionError` of the field `from` where no way begins there.
  public func answer(in session: NetworkSession) throws(QuestionError) -> RouteAnswer {
    var search = session.search(query)
    let found = search.answer(from: ReferralOrigin(origin))
    guard found.access != nil else {
      throw QuestionError(unreachable: origin, by: query.vehicle, in: session.network)
    }
    return RouteAnswer(
      question: self, found: found,
      fallbacks: includesFallbacks
        ? search.fallbacks(from: ReferralOrigin(origin), after: found) : nil,
      session: session)
  }
}
