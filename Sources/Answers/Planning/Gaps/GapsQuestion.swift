public import Facts
import Formats
import HealthNetwork
public import Planning
import Referral
import TravelNetwork

/// The places from which no able facility is reached in time, why, and what would change it.
///
///     let question = try GapsQuestion(["need": "stroke", "limit": "50"], in: session, now: now)
///     try session.answer(question).gaps.first?.changes.first
public struct GapsQuestion: Question {
  /// The question's name.
  public static let name = "gaps"

  /// When, how people travel, and whose communes and which figures count.
  public var scope: PlanningScope
  /// The need, and how near is near enough.
  public var need: PlannedNeed
  /// The most places that are looked into, those of most people first.
  public var limit = 20

  /// Asks for the largest gaps.
  ///
  /// - Parameters:
  ///   - need: The need, and how near is near enough.
  ///   - scope: When, how people travel, and whose communes and which figures count.
  public init(_ need: PlannedNeed, _ scope: PlanningScope) {
    self.need = need
    self.scope = scope
  }

  /// Understands the fields of a question: those of `PlanningScope`, `need`, `threshold`, `limit`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    let scope = try reader.planningScope()
    self.init(try reader.plannedNeed(), scope)
    self.limit = try reader.integer("limit", in: FieldReader.rows) ?? 20
    try reader.finish()
  }

  /// The answer of a session.
  ///
  /// - Throws: `QuestionError` where the geography has no figures.
  public func answer(in session: NetworkSession) throws(QuestionError) -> GapsAnswer {
    let conditions = try scope.conditions(in: session)
    let demand = try scope.demand(in: session.network)
    let prepared = PreparedDemand(
      session.network, session.prepared.networks, conditions, demand)
    let query = CoverageQuery(scope.query(need.need, conditions), [need.limit])
    return answer(of: Coverage(query, on: prepared), on: prepared, in: session)
  }

  /// The answer from a coverage that is known.
  package func answer(
    of coverage: Coverage, on prepared: PreparedDemand, in session: NetworkSession
  ) -> GapsAnswer {
    var search = GapSearch(coverage, on: prepared, within: need.minutes)
    return GapsAnswer(
      question: self, session: session, coverage: coverage, communes: search.communes,
      gaps: search.gaps(first: limit))
  }
}
