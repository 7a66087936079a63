public import Formats
public import Referral

/// The ways along a pathway to definitive care, their clocks, and what a rule makes of them.
public struct PathwayAnswer: Answer {
  /// The forms in which it can be had.
  public static let formats: [AnswerFormat] = [.table, .json, .geojson, .csv, .xlsx]

  /// The question.
  public let question: StrategyQuestion
  /// The query for definitive care.
  public let query: ReferralQuery
  /// The query for first stops.
  public let firstQuery: ReferralQuery
  /// The ways, the recommendation, and the facilities passed over.
  public let found: StrategyAnswer
  /// The network that was asked.
  public let session: NetworkSession

  /// Whether there is a way, or at least a place where treatment can begin.
  public var isFound: Bool { !found.options.isEmpty || found.start != nil }

  /// The answer for programs; see docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue? { StrategyReport(self, style).json }
  /// Origin, stops, and the ways as lines between travel nodes.
  public func geoJSON(_ style: AnswerStyle) -> JSONValue? { StrategyReport(self, style).geoJSON }
  /// A row for each stop, clock, recommendation and reason.
  public func csv(_ style: AnswerStyle) -> String? { StrategyReport(self, style).csv }
  /// The answer as a coordinator reads it.
  public func table(_ style: AnswerStyle) -> String? { StrategyReport(self, style).table }
}
