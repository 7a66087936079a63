/// The elimination of nodes in an order: who becomes whose neighbour.
///
/// A. George, J. W. H. Liu, 1981, "Computer Solution of Large Sparse Positive Definite Systems": the
/// neighbours above of a node are its own and those of its children in the elimination tree.
struct Elimination {
  /// The rank of each node: the order, rearranged so that each subtree is a range.
  private(set) var ranks: [UInt32]
  /// Where the neighbours above of each rank begin; one longer than the ranks.
  private(set) var firstArc: [UInt32]
  /// The neighbours above, ascending.
  private(set) var heads: [UInt32]

  /// Eliminates.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - order: Every node once.
  /// - Throws: When the order is none.
  init(_ graph: Adjacency, order: [UInt32]) throws(HierarchyError) {
    let count = graph.nodeCount
    guard order.count == count else { throw .notAnOrder }
    ranks = [UInt32](repeating: Hierarchy.none, count: count)
    for (rank, node) in order.enumerated() {
      guard node < count, ranks[Int(node)] == Hierarchy.none else { throw .notAnOrder }
      ranks[Int(node)] = UInt32(rank)
    }
    firstArc = [0]
    firstArc.reserveCapacity(count + 1)
    heads = []
    var firstChild = [UInt32](repeating: Hierarchy.none, count: count)
    var nextSibling = firstChild
    var mark = firstChild
    var above: [UInt32] = []
    for rank in 0..<UInt32(count) {
      above.removeAll(keepingCapacity: true)
      let node = Int(order[Int(rank)])
      for edge in Int(graph.first[node])..<Int(graph.first[node + 1]) {
        let other = ranks[Int(graph.heads[edge])]
        if other > rank { above.append(other) }
        mark[Int(other)] = rank
      }
      var child = firstChild[Int(rank)]
      while child != Hierarchy.none {
        // The first neighbour above of a child is this rank itself.
        for arc in Int(firstArc[Int(child)]) + 1..<Int(firstArc[Int(child) + 1]) {
          let other = heads[arc]
          guard mark[Int(other)] != rank else { continue }
          mark[Int(other)] = rank
          above.append(other)
        }
        child = nextSibling[Int(child)]
      }
      above.sort()
      heads += above
      firstArc.append(UInt32(heads.count))
      if let parent = above.first {
        nextSibling[Int(rank)] = firstChild[Int(parent)]
        firstChild[Int(parent)] = rank
      }
    }
    makeSubtreesRanges(firstChild: firstChild, nextSibling: nextSibling)
  }

  /// The arc between two ranks; nil when there is none.
  func arc(from low: UInt32, to high: UInt32) -> Int? {
    var from = Int(firstArc[Int(low)])
    let last = Int(firstArc[Int(low) + 1])
    var end = last
    while from < end {
      let middle = (from + end) / 2
      if heads[middle] < high { from = middle + 1 } else { end = middle }
    }
    return from < last && heads[from] == high ? from : nil
  }

  /// Numbers ranks anew, children before their parent and each subtree without a gap.
  ///
  /// Ancestors keep their order among each other, so nothing else changes.
  private mutating func makeSubtreesRanges(firstChild: [UInt32], nextSibling: [UInt32]) {
    let count = ranks.count
    var sizes = [UInt32](repeating: 1, count: count)
    for rank in 0..<count where firstArc[rank] < firstArc[rank + 1] {
      sizes[Int(heads[Int(firstArc[rank])])] += sizes[rank]
    }
    var ends = [UInt32](repeating: 0, count: count)
    var end = UInt32(count)
    for rank in (0..<count).reversed() {
      if firstArc[rank] == firstArc[rank + 1] {
        ends[rank] = end
        end -= sizes[rank]
      }
      var next = ends[rank] - 1
      var largest = Hierarchy.none
      var child = firstChild[rank]
      while child != Hierarchy.none {
        if largest == Hierarchy.none || sizes[Int(child)] > sizes[Int(largest)] { largest = child }
        child = nextSibling[Int(child)]
      }
      // The largest subtree lies next to its root: most ways to the root pass through it.
      if largest != Hierarchy.none {
        ends[Int(largest)] = next
        next -= sizes[Int(largest)]
      }
      child = firstChild[rank]
      while child != Hierarchy.none {
        if child != largest {
          ends[Int(child)] = next
          next -= sizes[Int(child)]
        }
        child = nextSibling[Int(child)]
      }
    }
    var oldRanks = [UInt32](repeating: 0, count: count)
    for rank in 0..<count { oldRanks[Int(ends[rank]) - 1] = UInt32(rank) }
    var newFirst: [UInt32] = [0]
    newFirst.reserveCapacity(count + 1)
    var newHeads: [UInt32] = []
    newHeads.reserveCapacity(heads.count)
    for old in oldRanks {
      for arc in Int(firstArc[Int(old)])..<Int(firstArc[Int(old) + 1]) {
        newHeads.append(ends[Int(heads[arc])] - 1)
      }
      newFirst.append(UInt32(newHeads.count))
    }
    firstArc = newFirst
    heads = newHeads
    for node in ranks.indices { ranks[node] = ends[Int(ranks[node])] - 1 }
  }
}
