/// Times and lengths between many points, a row at a time.
///
///     var matrix = TravelMatrix(engine, destinations: hospitals.map { graph.join($0, streets: streets) })
///     matrix.row(from: access)[2]?.minutes   // to the third hospital, door to door
///
/// The ways from the points to their travel nodes are counted, as in every answer. The state is
/// that of one search, whatever the number of rows.
public struct TravelMatrix: Sendable {
  /// How far one point is from another.
  public struct Cell: Hashable, Sendable {
    /// Typical minutes from door to door.
    public let minutes: Double
    /// Kilometres from door to door.
    public let kilometres: Double
  }

  private var stream: ArrivalStream
  private let count: Int

  /// Prepares rows.
  ///
  /// - Parameters:
  ///   - engine: The travel network as the vehicle finds it.
  ///   - destinations: How each destination is joined to it; nil where none can be.
  public init(_ engine: TravelEngine, destinations: [PointAccess?]) {
    stream = ArrivalStream(engine, targets: destinations)
    count = destinations.count
  }

  /// The row of an origin: a cell for each destination, nil where no way leads.
  ///
  /// - Parameter origin: How the origin is joined to the network; nil when it cannot be.
  /// - Returns: The cells, in the order of the destinations.
  /// - Complexity: that of one search, and of unpacking the way of each cell.
  public mutating func row(from origin: PointAccess?) -> [Cell?] {
    var cells = [Cell?](repeating: nil, count: count)
    guard let origin else { return cells }
    let detour = stream.engine.graph.map.profile.accessDetour
    stream.start(from: origin)
    for (target, arrival) in stream.all().enumerated() {
      guard let arrival, let trip = stream.trip(to: target) else { continue }
      cells[target] = Cell(
        minutes: minutes(ofDeciseconds: arrival),
        kilometres: trip.journey.kilometres + (trip.start.metres + trip.end.metres) / 1_000 * detour
      )
    }
    return cells
  }
}
