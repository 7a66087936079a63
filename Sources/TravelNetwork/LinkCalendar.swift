internal import Facts
internal import Routing

/// When a link with exceptions may be entered in the weeks from a departure on, and after how long a
/// wait: by a fast, a usual and a slow traveller.
///
/// The wait of a day is that of who comes on the day. It counts as far as it is longer than the one
/// that is in the times of the link already; a shorter one is not relied on.
struct LinkCalendar {
  /// Without any wait but for the opening.
  let openings: Timetable
  let fast: Timetable
  let typical: Timetable
  let slow: Timetable

  /// Weeks from the Monday before the departure: no journey takes longer.
  static let weeks = 5

  /// The calendar of a link; nil when no exception holds in these weeks.
  ///
  /// - Parameters:
  ///   - link: The index of the link.
  ///   - map: Its map.
  ///   - monday: The Monday before the departure.
  ///   - weekly: The timetable of all other weeks.
  ///   - changes: Whether the link comes into being, ends or is closed for a time in these weeks.
  ///   - closed: The minutes from the Monday in which a closure takes it out of use.
  init?(
    ofLink link: LinkIndex, in map: TravelMap, from monday: Day, weekly: Timetable,
    changes: Bool = false, closed: [Range<Int>] = []
  ) {
    let days = LinkCalendar.weeks * 7
    let exceptions = map.exceptions(ofLink: link)
    guard
      changes
        || exceptions.contains(where: {
          $0.end.number > monday.number - 1 && $0.first.number < monday.number + days
        })
    else { return nil }
    let period = changes ? map.links[link].period : Period()
    func minute(of date: PartialDate?) -> Int? {
      date.map { min(max(0, $0.start.number - monday.number), days) * 1_440 }
    }
    // A link closed at the end of these weeks is not known to open again.
    let isOver = period.to != nil || closed.last?.upperBound == days * 1_440
    let open = LinkCalendar.subtracting(
      closed,
      from: LinkCalendar.ranges(
        map.hours(ofLink: link), from: monday,
        within: (minute(of: period.from) ?? 0)..<(minute(of: period.to) ?? days * 1_440)))
    let usual = map.links[link].waitMinutes ?? 0
    let slowUsual = usual * max(1, map.profile.slowWaitFactor)
    func delays(_ minutes: (LinkException) -> Double) -> [UInt32] {
      (0..<days).map { number in
        guard
          let exception = map.exception(ofLink: link, on: Day(number: monday.number + number)),
          exception.waitMinutes != nil
        else { return 0 }
        return deciseconds(ofMinutes: max(0, minutes(exception))) ?? 0
      }
    }
    func timetable(_ delays: [UInt32]) -> Timetable {
      Timetable(
        open: isOver ? [] : weekly.open,
        firstWeeks: DatedWindows(
          LinkCalendar.windows(open, delays), end: UInt32(LinkCalendar.weeks) * Timetable.week))
    }
    openings = timetable(Array(repeating: 0, count: days))
    fast = timetable(delays { min($0.waitLowMinutes ?? 0, $0.waitMinutes ?? 0) })
    typical = timetable(delays { ($0.waitMinutes ?? 0) - usual })
    slow = timetable(
      delays { exception in
        let wait = exception.waitMinutes ?? 0
        let high = exception.waitHighMinutes ?? wait * max(1, map.profile.slowWaitFactor)
        return max(high, wait) - slowUsual
      })
  }

  /// When it is open, in minutes from the Monday: ranges that neither touch nor overlap.
  private static func ranges(
    _ hours: DatedHours, from monday: Day, within bounds: Range<Int>
  ) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for number in -1..<weeks * 7 {
      for range in hours.openings(on: Day(number: monday.number + number)) {
        let start = max(bounds.lowerBound, range.lowerBound + number * 1_440)
        let end = min(bounds.upperBound, range.upperBound + number * 1_440)
        guard start < end else { continue }
        if let last = joined.last, start <= last.upperBound {
          joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, end)
        } else {
          joined.append(start..<end)
        }
      }
    }
    return joined
  }

  /// Ranges without what is closed; both in order, and each without overlaps.
  private static func subtracting(
    _ closed: [Range<Int>], from open: [Range<Int>]
  ) -> [Range<Int>] {
    guard !closed.isEmpty else { return open }
    return open.flatMap { range -> [Range<Int>] in
      var left: [Range<Int>] = []
      var start = range.lowerBound
      for gap in closed where gap.upperBound > start && gap.lowerBound < range.upperBound {
        if gap.lowerBound > start { left.append(start..<gap.lowerBound) }
        start = max(start, gap.upperBound)
      }
      if start < range.upperBound { left.append(start..<range.upperBound) }
      return left
    }
  }

  /// The ranges, cut at midnight where the wait of the next day is another one.
  private static func windows(_ open: [Range<Int>], _ delays: [UInt32]) -> [DatedWindows.Window] {
    var windows: [DatedWindows.Window] = []
    for range in open {
      var start = range.lowerBound
      while start < range.upperBound {
        let delay = delays[start / 1_440]
        var end = min(range.upperBound, (start / 1_440 + 1) * 1_440)
        while end < range.upperBound, delays[end / 1_440] == delay {
          end = min(range.upperBound, end + 1_440)
        }
        windows.append(
          DatedWindows.Window(open: UInt32(start * 600)..<UInt32(end * 600), delay: delay))
        start = end
      }
    }
    return windows
  }
}
