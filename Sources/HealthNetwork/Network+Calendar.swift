public import Facts
import TravelNetwork

/// The dates of a network: holidays, and what is otherwise on some days.
struct NetworkCalendar: Sendable {
  /// Holidays that have days.
  let holidays: [Holiday]
  /// The exceptions of facilities, by facility.
  let exceptions: [String: [DatedException]]

  init(_ records: NetworkRecords) {
    holidays = records.holidays.map(\.record).filter { $0.days != nil }
    var exceptions: [String: [DatedException]] = [:]
    for located in records.exceptions {
      if let facility = located.record.facility {
        exceptions[facility, default: []].append(located.record)
      }
    }
    self.exceptions = exceptions
  }

  /// The exceptions of links as travel needs them, by link, the surest first.
  static func linkExceptions(_ records: NetworkRecords) -> [String: [LinkException]] {
    var result: [String: [LinkException]] = [:]
    for located in records.exceptions {
      guard let link = located.record.link else { continue }
      let holiday = records.holidays.first { $0.record.id == located.record.holiday }?.record
      guard let days = holiday?.days ?? located.record.days else { continue }
      var exception = LinkException(first: days.first, end: days.end)
      exception.id = located.record.id
      exception.holiday = holiday?.name
      exception.holidayEn = holiday?.englishName
      exception.windows = located.record.otherWindows
      exception.waitMinutes = located.record.waitMinutes
      exception.waitLowMinutes = located.record.waitLowMinutes
      exception.waitHighMinutes = located.record.waitHighMinutes
      exception.provenance = located.record.provenance
      result[link, default: []].append(exception)
    }
    return result.mapValues { list in
      list.enumerated().sorted {
        let left = $0.element.provenance.effectiveConfidence
        let right = $1.element.provenance.effectiveConfidence
        return left == right ? $0.offset < $1.offset : left > right
      }.map(\.element)
    }
  }
}

extension Network {
  /// The holiday that a day is; nil for other days.
  public func holiday(on day: Day) -> Holiday? {
    calendar.holidays.first { holiday in
      holiday.days.map { $0.first <= day && day < $0.end } ?? false
    }
  }

  /// What is otherwise with a capability of a facility on a day.
  public func exception(facility: String, capability: String, on day: Day) -> DatedException? {
    exceptions(facility: facility, capability: capability).first { exception in
      days(of: exception).map { $0.first <= day && day < $0.end } ?? false
    }
  }

  /// Every exception of a capability of a facility as days and hours, in the order in which they
  /// count.
  ///
  /// The `weekly` hours are those that hold where an exception says that the ordinary ones do.
  public func hoursExceptions(
    facility: String, capability: String, weekly: [ServiceWindow]
  ) -> [HoursException] {
    guard !calendar.exceptions.isEmpty else { return [] }
    return exceptions(facility: facility, capability: capability).compactMap { exception in
      // That unknown hours hold says nothing of the hours.
      guard exception.otherWindows != nil || !weekly.isEmpty else { return nil }
      return days(of: exception).map {
        HoursException(first: $0.first, end: $0.end, windows: exception.otherWindows ?? weekly)
      }
    }
  }

  /// What speaks of the capability itself, then of all that the facility does; of two alike the
  /// surer one first.
  private func exceptions(facility: String, capability: String) -> [DatedException] {
    guard let all = calendar.exceptions[facility] else { return [] }
    let about = all.filter { $0.capability == nil || $0.capability == capability }
    return about.enumerated().sorted { left, right in
      let isCloser = (left.element.capability != nil, right.element.capability != nil)
      if isCloser.0 != isCloser.1 { return isCloser.0 }
      let sure = (
        left.element.provenance.effectiveConfidence, right.element.provenance.effectiveConfidence
      )
      return sure.0 == sure.1 ? left.offset < right.offset : sure.0 > sure.1
    }.map(\.element)
  }

  private func days(of exception: DatedException) -> (first: Day, end: Day)? {
    guard let id = exception.holiday else { return exception.days }
    return calendar.holidays.first { $0.id == id }?.days
  }
}

extension Holiday {
  /// Its first day, and the day after the last one; nil where they are not both known.
  public var days: (first: Day, end: Day)? { period.days }
}

extension DatedException {
  /// Its first day, and the day after the last one; nil where it names a holiday.
  public var days: (first: Day, end: Day)? { period.days }

  /// The hours of its days; none when it is closed, nil when the ordinary hours hold.
  public var otherWindows: [ServiceWindow]? {
    isClosed == true ? [] : windows.isEmpty ? nil : windows
  }
}

extension Period {
  fileprivate var days: (first: Day, end: Day)? {
    guard let from, let to, from.start < to.start else { return nil }
    return (from.start, to.start)
  }
}
