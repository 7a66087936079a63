internal import Facts

/// A trip that was driven, beside what the network says of its way.
public struct ObservedTrip: Hashable, Sendable {
  /// Minutes that it took.
  public var minutes: Double
  /// Minutes of its way that no class of road explains: ferries, waiting, the ways to both ends.
  public var fixedMinutes: Double
  /// Minutes on each class of road as the network has them, in the order of `RoadClass.allCases`.
  public var classMinutes: [Double]

  /// Creates a trip.
  public init(minutes: Double, fixedMinutes: Double, classMinutes: [Double]) {
    self.minutes = minutes
    self.fixedMinutes = fixedMinutes
    self.classMinutes = classMinutes
  }

  /// Splits the way that the network gives for a trip.
  ///
  /// - Parameters:
  ///   - minutes: Minutes that the trip took.
  ///   - trip: The way.
  ///   - map: The map it lies on.
  public init(minutes: Double, over trip: Trip, _ map: TravelMap) {
    var classes = [Double](repeating: 0, count: RoadClass.allCases.count)
    var roads = 0.0
    for leg in trip.journey.legs where leg.mode == .road && !leg.isHandOver {
      // A leg is one road, but may change its class: its minutes go by what its links take.
      let times = leg.links.map { Double(map.times[$0]?.typical ?? 0) }
      let total = times.reduce(0, +)
      guard total > 0 else { continue }
      for (link, time) in zip(leg.links, times) {
        guard let roadClass = map.links[link].roadClass,
          let place = RoadClass.allCases.firstIndex(of: roadClass)
        else { continue }
        classes[place] += leg.minutes * time / total
        roads += leg.minutes * time / total
      }
    }
    self.minutes = minutes
    classMinutes = classes
    fixedMinutes = trip.start.minutes + trip.journey.minutes + trip.end.minutes - roads
  }

  /// Minutes as the network has them.
  var expected: Double { fixedMinutes + classMinutes.reduce(0, +) }

  /// Minutes when each class takes its factor of them.
  func minutes(at factors: [Double]) -> Double {
    zip(factors, classMinutes).reduce(fixedMinutes) { $0 + $1.0 * $1.1 }
  }
}
