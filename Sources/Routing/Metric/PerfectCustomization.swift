import Columns

/// Lowers the weights of arcs to exact distances, ways over higher ranks included.
///
/// Ranks are visited in descending order. When the turn of *y* comes, its arcs are exact; each
/// neighbour *x* below compares its arc to *y*, and those to the neighbours *z* above that both
/// have, with the ways over the other. One pass is enough: see J. Dibbelt, B. Strasser, D. Wagner,
/// 2016, doi:10.1145/2886843, section 5.
struct PerfectCustomization {
  private let hierarchy: Hierarchy

  init(_ hierarchy: Hierarchy) { self.hierarchy = hierarchy }

  /// Customizes perfectly.
  ///
  /// - Parameters:
  ///   - up: Basic weights from lower to upper ends; exact ones after.
  ///   - down: The same from upper to lower ends.
  func run(up: inout [UInt32], down: inout [UInt32]) {
    let firstArc = hierarchy.firstArc.span
    let headDepths = hierarchy.headDepths.span
    let firstLower = hierarchy.firstLower.span
    let lowerArcs = hierarchy.lowerArcs.span
    let tails = hierarchy.tails.span
    var places = [UInt16](repeating: 0, count: hierarchy.height)
    var place = places.mutableSpan
    var upRows = [UInt32](repeating: 0, count: hierarchy.height)
    var upRow = upRows.mutableSpan
    var downRows = [UInt32](repeating: 0, count: hierarchy.height)
    var downRow = downRows.mutableSpan
    var up = up.mutableSpan
    var down = down.mutableSpan
    for rank in (0..<hierarchy.nodeCount).reversed() {
      let start = Int(firstArc[rank])
      let count = Int(firstArc[rank + 1]) - start
      guard count > 0 else { continue }
      for index in 0..<count {
        place[Int(headDepths[start + index])] = UInt16(truncatingIfNeeded: index)
        upRow[index] = up[start + index]
        downRow[index] = down[start + index]
      }
      for index in Int(firstLower[rank])..<Int(firstLower[rank + 1]) {
        let arc = Int(lowerArcs[index])
        let other = arc + 1
        let run = Int(firstArc[Int(tails[arc]) + 1]) - other
        guard run > 0 else { continue }
        var toRank = up[arc]
        var fromRank = down[arc]
        let low = Int(place[Int(headDepths[other])])
        let high = Int(place[Int(headDepths[other + run - 1])])
        // Bounds: as in `Customization`.
        if high - low == run - 1 {
          for step in 0..<run {
            let (rise, fall) = unsafe (
              upRow[unchecked: low &+ step], downRow[unchecked: low &+ step]
            )
            let (ahead, behind) = unsafe (
              up[unchecked: other &+ step], down[unchecked: other &+ step]
            )
            toRank = least(toRank, ahead &+ fall)
            fromRank = least(fromRank, rise &+ behind)
          }
          for step in 0..<run {
            unsafe up[unchecked: other &+ step] = least(
              up[unchecked: other &+ step], toRank &+ upRow[unchecked: low &+ step])
          }
          for step in 0..<run {
            unsafe down[unchecked: other &+ step] = least(
              down[unchecked: other &+ step], fromRank &+ downRow[unchecked: low &+ step])
          }
        } else {
          for step in 0..<run {
            let at = unsafe Int(place[unchecked: Int(headDepths[unchecked: other &+ step])])
            let (rise, fall) = unsafe (upRow[unchecked: at], downRow[unchecked: at])
            let (ahead, behind) = unsafe (
              up[unchecked: other &+ step], down[unchecked: other &+ step]
            )
            toRank = least(toRank, ahead &+ fall)
            fromRank = least(fromRank, rise &+ behind)
            unsafe up[unchecked: other &+ step] = least(ahead, toRank &+ rise)
            unsafe down[unchecked: other &+ step] = least(behind, fromRank &+ fall)
          }
        }
        up[arc] = toRank
        down[arc] = fromRank
      }
    }
  }
}
