import Columns

/// Distances and ways between two nodes.
///
///     var search = PointSearch(metric)
///     search.distance(from: 3, to: 8)          // nil when no way leads there
///     search.path(from: 3, to: 8)?.arcs        // arcs of the graph
///
/// Both searches climb to the root of the elimination tree, together from the first common ancestor;
/// there the ways meet. The state is made once and used for any number of queries.
public struct PointSearch: Sendable {
  /// The weights; they may be updated between queries.
  public var metric: Metric

  var forward: [UInt32]
  var backward: [UInt32]

  /// Makes the state for searches under a metric.
  public init(_ metric: Metric) {
    self.metric = metric
    forward = [UInt32](repeating: Graph.infinity, count: metric.hierarchy.height)
    backward = forward
  }

  /// The least weight of a way between two nodes; nil when there is none.
  ///
  /// - Parameters:
  ///   - start: The node at which it starts.
  ///   - end: The node at which it ends.
  /// - Returns: The weight; 0 when start and end are the same.
  /// - Complexity: O(*a*), where *a* is the number of arcs of the nodes and their ancestors.
  public mutating func distance(from start: Int, to end: Int) -> UInt32? {
    let hierarchy = metric.hierarchy
    let found = meet(
      start, end, hierarchy, metric.searchUpward, metric.searchDownward, &forward, &backward)
    return found.distance < Graph.infinity ? found.distance : nil
  }
}

/// Searches from both ends; the least weight of a way, and the depth of its highest rank.
func meet(
  _ start: Int, _ end: Int, _ hierarchy: Hierarchy, _ upward: UpwardGraph,
  _ downward: UpwardGraph, _ forward: inout [UInt32], _ backward: inout [UInt32]
) -> (distance: UInt32, depth: Int) {
  let parents = hierarchy.parents.span
  let upFirst = upward.firstArc.span
  let upHeads = upward.headDepths.span
  let upWeights = upward.weights.span
  let downFirst = downward.firstArc.span
  let downHeads = downward.headDepths.span
  let downWeights = downward.weights.span
  var ahead = forward.mutableSpan
  var behind = backward.mutableSpan
  var (low, lowDepth) = hierarchy.begin(at: Stop(start), isEnd: false, row: &ahead)
  var (high, highDepth) = hierarchy.begin(at: Stop(end), isEnd: true, row: &behind)
  // Of two ranks the lower cannot be an ancestor of the other.
  while low != high {
    if low < high {
      let distance = ahead[lowDepth]
      if distance < Graph.infinity {
        relax(Int(upFirst[low])..<Int(upFirst[low + 1]), at: distance, upHeads, upWeights, &ahead)
      }
      guard lowDepth > 0 else { return (Graph.infinity, 0) }
      lowDepth -= 1
      low = Int(parents[low])
    } else {
      let distance = behind[highDepth]
      if distance < Graph.infinity {
        relax(
          Int(downFirst[high])..<Int(downFirst[high + 1]), at: distance, downHeads, downWeights,
          &behind)
      }
      guard highDepth > 0 else { return (Graph.infinity, 0) }
      highDepth -= 1
      high = Int(parents[high])
    }
  }
  var best = (distance: Graph.infinity, depth: 0)
  var at = lowDepth
  while true {
    let (ahead1, behind1) = (ahead[at], behind[at])
    if ahead1 &+ behind1 < best.distance { best = (ahead1 &+ behind1, at) }
    // What is as far as the best way already is no part of a better one.
    if ahead1 < best.distance {
      relax(Int(upFirst[low])..<Int(upFirst[low + 1]), at: ahead1, upHeads, upWeights, &ahead)
    }
    if behind1 < best.distance {
      relax(
        Int(downFirst[low])..<Int(downFirst[low + 1]), at: behind1, downHeads, downWeights,
        &behind)
    }
    if at == 0 { return best }
    at -= 1
    low = Int(parents[low])
  }
}
