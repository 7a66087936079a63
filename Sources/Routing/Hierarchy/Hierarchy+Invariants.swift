import Columns

extension Hierarchy {
  /// The first invariant that does not hold, in words; nil when all hold.
  ///
  /// The hot loops rely on them. The initializer establishes them; tests and snapshots ask.
  /// - Complexity: O(*a* *d*), where *a* is the number of arcs and *d* how many a rank has.
  package var brokenInvariant: String? {
    let count = nodeCount
    guard nodes.count == count, parents.count == count, depths.count == count,
      firstArc.count == count + 1, firstLower.count == count + 1
    else { return "columns of ranks differ in length" }
    guard headDepths.count == heads.count, tails.count == heads.count,
      lowerArcs.count == heads.count, firstInput.count == heads.count + 1
    else { return "columns of arcs differ in length" }
    guard count == 0 || firstArc[0] == 0 && Int(firstArc[count]) == heads.count else {
      return "firstArc does not span the arcs"
    }
    for rank in 0..<count {
      guard ranks[Int(nodes[rank])] == rank else { return "ranks are no order of the nodes" }
      let arcs = Int(firstArc[rank])..<Int(firstArc[rank + 1])
      var last = UInt32(rank)
      for arc in arcs {
        let head = heads[arc]
        guard head > last, head < count, tails[arc] == rank, headDepths[arc] == depths[Int(head)]
        else { return "arcs of rank \(rank) are out of order" }
        last = head
        guard
          head == parents[rank] || self.arc(from: parents[rank], toDepth: headDepths[arc]) != nil
        else { return "a neighbour above of rank \(rank) is none of its parent" }
      }
      let depth = arcs.isEmpty ? 0 : Int(depths[Int(parents[rank])]) + 1
      guard Int(depths[rank]) == depth, depth < height,
        arcs.isEmpty == (parents[rank] == Hierarchy.none)
      else { return "rank \(rank) has a wrong depth or parent" }
      for index in Int(firstLower[rank])..<Int(firstLower[rank + 1])
      where heads[Int(lowerArcs[index])] != rank { return "lower arcs of rank \(rank) are wrong" }
    }
    return nil
  }
}
