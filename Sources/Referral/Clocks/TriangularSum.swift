/// The sum of independent triangular times, with its exact distribution.
///
///     TriangularSum([TimeRange(low: 40, usual: 50, high: 75)]).probability(within: 60)
///
/// A triangular density is made of steps and ramps, a·(x − k)₊ᵖ⁻¹/(p − 1)!, each with the Laplace
/// transform a·e⁻ᵏˢ/sᵖ. So the density of a sum is made of such terms too, one for each choice of a
/// term from each density: factors multiply, knots and orders add. No random numbers, no grid.
struct TriangularSum {
  /// A step (order 1) or ramp (order 2), or what sums make of them.
  private struct Term {
    var factor: Double
    var knot: Double
    var order: Int
  }

  /// Times with less range than this, in minutes, count as fixed: their slopes would only cost
  /// digits.
  private static let leastWidth = 0.5

  private let parts: [TimeRange]
  private let fixed: Double

  /// Makes the sum of times.
  init(_ parts: [TimeRange]) {
    self.parts = parts.filter { $0.high - $0.low >= TriangularSum.leastWidth }
    fixed = parts.filter { $0.high - $0.low < TriangularSum.leastWidth }
      .reduce(0) { $0 + $1.usual }
  }

  /// The probability that the sum is at most a limit.
  ///
  /// - Complexity: O(4ⁿ), where *n* is the number of times that have a range: three at most here.
  func probability(within limit: Double) -> Double {
    let rest = limit - fixed
    guard !parts.isEmpty else { return rest >= 0 ? 1 : 0 }
    let low = parts.reduce(0) { $0 + $1.low }
    let high = parts.reduce(0) { $0 + $1.high }
    if rest <= low { return 0 }
    if rest >= high { return 1 }
    // Terms are large and cancel far from their knots: the nearer end loses fewer digits.
    guard rest - low > high - rest else { return TriangularSum.below(rest, parts) }
    let mirrored = parts.map { TimeRange(low: -$0.high, usual: -$0.usual, high: -$0.low) }
    return 1 - TriangularSum.below(-rest, mirrored)
  }

  private static func below(_ limit: Double, _ parts: [TimeRange]) -> Double {
    var terms = [Term(factor: 1, knot: 0, order: 0)]
    for part in parts {
      let own = TriangularSum.terms(of: part)
      terms = terms.flatMap { term in
        own.map {
          Term(
            factor: term.factor * $0.factor, knot: term.knot + $0.knot,
            order: term.order + $0.order)
        }
      }
    }
    let sum = terms.reduce(0) { sum, term in
      let beyond = limit - term.knot
      guard beyond > 0 else { return sum }
      return sum + (1...term.order).reduce(term.factor) { $0 * beyond / Double($1) }
    }
    return min(1, max(0, sum))
  }

  private static func terms(of part: TimeRange) -> [Term] {
    let width = part.high - part.low
    let (rise, fall) = (part.usual - part.low, part.high - part.usual)
    var terms: [Term] = []
    if rise > 0 {
      let slope = 2 / (width * rise)
      terms += [
        Term(factor: slope, knot: part.low, order: 2),
        Term(factor: -slope, knot: part.usual, order: 2),
      ]
    } else {
      terms.append(Term(factor: 2 / width, knot: part.low, order: 1))
    }
    if fall > 0 {
      let slope = 2 / (width * fall)
      terms += [
        Term(factor: -slope, knot: part.usual, order: 2),
        Term(factor: slope, knot: part.high, order: 2),
      ]
    } else {
      terms.append(Term(factor: -2 / width, knot: part.high, order: 1))
    }
    return terms
  }
}
