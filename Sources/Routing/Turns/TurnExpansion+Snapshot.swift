public import Columns
public import Files

extension TurnExpansion {
  /// Adds the columns to a snapshot.
  ///
  /// - Parameters:
  ///   - writer: The snapshot.
  ///   - prefix: What the names of the sections begin with.
  public func add(to writer: inout SnapshotWriter, prefix: String) {
    writer.add(prefix + "turns.firstArc", turns.firstArc)
    writer.add(prefix + "turns.arcs", turns.arcs)
  }

  /// Reads the turns of a snapshot, and expands the graph by them.
  ///
  /// - Parameters:
  ///   - snapshot: The snapshot.
  ///   - prefix: What the names of the sections begin with.
  ///   - graph: The graph to which the turns belong.
  /// - Throws: `FileError` when a section is missing or damaged, or the turns are none of the graph.
  /// - Complexity: that of expanding.
  public init(_ snapshot: Snapshot, prefix: String, of graph: Graph) throws(FileError) {
    let first = try snapshot.column(prefix + "turns.firstArc", as: UInt32.self).array
    let arcs = try snapshot.column(prefix + "turns.arcs", as: UInt32.self).array
    guard let turns = TurnTable(firstArc: first, arcs: arcs, of: graph) else {
      throw FileError(
        .damaged, path: snapshot.path, "the turns are none of this network; build it again")
    }
    self.init(graph, turns)
  }
}

extension TurnTable {
  /// Takes columns from outside; nil when they are no turns of the graph.
  fileprivate init?(firstArc: [UInt32], arcs: [UInt32], of graph: Graph) {
    guard firstArc.first == 0, firstArc.last.map({ Int($0) }) == arcs.count,
      arcs.allSatisfy({ $0 < graph.arcCount })
    else { return nil }
    for (start, end) in zip(firstArc, firstArc.dropFirst()) {
      guard start < end, end - start > 1, end <= arcs.count else { return nil }
      for place in Int(start)..<Int(end) - 1 {
        let next = graph.arcs(from: graph.head(of: Int(arcs[place])))
        guard next.contains(Int(arcs[place + 1])) else { return nil }
      }
    }
    self.init(firstArc: firstArc, arcs: arcs)
  }
}
