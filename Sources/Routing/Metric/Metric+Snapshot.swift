public import Columns
public import Files

extension Metric {
  /// Adds the weights to a snapshot; the hierarchy is added apart.
  ///
  /// - Parameters:
  ///   - writer: The snapshot.
  ///   - prefix: What the names of the sections begin with.
  public func add(to writer: inout SnapshotWriter, prefix: String) {
    writer.add(prefix + "inputs", inputWeights)
    writer.add(prefix + "upward", upward.weights)
    writer.add(prefix + "downward", downward.weights)
  }

  /// Sees the weights of a snapshot where they lie, and changes those that are others now.
  ///
  /// - Parameters:
  ///   - hierarchy: The hierarchy for which they were made.
  ///   - weights: The weight of each arc of the graph, as it is now.
  ///   - turnCosts: What each turn of the hierarchy costs, as it is now.
  ///   - snapshot: The snapshot.
  ///   - prefix: What the names of the sections begin with.
  /// - Throws: `FileError` when a section is missing or damaged, or of another length.
  /// - Complexity: that of `update` for the weights that differ.
  public init(
    _ hierarchy: Hierarchy, weights: [UInt32], turnCosts: [UInt32] = [], _ snapshot: Snapshot,
    prefix: String
  ) throws(FileError) {
    let turnWeights = hierarchy.turns.map {
      TurnWeights(arcs: weights, turns: turnCosts, of: $0)
    }
    let weights = hierarchy.turns.flatMap { turnWeights?.expanded(by: $0) } ?? weights
    let inputs = try snapshot.column(prefix + "inputs", as: UInt32.self)
    let up = try snapshot.column(prefix + "upward", as: UInt32.self)
    let down = try snapshot.column(prefix + "downward", as: UInt32.self)
    guard inputs.count == weights.count, weights.count == hierarchy.slots.count,
      up.count == hierarchy.arcCount, down.count == hierarchy.arcCount, Metric.isFinite(up),
      Metric.isFinite(down)
    else {
      throw FileError(
        .damaged, path: snapshot.path, "the weights are none of this network; build it again")
    }
    self.hierarchy = hierarchy
    self.turnWeights = turnWeights
    inputWeights = inputs
    upward = UpwardGraph(
      firstArc: hierarchy.firstArc, headDepths: hierarchy.headDepths, weights: up)
    downward = UpwardGraph(
      firstArc: hierarchy.firstArc, headDepths: hierarchy.headDepths, weights: down)
    let old = inputs.span
    var changes: [(arc: Int, weight: UInt32)] = []
    for arc in weights.indices where weights[arc] != old[arc] {
      changes.append((arc, weights[arc]))
    }
    if !changes.isEmpty { _ = updateInputs(changes) }
  }

  /// Whether no weight is more than `Graph.infinity`, so that sums do not overflow.
  private static func isFinite(_ weights: Column<UInt32>) -> Bool {
    let weights = weights.span
    var most: UInt32 = 0
    for arc in weights.indices { most = max(most, weights[arc]) }
    return most <= Graph.infinity
  }
}
