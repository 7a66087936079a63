import MixedInteger

extension Siting {
  /// The most budgets of a curve.
  static let mostSteps = 20

  /// Chooses sites.
  ///
  /// - Parameter usesSolver: Whether the exact solver is used where it is installed.
  /// - Returns: The choice, what it changes, and how sure it is.
  /// - Complexity: as `SitingSolver`; the exact programs end with the question's seconds.
  public func answer(usesSolver: Bool = true) -> SitingAnswer {
    let hasSolver = IntegerProgram.solverVersion != nil
    let problem = problem
    let solver = SitingSolver(
      problem: problem, fixed: fixed, usesProgram: usesSolver && hasSolver)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(question.seconds)
    func left() -> Double {
      let duration = (end - clock.now).components
      return max(0, Double(duration.seconds) + Double(duration.attoseconds) / 1e18)
    }
    let budget = question.budget ?? 0
    let none = outcome(of: [])
    var solution = solver.solve(budget: budget, seconds: question.seconds)
    var curve: [SitingAnswer.Step] = []
    if question.hasCurve && question.objective != .all {
      var known: [Int] = []
      let budgets = budgets(upTo: budget)
      for (number, smaller) in budgets.enumerated() {
        let seconds = left() / Double(budgets.count - number)
        let step = solver.solve(budget: smaller, knowing: known, seconds: seconds)
        known = step.chosen
        curve.append(self.step(smaller, step, before: none))
      }
      // What fits a smaller budget fits the whole one.
      if !solution.isProven, isBetter(known, than: solution.chosen, problem) {
        solution = solver.solve(budget: budget, knowing: known, seconds: left())
      }
      curve.append(step(budget, solution, before: none))
    }
    let rows = unserved
    let hopeless: [Int] =
      if case .all(let table) = problem {
        CoverAllSearch(table, fixed: fixed).hopeless.map { rows[$0] }
      } else {
        []
      }
    return SitingAnswer(
      measure: measure, value: measured(solution.value, before: none),
      bound: measured(solution.bound, before: none), solution: solution,
      sites: ordered(solution.chosen), cost: solution.chosen.reduce(0) { $0 + candidates[$1].cost },
      before: none, after: outcome(of: solution.chosen), curve: curve, hopeless: hopeless,
      unplaced: unplaced, hasSolver: hasSolver,
      isTooLarge: solver.isTooLarge)
  }

  /// The budgets below one that are answered too: all whole ones, or some of them evenly spread.
  private func budgets(upTo budget: Int) -> [Int] {
    let least = max(1, fixed.reduce(0) { $0 + candidates[$1].cost })
    guard least < budget else { return [] }
    let count = min(budget - least, Siting.mostSteps - 1)
    let all = (0..<count).map { least + $0 * (budget - least) / count }
    return all
  }

  private func step(
    _ budget: Int, _ solution: SitingSolution, before: SitingOutcome
  ) -> SitingAnswer.Step {
    SitingAnswer.Step(
      budget: budget, chosen: solution.chosen, outcome: outcome(of: solution.chosen),
      value: measured(solution.value, before: before),
      bound: measured(solution.bound, before: before), method: solution.method)
  }

  private func isBetter(
    _ one: [Int], than other: [Int], _ problem: SitingSolver.Problem
  ) -> Bool {
    switch problem {
    case .most(let table): table.value(of: one) > table.value(of: other)
    case .tail, .all: worth(of: outcome(of: one)) > worth(of: outcome(of: other))
    }
  }

  /// What the objective is counted in.
  private var measure: SitingAnswer.Measure {
    switch question.objective {
    case .cover where question.favoursFar: .farPeople
    case .cover: question.countsBackup ? .peopleOnceAndTwice : .people
    case .all: .units
    case .travel: question.favoursFar ? .worstMinutes : .meanMinutes
    }
  }

  /// A value of the solver in the measure of the objective.
  private func measured(_ value: Double, before: SitingOutcome) -> Double {
    switch measure {
    case .people: (before.covered ?? 0) + value
    case .peopleOnceAndTwice: (before.covered ?? 0) + (before.coveredTwice ?? 0) + value
    case .meanMinutes:
      demand.people > 0 ? before.meanMinutes - value / 600 / demand.people : 0
    case .farPeople, .units, .worstMinutes: value
    }
  }

  /// How good an outcome is for the objective: more is better.
  private func worth(of outcome: SitingOutcome) -> Double {
    switch measure {
    case .people, .units, .farPeople:
      (outcome.covered ?? 0) + (question.countsBackup ? outcome.coveredTwice ?? 0 : 0)
    case .peopleOnceAndTwice: (outcome.covered ?? 0) + (outcome.coveredTwice ?? 0)
    case .meanMinutes: -outcome.meanMinutes
    case .worstMinutes: -outcome.worstMinutes
    }
  }

  /// The sites in order: the fixed ones as they were given, then each time the one that adds most.
  private func ordered(_ chosen: [Int]) -> [SitingAnswer.Site] {
    let whole = outcome(of: chosen)
    var sites: [SitingAnswer.Site] = []
    var order: [Int] = []
    var before = outcome(of: [])
    var left = chosen.filter { !fixed.contains($0) }
    func take(_ candidate: Int, isFixed: Bool) {
      order.append(candidate)
      let outcome = outcome(of: order)
      let others = self.outcome(of: chosen.filter { $0 != candidate })
      sites.append(
        SitingAnswer.Site(
          candidate: candidate, isFixed: isFixed, outcome: outcome,
          peopleAdded: difference(outcome.covered, before.covered),
          peopleAlone: difference(whole.covered, others.covered),
          meanMinutesSaved: before.meanMinutes - outcome.meanMinutes,
          worstMinutesSaved: before.worstMinutes - outcome.worstMinutes))
      before = outcome
    }
    for candidate in fixed { take(candidate, isFixed: true) }
    while !left.isEmpty {
      var best = 0
      var most = -Double.infinity
      for (place, candidate) in left.enumerated() {
        let worth = worth(of: outcome(of: order + [candidate]))
        if worth > most {
          most = worth
          best = place
        }
      }
      take(left.remove(at: best), isFixed: false)
    }
    return sites
  }

  private func difference(_ one: Double?, _ other: Double?) -> Double? {
    guard let one, let other else { return nil }
    return one - other
  }
}
