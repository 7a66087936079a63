public import Facts

extension TravelGraph {
  /// Whether a link touches the node that serves the vehicle on the day, closures ignored.
  public func isUsable(_ node: NodeIndex) -> Bool { usable[node] }

  /// The nodes that a link touches that serves the vehicle on the day, closures ignored.
  public var usableNodes: [NodeIndex] { map.nodes.recordIndices.filter { usable[$0] } }

  /// Joins a point to the nearest usable node, in its own block of land if there is one.
  ///
  /// - Parameters:
  ///   - point: The point.
  ///   - block: The block of land in which it lies, if known: a node across the river is only taken
  ///     when no usable node of the block is near enough. Nodes that name no block, those of
  ///     streets, lie too close together for that: they may lie in any.
  /// - Returns: The node and the way to it; nil when none lies within the limit of the profile.
  public func access(to point: Coordinate, block: String? = nil) -> Access? {
    let limit = map.profile.accessLimitKm * 1_000
    var found: (member: Int, metres: Double)?
    if let block, let number = map.blockNumbers[block] {
      let blocks = map.blockOfNode
      found = index.nearest(to: point, within: limit) { blocks[$0] == number || blocks[$0] < 0 }
    }
    if found == nil { found = index.nearest(to: point, within: limit) { _ in true } }
    guard let found else { return nil }
    return Access(
      node: NodeIndex(found.member), metres: found.metres, profile: map.profile,
      factor: accessFactor)
  }
}
