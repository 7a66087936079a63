import Columns

extension Metric {
  /// Changes weights of arcs of the graph, and of no more of the hierarchy than depends on them.
  ///
  /// Afterwards every query sees the change; what `optimizeForManyQueries` had dropped is back. It works in place
  /// when nobody else holds the metric, as a search or an index does.
  ///
  /// - Parameters:
  ///   - changes: Arcs of the graph and their new weights; `Graph.infinity` or more means closed. Of
  ///     several changes of one arc the last one counts.
  ///   - turns: Turns of the hierarchy and what they cost now; `Graph.infinity` or more means
  ///     forbidden.
  /// - Returns: How many arcs of the hierarchy got other weights.
  /// - Complexity: O(*a* / 64 + *t*), where *a* is the number of arcs and *t* of triangles at the ranks
  ///   whose arcs change; by count at most a sixtieth above that of customizing anew.
  @discardableResult
  public mutating func update(
    _ changes: [(arc: Int, weight: UInt32)], turns: [(turn: Int, cost: UInt32)] = []
  ) -> Int {
    guard let expansion = hierarchy.turns, let copies = hierarchy.copies else {
      precondition(turns.isEmpty, "the hierarchy has no turns")
      return updateInputs(changes)
    }
    let expanded = turnWeights?.update(changes, costs: turns, of: expansion, copies)
    return updateInputs(expanded ?? [])
  }

  /// Changes weights of the arcs of which the hierarchy was built.
  mutating func updateInputs(_ changes: [(arc: Int, weight: UInt32)]) -> Int {
    pruned = nil
    middles = nil
    let hierarchy = hierarchy
    let inputs = inputWeights.update { weights in
      var touched: [UInt32] = []
      for change in changes where weights[change.arc] != change.weight {
        weights[change.arc] = change.weight
        let slot = hierarchy.slots[change.arc]
        if slot != Hierarchy.none { touched.append(slot) }
      }
      return touched
    }
    guard !inputs.isEmpty else { return 0 }
    let weights = inputWeights
    return upward.weights.update { up in
      downward.weights.update { down in
        var update = PartialCustomization(hierarchy, inputWeights: weights)
        return update.run(slots: inputs, up: &up, down: &down)
      }
    }
  }
}
