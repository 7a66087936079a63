public import Facts
public import HealthNetwork

/// The chain of facilities from where the patient is to the last line.
public struct EscalationChain: Sendable {
  /// A facility that a step may lead to.
  public struct Candidate: Sendable {
    /// The facility's index.
    public var facility: FacilityIndex
    /// Minutes of the step; nil where no way is known.
    public var minutes: Double?
    /// What is known of going there, when it can treat the patient on arrival.
    public var target: ReferralTarget?
    /// Why it cannot treat the patient.
    public var reasons: [Reason]
    /// What stands behind sending patients there, from anywhere in the chain so far.
    public var backings: [TransferBasis]
    /// Minutes straight from where the patient is now; nil where no way is known.
    public var directMinutes: Double?

    /// Whether it can treat the patient on arrival, as far as is known.
    public var isAble: Bool { reasons.isEmpty }
    /// What names both facilities, or a group of them, and holds.
    public var named: TransferBasis? {
      backings.first { $0.standing == .inForce && $0.precision < .authorities }
    }
  }

  /// Why no facility of a tier can be relied on for the need.
  public enum Break: Sendable {
    /// The network has no facility of the tier.
    case noFacility
    /// Nobody of the tier is known to be able: how many said no, how many are unknown, how many are
    /// out for other reasons.
    case noneAble(no: Int, unknown: Int, other: Int)
    /// Those who are able cannot be reached, or not in time; the nearest, and why.
    case notReached(facility: FacilityIndex, reasons: [Reason])
    /// No times are known, so nobody can tell which of those who are able is nearest.
    case distancesUnknown(able: Int)
    /// A rule does not allow the step.
    case notAllowed(TransferVerdict)
  }

  /// A step to a tier.
  public struct Step: Sendable {
    /// The tier: 4 commune, 3 district or regional, 2 provincial, 1 central or city.
    public var tier: Int
    /// The facility that the step leaves; nil for where the patient was found.
    public var from: FacilityIndex?
    /// When the step begins; nil where the times before it are not known.
    public var departure: Instant?
    /// Facilities of the tier.
    public var facilityCount: Int
    /// The nearest facility of the tier that works, whatever it can do.
    public var nearest: Candidate?
    /// The nearest that can treat the patient on arrival.
    public var nearestAble: Candidate?
    /// The nearest that an agreement, a network or a rotation in force names; one that is able first.
    public var named: Candidate?
    /// Where the chain goes on.
    public var chosen: Candidate?
    /// Why nobody of the tier can be relied on; nil when somebody can.
    public var breakage: Break?
    /// Backings to facilities of the tier that have ended or not begun.
    public var lapsed: [TransferBasis]
    /// What rules say of the step.
    public var verdicts: [TransferVerdict]
    /// Minutes since the patient was found, until the end of the step; nil where times are not known.
    public var totalMinutes: Double?
  }

  /// The steps, the lowest tier first.
  public var steps: [Step]
  /// The facility in which the chain begins; nil for a place.
  public var start: FacilityIndex?
  /// Whether the starting facility can treat the patient itself.
  public var startReasons: [Reason]?
  /// Those whom agreements in force name, but whose tier nobody has said.
  public var withoutTier: [TransferBasis]

  /// The first step that ends where the patient can be treated.
  public var firstAble: Step? { steps.first { $0.chosen?.isAble ?? false } }
}
