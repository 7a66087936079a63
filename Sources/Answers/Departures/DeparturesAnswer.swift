public import Formats
public import Referral

/// Where to go by departure, and the last departure for each facility.
public struct DeparturesAnswer: Answer {
  /// The forms in which it can be had.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx]

  /// The question.
  public let question: DeparturesQuestion
  /// Where to go, by departure.
  public let departures: Departures
  /// The network that was asked.
  public let session: NetworkSession

  /// Whether any departure is in time for any facility.
  public var isFound: Bool {
    !departures.latest.isEmpty || !departures.latestForSelected.isEmpty
  }

  private func report(_ style: AnswerStyle) -> DeparturesReport {
    DeparturesReport(
      session: session, query: question.query, origin: question.origin, departures: departures,
      style: style)
  }

  /// The answer for programs; see docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue? { report(style).json }
  /// A row for each change of the first target.
  public func csv(_ style: AnswerStyle) -> String? { report(style).csv }
  /// The answer as a coordinator reads it.
  public func table(_ style: AnswerStyle) -> String? { report(style).table }
}
