public import Facts

extension ReferralTarget {
  /// The usual time from departure to arrival.
  public var travelTime: TravelTime { TravelTime(minutes: minutes) }

  /// The times on a fast and on a slow day.
  public var travelTimeRange: ClosedRange<TravelTime> {
    let (low, high) = (TravelTime(minutes: minutesLow), TravelTime(minutes: minutesHigh))
    return low...max(low, high)
  }
}

extension Rejection {
  /// The usual time to the facility; nil when it cannot be reached.
  public var travelTime: TravelTime? { minutes.map { TravelTime(minutes: $0) } }
}

extension ReferralQuery {
  /// The longest way that a target may take; nil for any.
  public var maximumTravelTime: TravelTime? {
    get { maximumMinutes.map { TravelTime(minutes: $0) } }
    set { maximumMinutes = newValue?.minutes }
  }
}

extension CapableFacilitySearch.Found {
  /// The time from door to door.
  public var travelTime: TravelTime { TravelTime(deciseconds: deciseconds) }
}
