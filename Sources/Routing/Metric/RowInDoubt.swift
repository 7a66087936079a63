import Columns

/// The arcs of one rank while some of them are weighed anew.
struct RowInDoubt {
  /// Where among the arcs of the rank the one to an ancestor is, by the ancestor's depth.
  private var places: [UInt16]
  /// The new weights of the slots in doubt, by place.
  private var upRow: [UInt32]
  private var downRow: [UInt32]
  /// The weights of all arcs before, by place.
  private var oldUp: [UInt32]
  private var oldDown: [UInt32]
  /// Bounds are kept sharp for at most so many slots.
  private static let few = 8
  /// The places of the arcs of which a weight changed, ascending.
  private var changed: [Int] = []

  init(height: Int) {
    places = [UInt16](repeating: 0, count: height)
    upRow = [UInt32](repeating: 0, count: height)
    downRow = upRow
    oldUp = upRow
    oldDown = upRow
  }

  /// Weighs slots: the least of the graph's own arcs and of all ways over lower ranks.
  ///
  /// - Parameters:
  ///   - slots: The slots in doubt, ascending, all of one rank.
  ///   - rank: The rank.
  ///   - hierarchy: The hierarchy.
  ///   - inputs: The weights of the graph's arcs.
  ///   - up: Weights from lower to upper ends; final for lower ranks.
  ///   - down: The same from upper to lower ends.
  /// - Returns: How many units of effort it took.
  mutating func weigh(
    _ slots: [Int], of rank: Int, _ hierarchy: Hierarchy, inputs: Column<UInt32>,
    up: borrowing MutableSpan<UInt32>, down: borrowing MutableSpan<UInt32>
  ) -> Int {
    RowInDoubt.weigh(
      slots, of: rank, hierarchy, inputs, up, down, places: &places, upRow: &upRow,
      downRow: &downRow)
  }

  private static func weigh(
    _ slots: [Int], of rank: Int, _ hierarchy: Hierarchy, _ inputs: Column<UInt32>,
    _ up: borrowing MutableSpan<UInt32>, _ down: borrowing MutableSpan<UInt32>,
    places: inout [UInt16], upRow upRows: inout [UInt32], downRow downRows: inout [UInt32]
  ) -> Int {
    let firstArc = hierarchy.firstArc.span
    let headDepths = hierarchy.headDepths.span
    let firstLower = hierarchy.firstLower.span
    let lowerArcs = hierarchy.lowerArcs.span
    let tails = hierarchy.tails.span
    var place = places.mutableSpan
    var upRow = upRows.mutableSpan
    var downRow = downRows.mutableSpan
    let start = Int(firstArc[rank])
    let count = Int(firstArc[rank + 1]) - start
    for index in 0..<count {
      place[Int(headDepths[start + index])] = UInt16(truncatingIfNeeded: index)
      upRow[index] = Graph.infinity
      downRow[index] = Graph.infinity
    }
    hierarchy.takeInputs(
      of: start..<start + count, weights: inputs.span, up: &upRow, down: &downRow)
    guard let first = slots.first, let last = slots.last else { return 0 }
    let (least, most) = (first / 2 - start, last / 2 - start)
    var effort = 48 + 4 * slots.count + 2 * count
    let slotSpan = slots.span
    // No way that begins with more than this lowers a slot in doubt.
    var (upBound, downBound) = bounds(slotSpan, from: start, upRow, downRow)
    for index in Int(firstLower[rank])..<Int(firstLower[rank + 1]) {
      let arc = Int(lowerArcs[index])
      let toTail = down[arc]
      let fromTail = up[arc]
      guard toTail < upBound || fromTail < downBound else { continue }
      let other = arc + 1
      let run = Int(firstArc[Int(tails[arc]) + 1]) - other
      guard run > 0 else { continue }
      let low = Int(place[Int(headDepths[other])])
      let high = Int(place[Int(headDepths[other + run - 1])])
      guard low <= most, least <= high else { continue }
      effort += CustomizationEffort.arc
      if high - low == run - 1 {
        // Without a gap places follow from each other: few slots are looked up, many passed over.
        if slotSpan.count < run / 4 + 2 {
          effort += slotSpan.count
          for index in slotSpan.indices {
            let slot = slotSpan[index]
            let at = slot / 2 - start
            guard at >= low, at <= high else { continue }
            // Bounds: the place is one of the run.
            if slot % 2 == 0 {
              unsafe upRow[unchecked: at] = Routing.least(
                upRow[unchecked: at], toTail &+ up[unchecked: other &+ at &- low])
            } else {
              unsafe downRow[unchecked: at] = Routing.least(
                downRow[unchecked: at], fromTail &+ down[unchecked: other &+ at &- low])
            }
          }
          if slotSpan.count <= RowInDoubt.few {
            (upBound, downBound) = bounds(slotSpan, from: start, upRow, downRow)
          }
          continue
        }
        effort += run
        // Bounds: as in `Customization`.
        for step in 0..<run {
          unsafe upRow[unchecked: low &+ step] = Routing.least(
            upRow[unchecked: low &+ step], toTail &+ up[unchecked: other &+ step])
        }
        for step in 0..<run {
          unsafe downRow[unchecked: low &+ step] = Routing.least(
            downRow[unchecked: low &+ step], fromTail &+ down[unchecked: other &+ step])
        }
      } else {
        effort += 2 * run
        for step in 0..<run {
          let at = unsafe Int(place[unchecked: Int(headDepths[unchecked: other &+ step])])
          unsafe upRow[unchecked: at] = Routing.least(
            upRow[unchecked: at], toTail &+ up[unchecked: other &+ step])
          unsafe downRow[unchecked: at] = Routing.least(
            downRow[unchecked: at], fromTail &+ down[unchecked: other &+ step])
        }
      }
    }
    return effort
  }

