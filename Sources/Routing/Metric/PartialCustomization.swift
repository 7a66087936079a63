import Columns

/// Carries changed weights upwards through a hierarchy, as far as they matter.
///
/// Ranks are visited in ascending order. Of each, the slots in doubt are weighed anew; then those of
/// its neighbours above are put in doubt whose weight a changed arc gave, or would now lower.
/// Where so much is in doubt that customizing anew costs less, the rest of the ranks is customized
/// anew: ranks that were passed are finished either way.
struct PartialCustomization {
  let hierarchy: Hierarchy
  let inputWeights: Column<UInt32>
  /// The slots in doubt.
  private var doubts: SlotSet
  /// The arcs of the rank at hand.
  private var row: RowInDoubt
  private var effort: CustomizationEffort

  init(_ hierarchy: Hierarchy, inputWeights: Column<UInt32>) {
    self.hierarchy = hierarchy
    self.inputWeights = inputWeights
    doubts = SlotSet(capacity: 2 * hierarchy.arcCount)
    row = RowInDoubt(height: hierarchy.height)
    effort = CustomizationEffort(hierarchy)
  }

  /// Weighs what depends on some slots anew.
  ///
  /// - Parameters:
  ///   - slots: The slots whose arcs of the graph have changed.
  ///   - up: Weights from lower to upper ends.
  ///   - down: Weights from upper to lower ends.
  /// - Returns: How many weights changed.
  mutating func run(
    slots: [UInt32], up: inout MutableSpan<UInt32>, down: inout MutableSpan<UInt32>
  ) -> Int {
    for slot in slots { doubts.insert(Int(slot)) }
    let hierarchy = hierarchy
    let tails = hierarchy.tails.span
    let firstArc = hierarchy.firstArc.span
    var changes = 0
    var passed = 0
    var members: [Int] = []
    // Slots are numbered by tails: those of one rank come one after the other.
    while let first = doubts.next(from: passed) {
      let rank = Int(tails[first / 2])
      if effort.isGreater(thanAnewBefore: rank) {
        return changes
          + Customization(hierarchy).renew(from: rank, inputs: inputWeights, up: &up, down: &down)
      }
      let arcs = Int(firstArc[rank])..<Int(firstArc[rank + 1])
      passed = 2 * arcs.upperBound
      members.removeAll(keepingCapacity: true)
      doubts.append(first..<passed, to: &members)
      effort.add(
        row.weigh(members, of: rank, hierarchy, inputs: inputWeights, up: up, down: down))
      let changed = row.store(members, of: arcs, up: &up, down: &down)
      changes += changed
      if changed > 0 {
        effort.add(row.spread(from: arcs, hierarchy, up: up, down: down, to: &doubts))
      }
    }
    return changes
  }
}
