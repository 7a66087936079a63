import Columns

/// Distances between a set of nodes and every node, in one pass over the hierarchy.
///
///     var sweep = Sweep(metric)
///     sweep.distances(from: [Stop(3)])                // to every node
///     sweep.nearest(of: hospitals.map { [Stop($0)] }) // every node's nearest hospital
///
/// Ranks are visited in descending order, which is an order in which every node comes after its
/// ancestors and while they are still at hand: their distances lie in a row indexed by depth, which
/// never leaves the nearest cache. D. Delling et al., "PHAST", 2013, doi:10.1016/j.jpdc.2012.02.007.
public struct Sweep: Sendable {
  /// The weights.
  public let metric: Metric

  /// Prepares sweeps under a metric.
  public init(_ metric: Metric) { self.metric = metric }

  /// The distance of every node from (or to) the nearest of some stops.
  ///
  /// - Parameters:
  ///   - stops: Where ways start (or end).
  ///   - direction: `.fromTargets` counts from the stops to the nodes, `.toTargets` the other way.
  /// - Returns: The weight of the best way of each node; `Graph.infinity` where there is none.
  /// - Complexity: O(*a*), where *a* is the number of arcs of the hierarchy.
  public func distances(
    _ stops: [Stop], direction: Direction = .fromTargets
  ) -> [UInt32] {
    var labels = start([stops], direction: direction)
    sweep(&labels, direction: direction)
    return (0..<metric.hierarchy.graphNodeCount).map { node in
      UInt32(truncatingIfNeeded: label(of: node, labels, direction) >> 32)
    }
  }

  /// The nearest of some targets, for every node.
  ///
  /// - Parameters:
  ///   - targets: The stops of each target.
  ///   - direction: `.toTargets` counts from the nodes to the targets, `.fromTargets` back.
  /// - Returns: For each node the number of its nearest target, of equally near ones the least, and
  ///   the weight of the way; nil where no target can be reached.
  /// - Complexity: O(*a*), where *a* is the number of arcs of the hierarchy.
  public func nearest(
    of targets: [[Stop]], direction: Direction = .toTargets
  ) -> [NearestSearch.Found?] {
    var labels = start(targets, direction: direction)
    sweep(&labels, direction: direction)
    return (0..<metric.hierarchy.graphNodeCount).map { node in
      let label = label(of: node, labels, direction)
      let distance = UInt32(truncatingIfNeeded: label >> 32)
      guard distance < Graph.infinity else { return nil }
      return NearestSearch.Found(
        target: Int(UInt32(truncatingIfNeeded: label)), distance: distance)
    }
  }

  /// The label of a node: the least of all its states, where ways end.
  @inline(__always)
  private func label(of node: Int, _ labels: [UInt64], _ direction: Direction) -> UInt64 {
    let hierarchy = metric.hierarchy
    guard direction == .fromTargets, hierarchy.turns != nil else {
      return labels[Int(hierarchy.ranks[node])]
    }
    var least = UInt64.max
    for index in Int(hierarchy.firstEnd[node])..<Int(hierarchy.firstEnd[node + 1]) {
      least = min(least, labels[Int(hierarchy.ends[index])])
    }
    return least
  }

  /// The labels after the climb: the distance in the upper half, the target in the lower.
  private func start(_ targets: [[Stop]], direction: Direction) -> [UInt64] {
    let hierarchy = metric.hierarchy
    let graph = direction == .fromTargets ? metric.searchUpward : metric.searchDownward
    var labels = [UInt64](
      repeating: UInt64(Graph.infinity) << 32, count: hierarchy.nodeCount)
    var climb = UpwardSearch(height: hierarchy.height)
    for (target, stops) in targets.enumerated() {
      for stop in stops where stop.offset < Graph.infinity {
        let rank = climb.climb(
          from: stop, isEnd: direction == .toTargets, over: graph, of: hierarchy)
        var node = rank
        for at in (0...climb.depth).reversed() {
          let label = UInt64(climb.distances[at]) << 32 | UInt64(target)
          labels[Int(node)] = min(labels[Int(node)], label)
          node = at > 0 ? hierarchy.parents[Int(node)] : node
        }
      }
    }
    return labels
  }

  /// Carries labels down to all ranks.
  private func sweep(_ labels: inout [UInt64], direction: Direction) {
    let hierarchy = metric.hierarchy
    let graph = direction == .fromTargets ? metric.searchDownward : metric.searchUpward
    let firstArc = graph.firstArc.span
    let headDepths = graph.headDepths.span
    let weights = graph.weights.span
    let depths = hierarchy.depths.span
    var rows = [UInt64](repeating: UInt64(Graph.infinity) << 32, count: hierarchy.height)
    var row = rows.mutableSpan
    var labels = labels.mutableSpan
    var end = graph.arcCount
    for rank in (0..<hierarchy.nodeCount).reversed() {
      let start = Int(firstArc[rank])
      var label = labels[rank]
      // Bounds: as in `relax`.
      for arc in start..<end {
        let other =
          unsafe row[unchecked: Int(headDepths[unchecked: arc])]
          &+ UInt64(weights[unchecked: arc]) << 32
        label = min(label, other)
      }
      end = start
      row[Int(depths[rank])] = label
      labels[rank] = label
    }
  }
}
