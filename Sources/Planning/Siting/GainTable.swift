/// What each site would be worth to each commune, in numbers alone: the form to which covering people
/// and shortening their ways both come down.
///
///     let table = GainTable(
///       rows: [.init(gains: [(0, 120), (1, 120)]), .init(gains: [(1, 80)])], costs: [1, 1])
///     table.value(of: [1])   // 200
///
/// A commune gains what the best of the chosen sites is worth to it, or the sum of the best two where
/// a second one counts (backup). Such a function is monotone and submodular: a site adds the less the
/// more others there are. Covering (Church & ReVelle 1974, doi:10.1007/BF01942293) is the case of equal
/// gains; shortening ways (Cornuéjols, Fisher & Nemhauser 1977, doi:10.1287/mnsc.23.8.789) that of gains
/// that fall with the distance.
package struct GainTable: Sendable {
  /// A commune.
  package struct Row: Sendable {
    /// The candidates that are worth something to it, and how much.
    package var gains: [(candidate: Int, gain: Double)]
    /// How many chosen sites count, at most: 1 or 2.
    package var depth: Int

    /// Creates a row.
    ///
    /// - Precondition: Where two count, all gains are equal.
    package init(gains: [(candidate: Int, gain: Double)], depth: Int = 1) {
      self.gains = gains
      self.depth = depth
    }
  }

  /// What each candidate costs, in units of the budget; at least 1.
  package let costs: [Int]
  /// How many sites count for each row.
  let depths: [Int]
  /// Where the gains of each row begin; one longer than the rows.
  let firstOfRow: [Int]
  /// The candidates of the rows; in each row the most gainful first, then by number.
  let candidates: [Int32]
  /// Their gains.
  let gains: [Double]
  /// Where the gains of each candidate begin; one longer than the candidates.
  let firstOfCandidate: [Int]
  /// The rows of the candidates, ascending in each.
  let rows: [Int32]
  /// Their gains.
  let gainsOfCandidates: [Double]
  /// Whether all gains are whole numbers, so that every value is.
  let isWhole: Bool

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - rows: The communes; gains of 0 or less are left out.
  ///   - costs: What each candidate costs.
  /// - Complexity: O(*n* log *n*), where *n* is the number of gains.
  package init(rows: [Row], costs: [Int]) {
    precondition(costs.allSatisfy { $0 >= 1 }, "a site costs at least a unit")
    var firstOfRow = [0]
    var candidates: [Int32] = []
    var gains: [Double] = []
    var counts = [Int](repeating: 0, count: costs.count + 1)
    for row in rows {
      let kept = row.gains.filter { $0.gain > 0 }
        .sorted { ($1.gain, $0.candidate) < ($0.gain, $1.candidate) }
      precondition(
        row.depth == 1 || kept.first?.gain == kept.last?.gain, "gains differ where two count")
      for (candidate, gain) in kept {
        candidates.append(Int32(candidate))
        gains.append(gain)
        counts[candidate + 1] += 1
      }
      firstOfRow.append(gains.count)
    }
    for candidate in costs.indices { counts[candidate + 1] += counts[candidate] }
    var next = counts
    var rowsOfCandidates = [Int32](repeating: 0, count: gains.count)
    var gainsOfCandidates = [Double](repeating: 0, count: gains.count)
    for row in rows.indices {
      for place in firstOfRow[row]..<firstOfRow[row + 1] {
        let candidate = Int(candidates[place])
        rowsOfCandidates[next[candidate]] = Int32(row)
        gainsOfCandidates[next[candidate]] = gains[place]
        next[candidate] += 1
      }
    }
    self.costs = costs
    depths = rows.map(\.depth)
    self.firstOfRow = firstOfRow
    self.candidates = candidates
    self.gains = gains
    firstOfCandidate = counts
    self.rows = rowsOfCandidates
    self.gainsOfCandidates = gainsOfCandidates
    isWhole = gains.allSatisfy { $0 == $0.rounded() && $0 < 1e15 }
  }

  /// The number of rows.
  package var rowCount: Int { depths.count }

  /// The gains of a row, by place.
  func places(ofRow row: Int) -> Range<Int> { firstOfRow[row]..<firstOfRow[row + 1] }

  /// The gains of a candidate, by place.
  func places(of candidate: Int) -> Range<Int> {
    firstOfCandidate[candidate]..<firstOfCandidate[candidate + 1]
  }

  /// What some sites are worth together.
  ///
  /// - Complexity: O(*n*), where *n* is the number of gains.
  package func value(of chosen: [Int]) -> Double {
    rowGains(of: chosen).reduce(0, +)
  }

  /// What some sites are worth to each row.
  package func rowGains(of chosen: [Int]) -> [Double] {
    var isChosen = [Bool](repeating: false, count: costs.count)
    for candidate in chosen { isChosen[candidate] = true }
    return depths.indices.map { row in
      var left = depths[row]
      var sum = 0.0
      for place in places(ofRow: row) where isChosen[Int(candidates[place])] {
        sum += gains[place]
        left -= 1
        if left == 0 { break }
      }
      return sum
    }
  }

  /// What some sites cost together.
  package func cost(of chosen: [Int]) -> Int { chosen.reduce(0) { $0 + costs[$1] } }
}
