import Facts
package import MixedInteger

/// The cheapest sites that serve every row: the location set covering problem.
///
/// C. Toregas, R. Swain, C. ReVelle, L. Bergman, "The Location of Emergency Service Facilities", 1971,
/// doi:10.1287/opre.19.6.1363. A row needs as many sites as count for it; a row with fewer candidates
/// than that cannot be served, and is named, not forgotten: it gets as many as it can.
package struct CoverAllSearch: Sendable {
  /// Which candidates serve which row; how much does not matter.
  package let table: GainTable
  /// Sites that are chosen already, in ascending order; their cost counts.
  package let fixed: [Int]
  /// The rows that cannot be served.
  package let hopeless: [Int]

  /// How many sites each row needs, and can have.
  private let needs: [Int]

  /// Prepares a search.
  package init(_ table: GainTable, fixed: [Int] = []) {
    self.table = table
    self.fixed = fixed.sorted()
    needs = (0..<table.rowCount).map { min(table.depths[$0], table.places(ofRow: $0).count) }
    hopeless = (0..<table.rowCount).filter {
      table.places(ofRow: $0).count < table.depths[$0]
    }
  }

  /// Sites that serve every row as far as it can be, without one too many.
  ///
  /// Greedy, the most rows for the cost first (Chvátal 1979, doi:10.1287/moor.4.3.233); then what
  /// became superfluous is dropped, the dearest first.
  ///
  /// - Complexity: O(*k* *n*), where *k* is the number of sites and *n* of pairs.
  package func heuristic() -> [Int] {
    let isFixed = Set(fixed)
    var needs = self.needs
    var chosen: [Int] = []
    func choose(_ candidate: Int) {
      chosen.append(candidate)
      for place in table.places(of: candidate) { needs[Int(table.rows[place])] -= 1 }
    }
    for candidate in fixed { choose(candidate) }
    var isChosen = [Bool](repeating: false, count: table.costs.count)
    for candidate in fixed { isChosen[candidate] = true }
    while needs.contains(where: { $0 > 0 }) {
      var best: (candidate: Int, worth: Double)?
      for candidate in table.costs.indices where !isChosen[candidate] {
        let served = table.places(of: candidate).count { needs[Int(table.rows[$0])] > 0 }
        let worth = Double(served) / Double(table.costs[candidate])
        if worth > best?.worth ?? 0 { best = (candidate, worth) }
      }
      guard let best else { break }
      isChosen[best.candidate] = true
      choose(best.candidate)
    }
    for candidate in chosen.reversed().sorted(by: { table.costs[$0] > table.costs[$1] })
    where !isFixed.contains(candidate) {
      let isSuperfluous = table.places(of: candidate).allSatisfy { place in
        needs[Int(table.rows[place])] < 0
      }
      guard isSuperfluous else { continue }
      chosen.removeAll { $0 == candidate }
      for place in table.places(of: candidate) { needs[Int(table.rows[place])] += 1 }
    }
    return chosen
  }

  /// What no sites that serve all cost less than, by Lagrangian relaxation (Beasley 1990,
  /// doi:10.1002/1520-6750(199002)37:1<151::AID-NAV3220370110>3.0.CO;2-2).
  ///
  /// - Parameters:
  ///   - cost: That of the best sites known.
  ///   - steps: The most steps.
  /// - Returns: A whole number of units.
  package func bound(knowing cost: Int, steps: Int = 500) -> Int {
    var prices = needs.indices.map { row in
      let least = table.places(ofRow: row).map { place in
        let candidate = Int(table.candidates[place])
        return Double(table.costs[candidate]) / Double(max(1, table.places(of: candidate).count))
      }
      return needs[row] > 0 ? least.min() ?? 0 : 0
    }
    let isFixed = Set(fixed)
    var most = 0
    var factor = 1.0
    var highest = -Double.infinity
    var idle = 0
    for _ in 0..<steps {
      var slopes = needs.map(Double.init)
      var sum = 0.0
      for row in needs.indices where needs[row] > 0 { sum += prices[row] * Double(needs[row]) }
      for candidate in table.costs.indices {
        var reduced = Double(table.costs[candidate])
        for place in table.places(of: candidate) { reduced -= prices[Int(table.rows[place])] }
        guard reduced < 0 || isFixed.contains(candidate) else { continue }
        sum += reduced
        for place in table.places(of: candidate) { slopes[Int(table.rows[place])] -= 1 }
      }
      if sum > highest + 1e-9 {
        highest = sum
        idle = 0
      } else {
        idle += 1
        if idle == 20 {
          factor /= 2
          idle = 0
        }
      }
      most = max(most, Int(clamping: (highest - 1e-6).rounded(.up)))
      if most >= cost || factor < 1e-4 { break }
      var square = 0.0
      for row in slopes.indices {
        if needs[row] <= 0 || (prices[row] == 0 && slopes[row] < 0) { slopes[row] = 0 }
        square += slopes[row] * slopes[row]
      }
      guard square > 0 else { break }
      let length = factor * max(1e-6, Double(cost) * 1.02 - sum) / square
      for row in slopes.indices { prices[row] = max(0, prices[row] + length * slopes[row]) }
    }
    return min(most, cost)
  }

  /// The cheapest sites, by a mixed-integer program: minimise Σ cⱼxⱼ, where for each row Σ xⱼ of its
  /// candidates is at least what it needs.
  ///
  /// - Parameters:
  ///   - sites: The best sites known, which must fit all limits; none if none are known.
  ///   - seconds: How long may be spent.
  /// - Returns: The sites, ascending, nil when none were found in time; what none cost less than; and
  ///   whether the sites are proven to be the cheapest.
  /// - Throws: When the solver is missing or broken.
  package func exact(
    knowing sites: [Int], seconds: Double
  ) throws(MixedProgramError) -> (sites: [Int]?, bound: Int, isOptimal: Bool) {
    var program = IntegerProgram()
    let isFixed = Set(fixed)
    for candidate in table.costs.indices {
      _ = program.addVariable(
        gain: -Double(table.costs[candidate]),
        in: (isFixed.contains(candidate) ? 1.0 : 0.0)...1.0, isWhole: true)
    }
    var seen: Set<[Int32]> = []
    for row in needs.indices where needs[row] > 0 {
      let candidates = table.candidates[table.places(ofRow: row)].sorted()
      guard seen.insert(candidates + [Int32(-needs[row])]).inserted else { continue }
      program.addRow(
        candidates.map { (Int($0), 1) }, in: Double(needs[row])...Double.infinity)
    }
    var known = [Double](repeating: 0, count: table.costs.count)
    for site in sites { known[site] = 1 }
    let solution = try program.solve(
      knowing: sites.isEmpty ? [] : known.enumerated().map { ($0, $1) }, seconds: seconds)
    let chosen = solution.values.map { values in
      table.costs.indices.filter { values[$0] > 0.5 }
    }
    return (chosen, Int(clamping: (-solution.bound - 1e-6).rounded(.up)), solution.isOptimal)
  }
}
