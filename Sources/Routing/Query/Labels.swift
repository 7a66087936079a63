package import Columns

/// The result of the upward search from every node, stored: a query reads a list instead of searching.
///
///     let labels = Labels(metric)
///     var search = NearestSearch(index, labels: labels)
///
/// A node's label lists those ancestors at which a shortest way may turn from rising to falling
/// ranks, by distance. They take some hundred bytes a node and have to be made anew after a change.
/// I. Abraham et al., "A Hub-Based Labeling Algorithm for Shortest Paths in Road Networks", SEA 2011,
/// doi:10.1007/978-3-642-20662-7_20.
public struct Labels: Sendable {
  /// Which way the distances count.
  public let direction: Direction
  /// Where the label of each rank begins; one longer than the ranks.
  package let firstEntry: Column<UInt32>
  /// The distance of an ancestor in the upper half and its rank in the lower, ascending.
  package let entries: Column<UInt64>

  /// Stores the climbs of all nodes.
  ///
  /// - Parameters:
  ///   - metric: The weights.
  ///   - direction: That of the indices with which the labels are used.
  /// - Complexity: O(*n* *a*), where *n* is the number of nodes and *a* of arcs that one climbs.
  public init(_ metric: Metric, direction: Direction = .toTargets) {
    let hierarchy = metric.hierarchy
    let (along, against) =
      direction == .toTargets
      ? (metric.searchUpward, metric.searchDownward) : (metric.searchDownward, metric.searchUpward)
    var climb = UpwardSearch(height: hierarchy.height)
    var ranks = [UInt32](repeating: 0, count: hierarchy.height)
    var exact = ranks
    var first: [UInt32] = [0]
    first.reserveCapacity(hierarchy.nodeCount + 1)
    var entries: [UInt64] = []
    var label: [UInt64] = []
    for place in 0..<hierarchy.nodeCount {
      let node = Int(hierarchy.nodes[place])
      // No query begins at a state of a turn.
      guard node < hierarchy.graphNodeCount else {
        first.append(UInt32(entries.count))
        continue
      }
      let rank = climb.climb(
        from: Stop(node), isEnd: direction == .fromTargets, over: along, of: hierarchy)
      hierarchy.ancestors(of: rank, into: &ranks)
      climb.exact(over: against, ranks: ranks, into: &exact)
      label.removeAll(keepingCapacity: true)
      for depth in 0...climb.depth {
        let distance = climb.distances[depth]
        guard distance < Graph.infinity, distance == exact[depth] else { continue }
        label.append(UInt64(distance) << 32 | UInt64(ranks[depth]))
      }
      label.sort()
      entries += label
      first.append(UInt32(entries.count))
    }
    self.direction = direction
    firstEntry = Column(first)
    self.entries = Column(entries)
  }

  /// How many bytes they take.
  public var byteCount: Int { 4 * firstEntry.count + 8 * entries.count }
}
