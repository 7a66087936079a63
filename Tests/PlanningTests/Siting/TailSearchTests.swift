import MixedInteger
import Planning
import TestSupport
import Testing

@Suite struct TailSearchTests {
  private func problem(_ seed: Int) -> (TailSearch, best: Double) {
    var siting = RandomSiting(seed: seed)
    let share = [0.1, 0.25, 1][seed % 3]
    let rows = (0..<Int.random(in: 1...10, using: &siting.random)).map { _ in
      let time = Double(Int.random(in: 1...200, using: &siting.random))
      return TailSearch.Row(
        people: Double(Int.random(in: 1...1_000, using: &siting.random)), time: time,
        times: siting.costs.indices.compactMap { candidate in
          let other = Double(Int.random(in: 0...300, using: &siting.random))
          return other < time ? (candidate, other) : nil
        })
    }
    let search = TailSearch(
      rows: rows, costs: siting.costs, budget: siting.budget, fixed: siting.fixed, share: share)
    // By the words of the definition: the people one by one, the furthest first.
    let best =
      siting.choices.map { chosen -> Double in
        var persons: [Double] = []
        for row in rows {
          let time = row.times.filter { chosen.contains($0.candidate) }.map(\.time).min()
          persons += Array(repeating: min(row.time, time ?? row.time), count: Int(row.people))
        }
        persons.sort(by: >)
        let part = Double(persons.count) * share
        var sum = persons.prefix(Int(part)).reduce(0, +)
        if Int(part) < persons.count { sum += (part - part.rounded(.down)) * persons[Int(part)] }
        return sum / part
      }.min() ?? 0
    return (search, best)
  }

  @Test(arguments: seeds(24))
  func `bound, optimum and heuristic stand in this order`(seed: Int) {
    let (search, best) = problem(seed)
    var sites = search.heuristic()
    let value = search.value(of: sites)
    #expect(value >= best - 1e-6)
    let bound = search.bound(knowing: &sites)
    #expect(bound <= best + 1e-6)
    #expect(search.value(of: sites) <= value)
  }

  @Test(.enabled(if: IntegerProgram.solverVersion != nil), arguments: seeds(40))
  func `the exact answer is the best of all choices`(seed: Int) throws {
    let (search, best) = problem(seed)
    let exact = try search.exact(knowing: [], seconds: 60)
    let sites = try #require(exact.sites)
    #expect(exact.isOptimal)
    #expect(abs(search.value(of: sites) - best) < 1e-6)
    #expect(abs(exact.bound - best) < 1e-4)
    let solution = SitingSolver(
      problem: .tail(
        rows: search.rows, costs: search.costs, share: [0.1, 0.25, 1][seed % 3]),
      fixed: search.fixed
    ).solve(budget: search.budget, seconds: 60)
    #expect(solution.isProven && abs(solution.value - best) < 1e-6)
  }
}
