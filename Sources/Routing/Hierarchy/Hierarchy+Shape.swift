import Columns

extension Hierarchy {
  /// How many ancestors a node has, and how many arcs a search from it climbs: means over all nodes.
  /// - Complexity: O(*n*), where *n* is the number of nodes.
  public var meanSearchSpace: (nodes: Double, arcs: Double) {
    guard nodeCount > 0 else { return (0, 0) }
    let parents = parents.span
    let firstArc = firstArc.span
    var arcs = [Int](repeating: 0, count: nodeCount)
    var sums = (nodes: 0, arcs: 0)
    for rank in (0..<nodeCount).reversed() {
      let own = Int(firstArc[rank + 1] - firstArc[rank])
      arcs[rank] = own + (parents[rank] == Hierarchy.none ? 0 : arcs[Int(parents[rank])])
      sums.nodes += Int(depths[rank]) + 1
      sums.arcs += arcs[rank]
    }
    return (Double(sums.nodes) / Double(nodeCount), Double(sums.arcs) / Double(nodeCount))
  }
}
