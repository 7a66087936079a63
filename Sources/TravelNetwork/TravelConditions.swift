public import Facts

/// For which vehicle, when, and without which links a way is sought.
public struct TravelConditions: Hashable, Sendable {
  /// The vehicle.
  public var vehicle: Vehicle
  /// The departure: its day decides which links exist, its clock which ferries run.
  public var at: Instant
  /// Indices of links to do without, as `TravelMap.links(avoiding:)` gives them.
  public var closed: Set<LinkIndex>
  /// Whether a link with hours of operation is waited for outside them.
  public var honoursTimetables: Bool
  /// Whether links that are closed for a time are done without.
  public var honoursClosures = true
  /// Indices of links that are taken to run at all hours, whatever their timetables say.
  public var openAtAllHours: Set<LinkIndex> = []
  /// How fast links are passed, where a good, a usual and a bad day differ.
  public var pace: Pace
  /// The weather; nil when it is like any other day.
  public var weather: Weather?

  /// Creates conditions.
  ///
  /// - Parameters:
  ///   - vehicle: The vehicle.
  ///   - at: The departure, in the zone of the network.
  ///   - closed: Indices of links to do without.
  ///   - honoursTimetables: Whether a link with hours of operation is waited for outside them.
  ///   - pace: How fast links are passed.
  ///   - weather: The weather; nil when it is like any other day.
  public init(
    vehicle: Vehicle, at: Instant, closed: Set<LinkIndex> = [], honoursTimetables: Bool = true,
    pace: Pace = .typical, weather: Weather? = nil
  ) {
    self.vehicle = vehicle
    self.at = at
    self.closed = closed
    self.honoursTimetables = honoursTimetables
    self.pace = pace
    self.weather = weather
  }
}
