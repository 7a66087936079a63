/// A span of time on the way or in care.
///
///     let time = TravelTime(deciseconds: 17_400)
///     time.minutes                      // 29
///     departure.advanced(by: time)
///
/// Searches count whole tenths of a second; everything else counts minutes. This type is the one
/// place that converts between the two.
public struct TravelTime: Hashable, Comparable, Sendable {
  /// The time in minutes.
  public var minutes: Double

  /// No time.
  public static let zero = TravelTime(minutes: 0)
  /// Longer than any way.
  public static let infinity = TravelTime(minutes: .infinity)

  /// Creates a time from minutes.
  @inlinable
  public init(minutes: Double) { self.minutes = minutes }

  /// Creates a time from seconds.
  @inlinable
  public init(seconds: Int) { minutes = Double(seconds) / 60 }

  /// Creates a time from tenths of a second, as searches count it.
  @inlinable
  public init(deciseconds: some BinaryInteger) { minutes = Double(deciseconds) / 600 }

  /// The time in tenths of a second, as a limit for searches.
  ///
  /// - Parameter rule: How to round.
  /// - Returns: 0 for negative times, and at most four thousand million, which no way takes.
  public func deciseconds(rounded rule: FloatingPointRoundingRule) -> UInt32 {
    UInt32(clamping: max(0, min(minutes * 600, 4e9)).rounded(rule))
  }

  /// Whether one time is shorter than another.
  @inlinable
  public static func < (left: TravelTime, right: TravelTime) -> Bool {
    left.minutes < right.minutes
  }

  /// The sum of two times.
  @inlinable
  public static func + (left: TravelTime, right: TravelTime) -> TravelTime {
    TravelTime(minutes: left.minutes + right.minutes)
  }

  /// The difference of two times.
  @inlinable
  public static func - (left: TravelTime, right: TravelTime) -> TravelTime {
    TravelTime(minutes: left.minutes - right.minutes)
  }

  /// A multiple of a time.
  @inlinable
  public static func * (time: TravelTime, factor: Double) -> TravelTime {
    TravelTime(minutes: time.minutes * factor)
  }
}

extension Instant {
  /// The instant some time later, to the nearest second.
  public func advanced(by time: TravelTime) -> Instant {
    advanced(bySeconds: Int(clamping: (time.minutes * 60).rounded()))
  }

  /// The instant some tenths of a second later, to the nearest second.
  ///
  /// Halves of a second are exact here, as they are not in minutes.
  public func advanced(byDeciseconds deciseconds: UInt32) -> Instant {
    advanced(bySeconds: Int(clamping: (Double(deciseconds) / 10).rounded()))
  }

  /// The time from an earlier instant to this one.
  public func time(since earlier: Instant) -> TravelTime {
    TravelTime(seconds: seconds - earlier.seconds)
  }
}
