public import Facts

extension TravelGraph {
  /// The parts into which the network falls for the vehicle: nodes joined by links of any direction.
  ///
  /// - Returns: Indices of usable nodes, a list a part: the largest part first, of equally large ones
  ///   the one of the lowest index; nodes in ascending order.
  /// - Complexity: O(*n* log *n*), where *n* is the number of nodes and arcs.
  public var components: [[NodeIndex]] {
    var parents = Array(map.nodes.indices)
    func root(of node: Int) -> Int {
      var node = node
      while parents[node] != node {
        parents[node] = parents[parents[node]]
        node = parents[node]
      }
      return node
    }
    for arc in arcs {
      let start = root(of: map.node(ofVertex: arc.start).rawValue)
      let end = root(of: map.node(ofVertex: arc.end).rawValue)
      if start != end { parents[max(start, end)] = min(start, end) }
    }
    var parts: [Int: [NodeIndex]] = [:]
    for node in usableNodes { parts[root(of: node.rawValue), default: []].append(node) }
    return parts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
  }
}
