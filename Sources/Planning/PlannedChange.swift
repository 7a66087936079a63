public import Facts
public import HealthNetwork
public import TravelNetwork

/// One change that may bring care within the threshold of a place.
public enum PlannedChange: Hashable, Sendable {
  /// Ask a hospital whether it can: nothing changes but what is known.
  case ask(facility: FacilityIndex)
  /// Keep the service of an able facility open at all hours.
  case openService(facility: FacilityIndex)
  /// Run ferries, boats or flights at all hours; by the indices of their links, ascending.
  case runFerries(links: [LinkIndex])
  /// Send specialists of another hospital in rotation, in all working sessions of the week.
  case rotate(facility: FacilityIndex)
  /// Give a hospital the capability, at all hours.
  case upgrade(facility: FacilityIndex)
  /// Build a station with the capability in a commune; by its number in the demand.
  case build(commune: Int)

  /// What a change costs in kind; sums of money are not known, and none are made up.
  public enum Cost: Int, CaseIterable, Comparable, Sendable {
    /// A telephone call.
    case ask
    /// People who work more hours at what is there.
    case hours
    /// Specialists who travel.
    case rotate
    /// Staff and equipment for a service.
    case upgrade
    /// A new facility.
    case build

    /// Whether one costs less than another: the order in which the cases stand.
    public static func < (left: Cost, right: Cost) -> Bool { left.rawValue < right.rawValue }
  }

  /// What it costs in kind.
  public var cost: Cost {
    switch self {
    case .ask: .ask
    case .openService, .runFerries: .hours
    case .rotate: .rotate
    case .upgrade: .upgrade
    case .build: .build
    }
  }

  /// A stable name of the kind of change.
  public var code: String {
    switch self {
    case .ask: "ask"
    case .openService: "open_service"
    case .runFerries: "run_ferries"
    case .rotate: "rotate"
    case .upgrade: "upgrade"
    case .build: "build"
    }
  }

  /// The facility that it is about, if any.
  public var facility: FacilityIndex? {
    switch self {
    case .ask(let facility), .openService(let facility), .rotate(let facility),
      .upgrade(let facility):
      facility
    case .runFerries, .build: nil
    }
  }
}

/// A change whose effect was computed anew, commune by commune.
public struct VerifiedChange: Hashable, Sendable {
  /// The change.
  public let change: PlannedChange
  /// The numbers of the communes that it brings within the threshold, ascending.
  public let gained: [Int]
  /// Those that it takes out of it: who arrives earlier may arrive before a service opens.
  public let lost: [Int]
  /// The people of the gained communes without those of the lost ones.
  public let peopleGained: Double
}
