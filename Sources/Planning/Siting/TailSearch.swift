package import MixedInteger

/// The best sites for the worst-off part of the people: the least mean time of the furthest tenth.
///
/// For a time *t*, G(*t*) = Σ wᵢ max(0, dᵢ − *t*) falls by sites as in a *p*-median whose times below *t*
/// count as *t*; and the mean sought is the least of *t* + G(*t*) / part. So each *t* is a `GainSearch`, and
/// the best *t* is looked for.
package struct TailSearch: Sendable {
  /// A commune: how far its people are without new sites, and from each candidate that is nearer.
  package struct Row: Sendable {
    /// The people.
    package var people: Double
    /// The time without new sites.
    package var time: Double
    /// Candidates that are nearer, and the times to them.
    package var times: [(candidate: Int, time: Double)]

    /// Creates a row.
    package init(people: Double, time: Double, times: [(candidate: Int, time: Double)]) {
      self.people = people
      self.time = time
      self.times = times
    }
  }

  /// The communes.
  package let rows: [Row]
  /// What each candidate costs.
  package let costs: [Int]
  /// What the sites may cost together.
  package let budget: Int
  /// Sites that are chosen already.
  package let fixed: [Int]
  /// The mean of the worst-off part.
  package let tail: TailMean

  /// Prepares a search for a share of the people.
  package init(rows: [Row], costs: [Int], budget: Int, fixed: [Int] = [], share: Double) {
    self.rows = rows
    self.costs = costs
    self.budget = budget
    self.fixed = fixed.sorted()
    tail = TailMean(people: rows.map(\.people), share: share)
  }

  /// The mean of the worst-off part when some sites are chosen.
  package func value(of chosen: [Int]) -> Double { tail.mean(of: times(with: chosen)) }

  /// How far each commune is when some sites are chosen.
  func times(with chosen: [Int]) -> [Double] {
    var isChosen = [Bool](repeating: false, count: costs.count)
    for candidate in chosen { isChosen[candidate] = true }
    return rows.map { row in
      row.times.reduce(row.time) { isChosen[$1.candidate] ? min($0, $1.time) : $0 }
    }
  }

  /// Good sites: those best for times above some thresholds, each followed until it moves no more.
  package func heuristic() -> [Int] {
    let furthest = tail.threshold(of: rows.map(\.time))
    var best = fixed
    var least = value(of: fixed)
    for part in 0...8 {
      var threshold = furthest * Double(part) / 8
      for _ in 0..<4 {
        let chosen = search(above: threshold).heuristic()
        let times = times(with: chosen)
        let mean = tail.mean(of: times)
        if mean < least {
          least = mean
          best = chosen
        }
        let next = tail.threshold(of: times)
        if next == threshold { break }
        threshold = next
      }
    }
    return best
  }

  /// A mean that no choice gets below.
  ///
  /// For *t* between *a* and *b*, *t* + G(*t*) / part is at least *a* + G(*b*) / part. The interval with the
  /// least of these bounds is halved again and again.
  ///
  /// - Parameters:
  ///   - sites: The best sites known; better ones that are met on the way are taken.
  ///   - steps: The most halvings; a search each.
  /// - Returns: The bound, at most the mean of the best sites.
  package func bound(knowing sites: inout [Int], steps: Int = 60) -> Double {
    var value = value(of: sites)
    guard tail.part > 0 else { return value }
    let furthest = tail.threshold(of: rows.map(\.time))
    var intervals = [
      (from: 0.0, to: furthest, rest: rest(above: furthest, &sites, &value))
    ]
    func least() -> Int? {
      intervals.indices.min {
        (intervals[$0].from + intervals[$0].rest, $0) < (
          intervals[$1].from + intervals[$1].rest, $1
        )
      }
    }
    for _ in 0..<steps {
      guard let first = least() else { break }
      let interval = intervals[first]
      guard interval.from + interval.rest < value * (1 - 1e-6), interval.to - interval.from > 1e-6
      else { break }
      let middle = (interval.from + interval.to) / 2
      intervals[first] = (middle, interval.to, interval.rest)
      intervals.append((interval.from, middle, rest(above: middle, &sites, &value)))
    }
    return min(value, least().map { intervals[$0].from + intervals[$0].rest } ?? value)
  }

  /// The exact answer by a mixed-integer program: minimise *t* + Σ wᵢsᵢ / part, where sᵢ ≥ dᵢ − *t* and
  /// sᵢ ≥ 0, and dᵢ follows from the chosen sites as in `GainProgram`.
  package func exact(
    knowing sites: [Int], seconds: Double
  ) throws(MixedProgramError) -> (sites: [Int]?, bound: Double, isOptimal: Bool) {
    var program = GainProgram(
      GainTable(rows: rows.map { gains($0, above: 0, people: 1) }, costs: costs), budget: budget,
      fixed: fixed, keepsRows: true)
    let longest = rows.map(\.time).max() ?? 0
    let threshold = program.addVariable(gain: -1, in: 0...longest)
    var terms: [[(variable: Int, coefficient: Double)]] = rows.map { row in
      [
        (threshold, 1),
        (program.addVariable(gain: -row.people / tail.part, in: 0...longest), 1),
      ]
    }
    for step in program.steps { terms[step.row].append((step.variable, step.gain)) }
    for (row, terms) in zip(rows, terms) {
      program.addRow(terms, in: row.time...Double.infinity)
    }
    let solution = try program.solve(knowing: sites, seconds: seconds)
    return (solution.sites, -solution.bound, solution.isOptimal)
  }

  private func search(above threshold: Double) -> GainSearch {
    GainSearch(
      GainTable(rows: rows.map { gains($0, above: threshold, people: $0.people) }, costs: costs),
      budget: budget, fixed: fixed)
  }

  private func gains(_ row: Row, above threshold: Double, people: Double) -> GainTable.Row {
    let time = max(row.time, threshold)
    return GainTable.Row(
      gains: row.times.map { ($0.candidate, people * (time - max($0.time, threshold))) })
  }

  /// What G of a threshold is at least, divided by the part.
  private func rest(
    above threshold: Double, _ sites: inout [Int], _ value: inout Double
  ) -> Double {
    let search = search(above: threshold)
    var chosen = search.heuristic()
    let most = search.bound(knowing: &chosen, steps: 150)
    let mean = self.value(of: chosen)
    if mean < value {
      value = mean
      sites = chosen
    }
    let all = rows.reduce(0) { $0 + $1.people * max(0, $1.time - threshold) }
    return max(0, all - most) / tail.part
  }
}
