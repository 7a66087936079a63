internal import Facts

/// The part of opening hours that ferries use.
///
/// Of wiki.openstreetmap.org/wiki/Key:opening_hours: `24/7`, and rules of weekdays and hours,
/// `Mo-Fr 05:00-23:00, 23:30-24:00; Su off`. A later rule replaces an earlier one
/// on its days. Everything else (holidays, seasons, sunset, comments) is left in words.
enum OpeningHours {
  /// The windows; nil when the text says more than this can read.
  static func windows(_ text: String) -> [ServiceWindow]? {
    if text.split(separator: " ").joined() == "24/7" { return [window(nil, (0, 1_440))] }
    var hours = [[Hours]?](repeating: nil, count: 7)
    for rule in text.split(separator: ";") {
      let words = rule.split(separator: " ").joined(separator: " ")
      if words.isEmpty { continue }
      guard let (days, ranges) = parse(words) else { return nil }
      for day in days { hours[day] = ranges }
    }
    guard hours.contains(where: { $0?.isEmpty == false }) else { return nil }
    return joined(hours)
  }

  private typealias Hours = (opens: Int, closes: Int)

  private static let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]

  private static func parse(_ rule: String) -> (days: [Int], ranges: [Hours])? {
    // Days end where the first digit or word of hours begins.
    let cut = rule.firstIndex { $0.isNumber } ?? rule.range(ofSuffix: "off") ?? rule.endIndex
    let dayText = rule[..<cut].split(separator: " ").joined()
    let hourText = rule[cut...].split(separator: " ").joined()
    guard let days = dayText.isEmpty ? Array(0..<7) : days(dayText) else { return nil }
    if hourText == "off" { return (days, []) }
    if hourText.isEmpty { return (days, [(0, 1_440)]) }
    var ranges: [Hours] = []
    for part in hourText.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(minute)
      guard ends.count == 2, let opens = ends[0], let closes = ends[1], opens < 1_440 else {
        return nil
      }
      ranges.append((opens, closes))
    }
    return (days, ranges)
  }

  private static func days(_ text: String) -> [Int]? {
    var days: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        .map { names.firstIndex(of: String($0)) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else {
        return nil
      }
      // Saturday to Monday goes over the end of the week.
      for step in 0...((last - first + 7) % 7) { days.insert((first + step) % 7) }
    }
    return days.sorted()
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60,
      hours * 60 + minutes <= 1_440
    else { return nil }
    return hours * 60 + minutes
  }

  /// One window for the days that have the same hours.
  private static func joined(_ hours: [[Hours]?]) -> [ServiceWindow] {
    var windows: [(hours: Hours, days: String)] = []
    for (day, ranges) in hours.enumerated() {
      for range in ranges ?? [] {
        if let index = windows.firstIndex(where: { $0.hours == range }) {
          windows[index].days += String(day + 1)
        } else {
          windows.append((range, String(day + 1)))
        }
      }
    }
    return windows.map { window($0.days == "1234567" ? nil : $0.days, $0.hours) }
  }

  private static func window(_ days: String?, _ hours: Hours) -> ServiceWindow {
    var window = ServiceWindow()
    window.days = days
    window.opens = hours.opens
    window.closes = hours.closes
    return window
  }
}

extension String {
  /// Where an ending begins; nil when the text does not end so.
  fileprivate func range(ofSuffix suffix: String) -> String.Index? {
    hasSuffix(suffix) ? index(endIndex, offsetBy: -suffix.count) : nil
  }
}
