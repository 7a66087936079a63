/// Factors of class minutes that explain trips best, drawn towards 1 where trips say little.
///
/// With *x* the class minutes and *y* the minutes on roads of a trip, both over its expected minutes
/// (long trips err more), it minimises Σ *w* (*y* − *x*·*m*)² / *σ*² + Σ (*m* − 1)² / *τ*²: a ridge
/// towards the network as it is, which a normal prior of deviation *τ* makes. The weights *w* are
/// Huber's, found by iteration, so that a flat tyre counts as a late trip and no more; a trip further
/// off than four deviations is left out. Each factor stays within 0.2 and 5: coordinate descent finds
/// the minimum of such a strictly convex function exactly (P. Tseng, "Convergence of a block coordinate
/// descent method for nondifferentiable minimization", 2001).
struct FactorFit {
  /// The deviation of true factors from 1 that is expected before any trip is seen.
  static let prior = 0.3

  /// A factor for each class.
  private(set) var factors: [Double]
  /// The deviation of each factor, by the curvature at the minimum.
  private(set) var deviations: [Double] = []
  /// Whether each trip was left out.
  private(set) var isOutlier: [Bool]
  /// The deviation of a trip, as a share of its minutes.
  private(set) var noise = 0.05

  private static let bounds = 0.2...5.0
  private static let huber = 1.345
  private static let outlying = 4.0

  /// Fits the factors of some classes; the others stay 1.
  init(_ trips: [ObservedTrip], free: [Bool]) {
    factors = free.map { _ in 1 }
    isOutlier = trips.map { _ in false }
    var residuals: [Double] = []
    for _ in 0..<30 {
      residuals = trips.map { ($0.minutes - $0.minutes(at: factors)) / max($0.expected, 1) }
      // The median absolute deviation, as a normal deviation: half of the trips may be anything.
      noise = max(0.03, FactorFit.median(residuals.map(abs)) * 1.4826)
      isOutlier = residuals.map { abs($0) > FactorFit.outlying * noise }
      let weights = residuals.map { residual -> Double in
        let size = abs(residual) / noise
        if size > FactorFit.outlying { return 0 }
        return size <= FactorFit.huber ? 1 : FactorFit.huber / size
      }
      let before = factors
      step(trips, weights, free)
      if zip(before, factors).allSatisfy({ abs($0 - $1) < 1e-9 }) { break }
    }
  }

  private mutating func step(_ trips: [ObservedTrip], _ weights: [Double], _ free: [Bool]) {
    let places = free.indices.filter { free[$0] }
    let ridge = 1 / (FactorFit.prior * FactorFit.prior)
    var matrix = places.map { _ in [Double](repeating: 0, count: places.count) }
    var right = [Double](repeating: ridge, count: places.count)
    for place in places.indices { matrix[place][place] = ridge }
    for (trip, weight) in zip(trips, weights) where weight > 0 {
      let scale = weight / (noise * noise) / (max(trip.expected, 1) * max(trip.expected, 1))
      let fixed = zip(free, trip.classMinutes).reduce(trip.fixedMinutes) { $0 + ($1.0 ? 0 : $1.1) }
      for (row, a) in places.enumerated() {
        right[row] += scale * trip.classMinutes[a] * (trip.minutes - fixed)
        for (column, b) in places.enumerated() {
          matrix[row][column] += scale * trip.classMinutes[a] * trip.classMinutes[b]
        }
      }
    }
    var solution = places.map { factors[$0] }
    for _ in 0..<10_000 {
      var change = 0.0
      for row in places.indices {
        var rest = right[row]
        for column in places.indices where column != row {
          rest -= matrix[row][column] * solution[column]
        }
        let best = min(
          max(rest / matrix[row][row], FactorFit.bounds.lowerBound), FactorFit.bounds.upperBound)
        change = max(change, abs(best - solution[row]))
        solution[row] = best
      }
      if change < 1e-12 { break }
    }
    deviations = free.map { $0 ? FactorFit.prior : 0 }
    let variances = FactorFit.inverseDiagonal(of: matrix)
    for (row, place) in places.enumerated() {
      factors[place] = solution[row]
      deviations[place] = variances[row].squareRoot()
    }
  }

  /// The diagonal of the inverse of a symmetric positive definite matrix, by Cholesky.
  static func inverseDiagonal(of matrix: [[Double]]) -> [Double] {
    let count = matrix.count
    var lower = matrix.map { _ in [Double](repeating: 0, count: count) }
    for row in 0..<count {
      for column in 0...row {
        var sum = matrix[row][column]
        for k in 0..<column { sum -= lower[row][k] * lower[column][k] }
        // The ridge keeps the matrix definite, so that no root is of a negative number.
        lower[row][column] =
          row == column ? max(sum, 1e-300).squareRoot() : sum / lower[column][column]
      }
    }
    return (0..<count).map { unit in
      var column = [Double](repeating: 0, count: count)
      var total = 0.0
      for row in unit..<count {
        var sum = row == unit ? 1.0 : 0
        for k in unit..<row { sum -= lower[row][k] * column[k] }
        column[row] = sum / lower[row][row]
        total += column[row] * column[row]
      }
      return total
    }
  }

  /// The middle value; of two, their mean; 0 of none.
  static func median(_ values: [Double]) -> Double { quantile(values, 0.5) }

  /// The value below which a share of the values lies, between neighbours by proportion; 0 of none.
  static func quantile(_ values: [Double], _ share: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let place = share * Double(sorted.count - 1)
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
  }
}
