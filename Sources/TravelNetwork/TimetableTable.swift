internal import Facts
internal import Routing

/// The timetables of links, each once.
struct TimetableTable {
  private(set) var timetables: [Timetable] = []
  private var numbers: [Timetable: UInt32] = [:]

  /// The number of a timetable, from 1; 0 when it is always open.
  mutating func number(of timetable: Timetable) -> UInt32 {
    if timetable.isAlways { return 0 }
    if let number = numbers[timetable] { return number }
    timetables.append(timetable)
    numbers[timetable] = UInt32(timetables.count)
    return UInt32(timetables.count)
  }

  /// The number of a link's timetable, from 1; 0 when it is always open or nobody knows its hours.
  mutating func number(of link: TravelLink) -> UInt32 {
    link.hasKnownHours ? number(of: link.weeklyTimetable) : 0
  }
}

extension TravelLink {
  /// Whether it has hours of operation on known days.
  var hasKnownHours: Bool { windows.contains { $0.minutesOfWeek != nil } }

  /// Its hours of a week; open at all times where they are not known.
  var weeklyTimetable: Timetable {
    guard hasKnownHours else { return Timetable(open: [0..<Timetable.week]) }
    return Timetable(
      open: WeeklyHours(windows).open.map { minutes in
        UInt32(minutes.lowerBound * 600)..<UInt32(minutes.upperBound * 600)
      })
  }
}
