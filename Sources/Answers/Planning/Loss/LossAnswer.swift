import Facts
public import Formats
import HealthNetwork
public import Planning
import Referral
import TravelNetwork

/// The consequences of losing one thing, for each need.
public struct LossAnswer: Answer, SessionAnswer {
  /// Losses of one kind.
  public struct Section: Sendable {
    /// A kind of losses.
    public enum Kind: String, Hashable, Sendable {
      /// Whole facilities.
      case facilities
      /// The capability at each facility that has it.
      case capabilities
      /// Bridges and ferries.
      case crossings
      /// Rotations of specialists.
      case rotations
      /// Two bridges at once.
      case pairs
    }

    /// The kind.
    public let kind: Kind
    /// Those that change anything, the worst first.
    public internal(set) var losses: [Loss]
    /// The number of things that were lost in turn.
    public let considered: Int

    init(_ kind: Kind, _ losses: [Loss]) {
      self.kind = kind
      self.losses = losses.filter { !$0.changes.isEmpty }.ranked
      considered = losses.count
    }
  }

  /// The losses of one need.
  public struct OfNeed: Sendable {
    /// The need, and how near is near enough.
    public let need: PlannedNeed
    /// The access of each commune as it is, and with each thing lost.
    public let study: LossStudy
    /// The losses by kind.
    public let sections: [Section]
    /// How many pairs of bridges had to be searched for; nil where none was asked for.
    public let pairs: LossStudy.PairLosses?
  }

  /// The forms of the answer.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx, .geojson]

  /// The question.
  public let question: LossQuestion
  /// The people who are counted.
  public let demand: Demand
  /// The losses of each need, in the order of the question.
  public let needs: [OfNeed]
  let session: NetworkSession
  let conditions: TravelConditions

  init(
    question: LossQuestion, session: NetworkSession, conditions: TravelConditions,
    demand: Demand, needs: [OfNeed]
  ) {
    self.question = question
    self.session = session
    self.conditions = conditions
    self.demand = demand
    self.needs = needs
  }

  /// Whether any loss changes anything.
  public var isFound: Bool { needs.contains { $0.sections.contains { !$0.losses.isEmpty } } }

  /// The losses for programs; the fields are in docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue? {
    LossReport(answer: self, style: style).json
  }

  /// The thing that is lost, and the communes that it concerns.
  public func geoJSON(_ style: AnswerStyle) -> JSONValue? {
    LossReport(answer: self, style: style).geoJSON
  }

  /// A line for each loss.
  public func csv(_ style: AnswerStyle) -> String? { LossReport(answer: self, style: style).csv }

  /// The losses as a planner reads them.
  public func table(_ style: AnswerStyle) -> String? {
    LossReport(answer: self, style: style).table
  }
}
