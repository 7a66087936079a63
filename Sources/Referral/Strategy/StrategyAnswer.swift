public import HealthNetwork
public import TravelNetwork

/// The answer to the question which way to definitive care to take.
public struct StrategyAnswer: Sendable {
  /// How the origin is joined to the travel network; nil when it is too far from it.
  public var access: Access?
  /// The ways that no other beats, direct ones first, then by arrival at the first stop.
  ///
  /// One way beats another when it is sooner at a door behind which treatment starts, and sooner at
  /// definitive care.
  public var options: [StrategyOption] = []
  /// Where treatment can begin all the same, when there is no option.
  public var start: TreatmentStart?
  /// Facilities that are no first stop, and why: beaten by an option, without a way on, or for what
  /// a referral would say of them.
  public var rejectedFirst: [Rejection] = []
  /// Facilities that are no definitive care, and why.
  public var rejectedDefinitive: [Rejection] = []
  /// What the rule makes of the options; nil when no rule is known, or there is no option.
  public var recommendation: Recommendation?
  /// What the other rules of the pathway would make of them.
  public var otherRules: [Recommendation] = []
  /// When definitive care is reached by the nearest first stop with each stay that is known.
  public var otherStays: [(stay: PathwayPlan.Interval, definitive: ReferralTarget)] = []

  /// The number of the first direct option.
  public var bestDirect: Int? { options.firstIndex { $0.isDirect } }
  /// The number of the option with the nearest first stop.
  public var nearestVia: Int? { options.firstIndex { !$0.isDirect } }
}

/// What a rule makes of the options.
public struct Recommendation: Sendable {
  /// What it says.
  public enum Decision: String, CaseIterable, Sendable {
    /// Directly to definitive care.
    case direct
    /// By way of a first stop.
    case via
    /// To the nearest first stop, to be retrieved from there.
    case retrieval
    /// It cannot decide without knowing when the illness began.
    case undecided
  }

  /// The rule.
  public var rule: PathwayRule
  /// What it says.
  public var decision: Decision
  /// The number of the option it chooses.
  public var option: Int?
  /// What decided it, in Vietnamese.
  public var vi: String
  /// What decided it, in English.
  public var en: String
  /// The remedies; any one of these would change it.
  public var remedies: [Remedy]
}
