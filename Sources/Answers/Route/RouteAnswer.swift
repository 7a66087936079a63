public import Formats
public import Referral

/// The nearest facilities able to treat a patient on arrival, and why not the nearer ones.
public struct RouteAnswer: Answer {
  /// The forms in which it can be had.
  public static let formats: [AnswerFormat] = [.table, .json, .geojson, .csv, .xlsx, .xml]

  /// The question.
  public let question: RouteQuestion
  /// The targets, and the facilities that were passed over.
  public let found: ReferralAnswer
  /// The targets that remain without each crossing on the way to the first; nil when not asked.
  public let fallbacks: [Fallback]?
  /// The network that was asked.
  public let session: NetworkSession

  /// Whether there is a target.
  public var isFound: Bool { !found.targets.isEmpty }

  private func report(_ style: AnswerStyle) -> RouteReport {
    RouteReport(
      session: session, query: question.query, origin: question.origin, answer: found,
      style: style, explains: question.explains, fallbacks: fallbacks)
  }

  /// The answer for programs; see docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue? { report(style).json }
  /// Origin, targets, and the ways as lines between travel nodes.
  public func geoJSON(_ style: AnswerStyle) -> JSONValue? { report(style).geoJSON }
  /// A row for each target, then one for each reason.
  public func csv(_ style: AnswerStyle) -> String? { report(style).csv }
  /// The answer as a coordinator reads it.
  public func table(_ style: AnswerStyle) -> String? { report(style).table }
  /// The answer as XML, with the fields of the JSON.
  public func xml(_ style: AnswerStyle) -> String? { report(style).xml }
}
