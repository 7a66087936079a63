import Columns

/// Gives the arcs of a hierarchy the weights of shortest ways over lower ranks.
///
/// Ranks are visited in ascending order. Each pulls from its neighbours below: a way from *y* down to
/// *x* and up to *z* bounds the arc between *y* and *z*. The arcs of *x* above *y* all have their
/// counterparts among those of *y*, mostly without a gap, so that whole runs are compared at once.
struct Customization {
  private let hierarchy: Hierarchy

  init(_ hierarchy: Hierarchy) { self.hierarchy = hierarchy }

  /// Customizes.
  ///
  /// - Parameters:
  ///   - up: Weights of the graph's own arcs from lower to upper ends; weights of all arcs after.
  ///   - down: The same from upper to lower ends.
  ///   - isParallel: Whether subtrees are worked on at once.
  func run(
    up: inout MutableSpan<UInt32>, down: inout MutableSpan<UInt32>, isParallel: Bool
  ) {
    guard isParallel, let split = SubtreeSplit(hierarchy) else {
      pull(0..<hierarchy.nodeCount, below: 0, up: &up, down: &down, from: 0)
      return
    }
    let firstArc = hierarchy.firstArc
    let ends = split.ends.map { Int(firstArc[$0]) }
    forEachPart(of: &up, &down, ends: ends, otherEnds: ends) { part, up, down in
      let start = part == 0 ? 0 : split.ends[part - 1]
      pull(
        start..<split.ends[part], below: split.topDepth, up: &up, down: &down,
        from: Int(firstArc[start]))
    }
    pull(split.top, below: 0, up: &up, down: &down, from: 0)
  }

  /// Customizes the ranks from one on anew; those below are finished.
  ///
  /// - Parameters:
  ///   - rank: The first rank.
  ///   - inputs: Weights of the graph's arcs.
  ///   - up: Weights from lower to upper ends.
  ///   - down: The same from upper to lower ends.
  /// - Returns: How many weights changed.
  func renew(
    from rank: Int, inputs: Column<UInt32>, up: inout MutableSpan<UInt32>,
    down: inout MutableSpan<UInt32>
  ) -> Int {
    pull(
      rank..<hierarchy.nodeCount, below: 0, up: &up, down: &down, from: 0, inputs: inputs)
  }

  /// Finishes the arcs of some ranks.
  ///
  /// - Parameters:
  ///   - ranks: The ranks, ascending; all below them are finished or among them.
  ///   - topDepth: Ranks of less depth are left out.
  ///   - up: Weights of arcs, beginning with `base`.
  ///   - down: The same downwards.
  ///   - base: The first arc that is given.
  ///   - inputs: Weights of the graph's arcs, if the arcs do not have them yet.
  /// - Returns: How many weights changed, if inputs are given.
  @discardableResult
  private func pull(
    _ ranks: some Sequence<Int>, below topDepth: Int, up: inout MutableSpan<UInt32>,
    down: inout MutableSpan<UInt32>, from base: Int, inputs: Column<UInt32>? = nil
  ) -> Int {
    let firstArc = hierarchy.firstArc.span
    let headDepths = hierarchy.headDepths.span
    let depths = hierarchy.depths.span
    let firstLower = hierarchy.firstLower.span
    let lowerArcs = hierarchy.lowerArcs.span
    let tails = hierarchy.tails.span
    // Where among the arcs of the rank the one to an ancestor is, by the ancestor's depth.
    var places = [UInt16](repeating: 0, count: hierarchy.height)
    var place = places.mutableSpan
    var upRows = [UInt32](repeating: 0, count: hierarchy.height)
    var upRow = upRows.mutableSpan
    var downRows = [UInt32](repeating: 0, count: hierarchy.height)
    var downRow = downRows.mutableSpan
    var changes = 0
    for rank in ranks where Int(depths[rank]) >= topDepth {
      let lower = Int(firstLower[rank])..<Int(firstLower[rank + 1])
      let start = Int(firstArc[rank])
      let count = Int(firstArc[rank + 1]) - start
      guard count > 0, inputs != nil || !lower.isEmpty else { continue }
      for index in 0..<count {
        place[Int(headDepths[start + index])] = UInt16(truncatingIfNeeded: index)
      }
      if let inputs {
        for index in 0..<count {
          upRow[index] = Graph.infinity
          downRow[index] = Graph.infinity
        }
        hierarchy.takeInputs(
          of: start..<start + count, weights: inputs.span, up: &upRow, down: &downRow)
      } else {
        for index in 0..<count {
          upRow[index] = up[start - base + index]
          downRow[index] = down[start - base + index]
        }
      }
      for index in lower {
        let arc = Int(lowerArcs[index])
        let end = Int(firstArc[Int(tails[arc]) + 1])
        let run = end - arc - 1
        guard run > 0 else { continue }
        // From the rank down to the tail, and from the tail up to the rank.
        let toTail = down[arc - base]
        let fromTail = up[arc - base]
        guard toTail < Graph.infinity || fromTail < Graph.infinity else { continue }
        let low = Int(place[Int(headDepths[arc + 1])])
        let high = Int(place[Int(headDepths[end - 1])])
        let other = arc + 1 - base
        // Bounds: `run` arcs of the tail lie after `arc`; each has a place below `count`, as every
        // neighbour above of the tail is one of the rank (tested by `brokenInvariant`).
        if high - low == run - 1 {
          for step in 0..<run {
            unsafe upRow[unchecked: low &+ step] = least(
              upRow[unchecked: low &+ step], toTail &+ up[unchecked: other &+ step])
          }
          for step in 0..<run {
            unsafe downRow[unchecked: low &+ step] = least(
              downRow[unchecked: low &+ step], fromTail &+ down[unchecked: other &+ step])
          }
        } else {
          for step in 0..<run {
            let at = unsafe Int(place[unchecked: Int(headDepths[unchecked: arc &+ 1 &+ step])])
            unsafe upRow[unchecked: at] = least(
              upRow[unchecked: at], toTail &+ up[unchecked: other &+ step])
            unsafe downRow[unchecked: at] = least(
              downRow[unchecked: at], fromTail &+ down[unchecked: other &+ step])
          }
        }
      }
      if inputs != nil {
        for index in 0..<count {
          changes &+= up[start - base + index] == upRow[index] ? 0 : 1
          changes &+= down[start - base + index] == downRow[index] ? 0 : 1
        }
      }
      for index in 0..<count {
        up[start - base + index] = upRow[index]
        down[start - base + index] = downRow[index]
      }
    }
    return changes
  }
}

/// The lesser of two weights whose sum fits 31 bits: compared with a sign, as vectors of every
/// processor can.
@inline(__always)
func least(_ one: UInt32, _ other: UInt32) -> UInt32 {
  UInt32(bitPattern: min(Int32(bitPattern: one), Int32(bitPattern: other)))
}
