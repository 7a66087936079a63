package import Columns

/// Weights for a hierarchy: one vehicle, one period, one set of closures.
///
///     var metric = Metric(hierarchy, weights: graph.weights)
///     metric.update([(arc: bridge, weight: Graph.infinity)])   // closed at noon
///
/// An arc of the hierarchy weighs as much as the shortest way between its ends over lower ranks.
/// Any number of metrics share a hierarchy. `optimizeForManyQueries` makes searches faster for a metric that lasts.
public struct Metric: Sendable {
  /// The topology.
  public let hierarchy: Hierarchy
  /// The weight of each arc of the graph.
  package internal(set) var inputWeights: Column<UInt32>
  /// Weights from the lower end of each arc to the upper one.
  package internal(set) var upward: UpwardGraph
  /// Weights from the upper end of each arc to the lower one.
  package internal(set) var downward: UpwardGraph

  /// Weights of the graph's own arcs and costs of its turns, where the hierarchy has turns.
  var turnWeights: TurnWeights?

  /// The arcs that are left of `upward` and `downward` after perfect customization.
  package internal(set) var pruned: (upward: UpwardGraph, downward: UpwardGraph)?

  /// The lower triangle that each shortcut stands for, after perfect customization.
  package internal(set) var middles: ShortcutMiddles?

  /// The arcs that searches climb in the direction of travel.
  var searchUpward: UpwardGraph { pruned?.upward ?? upward }

  /// The arcs that searches climb against the direction of travel.
  var searchDownward: UpwardGraph { pruned?.downward ?? downward }

  /// Customizes a hierarchy for weights.
  ///
  /// - Parameters:
  ///   - hierarchy: The topology.
  ///   - weights: The weight of each arc of the graph; `Graph.infinity` or more means closed.
  ///   - turnCosts: What each turn of the hierarchy costs; `Graph.infinity` or more means forbidden.
  ///   - isParallel: Whether all processors may be used.
  /// - Precondition: There are as many weights as arcs, and costs as turns.
  /// - Complexity: O(*t*), where *t* is the number of triangles of the hierarchy.
  public init(
    _ hierarchy: Hierarchy, weights: [UInt32], turnCosts: [UInt32] = [], isParallel: Bool = false
  ) {
    let turnWeights = hierarchy.turns.map { TurnWeights(arcs: weights, turns: turnCosts, of: $0) }
    let weights = hierarchy.turns.flatMap { turnWeights?.expanded(by: $0) } ?? weights
    precondition(weights.count == hierarchy.slots.count, "weights and arcs differ in number")
    var up = Column(repeating: Graph.infinity, count: hierarchy.arcCount)
    var down = Column(repeating: Graph.infinity, count: hierarchy.arcCount)
    up.update { up in
      down.update { down in
        Metric.fill(&up, &down, with: weights, by: hierarchy.slots)
        Customization(hierarchy).run(up: &up, down: &down, isParallel: isParallel)
      }
    }
    self.hierarchy = hierarchy
    self.turnWeights = turnWeights
    inputWeights = Column(weights)
    upward = UpwardGraph(
      firstArc: hierarchy.firstArc, headDepths: hierarchy.headDepths, weights: up)
    downward = UpwardGraph(
      firstArc: hierarchy.firstArc, headDepths: hierarchy.headDepths, weights: down)
  }

  /// Gives the arcs of the hierarchy the least weights of the graph's own.
  private static func fill(
    _ up: inout MutableSpan<UInt32>, _ down: inout MutableSpan<UInt32>, with weights: [UInt32],
    by slots: Column<UInt32>
  ) {
    let slots = slots.span
    for arc in weights.indices where slots[arc] != Hierarchy.none {
      let slot = Int(slots[arc] / 2)
      if slots[arc] % 2 == 0 {
        up[slot] = min(up[slot], weights[arc])
      } else {
        down[slot] = min(down[slot], weights[arc])
      }
    }
  }
}
