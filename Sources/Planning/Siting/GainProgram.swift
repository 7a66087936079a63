package import MixedInteger

/// The best sites for a budget as a mixed-integer program.
///
/// Variables: xⱼ, 1 for a chosen site; for each row and each step of its gains v₁ > v₂ > … > vₘ > 0, yₖ ≤ 1,
/// whether a site worth at least vₖ is chosen. Maximise Σ (vₖ − vₖ₊₁) yₖ, where yₖ ≤ yₖ₋₁ + Σ xⱼ of the
/// sites worth exactly vₖ, and Σ cⱼxⱼ is within the budget. With one step a row this is the maximal
/// covering location problem (Church & ReVelle 1974); with many the *p*-median (Hakimi 1964,
/// doi:10.1287/opre.12.3.450) in the form of Cornuéjols, Nemhauser & Wolsey (SIAM J. Algebraic Discrete
/// Methods 1, 1980), whose relaxation is as tight as the usual one and far smaller. y need not be
/// declared whole: it is where x is.
package struct GainProgram {
  private(set) var program = IntegerProgram()
  /// The variable of whose step each row's gain is the sum, with what the step adds.
  private(set) var steps: [(row: Int, variable: Int, gain: Double)] = []
  private let table: GainTable

  /// Makes the program.
  ///
  /// - Parameters:
  ///   - table: What sites are worth.
  ///   - budget: What they may cost together.
  ///   - fixed: Sites that are chosen already.
  ///   - keepsRows: Whether the steps of each row are needed: then rows that are alike stay apart, and
  ///     nothing is maximised yet.
  package init(_ table: GainTable, budget: Int, fixed: [Int], keepsRows: Bool = false) {
    self.table = table
    let isFixed = Set(fixed)
    for candidate in table.costs.indices {
      let isUseful = !table.places(of: candidate).isEmpty
      let range = isFixed.contains(candidate) ? 1.0...1.0 : 0...(isUseful ? 1.0 : 0.0)
      _ = program.addVariable(gain: 0, in: range, isWhole: true)
    }
    program.addRow(
      table.costs.enumerated().map { ($0, Double($1)) }, in: -Double.infinity...Double(budget))
    // Rows whose only step has the same sites are one.
    var merged: [[Int32]: Int] = [:]
    for row in 0..<table.rowCount {
      let places = table.places(ofRow: row)
      guard !places.isEmpty else { continue }
      if !keepsRows && table.gains[places.lowerBound] == table.gains[places.upperBound - 1] {
        let sites = Array(table.candidates[places])
        let gain = table.gains[places.lowerBound]
        if sites.count == 1 {
          program.addGain(gain, of: Int(sites[0]))
          continue
        }
        let key = sites + [Int32(-table.depths[row])]
        if let known = merged[key] {
          program.addGain(gain, of: known)
          continue
        }
        merged[key] = addStep(
          row, sites: places, gain: gain, above: nil, isMaximised: true)
        continue
      }
      var above: Int?
      var first = places.lowerBound
      while first < places.upperBound {
        var last = first
        while last + 1 < places.upperBound && table.gains[last + 1] == table.gains[first] {
          last += 1
        }
        let below = last + 1 < places.upperBound ? table.gains[last + 1] : 0
        above = addStep(
          row, sites: first..<(last + 1), gain: table.gains[first] - below, above: above,
          isMaximised: !keepsRows)
        first = last + 1
      }
    }
  }

  private mutating func addStep(
    _ row: Int, sites: Range<Int>, gain: Double, above: Int?, isMaximised: Bool
  ) -> Int {
    let variable = program.addVariable(
      gain: isMaximised ? gain : 0, in: 0...Double(above == nil ? table.depths[row] : 1))
    var terms = sites.map { (variable: Int(table.candidates[$0]), coefficient: 1.0) }
    if let above { terms.append((above, 1)) }
    terms.append((variable, -1))
    program.addRow(terms, in: 0...(.infinity))
    if !isMaximised { steps.append((row, variable, gain)) }
    return variable
  }

  /// Adds a variable of its own to the program.
  mutating func addVariable(gain: Double, in range: ClosedRange<Double>) -> Int {
    program.addVariable(gain: gain, in: range)
  }

  /// Adds a row of its own to the program.
  mutating func addRow(
    _ terms: [(variable: Int, coefficient: Double)], in range: ClosedRange<Double>
  ) {
    program.addRow(terms, in: range)
  }

  /// Solves the program.
  ///
  /// - Parameters:
  ///   - sites: The best sites known, which must fit all limits; none if none are known.
  ///   - seconds: How long may be spent.
  /// - Returns: The chosen sites, ascending, nil when none were found in time; what no choice exceeds;
  ///   and whether the sites are proven to be the best.
  /// - Throws: When the solver is missing or broken.
  package func solve(
    knowing sites: [Int], seconds: Double
  ) throws(MixedProgramError) -> (sites: [Int]?, bound: Double, isOptimal: Bool) {
    var known = [Double](repeating: 0, count: table.costs.count)
    for site in sites { known[site] = 1 }
    let solution = try program.solve(
      knowing: sites.isEmpty ? [] : known.enumerated().map { ($0, $1) }, seconds: seconds)
    let chosen = solution.values.map { values in
      table.costs.indices.filter { values[$0] > 0.5 }
    }
    return (chosen, solution.bound, solution.isOptimal)
  }
}
