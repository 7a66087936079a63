public import Columns
public import Files

extension Hierarchy {
  /// Adds the columns to a snapshot.
  ///
  /// - Parameters:
  ///   - writer: The snapshot.
  ///   - prefix: What the names of the sections begin with.
  public func add(to writer: inout SnapshotWriter, prefix: String) {
    writer.add(prefix + "ranks", ranks)
    writer.add(prefix + "nodes", nodes)
    writer.add(prefix + "parents", parents)
    writer.add(prefix + "depths", depths)
    writer.add(prefix + "firstArc", firstArc)
    writer.add(prefix + "heads", heads)
    writer.add(prefix + "headDepths", headDepths)
    writer.add(prefix + "tails", tails)
    writer.add(prefix + "firstLower", firstLower)
    writer.add(prefix + "lowerArcs", lowerArcs)
    writer.add(prefix + "slots", slots)
    writer.add(prefix + "firstInput", firstInput)
    writer.add(prefix + "inputs", inputs)
  }

  /// Sees the columns of a snapshot where they lie.
  ///
  /// - Parameters:
  ///   - snapshot: The snapshot.
  ///   - prefix: What the names of the sections begin with.
  ///   - graph: The graph of which the hierarchy must be.
  /// - Throws: `FileError` when a section is missing or damaged, or the columns are no hierarchy
  ///   of the graph.
  /// - Complexity: O(*a*), where *a* is the number of arcs.
  public init(
    _ snapshot: Snapshot, prefix: String, of graph: Graph
  ) throws(FileError) {
    try self.init(snapshot, prefix: prefix, of: graph, turns: nil)
  }

  /// Sees the columns of a snapshot where they lie, for a graph with turns.
  ///
  /// - Parameters:
  ///   - snapshot: The snapshot.
  ///   - prefix: What the names of the sections begin with.
  ///   - expansion: The expansion of which the hierarchy must be.
  /// - Throws: `FileError` when a section is missing or damaged, or the columns are no hierarchy
  ///   of the expansion.
  /// - Complexity: O(*a*), where *a* is the number of arcs.
  public init(
    _ snapshot: Snapshot, prefix: String, of expansion: TurnExpansion
  ) throws(FileError) {
    try self.init(snapshot, prefix: prefix, of: expansion.graph, turns: expansion)
  }

  private init(
    _ snapshot: Snapshot, prefix: String, of graph: Graph, turns: TurnExpansion?
  ) throws(FileError) {
    ranks = try snapshot.column(prefix + "ranks", as: UInt32.self)
    nodes = try snapshot.column(prefix + "nodes", as: UInt32.self)
    parents = try snapshot.column(prefix + "parents", as: UInt32.self)
    depths = try snapshot.column(prefix + "depths", as: UInt16.self)
    firstArc = try snapshot.column(prefix + "firstArc", as: UInt32.self)
    heads = try snapshot.column(prefix + "heads", as: UInt32.self)
    headDepths = try snapshot.column(prefix + "headDepths", as: UInt16.self)
    tails = try snapshot.column(prefix + "tails", as: UInt32.self)
    firstLower = try snapshot.column(prefix + "firstLower", as: UInt32.self)
    lowerArcs = try snapshot.column(prefix + "lowerArcs", as: UInt32.self)
    slots = try snapshot.column(prefix + "slots", as: UInt32.self)
    firstInput = try snapshot.column(prefix + "firstInput", as: UInt32.self)
    inputs = try snapshot.column(prefix + "inputs", as: UInt32.self)
    height = Hierarchy.height(of: depths)
    self.turns = turns
    copies = turns.map { TurnCopies($0) }
    guard ranks.count == graph.nodeCount else {
      throw FileError(
        .damaged, path: snapshot.path, "the hierarchy is none of this network; build it again")
    }
    let known = ranks.array
    let ends = turns.map { Hierarchy.ends(of: $0, ranks: known) }
    firstEnd = Column(ends?.first ?? [])
    self.ends = Column(ends?.all ?? [])
    guard isSafe, fits(graph), areEndsAncestors else {
      throw FileError(
        .damaged, path: snapshot.path, "the hierarchy is none of this network; build it again")
    }
  }

