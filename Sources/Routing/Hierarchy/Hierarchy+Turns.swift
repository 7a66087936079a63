import Columns

extension Hierarchy {
  /// The rank from which a search from a node, or to it, climbs.
  @inline(__always)
  func lowestRank(of node: Int, isEnd: Bool) -> UInt32 {
    guard isEnd, turns != nil else { return ranks[node] }
    return ends[Int(firstEnd[node])]
  }

  /// Writes the distances from which a climb begins: at a stop, or at all its states where ways end.
  ///
  /// - Parameters:
  ///   - stop: The stop.
  ///   - isEnd: Whether ways end there, instead of beginning.
  ///   - row: The distance at each depth.
  /// - Returns: The lowest rank, and its depth.
  @inline(__always)
  func begin(
    at stop: Stop, isEnd: Bool, row: inout MutableSpan<UInt32>
  ) -> (rank: Int, depth: Int) {
    let rank = Int(lowestRank(of: stop.node, isEnd: isEnd))
    let depth = Int(depths[rank])
    for index in 0..<depth { row[index] = Graph.infinity }
    row[depth] = stop.offset
    if isEnd, turns != nil {
      for index in Int(firstEnd[stop.node]) + 1..<Int(firstEnd[stop.node + 1]) {
        row[Int(depths[Int(ends[index])])] = stop.offset
      }
    }
    return (rank, depth)
  }

  /// How many nodes the graph has, states of turns not counted.
  package var graphNodeCount: Int { turns?.nodeCount ?? nodeCount }

  /// Pairs of states that have to be on one way to the root: those next to each other in the order, of
  /// each node.
  static func joinedEnds(
    of expansion: TurnExpansion, order: [UInt32]
  ) -> (tails: [UInt32], heads: [UInt32]) {
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, node) in order.enumerated() {
      places[Int(node)] = UInt32(place)
    }
    var (tails, heads): ([UInt32], [UInt32]) = ([], [])
    for node in 0..<expansion.nodeCount {
      let ends = expansion.ends(of: node).sorted { places[$0] < places[$1] }
      for (low, high) in zip(ends, ends.dropFirst()) {
        tails.append(UInt32(low))
        heads.append(UInt32(high))
      }
    }
    return (tails, heads)
  }

  /// The ranks at which ways to each node end, ascending.
  static func ends(
    of expansion: TurnExpansion, ranks: [UInt32]
  ) -> (first: [UInt32], all: [UInt32]) {
    var (first, all): ([UInt32], [UInt32]) = ([0], [])
    for node in 0..<expansion.nodeCount {
      all += expansion.ends(of: node).map { ranks[$0] }.sorted()
      first.append(UInt32(all.count))
    }
    return (first, all)
  }
}

extension Hierarchy {
  /// The ranks at which ways to a node end, ascending.
  func ends(of node: Int) -> [UInt32] {
    guard turns != nil else { return [ranks[node]] }
    return (Int(firstEnd[node])..<Int(firstEnd[node + 1])).map { ends[$0] }
  }
}
