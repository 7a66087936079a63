/// An undirected graph without loops and parallel edges, in compressed rows.
///
/// The neighbours of node *v* are `heads[first[v]..<first[v + 1]]`, in ascending order.
struct Adjacency {
  /// Where the neighbours of each node begin; one longer than the nodes.
  let first: [UInt32]
  /// The neighbours.
  let heads: [UInt32]

  /// How many nodes there are.
  var nodeCount: Int { first.count - 1 }

  /// Takes the directions off arcs.
  ///
  /// - Parameters:
  ///   - nodeCount: How many nodes there are.
  ///   - tails: The node at which each arc starts.
  ///   - heads: The node at which each arc ends.
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of arcs.
  init(nodeCount: Int, tails: Span<UInt32>, heads: Span<UInt32>) {
    // Two passes of counting: by the one end, then stably by the other, so that rows are sorted.
    var byHead = Adjacency.rows(nodeCount: nodeCount, arcs: 2 * tails.count) { index in
      let arc = index / 2
      return index % 2 == 0 ? (heads[arc], tails[arc]) : (tails[arc], heads[arc])
    }
    var tailOf = [UInt32](repeating: 0, count: byHead.values.count)
    for node in 0..<nodeCount {
      for index in Int(byHead.first[node])..<Int(byHead.first[node + 1]) {
        tailOf[index] = UInt32(node)
      }
    }
    let values = byHead.values
    byHead = Adjacency.rows(nodeCount: nodeCount, arcs: values.count) { (values[$0], tailOf[$0]) }
    var first = [UInt32](repeating: 0, count: nodeCount + 1)
    var neighbours: [UInt32] = []
    neighbours.reserveCapacity(byHead.values.count / 2)
    for node in 0..<nodeCount {
      var last = UInt32.max
      for index in Int(byHead.first[node])..<Int(byHead.first[node + 1]) {
        let head = byHead.values[index]
        if head != last && head != node { neighbours.append(head) }
        last = head
      }
      first[node + 1] = UInt32(neighbours.count)
    }
    self.first = first
    self.heads = neighbours
  }

  /// Sorts pairs by their first halves, stably.
  private static func rows(
    nodeCount: Int, arcs: Int, pair: (Int) -> (row: UInt32, value: UInt32)
  ) -> (first: [UInt32], values: [UInt32]) {
    var first = [UInt32](repeating: 0, count: nodeCount + 1)
    for index in 0..<arcs { first[Int(pair(index).row) + 1] += 1 }
    for node in 0..<nodeCount { first[node + 1] += first[node] }
    var next = first
    var values = [UInt32](repeating: 0, count: arcs)
    for index in 0..<arcs {
      let (row, value) = pair(index)
      values[Int(next[Int(row)])] = value
      next[Int(row)] += 1
    }
    return (first, values)
  }
}
