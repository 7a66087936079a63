public import Facts
public import TravelNetwork

extension Network {
  /// The node nearest to a point by which ways lead out of what the network holds: on its block of
  /// land lies no place of the network, and nothing is known of the hospitals there.
  ///
  /// - Returns: nil where the network has no such node.
  /// - Complexity: O(*n*), where *n* is the number of such nodes; O(all nodes) the first time.
  public func nearestExit(to point: Coordinate) -> TravelNode? {
    storage.exits(of: self).min {
      $0.point.distanceInMetres(to: point) < $1.point.distanceInMetres(to: point)
    }
  }
}
