import MixedInteger

/// Solves what siting comes down to: heuristics with a bound first, then the exact program where the
/// bound leaves something open and the solver is installed.
package struct SitingSolver: Sendable {
  /// What is solved.
  package enum Problem: Sendable {
    /// The most gain for a budget.
    case most(GainTable)
    /// The least cost that serves all.
    case all(GainTable)
    /// The least mean time of the worst-off part.
    case tail(rows: [TailSearch.Row], costs: [Int], share: Double)
  }

  package let problem: Problem
  package let fixed: [Int]
  /// Whether the solver is used where it is installed.
  package let usesProgram: Bool
  /// Whether there are too many gains for a program.
  package let isTooLarge: Bool

  /// The most gains of which a program is made: with more the solver takes hours, not minutes, and the
  /// heuristics with their bound answer alone.
  package static let mostGains = 500_000

  /// Creates a solver.
  package init(problem: Problem, fixed: [Int] = [], usesProgram: Bool = true) {
    self.problem = problem
    self.fixed = fixed
    let gains =
      switch problem {
      case .most(let table), .all(let table): table.gains.count
      case .tail(let rows, _, _): rows.reduce(0) { $0 + $1.times.count }
      }
    isTooLarge = gains > SitingSolver.mostGains
    self.usesProgram = usesProgram && !isTooLarge
  }

  /// Solves the problem.
  ///
  /// - Parameters:
  ///   - budget: What the sites may cost together; nothing limits those that serve all.
  ///   - sites: Sites within the budget that are known to be good.
  ///   - seconds: How long the program may take.
  /// - Returns: The best sites found and the bound.
  package func solve(budget: Int, knowing sites: [Int] = [], seconds: Double) -> SitingSolution {
    switch problem {
    case .most(let table):
      let search = GainSearch(table, budget: budget, fixed: fixed)
      var best = search.heuristic()
      if table.value(of: sites) > table.value(of: best) { best = search.improved(sites) }
      let bound = search.bound(knowing: &best)
      return finish(best, bound, isLess: false, value: { table.value(of: $0) }, seconds) {
        best, seconds throws(MixedProgramError) in
        try GainProgram(table, budget: budget, fixed: fixed).solve(
          knowing: best, seconds: seconds)
      }
    case .all(let table):
      let search = CoverAllSearch(table, fixed: fixed)
      let best = search.heuristic()
      let bound = search.bound(knowing: table.cost(of: best))
      return finish(
        best, Double(bound), isLess: true, value: { Double(table.cost(of: $0)) }, seconds
      ) { best, seconds throws(MixedProgramError) in
        let exact = try search.exact(knowing: best, seconds: seconds)
        return (exact.sites, Double(exact.bound), exact.isOptimal)
      }
    case .tail(let rows, let costs, let share):
      let search = TailSearch(
        rows: rows, costs: costs, budget: budget, fixed: fixed, share: share)
      var best = search.heuristic()
      if search.value(of: sites) < search.value(of: best) { best = sites }
      // Where the program tells the bound, a rough one will do to begin with.
      let willAsk = usesProgram && seconds > 0
      let bound = search.bound(knowing: &best, steps: willAsk ? 12 : 60)
      return finish(best, bound, isLess: true, value: { search.value(of: $0) }, seconds) {
        best, seconds throws(MixedProgramError) in
        try search.exact(knowing: best, seconds: seconds)
      }
    }
  }

  /// Asks the program unless the bound is met already, and keeps the better of both answers.
  private func finish(
    _ sites: [Int], _ bound: Double, isLess: Bool, value: ([Int]) -> Double, _ seconds: Double,
    exact: (_ best: [Int], _ seconds: Double) throws(MixedProgramError) -> (
      sites: [Int]?, bound: Double, isOptimal: Bool
    )
  ) -> SitingSolution {
    var solution = SitingSolution(
      chosen: sites.sorted(), value: value(sites), bound: bound, method: .heuristic)
    let slack = max(1e-9, abs(solution.value) * 1e-9)
    if abs(bound - solution.value) <= slack {
      solution.bound = solution.value
      solution.method = .boundMet
      return solution
    }
    // Without the solver, or should it break down, the heuristics have answered.
    guard usesProgram, seconds > 0, let found = try? exact(sites, seconds) else { return solution }
    if let chosen = found.sites {
      let worth = value(chosen)
      if isLess ? worth < solution.value : worth > solution.value {
        solution.chosen = chosen
        solution.value = worth
      }
    }
    if found.isOptimal {
      solution.method = .exact
      solution.bound = solution.value
    } else {
      solution.method = .stopped
      solution.bound =
        isLess
        ? min(solution.value, max(bound, found.bound))
        : max(solution.value, min(bound, found.bound))
    }
    return solution
  }
}
