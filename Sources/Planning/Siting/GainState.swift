/// Some chosen sites, and what another one would add: the working state of the heuristics.
///
/// For each row the best chosen gains are held, one more than count, so that the loss of one and the
/// gain of another are seen without looking at the others.
struct GainState {
  let table: GainTable
  /// The chosen sites, in the order in which they were chosen.
  private(set) var chosen: [Int] = []
  private(set) var isChosen: [Bool]
  /// Three places for each row: the best chosen candidates, -1 where there is none.
  private var best: [Int32]
  /// Their gains, 0 where there is none.
  private var bestGains: [Double]

  private static let width = 3

  init(_ table: GainTable, chosen: [Int] = []) {
    self.table = table
    isChosen = [Bool](repeating: false, count: table.costs.count)
    best = [Int32](repeating: -1, count: table.rowCount * GainState.width)
    bestGains = [Double](repeating: 0, count: table.rowCount * GainState.width)
    for candidate in chosen { add(candidate) }
  }

  /// What the chosen sites cost.
  var cost: Int { table.cost(of: chosen) }

  /// What one more site would add.
  ///
  /// - Complexity: O(*n*), where *n* is the number of rows to which it is worth something.
  func marginal(_ candidate: Int) -> Double {
    var sum = 0.0
    for place in table.places(of: candidate) {
      let row = Int(table.rows[place])
      let last = bestGains[row * GainState.width + table.depths[row] - 1]
      sum += max(0, table.gainsOfCandidates[place] - last)
    }
    return sum
  }

  /// Chooses one more site.
  mutating func add(_ candidate: Int) {
    guard !isChosen[candidate] else { return }
    isChosen[candidate] = true
    chosen.append(candidate)
    for place in table.places(of: candidate) {
      let first = Int(table.rows[place]) * GainState.width
      let gain = table.gainsOfCandidates[place]
      var hole = first + GainState.width - 1
      guard best[hole] < 0 || gain > bestGains[hole] else { continue }
      while hole > first && (best[hole - 1] < 0 || gain > bestGains[hole - 1]) {
        best[hole] = best[hole - 1]
        bestGains[hole] = bestGains[hole - 1]
        hole -= 1
      }
      best[hole] = Int32(candidate)
      bestGains[hole] = gain
    }
  }

  /// Gives a site up.
  ///
  /// - Complexity: O(*n*), where *n* is the number of gains of its rows.
  mutating func remove(_ candidate: Int) {
    guard isChosen[candidate] else { return }
    isChosen[candidate] = false
    chosen.removeAll { $0 == candidate }
    for place in table.places(of: candidate) {
      let row = Int(table.rows[place])
      let first = row * GainState.width
      guard best[first..<(first + GainState.width)].contains(Int32(candidate)) else { continue }
      var at = first
      for other in table.places(ofRow: row) where at < first + GainState.width {
        guard isChosen[Int(table.candidates[other])] else { continue }
        best[at] = table.candidates[other]
        bestGains[at] = table.gains[other]
        at += 1
      }
      while at < first + GainState.width {
        best[at] = -1
        bestGains[at] = 0
        at += 1
      }
    }
  }

  /// The exchange of a chosen site for another that adds most.
  ///
  /// - Parameters:
  ///   - budget: What the sites may cost together.
  ///   - kept: Sites that may not be given up.
  ///   - least: What must be added at least.
  /// - Returns: nil when none adds as much.
  /// - Complexity: O(*n* + *k* *c*), where *n* is the number of gains, *k* of chosen sites and *c* of
  ///   candidates (R. A. Whitaker, INFOR 21, 1983, doi:10.1080/03155986.1983.11731889).
  func bestExchange(budget: Int, kept: [Bool], least: Double) -> (out: Int, in: Int)? {
    var number = [Int](repeating: -1, count: table.costs.count)
    for (index, candidate) in chosen.enumerated() { number[candidate] = index }
    var losses = [Double](repeating: 0, count: chosen.count)
    for row in 0..<table.rowCount {
      let first = row * GainState.width
      let depth = table.depths[row]
      for place in first..<(first + depth) where best[place] >= 0 {
        losses[number[Int(best[place])]] += bestGains[place] - bestGains[first + depth]
      }
    }
    let used = cost
    var result: (out: Int, in: Int)?
    var most = least
    var saved = [Double](repeating: 0, count: chosen.count)
    for candidate in table.costs.indices where !isChosen[candidate] {
      var gain = 0.0
      for index in saved.indices { saved[index] = 0 }
      for place in table.places(of: candidate) {
        let row = Int(table.rows[place])
        let first = row * GainState.width
        let depth = table.depths[row]
        let value = table.gainsOfCandidates[place]
        let last = bestGains[first + depth - 1]
        let next = bestGains[first + depth]
        gain += max(0, value - last)
        guard value > next else { continue }
        let spared = min(value, last) - next
        for held in first..<(first + depth) where best[held] >= 0 {
          saved[number[Int(best[held])]] += spared
        }
      }
      for (index, out) in chosen.enumerated() where !kept[out] {
        guard used - table.costs[out] + table.costs[candidate] <= budget else { continue }
        let net = gain - losses[index] + saved[index]
        if net > most {
          most = net
          result = (out, candidate)
        }
      }
    }
    return result
  }
}
