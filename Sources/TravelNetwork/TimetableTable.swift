internal import Facts
internal import Routing

/// The timetables of links, each once.
struct TimetableTable {
  private(set) var timetables: [Timetable] = []
  private var numbers: [Timetable: UInt32] = [:]

  /// The number of a link's timetable, from 1; 0 when it is always open or nobody knows its hours.
  mutating func number(of link: TravelLink) -> UInt32 {
    guard link.hasKnownHours else { return 0 }
    let timetable = Timetable(
      open: WeeklyHours(link.windows).open.map { minutes in
        UInt32(minutes.lowerBound * 600)..<UInt32(minutes.upperBound * 600)
      })
    if timetable.isAlways { return 0 }
    if let number = numbers[timetable] { return number }
    timetables.append(timetable)
    numbers[timetable] = UInt32(timetables.count)
    return UInt32(timetables.count)
  }
}

extension TravelLink {
  /// Whether it has hours of operation on known days.
  var hasKnownHours: Bool { windows.contains { $0.minutesOfWeek != nil } }
}
