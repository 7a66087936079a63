import Columns

/// The weights of a graph's arcs and the costs of its turns, from which those of an expansion are made.
package struct TurnWeights: Sendable {
  /// The weight of each arc of the graph.
  var arcs: Column<UInt32>
  /// The cost of each turn.
  var turns: Column<UInt32>

  init(arcs: [UInt32], turns: [UInt32], of expansion: TurnExpansion) {
    precondition(arcs.count == expansion.arcCount, "weights and arcs differ in number")
    precondition(turns.count == expansion.turns.count, "costs and turns differ in number")
    self.arcs = Column(arcs)
    self.turns = Column(turns)
  }

  /// The weight of each expanded arc: that of the arc, and of the turns that it completes.
  func expanded(by expansion: TurnExpansion) -> [UInt32] {
    let weigher = Weigher(self, expansion)
    return (0..<expansion.graph.arcCount).map { weigher.weight(of: $0) }
  }

  /// Changes weights and costs.
  ///
  /// - Parameters:
  ///   - changes: Arcs and their new weights.
  ///   - costs: Turns and their new costs.
  ///   - expansion: The expansion.
  ///   - copies: The expanded arcs of each arc and of each turn.
  /// - Returns: The expanded arcs that may have changed, and their weights.
  mutating func update(
    _ changes: [(arc: Int, weight: UInt32)], costs: [(turn: Int, cost: UInt32)],
    of expansion: TurnExpansion, _ copies: TurnCopies
  ) -> [(arc: Int, weight: UInt32)] {
    var touched: [Int] = []
    arcs.update { arcs in
      for change in changes where arcs[change.arc] != change.weight {
        arcs[change.arc] = change.weight
        touched += copies.arcs.members(of: change.arc)
      }
    }
    turns.update { turns in
      for change in costs where turns[change.turn] != change.cost {
        turns[change.turn] = change.cost
        touched += copies.turns.members(of: change.turn)
      }
    }
    let weigher = Weigher(self, expansion)
    return touched.map { ($0, weigher.weight(of: $0)) }
  }

  /// Adds up weights and costs; none exceeds `Graph.infinity`.
  private struct Weigher {
    private let weights: TurnWeights
    private let expansion: TurnExpansion

    init(_ weights: TurnWeights, _ expansion: TurnExpansion) {
      self.weights = weights
      self.expansion = expansion
    }

    func weight(of arc: Int) -> UInt32 {
      var sum = min(Graph.infinity, weights.arcs[Int(expansion.graph.labels[arc])])
      for index in Int(expansion.firstTurn[arc])..<Int(expansion.firstTurn[arc + 1]) {
        let cost = min(Graph.infinity, weights.turns[Int(expansion.turnsOfArcs[index])])
        sum = min(Graph.infinity, sum + cost)
      }
      return sum
    }
  }
}

/// The expanded arcs of each arc of a graph, and of each turn.
package struct TurnCopies: Sendable {
  /// Members of groups, in rows.
  struct Rows: Sendable {
    private let first: Column<UInt32>
    private let all: Column<UInt32>

    init(_ groups: [UInt32], groups count: Int) {
      let rows = grouped(groups, groups: count)
      first = Column(rows.first)
      all = Column(rows.members)
    }

    init(first: Column<UInt32>, all: Column<UInt32>) {
      self.first = first
      self.all = all
    }

    func members(of group: Int) -> [Int] {
      (Int(first[group])..<Int(first[group + 1])).map { Int(all[$0]) }
    }
  }

  /// By arc of the graph.
  let arcs: Rows
  /// By turn.
  let turns: Rows

  init(_ expansion: TurnExpansion) {
    arcs = Rows(expansion.graph.labels, groups: expansion.arcCount)
    let rows = grouped(expansion.turnsOfArcs.array, groups: expansion.turns.count)
    var arcOf = [UInt32](repeating: 0, count: expansion.turnsOfArcs.count)
    for arc in 0..<expansion.graph.arcCount {
      for index in Int(expansion.firstTurn[arc])..<Int(expansion.firstTurn[arc + 1]) {
        arcOf[index] = UInt32(arc)
      }
    }
    turns = Rows(first: Column(rows.first), all: Column(rows.members.map { arcOf[Int($0)] }))
  }
}
