package import Columns

/// The arcs that searches of a graph need under any weights: the topology of a customizable
/// contraction hierarchy.
///
///     let hierarchy = try Hierarchy(graph, order: NodeOrder(graph, latitudes: …, longitudes: …))
///     let metric = Metric(hierarchy, weights: graph.weights)
///
/// Nodes are taken out in order; the neighbours that are left become neighbours of each other. Every
/// node then has arcs to higher ranks only, and all of those are its ancestors in the elimination
/// tree: a search from a node never leaves the way to the root. An arc stands for both directions.
/// J. Dibbelt, B. Strasser, D. Wagner, "Customizable Contraction Hierarchies", JEA 2016,
/// doi:10.1145/2886843.
///
/// Ranks are numbered so that every subtree is a range: its root comes last. Since all heads of a
/// node are ancestors, a head is also told by its depth in the tree, in 16 bits: what a search knows
/// of the nodes on its way to the root fits a small array indexed by depth.
public struct Hierarchy: Sendable {
  /// In place of a parent: this node is a root.
  static let none = UInt32.max

  /// The rank of each node.
  package let ranks: Column<UInt32>
  /// The node of each rank.
  package let nodes: Column<UInt32>
  /// The rank of each rank's lowest neighbour above, its parent; `none` for roots.
  package let parents: Column<UInt32>
  /// How many ancestors each rank has.
  package let depths: Column<UInt16>
  /// Where the arcs of each rank begin; one longer than the ranks.
  package let firstArc: Column<UInt32>
  /// The rank at the upper end of each arc, ascending for each tail.
  package let heads: Column<UInt32>
  /// The depth of the upper end of each arc.
  package let headDepths: Column<UInt16>
  /// The rank at the lower end of each arc.
  package let tails: Column<UInt32>
  /// Where the arcs that end at each rank begin in `lowerArcs`; one longer than the ranks.
  package let firstLower: Column<UInt32>
  /// The arcs that end at each rank, by ascending tail.
  package let lowerArcs: Column<UInt32>
  /// Of each arc of the graph twice the arc here, plus 1 when it leads down; `none` for loops.
  package let slots: Column<UInt32>
  /// Where the graph's arcs of each arc begin in `inputs`; one longer than the arcs.
  package let firstInput: Column<UInt32>
  /// Arcs of the graph, by the arc here.
  package let inputs: Column<UInt32>
  /// The expansion of which it is built; nil where turns do not matter.
  public let turns: TurnExpansion?
  /// The expanded arcs of each arc and turn, if there is an expansion.
  let copies: TurnCopies?
  /// Where the ranks at which ways to each node end begin in `ends`, if there is an expansion.
  let firstEnd: Column<UInt32>
  /// Ranks at which ways end: those of a node are all on one way to the root, the lowest first.
  let ends: Column<UInt32>
  /// One more than the greatest depth.
  public let height: Int

  /// How many nodes there are.
  public var nodeCount: Int { ranks.count }

  /// How many arcs there are, each for both directions.
  public var arcCount: Int { heads.count }

  /// Builds the hierarchy of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph; its weights do not matter.
  ///   - order: The order in which nodes are taken out.
  /// - Throws: When the order is none of the graph, or the hierarchy would be too deep.
  /// - Complexity: O(*a* log *d*), where *a* is the number of arcs of the hierarchy and *d* how many a
  ///   node has.
  public init(_ graph: Graph, order: NodeOrder) throws(HierarchyError) {
    try self.init(graph, order: order.nodes.array, turns: nil)
  }

  /// Builds the hierarchy of a graph with turns.
  ///
  /// - Parameters:
  ///   - expansion: The graph and its turns.
  ///   - order: The order in which nodes of the graph would be taken out; that of the expansion
  ///     follows from it.
  /// - Throws: When the order is none of the graph, or the hierarchy would be too deep.
  /// - Complexity: O(*a* log *d*), where *a* is the number of arcs of the hierarchy and *d* how many a
  ///   node has.
  public init(_ expansion: TurnExpansion, order: NodeOrder) throws(HierarchyError) {
    let nodes = try TurnOrder(expansion, order: order.nodes.array).nodes
    try self.init(expansion.graph, order: nodes, turns: expansion)
  }

