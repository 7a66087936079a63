public import Facts
import Formats
import HealthNetwork
public import TravelNetwork

/// The travel graph of a vehicle at an instant, so that answers can be checked with other tools.
///
///     let answer = try session.answer(GraphQuestion(["vehicle": "mixed"], in: session, now: now))
///     answer.nodes(AnswerStyle()), answer.csv(AnswerStyle())
public struct GraphQuestion: Question {
  /// The name of the question.
  public static let name = "graph"

  /// The vehicle, the instant, the weather, and links that are out of use.
  public var conditions: TravelConditions

  /// Creates a question.
  public init(conditions: TravelConditions) {
    self.conditions = conditions
  }

  /// Understands the fields `at`, `vehicle`, `weather` and `avoid`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    let at = try reader.instant()
    conditions = try reader.conditions(at: at)
    try reader.finish()
  }

  /// Builds the graph.
  public func answer(in session: NetworkSession) -> GraphAnswer {
    GraphAnswer(TravelGraph(session.network.travel, conditions))
  }
}
