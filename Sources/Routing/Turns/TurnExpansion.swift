import Columns

/// A graph in which turns are arcs: what a hierarchy is built of where turns cost something.
///
///     let expansion = TurnExpansion(graph, turns)
///     let hierarchy = try Hierarchy(expansion, order: order)      // the order of the graph itself
///     var metric = Metric(hierarchy, weights: weights, turnCosts: costs)
///     metric.update([(arc: bridge, weight: Graph.infinity)], turns: [(turn: left, cost: 300)])
///
/// All queries of such a metric name nodes and arcs of the graph, as without turns.
///
/// A node stays one node, at which ways begin, and at which those arrive whose last arcs begin no turn.
/// Beside it there is a *state* for each history that matters there: the arc, or sequence of arcs,
/// with which some turn begins. So the expansion grows with the turns that matter, not with the
/// map: a few restrictions in a city cost next to nothing, turns at every crossing cost a state for
/// every arc.
public struct TurnExpansion: Sendable {
  /// The turns.
  public let turns: TurnTable
  /// How many nodes the graph has; states are numbered from there on.
  public let nodeCount: Int
  /// How many arcs the graph has.
  public let arcCount: Int
  /// The expanded graph; labels are arcs of the graph.
  package let graph: Graph
  /// Where the states at each node begin, counted from the first one; one longer than the nodes.
  let firstState: Column<UInt32>
  /// The arc of the graph over which each state was reached.
  let lastArcs: Column<UInt32>
  /// Where the turns of each expanded arc begin in `turnsOfArcs`; one longer than the arcs.
  let firstTurn: Column<UInt32>
  /// The turns that each expanded arc completes.
  let turnsOfArcs: Column<UInt32>

  /// Expands a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph; its weights do not matter.
  ///   - turns: The turns that may cost something in some metric.
  /// - Precondition: Arcs of each turn exist and follow each other.
  /// - Complexity: O(*m* + *s* *d*), where *m* is the number of arcs, *s* of states and *d* how many arcs
  ///   leave a node.
  public init(_ graph: Graph, _ turns: TurnTable) {
    let histories = TurnHistories(turns, of: graph)
    let nodeCount = graph.nodeCount
    let states = grouped(
      histories.lastArc.map { graph.heads[Int($0)] }, groups: nodeCount)
    var number = [UInt32](repeating: 0, count: histories.count)
    for (state, history) in states.members.enumerated() {
      number[Int(history)] = UInt32(nodeCount + state)
    }
    var firstArc: [UInt32] = [0]
    firstArc.reserveCapacity(nodeCount + histories.count + 1)
    var heads: [UInt32] = []
    var arcs: [UInt32] = []
    var firstTurn: [UInt32] = [0]
    var turnsOfArcs: [UInt32] = []
    func leave(_ node: Int, after history: UInt32) {
      for arc in graph.arcs(from: node) {
        let next = histories.next(history, over: UInt32(arc))
        heads.append(next == TurnHistories.none ? graph.heads[arc] : number[Int(next)])
        arcs.append(UInt32(arc))
        histories.appendTurns(history, over: UInt32(arc), to: &turnsOfArcs)
        firstTurn.append(UInt32(turnsOfArcs.count))
      }
      firstArc.append(UInt32(heads.count))
    }
    for node in 0..<nodeCount { leave(node, after: TurnHistories.none) }
    for node in 0..<nodeCount {
      for index in Int(states.first[node])..<Int(states.first[node + 1]) {
        leave(node, after: states.members[index])
      }
    }
    precondition(heads.count < Int(Graph.infinity), "too many turns")
    self.turns = turns
    self.nodeCount = nodeCount
    arcCount = graph.arcCount
    self.graph = Graph(firstArc: firstArc, heads: heads, labels: arcs)
    firstState = Column(states.first)
    lastArcs = Column(states.members.map { histories.lastArc[Int($0)] })
    self.firstTurn = Column(firstTurn)
    self.turnsOfArcs = Column(turnsOfArcs)
  }

  /// How many states there are beside the nodes.
  public var stateCount: Int { lastArcs.count }

  /// The expanded nodes at which a way to a node may end: the node, and its states.
  func ends(of node: Int) -> [Int] {
    [node] + (Int(firstState[node])..<Int(firstState[node + 1])).map { nodeCount + $0 }
  }
}

extension Graph {
  /// A graph of which only the topology and the labels matter.
  fileprivate init(firstArc: [UInt32], heads: [UInt32], labels: [UInt32]) {
    self.firstArc = firstArc
    self.heads = heads
    self.labels = labels
    weights = [UInt32](repeating: 0, count: heads.count)
    timetableNumbers = weights
    timetables = []
  }
}
