import TestSupport
import Testing

@testable import Referral

/// The exact distribution of sums of triangular times against a plain grid.
@Suite struct TriangularSumTests {
  @Test(arguments: seeds(20))
  func `a sum has the distribution that a fine grid gives`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let low = Double.random(in: 0...90, using: &random)
      let width = Double.random(in: 2...120, using: &random)
      // At times the usual time is at one end.
      let place = [0, 1, Double.random(in: 0...1, using: &random)][
        Int.random(in: 0..<3, using: &random)]
      return TimeRange(low: low, usual: low + width * place, high: low + width)
    }
    let sum = TriangularSum(parts)
    let low = parts.reduce(0) { $0 + $1.low }
    let high = parts.reduce(0) { $0 + $1.high }
    let grid = grid(parts)
    for share in [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98] {
      let limit = low + (high - low) * share
      let plain = probability(grid, within: limit)
      #expect(abs(sum.probability(within: limit) - plain) < 0.005, "seed \(seed), \(parts)")
    }
    #expect(sum.probability(within: low - 0.01) == 0 && sum.probability(within: high) == 1)
  }

  @Test func `one time alone is half done at the middle of an even triangle`() {
    let sum = TriangularSum([TimeRange(low: 40, usual: 50, high: 60)])
    #expect(abs(sum.probability(within: 50) - 0.5) < 1e-12)
    #expect(abs(sum.probability(within: 45) - 0.125) < 1e-12)
  }

  @Test func `times without a range only move the sum`() {
    let sum = TriangularSum([TimeRange(90), TimeRange(low: 40, usual: 50, high: 60)])
    #expect(abs(sum.probability(within: 140) - 0.5) < 1e-12)
    #expect(TriangularSum([TimeRange(90)]).probability(within: 90) == 1)
    #expect(TriangularSum([TimeRange(90)]).probability(within: 89.9) == 0)
  }

  @Test func `probabilities only rise, with wide and narrow times together`() {
    let sum = TriangularSum([
      TimeRange(low: 10, usual: 10.4, high: 11), TimeRange(low: 116, usual: 174, high: 276),
      TimeRange(low: 0, usual: 0.3, high: 0.6),
    ])
    let row = stride(from: 120.0, through: 290, by: 0.5).map { sum.probability(within: $0) }
    #expect(zip(row, row.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    #expect(row.first == 0 && row.last == 1)
  }

  @Test func `what is sure is told from the ends, and everything else in tenths`() {
    let parts = [TimeRange(low: 10, usual: 20, high: 40)]
    let whole = TimeRange(low: 10, usual: 20, high: 100)
    #expect(Chance(that: parts, making: whole, within: 100) == .surely)
    // The parts never take so long, but a missed ferry may.
    #expect(Chance(that: parts, making: whole, within: 99) == .almostSurely)
    #expect(Chance(that: parts, making: whole, within: 9) == .never)
    #expect(Chance(that: parts, making: whole, within: 10) == .hardly)
    #expect(Chance(that: parts, making: whole, within: 20) == .about(0.3))
  }

  private let step = 0.25

  /// The mass of the sum at each step, by adding up small steps of every time.
  private func grid(_ parts: [TimeRange]) -> [Double] {
    var mass = [1.0]
    for part in parts {
      let cells = Int((part.high / step).rounded(.up)) + 1
      // What falls between half a step before and half a step after.
      let shares = (0...cells).map { cell in
        let at = Double(cell) * step
        return cumulative(part, at + step / 2) - cumulative(part, at - step / 2)
      }
      var next = [Double](repeating: 0, count: mass.count + cells)
      for (sum, weight) in mass.enumerated() where weight > 0 {
        for (cell, share) in shares.enumerated() where share > 0 {
          next[sum + cell] += weight * share
        }
      }
      mass = next
    }
    return mass
  }

  private func probability(_ mass: [Double], within limit: Double) -> Double {
    mass.enumerated().reduce(0) { sum, entry in
      let inside = min(1, max(0, (limit - Double(entry.offset) * step) / step + 0.5))
      return sum + entry.element * inside
    }
  }

  private func cumulative(_ part: TimeRange, _ x: Double) -> Double {
    let width = part.high - part.low
    if x <= part.low { return 0 }
    if x >= part.high { return 1 }
    if x < part.usual { return (x - part.low) * (x - part.low) / (width * (part.usual - part.low)) }
    return 1 - (part.high - x) * (part.high - x) / (width * (part.high - part.usual))
  }
}