  private init(
    _ graph: Graph, order: [UInt32], turns: TurnExpansion?
  ) throws(HierarchyError) {
    let count = graph.nodeCount
    let tails = graph.tails
    let joined = turns.map { Hierarchy.joinedEnds(of: $0, order: order) }
    let elimination = try Elimination(
      Adjacency(
        nodeCount: count, tails: (tails + (joined?.tails ?? [])).span,
        heads: (graph.heads + (joined?.heads ?? [])).span),
      order: order)
    self.turns = turns
    copies = turns.map { TurnCopies($0) }
    let ends = turns.map { Hierarchy.ends(of: $0, ranks: elimination.ranks) }
    firstEnd = Column(ends?.first ?? [])
    self.ends = Column(ends?.all ?? [])
    ranks = Column(elimination.ranks)
    var nodes = [UInt32](repeating: 0, count: count)
    for (node, rank) in elimination.ranks.enumerated() { nodes[Int(rank)] = UInt32(node) }
    self.nodes = Column(nodes)
    firstArc = Column(elimination.firstArc)
    heads = Column(elimination.heads)

    var parents = [UInt32](repeating: Hierarchy.none, count: count)
    var depths = [UInt16](repeating: 0, count: count)
    var height = 0
    for rank in (0..<count).reversed() {
      let start = Int(elimination.firstArc[rank])
      if start < Int(elimination.firstArc[rank + 1]) {
        let parent = elimination.heads[start]
        parents[rank] = parent
        guard depths[Int(parent)] < UInt16.max - 1 else { throw .tooDeep }
        depths[rank] = depths[Int(parent)] + 1
      }
      height = max(height, Int(depths[rank]) + 1)
    }
    self.parents = Column(parents)
    self.depths = Column(depths)
    self.height = height
    headDepths = Column(elimination.heads.map { depths[Int($0)] })

    var arcTails: [UInt32] = []
    arcTails.reserveCapacity(elimination.heads.count)
    for rank in 0..<count {
      let arcs = elimination.firstArc[rank + 1] - elimination.firstArc[rank]
      arcTails.append(contentsOf: repeatElement(UInt32(rank), count: Int(arcs)))
    }
    self.tails = Column(arcTails)
    let lower = grouped(elimination.heads, groups: count)
    firstLower = Column(lower.first)
    lowerArcs = Column(lower.members)

    var slots = [UInt32](repeating: Hierarchy.none, count: graph.arcCount)
    for arc in 0..<graph.arcCount {
      let tail = elimination.ranks[Int(tails[arc])]
      let head = elimination.ranks[graph.head(of: arc)]
      guard tail != head else { continue }
      guard let found = elimination.arc(from: min(tail, head), to: max(tail, head)) else {
        preconditionFailure("an arc of the graph is not in its hierarchy")
      }
      slots[arc] = UInt32(found) * 2 + (tail < head ? 0 : 1)
    }
    self.slots = Column(slots)
    let inputs = grouped(
      slots.map { $0 == Hierarchy.none ? Hierarchy.none : $0 / 2 }, groups: elimination.heads.count)
    firstInput = Column(inputs.first)
    self.inputs = Column(inputs.members)
  }

  /// The arc between two ranks; nil when there is none.
  /// - Complexity: O(log *d*), where *d* is the number of arcs of the lower rank.
  func arc(from low: UInt32, toDepth depth: UInt16) -> Int? {
    let depths = headDepths.span
    var from = Int(firstArc[Int(low)])
    var end = Int(firstArc[Int(low) + 1])
    // Heads ascend in rank, and so descend in depth.
    while from < end {
      let middle = (from + end) / 2
      if depths[middle] > depth { from = middle + 1 } else { end = middle }
    }
    return from < Int(firstArc[Int(low) + 1]) && depths[from] == depth ? from : nil
  }
}

/// Members sorted into groups, stably; those of group `none` are left out.
func grouped(_ groups: [UInt32], groups count: Int) -> (first: [UInt32], members: [UInt32]) {
  var first = [UInt32](repeating: 0, count: count + 1)
  for group in groups where group != Hierarchy.none { first[Int(group) + 1] += 1 }
  for group in 0..<count { first[group + 1] += first[group] }
  var next = first
  var members = [UInt32](repeating: 0, count: Int(first[count]))
  for (member, group) in groups.enumerated() where group != Hierarchy.none {
    members[Int(next[Int(group)])] = UInt32(member)
    next[Int(group)] += 1
  }
  return (first, members)
}
