internal import Facts

/// Where a point stands: its place, its land, and how far its way to the network is.
///
/// Between near points the straight way over land is taken, which the profile reckons as it does the
/// ways to the network: a hospital is no minutes from itself, and whoever lives beside it does not go
/// to a junction and back. A way of that kind is never longer than both ways to the network together,
/// and stays on one block of land.
struct GroundPoint: Hashable, Sendable {
  /// The point.
  let point: Coordinate
  /// The number of its block of land; nil where that is not known.
  let block: Int?
  /// The straight line from the point to the network, in metres.
  let metres: Double

  /// Whether another point may be near enough for a straight way; false of most that are not.
  func isNear(_ other: GroundPoint) -> Bool {
    // A degree of latitude is a little more than 111 km.
    abs(point.latitude - other.point.latitude) * 111_000 <= metres + other.metres
  }
}

extension TravelGraph {
  /// The straight way between two points; nil where one goes by the network.
  ///
  /// - Returns: The way, and a node to which the point of departure is joined, though it is not passed.
  func straightWay(from start: PointAccess, to end: PointAccess) -> Access? {
    guard let metres = start.straightMetres(to: end), let node = start.departures.first?.node else {
      return nil
    }
    return Access(node: node, metres: metres, profile: map.profile, factor: accessFactor)
  }
}

extension PointAccess {
  /// The length of the straight way to another point; nil where one goes by the network.
  ///
  /// - Parameter other: The point of arrival.
  /// - Returns: Metres, at most those of both ways to the network.
  func straightMetres(to other: PointAccess) -> Double? {
    guard let start = ground, let end = other.ground else { return nil }
    if start.point == end.point { return 0 }
    guard start.isNear(end) else { return nil }
    let metres = start.point.distanceInMetres(to: end.point)
    guard metres <= start.metres + end.metres, isOnOneGround(with: other, start, end) else {
      return nil
    }
    return metres
  }

  /// Whether nothing lies between two points that one would have to go round.
  ///
  /// One block of land is enough on a map of towns. Streets may have a canal between them, and of a
  /// point on unknown land only the node is known that both are joined to.
  private func isOnOneGround(
    with other: PointAccess, _ start: GroundPoint, _ end: GroundPoint
  ) -> Bool {
    if let first = start.block, let second = end.block {
      guard first == second else { return false }
      if link == nil, other.link == nil { return true }
    }
    return departures.contains { access in other.arrivals.contains { $0.node == access.node } }
  }
}
