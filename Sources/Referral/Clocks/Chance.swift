/// How likely it is that a limit is kept.
public enum Chance: Hashable, Sendable {
  /// Even when everything goes slowly.
  case surely
  /// More than 95 %, though not when everything goes slowly.
  case almostSurely
  /// With about this chance: tenths, from 0.1 to 0.9, as the ranges deserve no more digits.
  case about(Double)
  /// Less than 5 %, though not impossible.
  case hardly
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
      if share < 0.05 {
        self = .hardly
      } else if share > 0.95 {
        self = .almostSurely
      } else {
        self = .about(min(0.9, (share * 10).rounded() / 10))
      }
    }
  }

  /// The chance from 0 to 1: 0.05 stands for less than that, 0.95 for more.
  public var probability: Double {
    switch self {
    case .surely: 1
    case .almostSurely: 0.95
    case .about(let share): share
    case .hardly: 0.05
    case .never: 0
    }
  }

  /// Whether the limit is missed more often than kept.
  public var isAgainst: Bool { probability < 0.5 }
}
