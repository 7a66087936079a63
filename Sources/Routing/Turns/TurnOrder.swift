import Columns

/// The order of an expansion, from the order of its graph.
///
/// The elimination tree of the graph is taken for a tree of cells. Every node is given a home, a leaf of
/// the tree below it, near most of its neighbours; a street is cut at the lowest cell that holds the
/// homes of both its ends. The arcs cut in a cell separate what lies in its parts: no two streets
/// of different parts share a node. So separators are made of arcs, two for each street that is cut,
/// and not of all arcs that lead to the separating nodes: after V. Buchhold, D. Wagner, T. Zeitz,
/// M. Zündorf, "Customizable Contraction Hierarchies with Turn Costs", ATMOS 2020,
/// doi:10.4230/OASIcs.ATMOS.2020.9.
struct TurnOrder {
  /// The expanded nodes, the first to be taken out first.
  private(set) var nodes: [UInt32] = []

  private let parents: [UInt32]
  /// The lowest rank below each one.
  private let lowest: [UInt32]

  init(_ expansion: TurnExpansion, order: [UInt32]) throws(HierarchyError) {
    // The first arcs leave the nodes themselves: they are those of the graph, in its order.
    let count = expansion.nodeCount
    var nodeOfState: [UInt32] = []
    for node in 0..<count {
      for _ in expansion.firstState[node]..<expansion.firstState[node + 1] {
        nodeOfState.append(UInt32(node))
      }
    }
    let tails = Array(expansion.graph.tails.prefix(expansion.arcCount))
    let heads = expansion.graph.heads.prefix(expansion.arcCount).map { head in
      head < count ? head : nodeOfState[Int(head) - count]
    }
    let adjacency = Adjacency(nodeCount: count, tails: tails.span, heads: heads.span)
    let elimination = try Elimination(adjacency, order: order)
    var parents = [UInt32](repeating: Hierarchy.none, count: count)
    var lowest = (0..<UInt32(count)).map { $0 }
    for rank in 0..<count where elimination.firstArc[rank] < elimination.firstArc[rank + 1] {
      let parent = elimination.heads[Int(elimination.firstArc[rank])]
      parents[rank] = parent
      lowest[Int(parent)] = min(lowest[Int(parent)], lowest[rank])
    }
    self.parents = parents
    self.lowest = lowest
    // Where some arc makes no state, the node itself separates: it stays its own home.
    var isFixed = [Bool](repeating: false, count: count)
    for arc in 0..<expansion.arcCount where expansion.graph.heads[arc] < count {
      isFixed[Int(tails[arc])] = true
      isFixed[Int(heads[arc])] = true
    }
    let homes = homes(adjacency, elimination.ranks, isFixed: isFixed)

    var isEntered = [Bool](repeating: false, count: count)
    for head in expansion.graph.heads where head < count { isEntered[Int(head)] = true }
    var keys: [UInt64] = []
    keys.reserveCapacity(expansion.graph.nodeCount)
    for node in 0..<count {
      let rank = elimination.ranks[node]
      // Where ways only begin may come out first; where they pass, it separates as in the graph.
      keys.append(
        isEntered[node] ? UInt64(rank) << 2 | 3 : UInt64(homes[Int(rank)]) << 2)
    }
    for state in 0..<expansion.stateCount {
      let arc = Int(expansion.lastArcs[state])
      let tail = homes[Int(elimination.ranks[Int(tails[arc])])]
      let head = homes[Int(elimination.ranks[Int(heads[arc])])]
      keys.append(UInt64(ancestor(of: tail, head)) << 2 | (tail < head ? 2 : 1))
    }
    nodes = (0..<UInt32(keys.count)).sorted { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
  }

  /// The home of each rank.
  private func homes(_ graph: Adjacency, _ ranks: [UInt32], isFixed: [Bool]) -> [UInt32] {
    var nodes = [UInt32](repeating: 0, count: ranks.count)
    for (node, rank) in ranks.enumerated() { nodes[Int(rank)] = UInt32(node) }
    var homes = (0..<UInt32(ranks.count)).map { $0 }
    for rank in homes.indices {
      let node = Int(nodes[rank])
      guard !isFixed[node] else { continue }
      let lower = (Int(graph.first[node])..<Int(graph.first[node + 1]))
        .map { ranks[Int(graph.heads[$0])] }.filter { $0 < rank }.map { homes[Int($0)] }
      var best = (cost: Int.max, home: UInt32(rank))
      for home in lower {
        // A cut costs more, the larger the cell is that it cuts.
        let cost = lower.reduce(0) { $0 + size(of: ancestor(of: home, $1)) }
        if (cost, home) < best { best = (cost, home) }
      }
      homes[rank] = best.home
    }
    return homes
  }

  /// How many ranks there are below one.
  private func size(of rank: UInt32) -> Int { Int(rank - lowest[Int(rank)]) }

  /// The lowest common ancestor of two ranks; the greater of them when there is none.
  private func ancestor(of one: UInt32, _ other: UInt32) -> UInt32 {
    var rank = min(one, other)
    let high = max(one, other)
    while !(lowest[Int(rank)] <= high && high <= rank) {
      let parent = parents[Int(rank)]
      guard parent != Hierarchy.none else { return high }
      rank = parent
    }
    return rank
  }
}
