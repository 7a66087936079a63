public import Facts
public import HealthNetwork
public import TravelNetwork

/// The answer to a referral: targets in order of arrival, and why not the nearer ones.
public struct ReferralAnswer: Sendable {
  /// How the origin is joined to the travel network; nil when it is too far from it.
  public var access: Access?
  /// The targets, first to be reached first.
  public var targets: [ReferralTarget] = []
  /// The facilities passed over, each with its reasons: those nearer than the last target in
  /// order of arrival, then the next eligible ones, then those that would be nearer if something
  /// were otherwise, the nearest of them first.
  public var rejected: [Rejection] = []

  /// Creates an answer that has found nothing yet.
  public init() {}
}

/// A facility that can treat the patient on arrival.
public struct ReferralTarget: Sendable {
  /// The facility's index.
  public var facility: FacilityIndex
  /// How the origin is joined to the travel network on this way; from the middle of a street, it
  /// may be left by either end.
  public var start: Access
  /// How the facility is joined to the travel network.
  public var access: Access
  /// Usual minutes from leaving to arriving.
  public var minutes: Double
  /// Minutes when everything goes fast.
  public var minutesLow: Double
  /// Minutes when everything goes slowly.
  public var minutesHigh: Double
  /// Kilometres, both accesses included.
  public var kilometres: Double
  /// When the patient arrives, usually.
  public var arrival: Instant
  /// The statement that the answer rests on.
  public var statement: Capability
  /// Whether the service is there on arrival.
  public var presence: Presence
  /// The way.
  public var journey: Journey
  /// What a coordinator should ask about before relying on the answer.
  public var cautions: [Caution]
  /// The report of the facility that was looked at.
  public var status: StatusUse?
  /// How the clinical window is kept; nil when nobody said when the illness began, or no clock that
  /// may rule anything out runs for the need.
  public var window: TreatmentWindow.Reading?
}

/// Whether a service is there at an instant.
public enum Presence: Hashable, Sendable {
  /// Open at all hours.
  case always
  /// Open then; closes at a minute of the day.
  case open(closes: Int)
  /// Nobody said when it is open.
  case hoursUnknown
  /// There with a chance: so many sessions a week of unknown weekday.
  case chance(Double, sessionsPerWeek: Int)
  /// Closed then; seconds until it opens, when it ever does.
  case closed(secondsUntilOpen: Int?)
}

/// Something to ask about before relying on an answer.
public enum Caution: Hashable, Sendable {
  /// The hours of the service are not known.
  case serviceHoursUnknown
  /// The hours of a ferry, boat or flight are not known, but for what its source says in words.
  case ferryHoursUnknown(String, words: String?)
  /// The hours of a ferry, boat or flight were read from words of its source.
  case ferryHoursInWords(String, String)
  /// A slow journey arrives after closing.
  case closedIfSlow
  /// A slow journey misses the clinical window.
  case lateIfSlow
  /// The clinical window is missed more often than kept, though kept when all goes as usual.
  case lateMoreOftenThanNot
  /// The facility takes only some patients; whether this is one is not known.
  case patientsServed([PatientGroup])
  /// The clinical window is met for selected patients only.
  case extendedWindow(minutes: Int)
  /// The last report of the facility is too old to count.
  case statusTooOld
  /// The facility reports restricted emergency traffic.
  case advisory
  /// The point of the facility is not exact.
  case pointNotExact(Precision)
  /// Something else, told in words.
  case remark(Remark)
}

/// A facility that was passed over, and why.
public struct Rejection: Sendable {
  /// The facility's index.
  public var facility: FacilityIndex
  /// How the facility is joined to the travel network.
  public var access: Access?
  /// Usual minutes to it; nil when it cannot be reached.
  public var minutes: Double?
  /// The reasons, the deciding one first.
  public var reasons: [Reason]
  /// The report of the facility that was looked at.
  public var status: StatusUse?
}
