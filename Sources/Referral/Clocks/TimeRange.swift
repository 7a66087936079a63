/// A time in minutes: when all goes fast, usually, and when all goes slowly.
public struct TimeRange: Hashable, Sendable {
  /// Minutes when all goes fast.
  public var low: Double
  /// Usual minutes.
  public var usual: Double
  /// Minutes when all goes slowly.
  public var high: Double

  /// Creates a range; what is out of order is stretched to hold the usual time.
  public init(low: Double, usual: Double, high: Double) {
    self.low = min(low, usual)
    self.usual = usual
    self.high = max(high, usual)
  }

  /// A time without a range.
  public init(_ minutes: Double) { self.init(low: minutes, usual: minutes, high: minutes) }

  /// Two times one after the other.
  public static func + (left: TimeRange, right: TimeRange) -> TimeRange {
    TimeRange(
      low: left.low + right.low, usual: left.usual + right.usual, high: left.high + right.high)
  }

  /// A range with the same time added throughout.
  public static func + (left: TimeRange, minutes: Double) -> TimeRange {
    left + TimeRange(minutes)
  }
}
