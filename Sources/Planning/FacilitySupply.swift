public import Facts
public import HealthNetwork

/// What facilities offer, in one unit for all of them: beds and mere existence cannot be added.
public struct FacilitySupply: Hashable, Sendable {
  /// What is counted.
  public enum Unit: String, Sendable {
    /// Beds, as all of the facilities have a figure.
    case beds
    /// Facilities, each as one, as some have no figure of beds.
    case facilities
  }

  /// What is counted.
  public let unit: Unit
  /// The facilities, in the order in which they were given.
  public let facilities: [FacilityIndex]
  /// What each of them offers.
  public let amounts: [Double]
  /// How many have no figure of beds.
  public let withoutBeds: Int

  /// Counts beds when every facility has a figure, else facilities.
  public init(of facilities: [FacilityIndex], in network: Network, on day: Day) {
    let beds = facilities.map { network.facility($0).bedCount(on: day) }
    withoutBeds = beds.count { $0 == nil }
    unit = withoutBeds == 0 && !facilities.isEmpty ? .beds : .facilities
    self.facilities = facilities
    amounts = unit == .beds ? beds.compactMap { $0 } : facilities.map { _ in 1 }
  }
}

extension Facility {
  /// All beds of the facility on a day, by the latest figure in force: of a range its lower end;
  /// nil when there is no figure.
  public func bedCount(on day: Day) -> Double? {
    let totals = beds.filter { $0.kind == .total && $0.period.standing(on: day) == .inForce }
    let latest = totals.max { left, right in
      (left.period.from?.start.number ?? Int.min) < (right.period.from?.start.number ?? Int.min)
    }
    return (latest?.measure.value ?? latest?.measure.low).flatMap { $0 > 0 ? $0 : nil }
  }
}
