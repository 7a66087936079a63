import Facts
import TravelNetwork

extension NetworkCheck {
  mutating func checkCalendar() {
    each(records.severities) { severity, origin in
      for word in severity.overrides?.split(separator: " ") ?? []
      where LiveStatus.Traffic(rawValue: String(word)) == nil {
        problems.append(
          Problem(at: origin, "severity \(severity.code) overrides \"\(word)\", no word of traffic")
        )
      }
    }
    each(records.holidays) { holiday, origin in
      check(holiday.period, origin)
      checkDays(holiday.period, "holiday \(holiday.id)", origin)
    }
    each(records.exceptions) { check($0, $1) }
  }

  private mutating func check(_ exception: DatedException, _ origin: Origin) {
    let name = "exception \(exception.id)"
    check(exception.period, origin)
    check(exception.windows, origin)
    if let facility = exception.facility { requireFacility(facility, origin) }
    if let code = exception.capability { require(capabilityTypes, "capabilityType", code, origin) }
    if let link = exception.link { require(exceptionLinks, "link", link, origin) }
    if let holiday = exception.holiday {
      require(Set(records.holidays.map(\.record.id)), "holiday", holiday, origin)
    } else {
      checkDays(exception.period, name, origin)
    }
    if (exception.facility == nil) == (exception.link == nil) {
      problems.append(Problem(at: origin, "\(name) must name either a facility or a link"))
    }
    if exception.capability != nil && exception.facility == nil {
      problems.append(Problem(at: origin, "\(name) names a capability and no facility"))
    }
    if exception.isClosed == true && !exception.windows.isEmpty {
      problems.append(Problem(at: origin, "\(name) is closed and has windows; it can be one only"))
    }
    if exception.windows.contains(where: { $0.sessionsPerWeek != nil }) {
      problems.append(
        Problem(at: origin, "\(name) has sessions of unknown days; dates need opens and closes"))
    }
    let waits = [exception.waitLowMinutes, exception.waitMinutes, exception.waitHighMinutes]
      .compactMap { $0 }
    if !waits.isEmpty && (exception.link == nil || exception.waitMinutes == nil) {
      problems.append(Problem(at: origin, "\(name) has bounds of a wait, and no wait for a link"))
    }
    if waits != waits.sorted() {
      problems.append(
        Problem(at: origin, "\(name) has a wait outside its bounds (low, usual, high: \(waits))"))
    }
  }

  /// The links that exceptions name, as far as there are such links.
  private var exceptionLinks: Set<String> {
    let named = Set(records.exceptions.compactMap(\.record.link))
    return Set(records.links.lazy.map(\.record.id).filter { named.contains($0) })
  }

  /// Dates of exceptions are full days, both of them: "in 2027" would close a ferry for a year.
  private mutating func checkDays(_ period: Period, _ name: String, _ origin: Origin) {
    guard let from = period.from, let to = period.to, from.description.count == 10,
      to.description.count == 10
    else {
      problems.append(
        Problem(at: origin, "\(name) needs from and to, both full days as 2027-02-06"))
      return
    }
  }
}
