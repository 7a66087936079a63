import Facts
public import Formats
import HealthNetwork
public import Planning
import Referral

/// The places from which no able facility is reached in time.
public struct GapsAnswer: Answer, SessionAnswer {
  /// The forms of the answer.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx]

  /// The question.
  public let question: GapsQuestion
  /// The access of each commune.
  public let coverage: Coverage
  /// The numbers of all communes of the demand beyond the threshold, those of most people first.
  public let communes: [Int]
  /// The gaps that were looked into, those of most people first.
  public let gaps: [Gap]
  let session: NetworkSession

  init(
    question: GapsQuestion, session: NetworkSession, coverage: Coverage, communes: [Int],
    gaps: [Gap]
  ) {
    self.question = question
    self.session = session
    self.coverage = coverage
    self.communes = communes
    self.gaps = gaps
  }

  /// The people who are counted.
  public var demand: Demand { coverage.demand }

  /// The people of all communes beyond the threshold.
  public var people: Double { communes.reduce(0) { $0 + demand.communes[$1].people } }

  /// Whether there is any gap.
  public var isFound: Bool { !gaps.isEmpty }

  /// The gaps for programs; the fields are in docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue? {
    GapsReport(answer: self, style: style).json
  }

  /// A line for each gap, with its cheapest change.
  public func csv(_ style: AnswerStyle) -> String? { GapsReport(answer: self, style: style).csv }

  /// The gaps as a planner reads them.
  public func table(_ style: AnswerStyle) -> String? {
    GapsReport(answer: self, style: style).table
  }
}
