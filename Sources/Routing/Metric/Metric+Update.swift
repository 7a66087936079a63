import Columns

extension Metric {
  /// Changes weights of arcs of the graph, and of no more of the hierarchy than depends on them.
  ///
  /// Afterwards every query sees the change; what `optimizeForManyQueries` had dropped is back. It works in place
  /// when nobody else holds the metric, as a search or an index does.
  ///
  /// - Parameter changes: Arcs of the graph and their new weights; `Graph.infinity` or more means
  ///   closed. Of several changes of one arc the last one counts.
  /// - Returns: How many arcs of the hierarchy got other weights.
  /// - Complexity: O(*r* log *r* + *t*), where *r* is the number of ranks whose arcs change and *t* of
  ///   triangles at those arcs.
  @discardableResult
  public mutating func update(_ changes: [(arc: Int, weight: UInt32)]) -> Int {
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
    if inputs.count > Metric.most(of: hierarchy) {
      let new = Metric(hierarchy, weights: inputWeights.array)
      let changes =
        new.upward.weights.differences(to: upward.weights)
        + new.downward.weights.differences(to: downward.weights)
      self = new
      return changes
    }
    let weights = inputWeights
    return upward.weights.update { up in
      downward.weights.update { down in
        var update = PartialCustomization(hierarchy, inputWeights: weights)
        return update.run(slots: inputs, up: &up, down: &down)
      }
    }
  }

  /// With more changes than this, customizing anew is faster: measured by `tools/bench routing`.
  private static func most(of hierarchy: Hierarchy) -> Int { hierarchy.arcCount / 2_000 }
}

extension Column<UInt32> {
  /// How many elements are not those of another column of the same length.
  fileprivate func differences(to other: Column) -> Int {
    let (ours, theirs) = (array, other.array)
    return zip(ours, theirs).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
  }
}
