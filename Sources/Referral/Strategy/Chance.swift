/// How likely it is that a limit is kept.
public enum Chance: Hashable, Sendable {
  /// Even when everything goes slowly.
  case surely
  /// With about this chance: tenths, from 0.1 to 0.9, as the ranges deserve no more digits.
  case about(Double)
  /// Not even when everything goes fast.
  case never

  /// The chance that times one after the other stay within a limit.
  ///
  /// Each time is taken as independent and triangular between its low and high end with the peak at
  /// the usual one; the distribution of their sum is exact (`TriangularSum`). What is sure is told
  /// from the ends of the whole, which know of missed ferries, and not from the distribution.
  ///
  /// - Parameters:
  ///   - parts: The times.
  ///   - whole: The time of all of them.
  ///   - limit: The limit in minutes.
  public init(that parts: [TimeRange], making whole: TimeRange, within limit: Double) {
    if whole.high <= limit {
      self = .surely
    } else if whole.low > limit {
      self = .never
    } else {
      let share = TriangularSum(parts).probability(within: limit)
      self = .about(min(0.9, max(0.1, (share * 10).rounded() / 10)))
    }
  }

  /// The chance from 0 to 1.
  public var probability: Double {
    switch self {
    case .surely: 1
    case .about(let share): share
    case .never: 0
    }
  }
}
