public import Facts

extension Journey {
  /// The usual time from node to node, all waiting included.
  public var travelTime: TravelTime { TravelTime(minutes: minutes) }

  /// The times of the same way on a fast and on a slow day.
  public var travelTimeRange: ClosedRange<TravelTime> {
    let (low, high) = (TravelTime(minutes: minutesLow), TravelTime(minutes: minutesHigh))
    return low...max(low, high)
  }
}

extension Leg {
  /// The usual time under way, the usual wait for a ferry included.
  public var travelTime: TravelTime { TravelTime(minutes: minutes) }

  /// The time spent waiting before it opens, which is not part of `travelTime`.
  public var waitingTime: TravelTime { TravelTime(minutes: waitedMinutes) }
}

extension Access {
  /// The time between the point and the node.
  public var travelTime: TravelTime { TravelTime(deciseconds: deciseconds) }
}