  private static func height(of depths: Column<UInt16>) -> Int {
    let depths = depths.span
    var height = 0
    for rank in depths.indices { height = max(height, Int(depths[rank]) + 1) }
    return height
  }

  /// Whether no search can leave the columns, whatever they hold: what the hot loops rely on.
  ///
  /// It is less than `brokenInvariant` asks, and takes a thousandth of its time.
  private var isSafe: Bool {
    let count = ranks.count
    guard nodes.count == count, parents.count == count, depths.count == count,
      firstArc.count == count + 1, firstLower.count == count + 1,
      headDepths.count == heads.count, tails.count == heads.count,
      lowerArcs.count == heads.count, firstInput.count == heads.count + 1,
      isFirst(firstArc, of: heads.count), isFirst(firstLower, of: heads.count),
      isFirst(firstInput, of: inputs.count)
    else { return false }
    let (ranks, nodes, parents, depths) = (ranks.span, nodes.span, parents.span, depths.span)
    let (firstArc, heads, headDepths) = (firstArc.span, heads.span, headDepths.span)
    let (tails, lowerArcs, inputs) = (tails.span, lowerArcs.span, inputs.span)
    for rank in 0..<count {
      let depth = depths[rank]
      let parent = Int(parents[rank])
      guard ranks[rank] < count, nodes[rank] < count,
        depth == 0 ? parents[rank] == Hierarchy.none : parent > rank && parent < count
      else { return false }
      if depth > 0 && Int(depths[parent]) + 1 != Int(depth) { return false }
      let arcs = Int(firstArc[rank])..<Int(firstArc[rank + 1])
      guard arcs.count <= Int(depth) else { return false }
      var last = depth
      for arc in arcs {
        guard tails[arc] == rank, heads[arc] < count, headDepths[arc] < last else { return false }
        last = headDepths[arc]
      }
    }
    for index in lowerArcs.indices where lowerArcs[index] >= heads.count { return false }
    for index in inputs.indices where inputs[index] >= slots.count { return false }
    return true
  }

  /// Whether the ranks at which ways to a node end are each an ancestor of those before.
  private var areEndsAncestors: Bool {
    guard let turns else { return true }
    for node in 0..<turns.nodeCount {
      for index in Int(firstEnd[node]) + 1..<max(Int(firstEnd[node]) + 1, Int(firstEnd[node + 1])) {
        var rank = ends[index - 1]
        while rank < ends[index] { rank = parents[Int(rank)] }
        guard rank == ends[index] else { return false }
      }
    }
    return true
  }

  /// Whether a column says where members of groups begin.
  private func isFirst(_ column: Column<UInt32>, of count: Int) -> Bool {
    let first = column.span
    guard first.count > 0, first[0] == 0, first[first.count - 1] == count else { return false }
    for index in 1..<first.count where first[index] < first[index - 1] { return false }
    return true
  }

  /// Whether each arc of a graph has its slot, between the right ranks.
  private func fits(_ graph: Graph) -> Bool {
    guard ranks.count == graph.nodeCount, slots.count == graph.arcCount else { return false }
    let (slots, ranks, heads, tails) = (slots.span, ranks.span, heads.span, tails.span)
    for node in 0..<graph.nodeCount {
      for arc in graph.arcs(from: node) {
        let (tail, head) = (ranks[node], ranks[graph.head(of: arc)])
        if slots[arc] == Hierarchy.none {
          guard tail == head else { return false }
          continue
        }
        let slot = Int(slots[arc] / 2)
        guard slot < heads.count, tails[slot] == min(tail, head), heads[slot] == max(tail, head),
          slots[arc] % 2 == (tail < head ? 0 : 1)
        else { return false }
      }
    }
    return true
  }
}
