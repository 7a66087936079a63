public import Formats
public import HealthNetwork
public import Referral

/// The answer for an origin of a batch: its targets, without those that were passed over.
public struct BatchRow: AnswerRow {
  /// The titles of the separated values: the place that was matched, those of a route's targets, and
  /// the reason of a row that has no answer.
  public static let titles: [String] =
    ["id", "origin", "origin_name"] + RouteReport.columns.dropFirst().prefix(12) + ["error"]

  /// The id that the table gives the row, or else its line.
  public let id: String
  /// The answer; nil for a row that is wrong.
  public let answer: Found?
  /// Why the row has no answer; nil where it has one.
  public let error: RowError?

  /// The answer for an origin.
  public struct Found: Sendable {
    let session: NetworkSession
    /// The conditions and the need of the row.
    public let query: ReferralQuery
    /// The origin.
    public let origin: Location
    /// The targets.
    public let found: ReferralAnswer

    func report(_ style: AnswerStyle) -> RouteReport {
      RouteReport(
        session: session, query: query, origin: origin, answer: found, style: style,
        explains: false)
    }
  }

  init(id: String, answer: Found) {
    self.id = id
    self.answer = answer
    error = nil
  }

  init(id: String, error: RowError) {
    self.id = id
    answer = nil
    self.error = error
  }

  /// Whether there is a target.
  public var isFound: Bool { !(answer?.found.targets.isEmpty ?? true) }

  /// The answer for programs, with the row's id; see docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue {
    guard let json = answer?.report(style).json else {
      return .object([
        "id": .string(id), "error": error.map { .string(style.language($0.text)) },
      ])
    }
    // Reasons against the nearer ones are asked for one origin at a time.
    return json.adding(["id": .string(id), "rejected": nil])
  }

  /// A line for each target; one line for a row without targets, with the reason.
  public func cells(_ style: AnswerStyle) -> [[String]] {
    let empty = Array(repeating: "", count: 12)
    guard let answer else {
      return [[id, "", ""] + empty + [error.map { style.language($0.text) } ?? ""]]
    }
    let report = answer.report(style)
    let targets = answer.found.targets
    let start = [id, answer.origin.id ?? "", answer.origin.name]
    if targets.isEmpty {
      return [
        start + empty
          + [style.language("không tìm thấy nơi nào phù hợp", "no suitable facility was found")]
      ]
    }
    return targets.enumerated().map { start + report.fields($1, rank: $0 + 1) + [""] }
  }
}
