/// The best sites for a budget, by heuristics that are fast and come with a bound.
///
///     let search = GainSearch(table, budget: 5)
///     let sites = search.heuristic()
///     let bound = search.bound(knowing: &sites)
///
/// Greedy choice is at least 1 − 1/e of the best for sites of equal cost (Nemhauser, Wolsey & Fisher
/// 1978, doi:10.1007/BF01588971); exchanges (Teitz & Bart 1968, doi:10.1287/opre.16.5.955) improve on
/// it. How near the best it really came, the Lagrangian bound tells.
package struct GainSearch: Sendable {
  /// What sites are worth.
  package let table: GainTable
  /// What they may cost together.
  package let budget: Int
  /// Sites that are chosen already, in ascending order; their cost counts.
  package let fixed: [Int]

  private let isFixed: [Bool]

  /// Prepares a search.
  ///
  /// - Precondition: The fixed sites do not cost more than the budget.
  package init(_ table: GainTable, budget: Int, fixed: [Int] = []) {
    precondition(table.cost(of: fixed) <= budget, "what is fixed costs more than the budget")
    self.table = table
    self.budget = budget
    self.fixed = fixed.sorted()
    var isFixed = [Bool](repeating: false, count: table.costs.count)
    for candidate in fixed { isFixed[candidate] = true }
    self.isFixed = isFixed
  }

  /// Good sites, in the order in which they were chosen.
  ///
  /// - Complexity: O(*k* *n*) for each improvement, where *k* is the number of sites chosen and *n* of
  ///   gains.
  package func heuristic() -> [Int] {
    var best = improved(greedy(byCost: false))
    if Set(table.costs).count > 1 {
      let other = improved(greedy(byCost: true))
      if table.value(of: other) > table.value(of: best) { best = other }
    }
    return best
  }

  /// The greedy choice: again and again the site that adds most.
  ///
  /// - Parameter byCost: Whether what a site adds is divided by its cost.
  /// - Returns: The fixed sites, then those chosen in order.
  package func greedy(byCost: Bool) -> [Int] {
    var state = GainState(table, chosen: fixed)
    fill(&state, byCost: byCost)
    return state.chosen
  }

  /// Sites after exchanges, and additions where the budget has room, until nothing more is gained.
  package func improved(_ chosen: [Int]) -> [Int] {
    var state = GainState(table, chosen: chosen)
    let least = max(1e-9, table.value(of: chosen) * 1e-12)
    // Each exchange gains something: the limit only guards against rounding going in circles.
    for _ in 0..<1_000 {
      fill(&state, byCost: false)
      guard let exchange = state.bestExchange(budget: budget, kept: isFixed, least: least) else {
        break
      }
      state.remove(exchange.out)
      state.add(exchange.in)
    }
    return state.chosen
  }

  private func fill(_ state: inout GainState, byCost: Bool) {
    // What a site adds only falls: an old figure is a bound, and most need not be counted again.
    var most = table.costs.indices.map { state.marginal($0) }
    var left = budget - state.cost
    while true {
      var best: (candidate: Int, worth: Double)?
      for candidate in table.costs.indices
      where !state.isChosen[candidate] && table.costs[candidate] <= left && most[candidate] > 0 {
        let cost = byCost ? Double(table.costs[candidate]) : 1
        guard most[candidate] / cost > best?.worth ?? 0 else { continue }
        most[candidate] = state.marginal(candidate)
        let worth = most[candidate] / cost
        if worth > best?.worth ?? 0 { best = (candidate, worth) }
      }
      guard let best else { return }
      state.add(best.candidate)
      left -= table.costs[best.candidate]
    }
  }

  /// A value that no choice exceeds, by Lagrangian relaxation with subgradient steps; better sites
  /// that are met on the way are taken.
  ///
  /// Each row *i* pays a price λᵢ for being served; a site earns what its rows gain above their prices,
  /// ρⱼ = Σᵢ max(0, vᵢⱼ − λᵢ). For all prices Σᵢ dᵢλᵢ plus the most that sites within the budget earn is
  /// a bound (Cornuéjols, Fisher & Nemhauser 1977), where dᵢ is how many sites count.
  ///
  /// - Parameters:
  ///   - sites: The best sites known.
  ///   - steps: The most steps.
  /// - Returns: The bound; whole where all gains are.
  /// - Complexity: O(*n*) for each step, where *n* is the number of gains.
  package func bound(knowing sites: inout [Int], steps: Int = 300) -> Double {
    var value = table.value(of: sites)
    var prices = startingPrices(sites)
    var least = Double.infinity
    var factor = 1.0
    var idle = 0
    for step in 0..<steps {
      let earned = earnings(prices)
      let (picked, most) = bestPicks(earned)
      var sum = most
      for row in prices.indices { sum += prices[row] * Double(table.depths[row]) }
      if sum < least - abs(least) * 1e-9 || least == .infinity {
        least = sum
        idle = 0
      } else {
        idle += 1
        if idle == 15 {
          factor /= 2
          idle = 0
        }
      }
      if step % 8 == 0 {
        // Only now and then: most picks are alike.
        let candidate = step < 64 || step % 64 == 0 ? improved(picked) : picked
        let worth = table.value(of: candidate)
        if worth > value {
          value = worth
          sites = candidate
        }
      }
      if rounded(least) <= value * (1 + 1e-12) || factor < 1e-4 { break }
      var slopes = table.depths.map(Double.init)
      for candidate in picked {
        for place in table.places(of: candidate) {
          let row = Int(table.rows[place])
          if table.gainsOfCandidates[place] > prices[row] { slopes[row] -= 1 }
        }
      }
      var square = 0.0
      for row in slopes.indices {
        // A price of nothing cannot fall.
        if prices[row] == 0 && slopes[row] > 0 { slopes[row] = 0 }
        square += slopes[row] * slopes[row]
      }
      guard square > 0 else { break }
      let length = factor * (sum - value) / square
      for row in prices.indices { prices[row] = max(0, prices[row] - length * slopes[row]) }
    }
    return max(rounded(least), value)
  }

  /// What each row would get from the last site that counts: with these prices the bound is the greedy
  /// one, what is reached plus the most that as many other sites would add.
  private func startingPrices(_ sites: [Int]) -> [Double] {
    var isChosen = [Bool](repeating: false, count: table.costs.count)
    for candidate in sites { isChosen[candidate] = true }
    return table.depths.indices.map { row in
      var found = 0
      for place in table.places(ofRow: row) where isChosen[Int(table.candidates[place])] {
        found += 1
        if found == table.depths[row] { return table.gains[place] }
      }
      return 0
    }
  }

  private func earnings(_ prices: [Double]) -> [Double] {
    table.costs.indices.map { candidate in
      var sum = 0.0
      for place in table.places(of: candidate) {
        sum += max(0, table.gainsOfCandidates[place] - prices[Int(table.rows[place])])
      }
      return sum
    }
  }

  /// Sites within the budget that earn much, and the most that any could: the last one is counted by
  /// the part of it that the budget pays.
  private func bestPicks(_ earned: [Double]) -> (picked: [Int], most: Double) {
    var picked = fixed
    var most = fixed.reduce(0) { $0 + earned[$1] }
    var left = budget - table.cost(of: fixed)
    let order = earned.indices.filter { !isFixed[$0] && earned[$0] > 0 }.sorted {
      let (one, other) = (
        earned[$0] / Double(table.costs[$0]), earned[$1] / Double(table.costs[$1])
      )
      return one == other ? $0 < $1 : one > other
    }
    var isCut = false
    // Where all cost the same, no part of a site is ever bought.
    let common = Set(table.costs).count == 1 ? table.costs.first : nil
    for candidate in order {
      if table.costs[candidate] <= left {
        picked.append(candidate)
        left -= table.costs[candidate]
        if !isCut { most += earned[candidate] }
      } else if !isCut {
        isCut = true
        if common == nil {
          most += earned[candidate] * Double(left) / Double(table.costs[candidate])
        }
      }
    }
    return (picked, most)
  }

  /// A bound of whole values is whole.
  private func rounded(_ bound: Double) -> Double {
    table.isWhole && bound.isFinite ? (bound + 1e-6 + abs(bound) * 1e-12).rounded(.down) : bound
  }
}
