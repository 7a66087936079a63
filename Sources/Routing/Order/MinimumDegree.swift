/// Orders the nodes of a small cell by always taking one that has the fewest neighbours left.
///
/// W. F. Tinney, J. W. Walker, 1967, doi:10.1109/PROC.1967.6011. Neighbours of a node taken out become
/// neighbours of each other; of equally good nodes the one of the lowest number goes first.
///
/// - Complexity: O(*n*³), where *n* is the number of nodes, at most 64.
func minimumDegreeOrder(_ cell: Cell) -> [UInt32] {
  precondition(cell.count <= 64, "a cell is too large for sets of bits")
  var neighbours = [UInt64](repeating: 0, count: cell.count)
  for node in 0..<cell.count {
    for edge in Int(cell.first[node])..<Int(cell.first[node + 1]) {
      neighbours[node] |= 1 << UInt64(cell.heads[edge])
    }
  }
  var left = cell.count == 64 ? UInt64.max : (1 << UInt64(cell.count)) - 1
  var order: [UInt32] = []
  while left != 0 {
    var best = (degree: Int.max, node: 0)
    var rest = left
    while rest != 0 {
      let node = rest.trailingZeroBitCount
      rest &= rest - 1
      let degree = neighbours[node].nonzeroBitCount
      if degree < best.degree { best = (degree, node) }
    }
    let node = best.node
    let bit = UInt64(1) << UInt64(node)
    left &= ~bit
    var others = neighbours[node]
    while others != 0 {
      let other = others.trailingZeroBitCount
      others &= others - 1
      neighbours[other] = (neighbours[other] | neighbours[node]) & ~bit & ~(1 << UInt64(other))
    }
    order.append(cell.names[node])
  }
  return order
}
