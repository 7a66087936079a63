/// When something runs: days with hours, or a number of sessions a week on unknown days.
public struct ServiceWindow: Hashable, Sendable {
  /// ISO weekdays on which it opens, as digits ("12345"); nil means every day.
  public var days: String?
  /// Minute of the day at which it opens.
  public var opens: Int?
  /// Minute of the day at which it closes; not after `opens` means across midnight.
  public var closes: Int?
  /// Half-day sessions a week whose weekday is not known.
  public var sessionsPerWeek: Int?
  /// A remark in words.
  public var note: String?

  /// Creates a window of which nothing is known.
  public init() {}

  /// Minutes of the two half-day sessions that a session of unknown hours may be.
  ///
  /// Government working hours of the region: 07:30–11:30 and 13:30–17:00.
  public static let sessions = [(opens: 450, closes: 690), (opens: 810, closes: 1_020)]

  /// Half-day sessions in a working week of five days.
  public static let sessionsInWeek = 10

  /// The minutes of the week, from Monday 00:00, in which the window is open.
  ///
  /// - Returns: Half-open ranges within a week of 10,080 minutes, in order; nil when the days are
  ///   not known (`sessionsPerWeek`).
  public var minutesOfWeek: [Range<Int>]? {
    guard sessionsPerWeek == nil else { return nil }
    let start = opens ?? 0
    let end = closes ?? 1_440
    let length = end > start ? end - start : end - start + 1_440
    var ranges: [Range<Int>] = []
    for day in 1...7 where days.map({ $0.contains(String(day)) }) ?? true {
      let from = (day - 1) * 1_440 + start
      if from + length <= WeeklyHours.minutes {
        ranges.append(from..<(from + length))
      } else {
        // The end of the week goes on at its start.
        if from < WeeklyHours.minutes { ranges.append(from..<WeeklyHours.minutes) }
        ranges.insert(0..<(from + length - WeeklyHours.minutes), at: 0)
      }
    }
    return ranges
  }
}

/// The hours of a week in which something is open, exactly.
public struct WeeklyHours: Hashable, Sendable {
  /// Minutes of a week.
  public static let minutes = 10_080

  /// Half-open ranges of minutes from Monday 00:00, in order, neither touching nor overlapping.
  public let open: [Range<Int>]

  /// Joins windows of known days; windows of unknown days do not count.
  public init(_ windows: [ServiceWindow]) {
    let sorted = windows.compactMap(\.minutesOfWeek).joined()
      .sorted { $0.lowerBound < $1.lowerBound }
    var joined: [Range<Int>] = []
    for range in sorted {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    open = joined
  }

  /// Whether it is open all week.
  public var isAlways: Bool { open == [0..<WeeklyHours.minutes] }

  /// Whether it is open at a second of the week.
  public func contains(secondOfWeek: Int) -> Bool {
    open.contains { $0.lowerBound * 60 <= secondOfWeek && secondOfWeek < $0.upperBound * 60 }
  }

  /// Seconds from a second of the week until it is open: 0 when it is, nil when it never opens.
  public func secondsUntilOpen(secondOfWeek: Int) -> Int? {
    guard let first = open.first else { return nil }
    if contains(secondOfWeek: secondOfWeek) { return 0 }
    let next = open.first { $0.lowerBound * 60 > secondOfWeek }
    let start = (next ?? first).lowerBound * 60
    return next == nil ? start + WeeklyHours.minutes * 60 - secondOfWeek : start - secondOfWeek
  }
}
