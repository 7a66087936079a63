/// Days on which the ordinary hours of something do not hold, and what holds instead.
public struct HoursException: Hashable, Sendable {
  /// The first day.
  public var first: Day
  /// The day after the last one.
  public var end: Day
  /// The hours of these days, in place of the ordinary ones; none means closed.
  public var windows: [ServiceWindow]

  /// Creates an exception.
  ///
  /// - Parameters:
  ///   - first: The first day.
  ///   - end: The day after the last one.
  ///   - windows: The hours of these days; none means closed.
  public init(first: Day, end: Day, windows: [ServiceWindow]) {
    self.first = first
    self.end = end
    self.windows = windows
  }

  /// Whether it is about a day.
  public func holds(on day: Day) -> Bool { first <= day && day < end }
}

/// Hours of known days with exceptions on some dates.
///
///     let hours = DatedHours(weekly: windows, exceptions: [closedAtTet])
///     hours.secondsUntilClose(at: arrival)   // nil: closed then
///
/// A window belongs to the day on which it opens: one that crosses midnight into a day of an exception
/// goes on to its end, and one that opens on the last day of an exception ends on the day after.
public struct DatedHours: Sendable {
  /// The ordinary hours.
  public let weekly: [ServiceWindow]
  /// The exceptions; of two about one day the first counts.
  public let exceptions: [HoursException]

  /// How far ahead an opening is looked for after the last exception, in days: a week and a night.
  private static let days = 9

  /// Joins hours and exceptions.
  public init(weekly: [ServiceWindow], exceptions: [HoursException]) {
    self.weekly = weekly
    self.exceptions = exceptions
  }

  /// The hours of a day, whatever opened the day before.
  public func windows(on day: Day) -> [ServiceWindow] {
    exceptions.first { $0.holds(on: day) }?.windows ?? weekly
  }

  /// When it is open of what opens on a day.
  ///
  /// - Returns: Half-open ranges of minutes from the day's 00:00, by their beginnings; they may reach
  ///   into the next day. Windows whose days are not known do not count.
  public func openings(on day: Day) -> [Range<Int>] {
    windows(on: day).compactMap { window -> Range<Int>? in
      guard window.sessionsPerWeek == nil,
        window.days.map({ $0.contains(String(day.weekday)) }) ?? true
      else { return nil }
      let opens = window.opens ?? 0
      let closes = window.closes ?? 1_440
      return opens..<(closes > opens ? closes : closes + 1_440)
    }.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// Seconds from an instant, at which it is open, to its closing; nil when it is closed then, or
  /// will not close within nine days.
  public func secondsUntilClose(at instant: Instant) -> (isOpen: Bool, seconds: Int?) {
    var end = instant.secondOfDay
    var isOpen = false
    for number in -1...DatedHours.days {
      let day = Day(number: instant.day.number + number)
      for range in openings(on: day) {
        let opens = range.lowerBound * 60 + number * 86_400
        let closes = range.upperBound * 60 + number * 86_400
        guard opens <= end, closes > end else { continue }
        isOpen = isOpen || opens <= instant.secondOfDay
        if isOpen { end = closes }
      }
      if !isOpen && number >= 0 { break }
    }
    guard isOpen else { return (false, nil) }
    let seconds = end - instant.secondOfDay
    return (true, seconds >= (DatedHours.days - 1) * 86_400 ? nil : seconds)
  }

  /// Seconds from an instant until it opens: 0 when it is open, nil when it does not open within a week
  /// after the last exception that holds by then.
  public func secondsUntilOpen(at instant: Instant) -> Int? {
    if secondsUntilClose(at: instant).isOpen { return 0 }
    let today = instant.day.number
    let last = exceptions.map(\.end.number).filter { $0 > today }.max() ?? today
    // Who is closed for more than a year is closed.
    for number in today...(min(last, today + 400) + DatedHours.days) {
      for range in openings(on: Day(number: number)) {
        let seconds = (number - today) * 86_400 + range.lowerBound * 60 - instant.secondOfDay
        if seconds > 0 { return seconds }
      }
    }
    return nil
  }
}
