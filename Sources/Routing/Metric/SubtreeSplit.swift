import Columns

/// Ranges of ranks that can be worked on at once, and the ranks above them that cannot.
struct SubtreeSplit: Sendable {
  /// Where each range ends.
  ///
  /// The first begins at 0; no subtree below the top is cut.
  let ends: [Int]
  /// Ranks of less depth than this are the top.
  let topDepth: Int
  /// The ranks of the top, ascending.
  let top: [Int]

  /// Splits a hierarchy; nil when it is too small to gain.
  /// - Complexity: O(*n*), where *n* is the number of nodes.
  init?(_ hierarchy: Hierarchy) {
    let count = hierarchy.nodeCount
    guard count > 10_000 else { return nil }
    let depths = hierarchy.depths.span
    // Work of a rank: the square of its arcs is near enough.
    let firstArc = hierarchy.firstArc.span
    var work = 0.0
    var workAtDepth = [Double](repeating: 0, count: hierarchy.height)
    for rank in 0..<count {
      let arcs = Double(firstArc[rank + 1] - firstArc[rank])
      work += arcs * arcs
      workAtDepth[Int(depths[rank])] += arcs * arcs
    }
    // As deep a top as costs a tenth of the work; below it there are many subtrees.
    var depth = 0
    var above = 0.0
    while depth < hierarchy.height, above + workAtDepth[depth] < work / 10 {
      above += workAtDepth[depth]
      depth += 1
    }
    let share = work / 16
    var ends: [Int] = []
    var top: [Int] = []
    var part = 0.0
    for rank in 0..<count {
      let arcs = Double(firstArc[rank + 1] - firstArc[rank])
      if Int(depths[rank]) < depth { top.append(rank) } else { part += arcs * arcs }
      // A range may end after the root of a subtree, or after a rank of the top.
      if Int(depths[rank]) <= depth, part >= share {
        ends.append(rank + 1)
        part = 0
      }
    }
    if ends.last != count { ends.append(count) }
    guard ends.count > 1 else { return nil }
    self.ends = ends
    self.top = top
    topDepth = depth
  }
}