  /// The greatest new weights so far of slots in doubt, upward and downward.
  @inline(__always)
  private static func bounds(
    _ slots: Span<Int>, from start: Int, _ upRow: borrowing MutableSpan<UInt32>,
    _ downRow: borrowing MutableSpan<UInt32>
  ) -> (up: UInt32, down: UInt32) {
    var (up, down): (UInt32, UInt32) = (0, 0)
    for index in slots.indices {
      let slot = slots[index]
      let at = slot / 2 - start
      if slot % 2 == 0 { up = max(up, upRow[at]) } else { down = max(down, downRow[at]) }
    }
    return (up, down)
  }

  /// Writes the new weights of slots, and notes which changed.
  ///
  /// - Returns: How many changed.
  mutating func store(
    _ slots: [Int], of arcs: Range<Int>, up: inout MutableSpan<UInt32>,
    down: inout MutableSpan<UInt32>
  ) -> Int {
    changed.removeAll(keepingCapacity: true)
    var changes = 0
    for slot in slots {
      let at = slot / 2 - arcs.lowerBound
      let isUpward = slot % 2 == 0
      guard (isUpward ? upRow[at] : downRow[at]) != (isUpward ? up[slot / 2] : down[slot / 2])
      else {
        continue
      }
      if changes == 0 {
        for index in 0..<arcs.count {
          oldUp[index] = up[arcs.lowerBound + index]
          oldDown[index] = down[arcs.lowerBound + index]
        }
      }
      changes += 1
      if isUpward { up[slot / 2] = upRow[at] } else { down[slot / 2] = downRow[at] }
      if changed.last != at { changed.append(at) }
    }
    return changes
  }

  /// Puts the slots between two neighbours above in doubt whose weight the two arcs gave, or would
  /// now lower, if one of the two has changed.
  ///
  /// - Returns: How many units of effort it took.
  func spread(
    from arcs: Range<Int>, _ hierarchy: Hierarchy, up: borrowing MutableSpan<UInt32>,
    down: borrowing MutableSpan<UInt32>, to doubts: inout SlotSet
  ) -> Int {
    let heads = hierarchy.heads.span
    let headDepths = hierarchy.headDepths.span
    let firstArc = hierarchy.firstArc.span
    let oldUp = oldUp.span
    let oldDown = oldDown.span
    let (start, count) = (arcs.lowerBound, arcs.count)
    /// Compares the way over two arcs of the rank, before and now, with the slots between their heads.
    @inline(__always)
    func compare(_ low: Int, _ high: Int, _ arc: Int) {
      let wasUp = oldDown[low] &+ oldUp[high]
      let wasDown = oldDown[high] &+ oldUp[low]
      let isUp = down[start + low] &+ up[start + high]
      let isDown = down[start + high] &+ up[start + low]
      if wasUp != isUp, wasUp == up[arc] || isUp < up[arc] { doubts.insert(2 * arc) }
      if wasDown != isDown, wasDown == down[arc] || isDown < down[arc] {
        doubts.insert(2 * arc + 1)
      }
    }
    if 2 * changed.count > count {
      // With so many it costs less to doubt everything between neighbours above than to compare.
      let last = headDepths[start + count - 1]
      for one in 0..<count - 1 {
        let low = heads[start + one]
        let next = headDepths[start + one + 1]
        let from = hierarchy.arc(from: low, toDepth: next, place: 0, fromEnd: count - one - 1)
        let to = hierarchy.arc(from: low, toDepth: last, place: count - one - 2, fromEnd: 1)
        doubts.insert(2 * from..<2 * to + 2)
      }
      return 8 * count
    }
    var effort = 0
    for (number, one) in changed.enumerated() {
      // With the higher arcs: their heads are all among those of the lower one's head, mostly
      // without a gap.
      var at = Int(firstArc[Int(heads[start + one])])
      for other in one + 1..<max(count, one + 1) {
        while headDepths[at] != headDepths[start + other] { at += 1 }
        compare(one, other, at)
      }
      // With the lower arcs that have not changed; the others have been compared with this one.
      let depth = headDepths[start + one]
      var next = 0
      for other in 0..<one {
        if next < number, changed[next] == other {
          next += 1
          continue
        }
        let arc = hierarchy.arc(
          from: heads[start + other], toDepth: depth, place: one - other - 1, fromEnd: count - one)
        compare(other, one, arc)
      }
      effort += 3 * (count - one) + 6 * (one - number)
    }
    return effort
  }
}
