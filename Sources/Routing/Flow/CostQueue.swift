/// A queue of nodes that gives the one of least cost first, and of equal ones the first number.
///
/// A binary heap. Costs are not decreased: who finds a cheaper path pushes the node again.
struct CostQueue<Cost: Comparable & Sendable>: Sendable {
  private var entries: [(cost: Cost, node: Int)] = []

  /// Adds a node.
  /// - Complexity: O(log *n*), where *n* is the number of entries.
  mutating func push(_ cost: Cost, _ node: Int) {
    entries.append((cost, node))
    var place = entries.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      guard isBefore(place, parent) else { break }
      entries.swapAt(place, parent)
      place = parent
    }
  }

  /// Takes the first node.
  /// - Complexity: O(log *n*), where *n* is the number of entries.
  mutating func pop() -> (cost: Cost, node: Int)? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return first }
    entries[0] = last
    var place = 0
    while 2 * place + 1 < entries.count {
      var child = 2 * place + 1
      if child + 1 < entries.count, isBefore(child + 1, child) { child += 1 }
      guard isBefore(child, place) else { break }
      entries.swapAt(child, place)
      place = child
    }
    return first
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (entries[left], entries[right])
    return left.cost < right.cost || (left.cost == right.cost && left.node < right.node)
  }
}
