/// A set of nodes that parts a cell in two.
struct Cut {
  /// The side of each node: 0 and 1 are the parts, 2 is the separator.
  var sides: [UInt32]
  /// How many nodes are on each side.
  var counts: (first: Int, second: Int, separator: Int)

  /// Makes a cut of the nodes on one side of an edge cut: the least set of their ends that covers
  /// all cut edges separates.
  ///
  /// By the theorem of D. Kőnig (1931) it is as large as the largest matching of the cut edges,
  /// which is found by augmenting paths.
  /// - Complexity: O(*c* *k*), where *c* is the number of cut edges and *k* of their ends.
  init(_ cell: Cell, isFirst: [Bool]) {
    var left: [UInt32] = []
    var numberOf: [UInt32: Int] = [:]
    var right: [UInt32] = []
    var edges: [[Int]] = []
    for node in 0..<cell.count where isFirst[node] {
      var others: [Int] = []
      for edge in Int(cell.first[node])..<Int(cell.first[node + 1]) {
        let head = cell.heads[edge]
        guard !isFirst[Int(head)] else { continue }
        if let number = numberOf[head] {
          others.append(number)
        } else {
          numberOf[head] = right.count
          others.append(right.count)
          right.append(head)
        }
      }
      if !others.isEmpty {
        left.append(UInt32(node))
        edges.append(others)
      }
    }
    let matching = Matching(edges: edges, rightCount: right.count)
    sides = isFirst.map { $0 ? 0 : 1 }
    for (index, node) in left.enumerated() where !matching.reachesLeft[index] {
      sides[Int(node)] = 2
    }
    for (index, node) in right.enumerated() where matching.reachesRight[index] {
      sides[Int(node)] = 2
    }
    counts = (0, 0, 0)
    for side in sides {
      switch side {
      case 0: counts.first += 1
      case 1: counts.second += 1
      default: counts.separator += 1
      }
    }
  }
}

/// A largest matching of a small bipartite graph, and what alternating paths from its free left nodes
/// reach.
private struct Matching {
  private let edges: [[Int]]
  private var partnerOfRight: [Int]
  private var partnerOfLeft: [Int]
  /// The left nodes that are reached.
  private(set) var reachesLeft: [Bool]
  /// The right nodes that are reached.
  private(set) var reachesRight: [Bool]

  init(edges: [[Int]], rightCount: Int) {
    self.edges = edges
    partnerOfRight = Array(repeating: -1, count: rightCount)
    partnerOfLeft = Array(repeating: -1, count: edges.count)
    reachesLeft = Array(repeating: false, count: edges.count)
    reachesRight = Array(repeating: false, count: rightCount)
    for left in edges.indices {
      for right in edges[left] where partnerOfRight[right] < 0 && partnerOfLeft[left] < 0 {
        partnerOfRight[right] = left
        partnerOfLeft[left] = right
      }
    }
    for left in edges.indices where partnerOfLeft[left] < 0 {
      for index in reachesRight.indices { reachesRight[index] = false }
      _ = augment(left)
    }
    for index in reachesRight.indices { reachesRight[index] = false }
    var stack = edges.indices.filter { partnerOfLeft[$0] < 0 }
    for left in stack { reachesLeft[left] = true }
    while let left = stack.popLast() {
      for right in edges[left] where !reachesRight[right] {
        reachesRight[right] = true
        let next = partnerOfRight[right]
        if next >= 0 && !reachesLeft[next] {
          reachesLeft[next] = true
          stack.append(next)
        }
      }
    }
  }

  private mutating func augment(_ left: Int) -> Bool {
    for right in edges[left] where !reachesRight[right] {
      reachesRight[right] = true
      if partnerOfRight[right] < 0 || augment(partnerOfRight[right]) {
        partnerOfRight[right] = left
        partnerOfLeft[left] = right
        return true
      }
    }
    return false
  }
}
