public import Facts
public import HealthNetwork
public import Referral
public import TravelNetwork

/// A commune whose people reach no facility able on arrival within the threshold.
public struct Gap: Hashable, Sendable {
  /// Why that is so.
  public enum Cause: Hashable, Sendable {
    /// No road or landing that the vehicle can use lies near enough to the commune.
    case notJoined
    /// A hospital is near enough of which nobody sure has said whether it can: ask it first.
    case capabilityUnknown(facility: FacilityIndex)
    /// With ferries, boats or flights that are closed at the hour it would be in time; by the indices
    /// of their links.
    case ferryNotRunning(links: [LinkIndex])
    /// An able facility is near enough, but its service is closed on arrival.
    case closedOnArrival(facility: FacilityIndex)
    /// Hospitals are near enough, and none of them can; the nearest.
    case noCapability(facility: FacilityIndex)
    /// No hospital is near enough.
    case distance

    /// A stable name.
    public var code: String {
      switch self {
      case .notJoined: "not_joined"
      case .capabilityUnknown: "capability_unknown"
      case .ferryNotRunning: "ferry_not_running"
      case .closedOnArrival: "closed_on_arrival"
      case .noCapability: "no_capability"
      case .distance: "distance"
      }
    }
  }

  /// The number of the commune in the demand.
  public let commune: Int
  /// Its people.
  public let people: Double
  /// The nearest facility able on arrival; nil when none can be reached.
  public let nearest: CapableFacilitySearch.Found?
  /// Minutes by which it is too far; nil when none can be reached.
  public let minutesOver: Double?
  /// Why.
  public let cause: Cause
  /// The changes that close it, each verified: the cheapest in kind first, then the one that helps
  /// most people.
  public let changes: [VerifiedChange]
}
