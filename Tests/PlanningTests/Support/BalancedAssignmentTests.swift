import Planning
import TestSupport
import Testing

@Suite struct BalancedAssignmentTests {
  @Test func `the load is equal before the way is short`() {
    // Both rows are nearest to column 0, but each column takes one.
    let assignment = BalancedAssignment(costs: [[1, 9], [2, 4]], loads: [0, 0])
    #expect(assignment.columns == [0, 1])
    #expect(assignment.load == 1 && assignment.bottleneck == 4 && assignment.total == 5)
  }

  @Test func `what a column has already counts, and a limit may leave rows over`() {
    #expect(BalancedAssignment(costs: [[1, 9], [2, 4]], loads: [3, 0]).columns == [1, 1])
    let limited = BalancedAssignment(costs: [[1, nil], [2, nil]], loads: [0, 0], limit: 1)
    #expect(limited.columns == [0, nil])
    let none = BalancedAssignment(costs: [[nil]], loads: [0])
    #expect(none.columns == [nil] && none.load == nil && none.bottleneck == nil)
    #expect(BalancedAssignment(costs: [], loads: []).columns.isEmpty)
    #expect(BalancedAssignment(costs: [[]], loads: []).columns == [nil])
  }

  @Test(arguments: seeds(40))
  func `random assignments are the best of all`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let rows = Int.random(in: 1...5, using: &random)
    let columns = Int.random(in: 1...4, using: &random)
    let costs = (0..<rows).map { _ in
      (0..<columns).map { _ in
        Bool.random(using: &random) || Bool.random(using: &random)
          ? UInt32.random(in: 0...9, using: &random) : nil
      }
    }
    let loads = (0..<columns).map { _ in Int.random(in: 0...2, using: &random) }
    let limit = Int.random(in: 0...2, using: &random) == 0 ? 2 : nil
    let assignment = BalancedAssignment(costs: costs, loads: loads, limit: limit)

    // Every way to give each row a column, or none.
    var best: [Int]?
    for number in 0..<power(columns + 1, rows) {
      var rest = number
      var load = loads
      var (left, longest, total) = (0, -1, 0)
      var isPossible = true
      for row in 0..<rows {
        let choice = rest % (columns + 1)
        rest /= columns + 1
        if choice == columns {
          left += 1
          continue
        }
        guard let cost = costs[row][choice] else {
          isPossible = false
          break
        }
        load[choice] += 1
        longest = max(longest, Int(cost))
        total += Int(cost)
      }
      guard isPossible else { continue }
      let added = zip(load, loads).filter { $0 > $1 }.map(\.0).max() ?? 0
      if let limit, added > limit { continue }
      // A limit takes the place of the least load.
      let score = [left, limit == nil ? added : 0, longest, total]
      if best.map({ score.lexicographicallyPrecedes($0) }) ?? true { best = score }
    }
    let used = assignment.columns.compactMap(\.self)
    let found = [
      rows - used.count, limit == nil ? assignment.load ?? 0 : 0,
      assignment.bottleneck.map { Int($0) } ?? -1, Int(assignment.total),
    ]
    #expect(found == best, "seed \(seed)")
    if let limit { #expect(assignment.load ?? 0 <= limit) }
  }

  private func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
