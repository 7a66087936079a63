import Facts
import HealthNetwork
public import Referral

/// What is asked of siting: what for, what may be done, and what counts as good.
///
///     var question = SitingQuestion(query: query)
///     question.objective = .cover
///     question.thresholdMinutes = 60
///     question.budget = 5
public struct SitingQuestion: Sendable {
  /// What can be done at a site.
  public enum Action: String, CaseIterable, Sendable {
    /// A new facility with the capability.
    case build
    /// The capability for an existing facility.
    case upgrade
    /// Sessions of the capability at an existing facility, so many half days a week.
    case rotate
  }

  /// What is to be reached.
  public enum Objective: String, CaseIterable, Sendable {
    /// The most people within the threshold, for the budget.
    case cover
    /// Everybody within the threshold, for the least cost.
    case all
    /// The least travel, for the budget.
    case travel
  }

  /// What the patients need, when they leave, and how they travel.
  public var query: ReferralQuery
  /// What is to be reached.
  public var objective = Objective.cover
  /// Whether only facilities count that are known to do a step below the capability in its ladder.
  public var wantsReady = false
  /// What may be done.
  public var actions: Set<Action> = [.upgrade]
  /// What a site of each kind costs, in units of the budget.
  public var costs: [Action: Int] = [.build: 1, .upgrade: 1, .rotate: 1]
  /// What the sites may cost together; nil only where all are to be covered.
  public var budget: Int?
  /// Minutes from door to door within which people are covered.
  public var thresholdMinutes: Double?
  /// Whether a second facility within the threshold counts too.
  public var countsBackup = false
  /// Whether those who are far away count more: see docs/siting.md.
  public var favoursFar = false
  /// The minutes counted for people who reach nothing, or take longer.
  public var unreachedMinutes = 1_440.0
  /// Half-day sessions a week of a rotation.
  public var sessionsPerWeek = 2
  /// The part of the people whose mean travel is that of the worst off.
  public var worstShare = 0.1
  /// Ids of facilities and places that are chosen already, in the order given.
  public var fixed: [String] = []
  /// Seconds for the exact programs together; 0 for heuristics alone.
  public var seconds = 60.0
  /// Whether budgets below are answered too.
  public var hasCurve = true

  /// Asks for the defaults.
  public init(query: ReferralQuery) {
    self.query = query
  }
}
