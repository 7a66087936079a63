public import Facts

/// An exception to a link's rule on some days: its hours, or the wait for it.
public struct LinkException: Hashable, Sendable {
  /// The id of its record.
  public var id = ""
  /// The holiday that it is about, by name; nil when it has days of its own.
  public var holiday: String?
  /// The holiday by its English name.
  public var holidayEn: String?
  /// The first day.
  public var first: Day
  /// The day after the last one.
  public var end: Day
  /// The hours of these days; none means closed, nil that the ordinary hours hold.
  public var windows: [ServiceWindow]?
  /// Usual minutes of waiting; nil as on other days.
  public var waitMinutes: Double?
  /// The least minutes of waiting.
  public var waitLowMinutes: Double?
  /// The most minutes of waiting.
  public var waitHighMinutes: Double?
  /// Where the statement comes from.
  public var provenance = Provenance()

  /// Creates an exception of some days that changes nothing.
  public init(first: Day, end: Day) {
    self.first = first
    self.end = end
  }

  /// Whether it is about a day.
  public func holds(on day: Day) -> Bool { first <= day && day < end }
}

extension TravelMap {
  /// The hours of a link, as far as its days are known; one of unknown hours is always open but
  /// for exceptions.
  func hours(ofLink link: LinkIndex) -> DatedHours {
    let ordinary = links[link].hasKnownHours ? links[link].windows : [TravelMap.allDay]
    return DatedHours(
      weekly: ordinary,
      exceptions: exceptions(ofLink: link).map {
        HoursException(first: $0.first, end: $0.end, windows: $0.windows ?? ordinary)
      })
  }

  /// The exceptions of a link by day; of two about one day the first counts.
  public func exceptions(ofLink link: LinkIndex) -> [LinkException] {
    exceptions.isEmpty ? [] : exceptions[link] ?? []
  }

  /// The exception of a link on a day.
  public func exception(ofLink link: LinkIndex, on day: Day) -> LinkException? {
    exceptions(ofLink: link).first { $0.holds(on: day) }
  }

  /// Whether a link is known to be closed at an instant, or not to exist any more or yet.
  public func isClosed(_ link: LinkIndex, at instant: Instant) -> Bool {
    switch links[link].period.standing(on: instant.day) {
    case .notYet, .ended: return true
    case .inForce, .unknown: break
    }
    guard links[link].hasKnownHours || !exceptions(ofLink: link).isEmpty else { return false }
    return !hours(ofLink: link).secondsUntilClose(at: instant).isOpen
  }

  private static let allDay: ServiceWindow = {
    var window = ServiceWindow()
    window.opens = 0
    window.closes = 1_440
    return window
  }()
}
