/// Turns that may cost something or be forbidden: sequences of arcs, numbered from 0.
///
///     var turns = TurnTable()
///     let left = turns.add(from: 4, to: 9)          // at the head of arc 4
///     let across = turns.add([4, 6, 7])             // over a whole street, as a restriction by way
///     let expansion = TurnExpansion(graph, turns)
///
/// The table says where turns matter, and belongs to the map. What they cost, and for whom, is said
/// by each metric: a vehicle that may ignore a restriction has 0 there, all others
/// `Graph.infinity`. A restriction to only one way on is one turn for each other way.
public struct TurnTable: Hashable, Sendable {
  /// Where the arcs of each turn begin; one longer than the turns.
  package private(set) var firstArc: [UInt32] = [0]
  /// The arcs of the turns.
  package private(set) var arcs: [UInt32] = []

  /// Makes an empty table.
  public init() {}

  /// Takes columns that were checked.
  init(firstArc: [UInt32], arcs: [UInt32]) {
    self.firstArc = firstArc
    self.arcs = arcs
  }

  /// Lists every turn from one arc to a next one.
  ///
  /// For costs by angle, class or crossing, and of turning back.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - isCounted: Whether turns at a node are listed; a bend of one street needs none.
  /// - Complexity: O(*n* + *t*), where *n* is the number of nodes and *t* of turns.
  public init(everyTurnOf graph: Graph, where isCounted: (_ node: Int) -> Bool = { _ in true }) {
    for tail in 0..<graph.nodeCount {
      for arc in graph.arcs(from: tail) where isCounted(graph.head(of: arc)) {
        for next in graph.arcs(from: graph.head(of: arc)) { add(from: arc, to: next) }
      }
    }
  }

  /// How many turns there are.
  public var count: Int { firstArc.count - 1 }

  /// Adds the turn from one arc to another.
  ///
  /// - Parameters:
  ///   - arc: The arc over which the node is reached.
  ///   - next: The arc over which it is left.
  /// - Returns: The number of the turn.
  @discardableResult
  public mutating func add(from arc: Int, to next: Int) -> Int {
    arcs.append(UInt32(arc))
    arcs.append(UInt32(next))
    firstArc.append(UInt32(arcs.count))
    return count - 1
  }

  /// Adds a turn over any number of arcs.
  ///
  /// - Parameter sequence: At least two arcs, each beginning where the one before ends.
  /// - Returns: The number of the turn.
  @discardableResult
  public mutating func add(_ sequence: [Int]) -> Int {
    precondition(sequence.count > 1, "a turn has two arcs at least")
    for arc in sequence { arcs.append(UInt32(arc)) }
    firstArc.append(UInt32(arcs.count))
    return count - 1
  }

  /// The arcs of a turn.
  public func arcs(of turn: Int) -> [Int] {
    arcs[Int(firstArc[turn])..<Int(firstArc[turn + 1])].map { Int($0) }
  }
}
