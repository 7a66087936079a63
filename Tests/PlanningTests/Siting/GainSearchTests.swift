import MixedInteger
import Planning
import TestSupport
import Testing

/// Every case prints its seed by its argument.
@Suite struct GainSearchTests {
  @Test(arguments: seeds(30))
  func `heuristic, optimum and bound stand in this order`(seed: Int) {
    var siting = RandomSiting(seed: seed)
    let rows = siting.rows(withDepth: seed % 2 == 0)
    let table = GainTable(rows: rows, costs: siting.costs)
    let choices = siting.choices
    for chosen in choices {
      #expect(abs(table.value(of: chosen) - plainValue(rows, chosen)) < 1e-6)
    }
    let best = choices.map { plainValue(rows, $0) }.max() ?? 0
    let search = GainSearch(table, budget: siting.budget, fixed: siting.fixed)
    var sites = search.heuristic()
    #expect(Set(sites).isSuperset(of: siting.fixed))
    #expect(table.cost(of: sites) <= siting.budget)
    let value = table.value(of: sites)
    #expect(value <= best * (1 + 1e-9))
    let bound = search.bound(knowing: &sites)
    #expect(bound >= best * (1 - 1e-9))
    #expect(table.value(of: sites) >= value)
    if Set(siting.costs) == [1] && siting.fixed.isEmpty {
      let greedy = table.value(of: search.greedy(byCost: false))
      #expect(greedy >= best * (1 - 1 / 2.718281828459045) * (1 - 1e-9))
    }
  }

  @Test(.enabled(if: IntegerProgram.solverVersion != nil), arguments: seeds(80))
  func `the program finds what all choices have at best`(seed: Int) throws {
    var siting = RandomSiting(seed: seed)
    let rows = siting.rows(withDepth: seed % 2 == 0)
    let table = GainTable(rows: rows, costs: siting.costs)
    let best = siting.choices.map { plainValue(rows, $0) }.max() ?? 0
    let exact = try GainProgram(table, budget: siting.budget, fixed: siting.fixed)
      .solve(knowing: [], seconds: 60)
    let sites = try #require(exact.sites)
    #expect(exact.isOptimal)
    #expect(table.cost(of: sites) <= siting.budget)
    #expect(abs(table.value(of: sites) - best) <= best * 1e-9)
    #expect(abs(exact.bound - best) <= max(1e-6, best * 1e-6))
  }

  @Test(.enabled(if: IntegerProgram.solverVersion != nil), arguments: 0..<100)
  func `an exact answer is proven, equals all choices, and is at least the heuristic one`(
    seed: Int
  ) {
    var siting = RandomSiting(seed: 1_000 + seed)
    let rows = siting.rows(withDepth: seed % 2 == 0)
    let table = GainTable(rows: rows, costs: siting.costs)
    let best = siting.choices.map { plainValue(rows, $0) }.max() ?? 0
    func solved(_ usesProgram: Bool) -> SitingSolution {
      SitingSolver(problem: .most(table), fixed: siting.fixed, usesProgram: usesProgram)
        .solve(budget: siting.budget, seconds: 60)
    }
    let exact = solved(true)
    let quick = solved(false)
    #expect(exact.isProven && exact.gap == 0)
    #expect(abs(exact.value - best) <= best * 1e-9)
    #expect(exact.value >= quick.value)
    #expect(quick.bound >= best * (1 - 1e-9))
    #expect(!quick.isProven || abs(quick.value - best) <= best * 1e-9)
    #expect(solved(true) == exact)
  }

  @Test(arguments: seeds(20))
  func `an exchange adds what it is said to add, and none adds more`(seed: Int) {
    var siting = RandomSiting(seed: 2_000 + seed)
    let rows = siting.rows(withDepth: seed % 2 == 0)
    let table = GainTable(rows: rows, costs: siting.costs)
    let search = GainSearch(table, budget: siting.budget, fixed: siting.fixed)
    let sites = search.improved(search.greedy(byCost: true))
    let value = table.value(of: sites)
    for out in sites where !siting.fixed.contains(out) {
      for other in siting.costs.indices where !sites.contains(other) {
        let changed = sites.filter { $0 != out } + [other]
        guard table.cost(of: changed) <= siting.budget else { continue }
        #expect(table.value(of: changed) <= value * (1 + 1e-9))
      }
    }
    for other in siting.costs.indices
    where !sites.contains(other) && table.cost(of: sites + [other]) <= siting.budget {
      #expect(table.value(of: sites + [other]) <= value * (1 + 1e-9))
    }
  }
}
