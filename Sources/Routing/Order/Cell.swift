/// A part of a graph that is yet to be ordered: nodes numbered from 0, edges within it, and the nodes
/// sorted along several directions.
struct Cell {
  /// The ids of the nodes in the whole graph.
  var names: [UInt32]
  /// Where the edges of each node begin; one longer than the nodes.
  var first: [UInt32]
  /// The neighbours.
  var heads: [UInt32]
  /// Each edge seen from its other end.
  var reverse: [UInt32]
  /// The nodes sorted along each direction.
  var sorted: [[UInt32]]

  /// How many nodes there are.
  var count: Int { names.count }

  /// The cell of some of its nodes.
  ///
  /// - Parameters:
  ///   - part: The part that is wanted.
  ///   - number: Of each node the number of the part to which it belongs.
  ///   - scratch: As long as the nodes; what it holds does not matter.
  /// - Returns: The nodes of the part, in the same order, and the edges between them.
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of edges.
  func part(_ part: UInt32, by number: [UInt32], scratch: inout [UInt32]) -> Cell {
    var result = Cell(names: [], first: [0], heads: [], reverse: [], sorted: [])
    for node in 0..<count where number[node] == part {
      scratch[node] = UInt32(result.names.count)
      result.names.append(names[node])
    }
    result.first.reserveCapacity(result.names.count + 1)
    for node in 0..<count where number[node] == part {
      for edge in Int(first[node])..<Int(first[node + 1]) where number[Int(heads[edge])] == part {
        result.heads.append(scratch[Int(heads[edge])])
      }
      result.first.append(UInt32(result.heads.count))
    }
    result.reverse = Cell.reverse(first: result.first, heads: result.heads)
    result.sorted = sorted.map { order in
      var kept: [UInt32] = []
      kept.reserveCapacity(result.names.count)
      for node in order where number[Int(node)] == part { kept.append(scratch[Int(node)]) }
      return kept
    }
    return result
  }

  /// Each edge seen from its other end, for rows in ascending order.
  static func reverse(first: [UInt32], heads: [UInt32]) -> [UInt32] {
    // Visiting tails in ascending order meets the edges of each head in the order of its row.
    var next = first
    var reverse = [UInt32](repeating: 0, count: heads.count)
    for edge in heads.indices {
      let head = Int(heads[edge])
      reverse[edge] = next[head]
      next[head] += 1
    }
    return reverse
  }

  /// The number of the connected part of each node, and how many parts there are.
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of edges.
  func components() -> (numbers: [UInt32], count: UInt32) {
    var numbers = [UInt32](repeating: UInt32.max, count: count)
    var parts: UInt32 = 0
    var stack: [UInt32] = []
    for start in 0..<count where numbers[start] == UInt32.max {
      numbers[start] = parts
      stack.append(UInt32(start))
      while let node = stack.popLast() {
        for edge in Int(first[Int(node)])..<Int(first[Int(node) + 1]) {
          let head = heads[edge]
          if numbers[Int(head)] == UInt32.max {
            numbers[Int(head)] = parts
            stack.append(head)
          }
        }
      }
      parts += 1
    }
    return (numbers, parts)
  }
}
