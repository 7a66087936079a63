package import Facts
package import Formats

extension Language {
  /// A day as people write it: 25/11/2026 in Vietnamese, 2026-11-25 in English.
  package func date(_ day: Day) -> String { date(day.description) }

  /// A date as people write it, as exact as it is known: 25/11/2026, 11/2026 or 2026 in Vietnamese.
  package func date(_ date: PartialDate) -> String { self.date(date.description) }

  /// The hour and the day: 02:00 25/11/2026 in Vietnamese, 02:00 2026-11-25 in English.
  package func moment(_ instant: Instant) -> String { "\(instant.clock) \(date(instant.day))" }

  /// A clock time seen from another instant: with the day where that is not the day of the other.
  ///
  ///     Language.vi.clock(arrival, from: departure)   // "00:49 (mai)"
  package func clock(_ instant: Instant, from start: Instant) -> String {
    let joint = Paragraph.joint
    if instant.day == start.day { return instant.clock }
    if instant.day == start.advanced(bySeconds: 86_400).day {
      return instant.clock + joint + self("(mai)", "(next\(joint)day)")
    }
    if instant.day == start.advanced(bySeconds: -86_400).day {
      return instant.clock + joint + self("(hôm\(joint)qua)", "(day\(joint)before)")
    }
    return instant.clock + joint + date(instant.day)
  }

  /// The hour and the day with the day of the week, at the head of an answer.
  package func moment(withWeekdayOf instant: Instant) -> String {
    let weekdays =
      self == .vi
      ? ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
      : ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return "\(moment(instant)) (\(weekdays[instant.day.weekday - 1]))"
  }
}
