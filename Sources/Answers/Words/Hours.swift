package import Facts
package import Formats
import HealthNetwork
import TravelNetwork

/// Hours of service or of operation in a few words.
package enum Hours {
  /// The text of some windows: "24/7", "T2–T6 07:00–16:30", "2 buổi/tuần"; nil when there is none.
  package static func text(_ windows: [ServiceWindow], _ language: Language) -> String? {
    guard !windows.isEmpty else { return nil }
    if WeeklyHours(windows).isAlways { return "24/7" }
    return windows.map { text($0, language) }.joined(separator: "; ")
  }

  private static func text(_ window: ServiceWindow, _ language: Language) -> String {
    var parts: [String] = []
    if let sessions = window.sessionsPerWeek {
      parts.append(language.counted(sessions, "buổi", "session") + language("/tuần", "/week"))
    } else {
      parts.append(days(window.days, language))
    }
    if let opens = window.opens, let closes = window.closes {
      parts.append(clock(opens) + "–" + clock(closes))
    }
    return parts.joined(separator: " ")
  }

  private static func days(_ days: String?, _ language: Language) -> String {
    guard let days, days != "1234567" else { return language("hằng ngày", "daily") }
    let numbers = days.compactMap(\.wholeNumberValue)
    let vi = ["", "T2", "T3", "T4", "T5", "T6", "T7", "CN"]
    let en = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let names = numbers.filter { (1...7).contains($0) }.map { language(vi[$0], en[$0]) }
    guard let first = names.first, let last = names.last else { return days }
    let isRun = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    return isRun && names.count > 2 ? first + "–" + last : names.joined(separator: ",")
  }

  private static func clock(_ minute: Int) -> String {
    padded(minute / 60, to: 2) + ":" + padded(minute % 60, to: 2)
  }
}
