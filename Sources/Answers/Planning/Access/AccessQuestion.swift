public import Facts
import HealthNetwork
public import Planning
import Referral

/// How many minutes each commune is from care: what a map colours, and what counts people within any
/// number of minutes without asking again.
///
///     let question = try AccessQuestion(["need": "stroke"], in: session, now: now)
///     try session.answer(question).json(AnswerStyle(.en))
public struct AccessQuestion: Question {
  /// The question's name.
  public static let name = "access"

  /// When, how people travel, and whose communes and which figures count.
  public var scope: PlanningScope
  /// The need, and the minutes that are near enough unless a reader chooses others.
  public var need: PlannedNeed
  /// The ages counted beside everybody; nil for those that the vocabulary names for the specialty.
  public var group: AgeGroup?

  /// Asks for all communes.
  ///
  /// - Parameters:
  ///   - need: The need, and how near is near enough.
  ///   - scope: When, how people travel, and whose communes and which figures count.
  public init(_ need: PlannedNeed, _ scope: PlanningScope) {
    self.need = need
    self.scope = scope
  }

  /// Understands the fields of a question: those of `PlanningScope`, `need`, `group`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    let scope = try reader.planningScope()
    self.init(try reader.plannedNeed(), scope)
    group = try reader.ageGroup()
    try reader.finish()
  }

  /// The answer of a session.
  ///
  /// - Throws: `QuestionError` where the geography or the group of ages has no figures.
  public func answer(in session: NetworkSession) throws(QuestionError) -> AccessAnswer {
    var coverage = CoverageQuestion(
      [CoverageQuestion.Asked(need.need, [need.limit])], scope)
    coverage.group = group
    return AccessAnswer(question: self, coverage: try coverage.answer(in: session))
  }
}
