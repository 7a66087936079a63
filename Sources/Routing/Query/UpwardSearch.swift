import Columns

/// The state of an upward search from a node to the root of the elimination tree: for each depth, the
/// least weight of a way over rising ranks.
///
/// All arcs of a rank end at its ancestors, so the whole state of a search is a row of at most
/// `height` numbers, which stays in the nearest cache.
struct UpwardSearch {
  /// The weight of the best way found to the ancestor of each depth.
  private(set) var distances: [UInt32]
  /// The depth of the node that was climbed from; -1 before the first climb.
  private(set) var depth = -1

  /// Makes room for searches of a hierarchy.
  init(height: Int) { distances = [UInt32](repeating: Graph.infinity, count: height) }

  /// Searches from a stop to the root.
  ///
  /// - Parameters:
  ///   - stop: Where to begin, and the weight at which to begin.
  ///   - isEnd: Whether ways end there, instead of beginning.
  ///   - graph: The arcs to climb.
  ///   - hierarchy: The hierarchy to which they belong.
  /// - Returns: The lowest rank.
  /// - Complexity: O(*a*), where *a* is the number of arcs of the lowest rank and its ancestors.
  @discardableResult
  mutating func climb(
    from stop: Stop, isEnd: Bool, over graph: UpwardGraph, of hierarchy: Hierarchy
  ) -> UInt32 {
    let rank = Int(hierarchy.lowestRank(of: stop.node, isEnd: isEnd))
    let depth = Int(hierarchy.depths[rank])
    self.depth = depth
    var row = distances.mutableSpan
    _ = hierarchy.begin(at: stop, isEnd: isEnd, row: &row)
    let parents = hierarchy.parents.span
    let firstArc = graph.firstArc.span
    let headDepths = graph.headDepths.span
    let weights = graph.weights.span
    var at = depth
    var node = rank
    while true {
      let distance = row[at]
      if distance < Graph.infinity {
        relax(
          Int(firstArc[node])..<Int(firstArc[node + 1]), at: distance, headDepths, weights, &row)
      }
      if at == 0 { return UInt32(rank) }
      at -= 1
      node = Int(parents[node])
    }
  }

  /// Lowers each distance to the exact one from (or to) the node that was climbed from, ways over
  /// higher ranks included.
  ///
  /// - Parameters:
  ///   - graph: The arcs of the other direction.
  ///   - ranks: The rank at each depth, as `ancestors` gives them.
  ///   - exact: Where the exact distances are written.
  func exact(
    over graph: UpwardGraph, ranks: [UInt32], into exact: inout [UInt32]
  ) {
    let firstArc = graph.firstArc.span
    let headDepths = graph.headDepths.span
    let weights = graph.weights.span
    let ranks = ranks.span
    let row = distances.span
    var best = exact.mutableSpan
    for at in 0...depth {
      let node = Int(ranks[at])
      var least = row[at]
      // Bounds: arcs of a rank lie within the columns, and their heads above it.
      for arc in Int(firstArc[node])..<Int(firstArc[node + 1]) {
        let way =
          unsafe best[unchecked: Int(headDepths[unchecked: arc])]
          &+ weights[unchecked: arc]
        least = min(least, way)
      }
      best[at] = least
    }
  }
}

/// Lowers the distances at the heads of some arcs.
///
/// - Parameters:
///   - arcs: The arcs, all of one rank.
///   - distance: The distance at that rank, finite.
///   - headDepths: The depth of the head of each arc.
///   - weights: The weight of each arc.
///   - row: The distance at each depth.
@inline(__always)
func relax(
  _ arcs: Range<Int>, at distance: UInt32, _ headDepths: Span<UInt16>, _ weights: Span<UInt32>,
  _ row: inout MutableSpan<UInt32>
) {
  // Bounds: arcs of a rank lie within the columns, and all depths below the height (see
  // `Hierarchy.brokenInvariant`); checking each would take a third more time.
  for arc in arcs {
    let head = unsafe Int(headDepths[unchecked: arc])
    unsafe row[unchecked: head] = min(
      row[unchecked: head], distance &+ weights[unchecked: arc])
  }
}

extension Hierarchy {
  /// The ranks on the way from a rank to the root, by depth.
  ///
  /// - Parameters:
  ///   - rank: The rank.
  ///   - ranks: Where they are written; as long as the height.
  func ancestors(of rank: UInt32, into ranks: inout [UInt32]) {
    let parents = parents.span
    var row = ranks.mutableSpan
    var node = rank
    var at = Int(depths[Int(rank)])
    while true {
      row[at] = node
      if at == 0 { return }
      at -= 1
      node = parents[Int(node)]
    }
  }
}
