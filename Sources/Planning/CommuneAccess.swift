import Facts
public import Referral

/// What a commune reaches for one need under one pace, whatever the threshold.
///
/// Three arrivals tell the class within any number of minutes.
public struct CommuneAccess: Hashable, Sendable {
  /// The nearest facility able on arrival; nil when none can be reached.
  public let able: CapableFacilitySearch.Found?
  /// The nearest hospital of which nobody sure has said whether it can.
  public let unknown: CapableFacilitySearch.Found?
  /// The nearest hospital, whatever it can.
  public let hospital: CapableFacilitySearch.Found?

  /// Creates an access.
  public init(
    able: CapableFacilitySearch.Found?, unknown: CapableFacilitySearch.Found?,
    hospital: CapableFacilitySearch.Found?
  ) {
    self.able = able
    self.unknown = unknown
    self.hospital = hospital
  }

  /// Minutes to the nearest facility able on arrival; infinite when none can be reached.
  public var minutes: Double { able.map(\.minutes) ?? .infinity }

  /// Minutes to the nearest that is able, or may be: nobody sure has said whether it can.
  public var leastMinutes: Double { min(minutes, unknown.map(\.minutes) ?? .infinity) }

  /// The class within some minutes; who arrives at the very minute is in time.
  public func accessClass(within minutes: Double) -> AccessClass {
    func isReached(_ found: CapableFacilitySearch.Found?) -> Bool {
      found.map { $0.minutes <= minutes } ?? false
    }
    if isReached(able) { return .served }
    if isReached(unknown) { return .unknown }
    return isReached(hospital) ? .noCapacity : .outOfReach
  }
}

extension CapableFacilitySearch.Found {
  /// Minutes from door to door.
  public var minutes: Double { travelTime.minutes }
}
