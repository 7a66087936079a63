import MixedInteger
import Planning
import TestSupport
import Testing

@Suite struct CoverAllSearchTests {
  /// How far each row is served: as often as it needs, or can be.
  private func serves(_ rows: [GainTable.Row], _ chosen: [Int]) -> Bool {
    rows.allSatisfy { row in
      row.gains.count { chosen.contains($0.candidate) } >= min(row.depth, row.gains.count)
    }
  }

  private func problem(_ seed: Int) -> (rows: [GainTable.Row], costs: [Int], fixed: [Int]) {
    var siting = RandomSiting(seed: seed)
    let rows = siting.rows(withDepth: seed % 2 == 0).map { row in
      GainTable.Row(gains: row.gains.map { ($0.candidate, 1) }, depth: row.depth)
    }
    return (rows, siting.costs, siting.fixed)
  }

  private func cheapest(_ rows: [GainTable.Row], _ costs: [Int], _ fixed: [Int]) -> Int? {
    (0..<(1 << costs.count)).compactMap { bits -> Int? in
      let chosen = costs.indices.filter { bits >> $0 & 1 == 1 }
      guard fixed.allSatisfy(chosen.contains), serves(rows, chosen) else { return nil }
      return chosen.reduce(0) { $0 + costs[$1] }
    }.min()
  }

  @Test(arguments: seeds(30))
  func `bound, optimum and heuristic stand in this order, and the hopeless are named`(
    seed: Int
  ) throws {
    let (rows, costs, fixed) = problem(seed)
    let least = try #require(cheapest(rows, costs, fixed))
    let search = CoverAllSearch(GainTable(rows: rows, costs: costs), fixed: fixed)
    let sites = search.heuristic()
    let cost = search.table.cost(of: sites)
    #expect(serves(rows, sites) && Set(sites).count == sites.count)
    #expect(Set(sites).isSuperset(of: fixed))
    #expect(cost >= least)
    #expect(search.bound(knowing: cost) <= least)
    #expect(search.hopeless == rows.indices.filter { rows[$0].gains.count < rows[$0].depth })
  }

  @Test(.enabled(if: IntegerProgram.solverVersion != nil), arguments: seeds(80))
  func `the program finds the cheapest of all choices`(seed: Int) throws {
    let (rows, costs, fixed) = problem(seed)
    let least = try #require(cheapest(rows, costs, fixed))
    let table = GainTable(rows: rows, costs: costs)
    let exact = try CoverAllSearch(table, fixed: fixed).exact(knowing: [], seconds: 60)
    let sites = try #require(exact.sites)
    #expect(exact.isOptimal && exact.bound == least)
    #expect(serves(rows, sites) && table.cost(of: sites) == least)
    let solution = SitingSolver(problem: .all(table), fixed: fixed)
      .solve(budget: 0, seconds: 60)
    #expect(solution.isProven && solution.value == Double(least))
  }
}
