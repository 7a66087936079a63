public import Facts

/// A kind of weather, and what it does to travel.
///
///     let conditions = TravelConditions(vehicle: ambulance, at: departure, weather: storm)
///
/// An effect names the links it concerns. A link is stopped when any effect that concerns it stops
/// it; else its times are multiplied with the largest factor of those that do.
public struct Weather: Hashable, Sendable {
  /// What the weather does to some links.
  public struct Effect: Hashable, Sendable {
    /// The mode of the links.
    public var mode = TravelMode.road
    /// The class of the roads; nil means any.
    public var roadClass: RoadClass?
    /// Only links at least this long, in kilometres: a crossing of the sea, not of a river.
    public var kilometresFrom: Double?
    /// Whether nothing runs there.
    public var stops: Bool?
    /// What times are multiplied with.
    public var factor: Double?

    /// Creates an effect without a consequence.
    public init() {}

    /// Whether it concerns a link.
    func concerns(_ link: TravelLink) -> Bool {
      link.mode == mode && (roadClass == nil || link.roadClass == roadClass)
        && link.kilometres >= kilometresFrom ?? 0
    }
  }

  /// The stable id.
  public var id = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// What it does.
  public var effects: [Effect] = []
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}

  /// Whether it stops a link.
  public func stops(_ link: TravelLink) -> Bool {
    effects.contains { $0.stops == true && $0.concerns(link) }
  }

  /// What it multiplies the times of a link with; no weather makes travel faster.
  public func factor(of link: TravelLink) -> Double {
    effects.reduce(1) { factor, effect in
      effect.concerns(link) ? max(factor, effect.factor ?? 1) : factor
    }
  }

  /// What it multiplies the time between a point and its travel node with: that of a local road.
  var accessFactor: Double {
    var road = TravelLink()
    road.roadClass = .local
    return factor(of: road)
  }
}

extension LinkTimes {
  /// The times multiplied with a factor of at least 1; nil when they become too long to search.
  func multiplied(with factor: Double) -> LinkTimes? {
    func times(_ time: UInt32) -> UInt32? {
      deciseconds(ofMinutes: minutes(ofDeciseconds: time) * factor)
    }
    guard factor > 1 else { return self }
    guard let fast = times(fast), let typical = times(typical), let slow = times(slow) else {
      return nil
    }
    return LinkTimes(fast: fast, typical: typical, slow: slow)
  }
}
