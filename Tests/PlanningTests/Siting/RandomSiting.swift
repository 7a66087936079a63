import Planning
import TestSupport

/// Small problems of siting from a seed, and the plainest way to solve them: all choices, one by one.
struct RandomSiting {
  var random: SeededRandom
  let costs: [Int]
  let budget: Int
  let fixed: [Int]

  init(seed: Int) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 2...9, using: &random)
    let isCounted = Bool.random(using: &random)
    var costs: [Int] = []
    for _ in 0..<count { costs.append(isCounted ? 1 : Int.random(in: 1...5, using: &random)) }
    self.costs = costs
    let most = Int.random(in: 1...max(1, costs.reduce(0, +) * 2 / 3), using: &random)
    budget = most
    let first = costs.indices.first { costs[$0] <= most }
    fixed = Int.random(in: 0..<5, using: &random) == 0 ? first.map { [$0] } ?? [] : []
    self.random = random
  }

  /// Rows of covering, with chances, or of falling gains.
  mutating func rows(withDepth: Bool) -> [GainTable.Row] {
    let kind = Int.random(in: 0..<3, using: &random)
    return (0..<Int.random(in: 1...12, using: &random)).map { _ in
      let people = Double(Int.random(in: 1...1_000, using: &random))
      let depth = withDepth && Bool.random(using: &random) ? 2 : 1
      let gains = costs.indices.compactMap { candidate -> (candidate: Int, gain: Double)? in
        guard Int.random(in: 0..<3, using: &random) == 0 else { return nil }
        if depth == 2 || kind == 0 { return (candidate, people) }
        if kind == 1 { return (candidate, people * Double(Int.random(in: 1...10, using: &random))) }
        return (candidate, Double.random(in: 0...1_000, using: &random))
      }
      return GainTable.Row(gains: gains, depth: depth)
    }
  }

  /// Every choice that the budget pays and that holds what is fixed.
  var choices: [[Int]] {
    (0..<(1 << costs.count)).compactMap { bits in
      let chosen = costs.indices.filter { bits >> $0 & 1 == 1 }
      guard fixed.allSatisfy(chosen.contains), chosen.reduce(0, { $0 + costs[$1] }) <= budget
      else { return nil }
      return chosen
    }
  }
}

/// What a choice is worth, by the words of the definition.
func plainValue(_ rows: [GainTable.Row], _ chosen: [Int]) -> Double {
  rows.reduce(0) { sum, row in
    sum
      + row.gains.filter { chosen.contains($0.candidate) }.map(\.gain).sorted(by: >)
      .prefix(row.depth).reduce(0, +)
  }
}
