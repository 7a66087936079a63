import Columns

/// Over which lower rank the weight of each arc leads, so that ways unpack without a search.
///
/// An arc between *y* and *z* that is made of two others over *x* names the arc between *x* and *y*; one
/// that weighs what an arc of the graph does names that one, plus `isInput`.
package struct ShortcutMiddles: Sendable {
  /// A value of at least this is an input arc of the graph, offset by it; graphs have fewer than 2³¹ arcs.
  static let isInput: UInt32 = 1 << 31

  /// For ways from lower to upper ends.
  let upward: Column<UInt32>
  /// For ways from upper to lower ends.
  let downward: Column<UInt32>

  /// Finds the middles of a customized metric.
  ///
  /// It compares the triangles once more, with equality; of several middles the highest stays.
  /// - Complexity: O(*t*), where *t* is the number of triangles of the hierarchy.
  init(_ metric: Metric) {
    let hierarchy = metric.hierarchy
    let firstArc = hierarchy.firstArc.span
    let headDepths = hierarchy.headDepths.span
    let firstLower = hierarchy.firstLower.span
    let lowerArcs = hierarchy.lowerArcs.span
    let tails = hierarchy.tails.span
    let up = metric.upward.weights.span
    let down = metric.downward.weights.span
    var upMiddles = [UInt32](repeating: Hierarchy.none, count: hierarchy.arcCount)
    var upMiddle = upMiddles.mutableSpan
    var downMiddles = [UInt32](repeating: Hierarchy.none, count: hierarchy.arcCount)
    var downMiddle = downMiddles.mutableSpan
    var places = [UInt16](repeating: 0, count: hierarchy.height)
    var place = places.mutableSpan
    for rank in 0..<hierarchy.nodeCount {
      let start = Int(firstArc[rank])
      let count = Int(firstArc[rank + 1]) - start
      guard count > 0 else { continue }
      for index in 0..<count {
        place[Int(headDepths[start + index])] = UInt16(truncatingIfNeeded: index)
      }
      for index in Int(firstLower[rank])..<Int(firstLower[rank + 1]) {
        let arc = Int(lowerArcs[index])
        let other = arc + 1
        let run = Int(firstArc[Int(tails[arc]) + 1]) - other
        guard run > 0 else { continue }
        let (toTail, fromTail) = (down[arc], up[arc])
        guard toTail < Graph.infinity || fromTail < Graph.infinity else { continue }
        let middle = UInt32(truncatingIfNeeded: arc)
        let low = Int(place[Int(headDepths[other])])
        // Bounds: as in `Customization`.
        if Int(place[Int(headDepths[other + run - 1])]) - low == run - 1 {
          let low = start &+ low
          for step in 0..<run {
            let isMiddle =
              unsafe toTail &+ up[unchecked: other &+ step]
              == up[unchecked: low &+ step]
            unsafe upMiddle[unchecked: low &+ step] =
              isMiddle ? middle : upMiddle[unchecked: low &+ step]
          }
          for step in 0..<run {
            let isMiddle =
              unsafe fromTail &+ down[unchecked: other &+ step]
              == down[unchecked: low &+ step]
            unsafe downMiddle[unchecked: low &+ step] =
              isMiddle ? middle : downMiddle[unchecked: low &+ step]
          }
        } else {
          for step in 0..<run {
            let at =
              unsafe start
              &+ Int(place[unchecked: Int(headDepths[unchecked: other &+ step])])
            if unsafe toTail &+ up[unchecked: other &+ step] == up[unchecked: at] {
              unsafe upMiddle[unchecked: at] = middle
            }
            if unsafe fromTail &+ down[unchecked: other &+ step] == down[unchecked: at] {
              unsafe downMiddle[unchecked: at] = middle
            }
          }
        }
      }
    }
    for arc in 0..<hierarchy.arcCount {
      if upMiddle[arc] == Hierarchy.none, let input = metric.input(of: UInt32(arc) * 2) {
        upMiddle[arc] = ShortcutMiddles.isInput + UInt32(input)
      }
      if downMiddle[arc] == Hierarchy.none, let input = metric.input(of: UInt32(arc) * 2 + 1) {
        downMiddle[arc] = ShortcutMiddles.isInput + UInt32(input)
      }
    }
    upward = Column(upMiddles)
    downward = Column(downMiddles)
  }
}
