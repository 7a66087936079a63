public import Facts

extension Presence {
  /// Whether a service of some windows is there at an instant.
  ///
  /// - Parameters:
  ///   - windows: The windows; none means that the hours are not known.
  ///   - exceptions: The days that depart from the rule; of two about one day the first counts.
  ///   - instant: The instant, in the network's zone.
  public init(
    _ windows: [ServiceWindow], exceptions: [HoursException] = [], at instant: Instant
  ) {
    let day = instant.day
    // Exceptions change what is so on their days, what opens the night before and reaches into
    // them, and when it closes or opens next.
    if exceptions.contains(where: {
      $0.end.number >= day.number && $0.first.number <= day.number + 9
    }) {
      self.init(DatedHours(weekly: windows, exceptions: exceptions), at: instant)
      return
    }
    guard !windows.isEmpty else {
      self = .hoursUnknown
      return
    }
    let hours = WeeklyHours(windows)
    if hours.isAlways {
      self = .always
      return
    }
    let second = instant.secondOfWeek
    if let range = hours.open.first(where: {
      $0.lowerBound * 60 <= second && second < $0.upperBound * 60
    }) {
      // A range that reaches the week's end goes on with the week's beginning.
      var end = range.upperBound
      if end == WeeklyHours.minutes, let first = hours.open.first, first.lowerBound == 0 {
        end += first.upperBound
      }
      self = .open(closes: end % 1_440)
      return
    }
    let chance = Presence.chance(windows, at: instant)
    if let chance, chance.probability > 0 {
      self = .chance(chance.probability, sessionsPerWeek: chance.sessions)
    } else if let chance, hours.open.isEmpty {
      self = .chance(0, sessionsPerWeek: chance.sessions)
    } else {
      self = .closed(secondsUntilOpen: hours.secondsUntilOpen(secondOfWeek: second))
    }
  }

  private init(_ hours: DatedHours, at instant: Instant) {
    let closing = hours.secondsUntilClose(at: instant)
    if closing.isOpen {
      self =
        closing.seconds.map { .open(closes: (instant.secondOfDay + $0) / 60 % 1_440) } ?? .always
      return
    }
    let today = hours.windows(on: instant.day)
    if today.isEmpty && !hours.exceptions.contains(where: { $0.holds(on: instant.day) }) {
      self = .hoursUnknown
      return
    }
    let chance = Presence.chance(today, at: instant)
    let isKnown = today.contains { $0.sessionsPerWeek == nil }
    if let chance, chance.probability > 0 || !isKnown {
      self = .chance(chance.probability, sessionsPerWeek: chance.sessions)
    } else {
      self = .closed(secondsUntilOpen: hours.secondsUntilOpen(at: instant))
    }
  }

  /// Whether it may be relied on, when a chance must be at least so great.
  func suffices(_ minimumProbability: Double) -> Bool {
    switch self {
    case .always, .open, .hoursUnknown: true
    case .chance(let chance, _): chance >= minimumProbability
    case .closed: false
    }
  }

  /// The chance that a session of unknown weekday is on at an instant.
  ///
  /// Each of the ten half days of a working week is as likely as any other: *n* sessions a week
  /// make *n*/10 within working hours, and nothing outside them.
  private static func chance(
    _ windows: [ServiceWindow], at instant: Instant
  ) -> (probability: Double, sessions: Int)? {
    var best: (probability: Double, sessions: Int)?
    for window in windows {
      guard let sessions = window.sessionsPerWeek else { continue }
      let minute = instant.secondOfDay / 60
      let halves: [(opens: Int, closes: Int)] =
        if let opens = window.opens, let closes = window.closes {
          [(opens, closes)]
        } else {
          ServiceWindow.sessions
        }
      let isHour = halves.contains { half in
        half.opens < half.closes
          ? half.opens <= minute && minute < half.closes
          : minute >= half.opens || minute < half.closes
      }
      let slots = halves.count == 1 ? 5 : ServiceWindow.sessionsInWeek
      let isDay = instant.day.weekday <= 5
      let probability = isHour && isDay ? min(1, Double(sessions) / Double(slots)) : 0
      if probability >= best?.probability ?? 0 { best = (probability, sessions) }
    }
    return best
  }
}
