import Exchange
import Facts
import HealthNetwork

extension FHIRAssembly {
  /// Hours as far as they are clear, and in words where they are not.
  struct Windows {
    var read: [ServiceWindow] = []
    var unread: [String] = []
  }

  /// A service that ends before it begins is open overnight, if that is no longer than this;
  /// longer, and somebody wrote 05:30 and meant 17:30.
  private static let longestNightInMinutes = 12 * 60

  /// The hours of a service.
  ///
  /// - Parameters:
  ///   - resource: The service.
  ///   - facility: Where it is given, for what is reported.
  ///   - trusted: Whether we wrote it: then hours that end before they begin go across midnight.
  /// - Returns: The windows, and in words what makes none.
  mutating func windows(
    of resource: FHIRResource, at facility: String?, trusted: Bool
  ) -> Windows {
    var windows = Windows()
    for hours in resource.hours {
      if let sessions = hours.own.first(where: { $0.name == "sessionsPerWeek" }) {
        var window = window(of: hours) ?? ServiceWindow()
        window.sessionsPerWeek = Int(sessions.value)
        window.note = note(of: hours)
        windows.read.append(window)
        continue
      }
      guard var window = window(of: hours) else {
        windows.unread.append(hours.words)
        report(
          "hours_unclear", .odd, kind: "facility", key: facility, at: resource.origin,
          vi: "giờ \"\(hours.words)\" không rõ; giữ trong ghi chú",
          en: "the hours \"\(hours.words)\" are not clear; they are kept in the note")
        continue
      }
      window.note = note(of: hours)
      if let opens = window.opens, let closes = window.closes, closes <= opens, !trusted {
        let length = closes - opens + 1_440
        let isNight = length <= FHIRAssembly.longestNightInMinutes && !options.isStrict
        report(
          "hours_end_before_begin", options.isStrict ? .error : .odd, kind: "facility",
          key: facility,
          at: resource.origin,
          vi: "giờ \"\(hours.words)\" kết thúc trước khi bắt đầu: "
            + (isNight ? "hiểu là qua đêm" : "dài \(length / 60) giờ, có thể sai; không dùng"),
          en: "the hours \"\(hours.words)\" end before they begin: "
            + (isNight
              ? "taken as overnight"
              : "\(length / 60) hours overnight, or an error; they are not used"))
        if !isNight {
          windows.unread.append(hours.words)
          continue
        }
      }
      windows.read.append(window)
    }
    return windows
  }

  private func note(of hours: FHIRHours) -> String? {
    hours.own.first { $0.name == "note" }?.value
  }

  /// The window of some hours; nil where they name no day or time that there is.
  private func window(of hours: FHIRHours) -> ServiceWindow? {
    var window = ServiceWindow()
    var days: [Int] = []
    for day in hours.days {
      guard let number = FHIRSystem.days.firstIndex(of: day) else { return nil }
      if !days.contains(number + 1) { days.append(number + 1) }
    }
    // No day means every day; so do all seven.
    window.days = days.isEmpty || days.count == 7 ? nil : days.sorted().map(String.init).joined()
    if hours.isAllDay {
      window.opens = 0
      window.closes = 1_440
      return window
    }
    if hours.opens == nil && hours.closes == nil { return hours.days.isEmpty ? nil : window }
    guard let opens = hours.opens.flatMap({ FHIRAssembly.minute($0, isEnd: false) }),
      let closes = hours.closes.flatMap({ FHIRAssembly.minute($0, isEnd: true) })
    else { return nil }
    window.opens = opens
    window.closes = closes
    return window
  }

  /// The minute of the day of 08:30:00; the end 23:59:59 and the end 00:00:00 are midnight.
  private static func minute(_ text: String, isEnd: Bool) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3 || parts.count == 2, parts[0].count == 2, parts[1].count == 2,
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    let total = hour * 60 + minute
    if isEnd, total == 0 || (total == 1_439 && parts.last?.hasPrefix("59") == true) { return 1_440 }
    return total
  }
}
