/// The strongly connected parts of a directed graph: within one, every node reaches every other.
///
/// R. Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM J. Comput. 1972,
/// doi:10.1137/0201010, without recursion.
struct StrongParts {
  /// The number of each node's part.
  private(set) var part: [Int]
  /// Nodes in each part.
  private(set) var sizes: [Int] = []

  /// Finds the parts.
  ///
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of arcs.
  init(nodeCount: Int, arcs: [(tail: Int, head: Int)]) {
    var firstArc = [Int](repeating: 0, count: nodeCount + 1)
    for arc in arcs { firstArc[arc.tail + 1] += 1 }
    for node in 0..<nodeCount { firstArc[node + 1] += firstArc[node] }
    var heads = [Int](repeating: 0, count: arcs.count)
    var free = firstArc
    for arc in arcs {
      heads[free[arc.tail]] = arc.head
      free[arc.tail] += 1
    }
    part = Array(repeating: -1, count: nodeCount)
    var number = [Int](repeating: -1, count: nodeCount)
    var low = number
    var next = firstArc
    var open: [Int] = []
    var path: [Int] = []
    var count = 0
    for root in 0..<nodeCount where number[root] < 0 {
      path.append(root)
      while let node = path.last {
        if number[node] < 0 {
          number[node] = count
          low[node] = count
          count += 1
          open.append(node)
        }
        if next[node] < firstArc[node + 1] {
          let head = heads[next[node]]
          next[node] += 1
          if number[head] < 0 {
            path.append(head)
          } else if part[head] < 0 {
            low[node] = min(low[node], number[head])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { low[parent] = min(low[parent], low[node]) }
        guard low[node] == number[node] else { continue }
        var size = 0
        while let member = open.popLast() {
          part[member] = sizes.count
          size += 1
          if member == node { break }
        }
        sizes.append(size)
      }
    }
  }

  /// The number of the largest part; of equally large ones the one of the lowest node.
  var largest: Int? {
    guard let size = sizes.max() else { return nil }
    return part.first { sizes[$0] == size }
  }
}
