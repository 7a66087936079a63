public import Facts

extension Presence {
  /// Whether a service of some windows is there at an instant.
  ///
  /// - Parameters:
  ///   - windows: The windows; none means that the hours are not known.
  ///   - instant: The instant, in the network's zone.
  public init(_ windows: [ServiceWindow], at instant: Instant) {
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
