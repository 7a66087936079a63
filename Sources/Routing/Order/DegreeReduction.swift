/// Takes nodes of at most two neighbours out of a graph, as an elimination would.
///
/// Such nodes add no fill that any other order would avoid, and most junctions of a street network
/// are only bends: what is left, the core, is less than half of it. A node goes only when none of
/// its neighbours goes in the same round, so that a chain of *k* nodes makes a tree of depth
/// log *k*, not *k*.
struct DegreeReduction {
  /// The nodes taken out, in order.
  private(set) var order: [UInt32] = []
  /// The nodes that are left, in ascending order.
  private(set) var core: [UInt32] = []
  /// How many neighbours each node has left.
  private(set) var degrees: [UInt32]
  /// The neighbours that each node has left, in the rows of the adjacency.
  private(set) var heads: [UInt32]
  private let first: [UInt32]

  /// Reduces a graph.
  /// - Complexity: O(*n* log *n*), where *n* is the number of nodes and edges.
  init(_ graph: Adjacency) {
    first = graph.first
    heads = graph.heads
    degrees = (0..<graph.nodeCount).map { graph.first[$0 + 1] - graph.first[$0] }
    var isOut = [Bool](repeating: false, count: graph.nodeCount)
    var round = [UInt32](repeating: 0, count: graph.nodeCount)
    var candidates = (0..<UInt32(graph.nodeCount)).filter { degrees[Int($0)] <= 2 }
    var number: UInt32 = 0
    while !candidates.isEmpty {
      number += 1
      var next: [UInt32] = []
      for node in candidates where !isOut[Int(node)] {
        guard degrees[Int(node)] <= 2 else { continue }
        guard round[Int(node)] != number else {
          next.append(node)
          continue
        }
        isOut[Int(node)] = true
        order.append(node)
        for neighbour in takeOut(node) {
          round[Int(neighbour)] = number
          if degrees[Int(neighbour)] <= 2 { next.append(neighbour) }
        }
      }
      candidates = next
    }
    core = (0..<UInt32(graph.nodeCount)).filter { !isOut[Int($0)] }
  }

  /// The neighbours that a node has left.
  func neighbours(of node: UInt32) -> ArraySlice<UInt32> {
    let start = Int(first[Int(node)])
    return heads[start..<start + Int(degrees[Int(node)])]
  }

  /// Takes a node out and joins its two neighbours; returns the neighbours.
  private mutating func takeOut(_ node: UInt32) -> [UInt32] {
    let left = Array(neighbours(of: node))
    degrees[Int(node)] = 0
    if left.count == 1 { remove(node, from: left[0]) }
    if left.count == 2 {
      if neighbours(of: left[0]).contains(left[1]) {
        remove(node, from: left[0])
        remove(node, from: left[1])
      } else {
        replace(node, by: left[1], in: left[0])
        replace(node, by: left[0], in: left[1])
      }
    }
    return left
  }

  private mutating func remove(_ node: UInt32, from row: UInt32) {
    guard let index = place(of: node, in: row) else { return }
    degrees[Int(row)] -= 1
    heads.swapAt(index, Int(first[Int(row)] + degrees[Int(row)]))
  }

  private mutating func replace(_ node: UInt32, by other: UInt32, in row: UInt32) {
    if let index = place(of: node, in: row) { heads[index] = other }
  }

  private func place(of node: UInt32, in row: UInt32) -> Int? {
    let start = Int(first[Int(row)])
    return (start..<start + Int(degrees[Int(row)])).first { heads[$0] == node }
  }
}
