public import Facts
public import Formats
public import Planning
public import Referral
package import TravelNetwork

/// The coverage of one need, with the people counted beside everybody.
public struct NeedCoverage: Sendable {
  /// Ages counted beside everybody, and the statement that these matter.
  public struct Group: Hashable, Sendable {
    /// The ages.
    public var ages: AgeGroup
    /// The source of the statement; nil where the question named the ages.
    public var source: String?
    /// The confidence of the statement.
    public var confidence: Confidence?
  }

  /// The access of each commune.
  public let coverage: Coverage
  /// The ages counted beside everybody; nil when there are none.
  public internal(set) var group: Group?
  /// The people of those ages.
  public internal(set) var groupDemand: Demand?
  /// The ages that the vocabulary names, where the geography has no figures of them: only everybody
  /// is counted.
  public internal(set) var uncountedGroup: Group?

  init(coverage: Coverage) {
    self.coverage = coverage
  }

  /// The need.
  public var need: Need { coverage.query.referral.need }

  /// The thresholds.
  public var thresholds: [AccessThreshold] { coverage.query.thresholds }

  /// Everybody, and the people of the group if there is one.
  public var demands: [Demand] { [coverage.demand] + (groupDemand.map { [$0] } ?? []) }
}

/// How many people reach a facility able to treat them in time.
public struct CoverageAnswer: Answer, SessionAnswer {
  /// The forms of the answer.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx, .geojson]
  /// A point for each commune.
  public static let hasLongGeoJSON = true

  /// The question.
  public internal(set) var question: CoverageQuestion
  /// The coverage of each need, in the order of the question.
  public let needs: [NeedCoverage]
  package let session: NetworkSession
  package let prepared: PreparedDemand
  package let conditions: TravelConditions

  package init(
    question: CoverageQuestion, session: NetworkSession, prepared: PreparedDemand,
    conditions: TravelConditions, needs: [NeedCoverage]
  ) {
    self.question = question
    self.session = session
    self.prepared = prepared
    self.conditions = conditions
    self.needs = needs
  }

  /// The people who are counted.
  public var demand: Demand { prepared.demand }

  /// Shares of people are always an answer.
  public var isFound: Bool { true }

  /// The coverage for programs; the fields are in docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue? {
    CoverageReport(answer: self, style: style).json
  }

  /// A point for each commune and need, with its class for each threshold.
  public func geoJSON(_ style: AnswerStyle) -> JSONValue? {
    CoverageReport(answer: self, style: style).geoJSON
  }

  /// A line for each unit, need, threshold and group.
  public func csv(_ style: AnswerStyle) -> String? {
    CoverageReport(answer: self, style: style).csv
  }

  /// The coverage as a planner reads it.
  public func table(_ style: AnswerStyle) -> String? {
    CoverageReport(answer: self, style: style).table
  }
}
