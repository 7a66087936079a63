import Columns

/// Carries changed weights upwards through a hierarchy, as far as they matter.
///
/// Ranks are visited in ascending order. Of each, the arcs in doubt are weighed anew; then those of
/// its neighbours above are put in doubt whose weight a changed arc gave, or would now lower.
struct PartialCustomization {
  private let hierarchy: Hierarchy
  private let inputWeights: Column<UInt32>
  /// The slots in doubt, some of them more than once.
  private var doubts = MinHeap()

  init(_ hierarchy: Hierarchy, inputWeights: Column<UInt32>) {
    self.hierarchy = hierarchy
    self.inputWeights = inputWeights
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
    for slot in slots { doubts.push(UInt64(slot)) }
    var changes = 0
    var oldUp: [UInt32] = []
    var oldDown: [UInt32] = []
    var changed: [Int] = []
    // Arcs are numbered by their tails: those of one rank come one after the other.
    while let first = doubts.first {
      let rank = hierarchy.tails[Int(first / 2)]
      let start = Int(hierarchy.firstArc[Int(rank)])
      let end = Int(hierarchy.firstArc[Int(rank) + 1])
      oldUp.removeAll(keepingCapacity: true)
      oldDown.removeAll(keepingCapacity: true)
      for arc in start..<end {
        oldUp.append(up[arc])
        oldDown.append(down[arc])
      }
      changed.removeAll(keepingCapacity: true)
      while let key = doubts.first, key < UInt64(end) * 2 {
        _ = doubts.pop()
        let slot = UInt32(truncatingIfNeeded: key)
        let arc = Int(slot / 2)
        let isUpward = slot % 2 == 0
        let new = weight(of: slot, up: up, down: down)
        guard new != (isUpward ? up[arc] : down[arc]) else { continue }
        if isUpward { up[arc] = new } else { down[arc] = new }
        changes += 1
        if changed.last != arc { changed.append(arc) }
      }
      for arc in changed {
        for other in start..<end where other != arc {
          check(
            min(arc, other), max(arc, other), first: start, oldUp: oldUp, oldDown: oldDown, up: up,
            down: down)
        }
      }
    }
    return changes
  }

  /// Puts the arc between the heads of two arcs of one rank in doubt, if the two gave its weight or
  /// would lower it.
  private mutating func check(
    _ low: Int, _ high: Int, first: Int, oldUp: [UInt32], oldDown: [UInt32],
    up: borrowing MutableSpan<UInt32>, down: borrowing MutableSpan<UInt32>
  ) {
    let wasUp = oldDown[low - first] &+ oldUp[high - first]
    let wasDown = oldDown[high - first] &+ oldUp[low - first]
    let isUp = down[low] &+ up[high]
    let isDown = down[high] &+ up[low]
    guard wasUp != isUp || wasDown != isDown else { return }
    guard
      let arc = hierarchy.arc(
        from: hierarchy.heads[low], toDepth: hierarchy.headDepths[high])
    else { preconditionFailure("neighbours above are not joined") }
    if wasUp != isUp, wasUp == up[arc] || isUp < up[arc] { doubts.push(UInt64(arc) * 2) }
    if wasDown != isDown, wasDown == down[arc] || isDown < down[arc] {
      doubts.push(UInt64(arc) * 2 + 1)
    }
  }

  /// The weight of a slot: the least of the graph's own arcs and of all ways over lower ranks.
  private func weight(
    of slot: UInt32, up: borrowing MutableSpan<UInt32>, down: borrowing MutableSpan<UInt32>
  ) -> UInt32 {
    let arc = Int(slot / 2)
    let isUpward = slot % 2 == 0
    let slots = hierarchy.slots.span
    let firstArc = hierarchy.firstArc.span
    let headDepths = hierarchy.headDepths.span
    let lowerArcs = hierarchy.lowerArcs.span
    let tails = hierarchy.tails.span
    var least = Graph.infinity
    for index in Int(hierarchy.firstInput[arc])..<Int(hierarchy.firstInput[arc + 1]) {
      let input = Int(hierarchy.inputs[index])
      if slots[input] == slot { least = min(least, inputWeights[input]) }
    }
    let tail = Int(tails[arc])
    let depth = headDepths[arc]
    for index in Int(hierarchy.firstLower[tail])..<Int(hierarchy.firstLower[tail + 1]) {
      let first = Int(lowerArcs[index])
      let part = isUpward ? down[first] : up[first]
      guard part < least else { continue }
      // The arcs of the middle rank after `first` have higher heads, of less depth.
      var from = first + 1
      let end = Int(firstArc[Int(tails[first]) + 1])
      while from < end && headDepths[from] > depth { from += 1 }
      if from < end && headDepths[from] == depth {
        least = min(least, part &+ (isUpward ? up[from] : down[from]))
      }
    }
    return least
  }
}
