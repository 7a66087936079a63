extension Sweep {
  /// The nodes within reach.
  ///
  /// - Parameters:
  ///   - limit: The greatest weight.
  ///   - stops: Where ways start (or end).
  ///   - direction: `.fromTargets` counts from the stops to the nodes, `.toTargets` the other way.
  /// - Returns: Nodes in ascending order, and the weight of the best way of each.
  /// - Complexity: O(*a*), where *a* is the number of arcs of the hierarchy.
  public func nodes(
    within limit: UInt32, of stops: [Stop], direction: Direction = .fromTargets
  ) -> [(node: Int, distance: UInt32)] {
    let limit = min(limit, Graph.infinity - 1)
    return distances(stops, direction: direction).enumerated().compactMap { node, distance in
      distance <= limit ? (node, distance) : nil
    }
  }
}
