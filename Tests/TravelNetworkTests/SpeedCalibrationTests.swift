import TestSupport
import Testing

@testable import TravelNetwork

/// Factors found again from trips that were made with known ones.
@Suite struct SpeedCalibrationTests {
  /// Trips over all classes but the last, made with factors and a noise in share of the minutes.
  private func trips(
    _ count: Int, factors: [Double], noise: Double, seed: Int
  ) -> [ObservedTrip] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      let classes = (0..<5).map { $0 < 4 ? Double.random(in: 0...40, using: &random) : 0 }
      var trip = ObservedTrip(
        minutes: 0, fixedMinutes: .random(in: 0...15, using: &random), classMinutes: classes)
      // The sum of twelve even numbers is as good as normal.
      let deviation = (0..<12).reduce(-6.0) { sum, _ in sum + .random(in: 0...1, using: &random) }
      trip.minutes = trip.minutes(at: factors) * max(0.2, 1 + noise * deviation)
      return trip
    }
  }

  private static let truth = [1.3, 0.8, 1.1, 1.5, 1]

  @Test(arguments: seeds(8))
  func `known factors are found within 0.15, at a noise of a tenth`(seed: Int) {
    let trips = trips(200, factors: Self.truth, noise: 0.1, seed: seed)
    let result = SpeedCalibration(trips, slowFactor: 1.5)
    for (found, truth) in zip(result.classes, Self.truth).prefix(4) {
      // A factor so near to 1 may be left as it is.
      #expect(found.isTold || abs(truth - 1) < 0.11)
      #expect(abs(found.factor - truth) < 0.15, "\(found) is \(truth)")
      #expect(abs(found.factor - truth) < 5 * found.deviation)
    }
    // Nobody drove on the last class: nothing can be told of it.
    #expect(!result.classes[4].isTold && result.classes[4].factor == 1)
    #expect(result.isBetter && result.errorAfter < result.errorBefore * 0.8)
  }

  @Test(arguments: seeds(8))
  func `one trip in ten that went wrong does not matter, and is told`(seed: Int) {
    var trips = trips(200, factors: Self.truth, noise: 0.08, seed: seed)
    for index in stride(from: 0, to: 200, by: 10) { trips[index].minutes *= 4 }
    let result = SpeedCalibration(trips, slowFactor: 1.5)
    #expect(Set(result.outliers).isSuperset(of: stride(from: 0, to: 200, by: 10)))
    for (found, truth) in zip(result.classes, Self.truth).prefix(4) {
      #expect(abs(found.factor - truth) < 0.15, "\(found) is \(truth)")
    }
  }

  @Test(arguments: [15, 30, 60, 120])
  func `networks that are right are changed in at most one of twenty sets of trips`(count: Int) {
    let sets = 40
    var changed = 0
    for seed in 0..<sets {
      let noise = [0.1, 0.25, 0.4][seed % 3]
      let result = SpeedCalibration(
        trips(count, factors: [1, 1, 1, 1, 1], noise: noise, seed: 1_000 * count + seed),
        slowFactor: 1.5)
      if result.isBetter { changed += 1 }
    }
    #expect(
      changed <= sets / 20,
      "\(changed) of \(sets) sets of \(count) trips, seeds from \(1_000 * count)")
  }

  @Test(arguments: seeds(8))
  func `a trip that went wrong does not stretch the slow factor`(seed: Int) {
    var trips = trips(200, factors: Self.truth, noise: 0.08, seed: seed)
    let before = SpeedCalibration(trips, slowFactor: 1.5).slowFactor
    for index in stride(from: 0, to: 200, by: 10) { trips[index].minutes *= 4 }
    let after = SpeedCalibration(trips, slowFactor: 1.5).slowFactor
    #expect(abs(after - before) < 0.1, "seed \(seed): \(before), then \(after)")
  }

  @Test(arguments: seeds(8))
  func `what is told is surer than half the deviation expected before, and off by chance`(seed: Int)
  {
    for count in [20, 40, 80] {
      let result = SpeedCalibration(
        trips(count, factors: Self.truth, noise: 0.3, seed: seed), slowFactor: 1.5)
      for told in result.classes where told.isTold {
        #expect(told.deviation <= 0.15 && abs(told.factor - 1) >= 0.03, "seed \(seed), \(told)")
      }
    }
  }

  @Test func `few trips change nothing`() {
    let result = SpeedCalibration(
      trips(9, factors: Self.truth, noise: 0.05, seed: 1), slowFactor: 1.5)
    #expect(!result.isBetter && result.slowFactor == 1.5)
    #expect(result.classes.allSatisfy { !$0.isTold && $0.factor == 1 })
    #expect(SpeedCalibration([], slowFactor: 1.5).errorBefore == 0)
  }

  @Test(arguments: seeds(8))
  func `with fewer trips factors stay nearer to 1`(seed: Int) {
    let many = FactorFit(
      trips(400, factors: [2, 1, 1, 1, 1], noise: 0.3, seed: seed),
      free: Array(repeating: true, count: 5))
    let few = FactorFit(
      Array(trips(400, factors: [2, 1, 1, 1, 1], noise: 0.3, seed: seed).prefix(12)),
      free: Array(repeating: true, count: 5))
    #expect(few.deviations[0] > many.deviations[0])
    #expect(few.deviations[0] < FactorFit.prior && few.deviations[4] == FactorFit.prior)
  }

  @Test(arguments: seeds(8))
  func `noise alone moves no told factor by four of its deviations`(seed: Int) {
    let result = SpeedCalibration(
      trips(60, factors: [1, 1, 1, 1, 1], noise: 0.2, seed: seed), slowFactor: 1.5)
    for found in result.classes where found.isTold {
      #expect(abs(found.factor - 1) < 4 * found.deviation, "\(found)")
    }
  }

  @Test func `the slow factor is what nine of ten trips keep, drawn to the old one`() {
    let result = SpeedCalibration(
      trips(400, factors: [1, 1, 1, 1, 1], noise: 0.2, seed: 3), slowFactor: 1.26)
    // The ninth decile of a normal deviation is 1.28 times it.
    #expect(abs(result.slowFactor - 1.26) < 0.06)
  }

  @Test(arguments: seeds(16))
  func `the diagonal of an inverse is that by elimination`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 1...5, using: &random)
    let root = (0..<count).map { _ in
      (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
    }
    var matrix = (0..<count).map { row in
      (0..<count).map { column in (0..<count).reduce(0.0) { $0 + root[row][$1] * root[column][$1] }
      }
    }
    for index in 0..<count { matrix[index][index] += 1 }
    // Gauss and Jordan on the matrix beside the unit matrix.
    var wide = matrix.enumerated().map { row, values in
      values + (0..<count).map { $0 == row ? 1.0 : 0 }
    }
    for pivot in 0..<count {
      let scale = wide[pivot][pivot]
      wide[pivot] = wide[pivot].map { $0 / scale }
      for row in 0..<count where row != pivot {
        let share = wide[row][pivot]
        wide[row] = zip(wide[row], wide[pivot]).map { $0 - share * $1 }
      }
    }
    for (index, value) in FactorFit.inverseDiagonal(of: matrix).enumerated() {
      #expect(abs(value - wide[index][count + index]) < 1e-9)
    }
  }
}
