import Facts
import HealthNetwork
import TravelNetwork

extension ReferralSearch {
  /// What comes of going to a facility.
  struct Outcome {
    /// The index of the facility.
    var facility: FacilityIndex
    /// Minutes to it.
    var minutes: Double
    /// The arrival.
    var arrival: Instant
    /// Why it will not do; nil when it will.
    var reason: Reason?
    /// Whether only the limit of the clinical window for selected patients is kept.
    var isForSelected = false
    /// Why the limit of the clinical window for all patients is not kept; nil where it is.
    var closing: Reason?
    /// Whether it will do even when everything goes slowly; nil where that was not asked for.
    var isInTimeIfSlow: Bool?
  }

  /// What comes of going to each facility that can be reached and that has what is needed, in order
  /// of arrival; those without it are left out.
  ///
  /// - Parameters:
  ///   - origin: Where the patient is.
  ///   - departure: When the patient leaves, on the day of the query's graph.
  ///   - paced: The facilities for which the slow pace is looked at too.
  /// - Returns: nil when the origin is too far from the travel network.
  mutating func outcomes(
    from origin: ReferralOrigin, leaving departure: Instant, pacing paced: Set<FacilityIndex> = []
  ) -> [Outcome]? {
    guard let start = join(origin) else { return nil }
    stream.start(from: start, departure: departure)
    var outcomes: [Outcome] = []
    while let (facility, deciseconds) = next() {
      let arrival = departure.advanced(byDeciseconds: deciseconds)
      let minutes = TravelTime(deciseconds: deciseconds).minutes
      let standing = eligibility.standing(of: facility, at: arrival)
      var outcome = Outcome(
        facility: facility, minutes: minutes, arrival: arrival, reason: standing.reasons.first)
      if outcome.reason == nil {
        guard let service = eligibility.service(of: standing.statements, at: arrival) else {
          continue
        }
        let kilometres = query.maximumKilometres == nil ? 0 : kilometres(to: facility)
        let reading = eligibility.reading(toDoor: TimeRange(minutes), leaving: departure)
        if let reading, reading.standing == .extended, let limit = reading.window.limit {
          outcome.isForSelected = true
          outcome.closing = .outOfTimeWindow(reading, limit: limit)
        }
        outcome.reason =
          eligibility.absence(of: service.statement, service.presence, at: arrival)
          ?? eligibility.limits(minutes: minutes, kilometres: kilometres, reading).reasons.first
        if outcome.reason == nil, paced.contains(facility) {
          outcome.isInTimeIfSlow = isInTimeIfSlow(
            facility, minutes, service.statement, leaving: departure)
        }
      } else if !eligibility.isEverAble(facility, on: arrival.day) {
        continue
      }
      outcomes.append(outcome)
    }
    return outcomes
  }

  /// Whether a facility that will do when all goes as usual will do when everything goes slowly.
  private mutating func isInTimeIfSlow(
    _ facility: FacilityIndex, _ minutes: Double, _ statement: Capability,
    leaving departure: Instant
  ) -> Bool {
    guard let trip = stream.trip(to: facility.rawValue) else { return false }
    let doors = trip.start.minutes + trip.end.minutes
    let slow = max(
      minutes, doors * network.travel.profile.slowFactor + trip.journey.minutesHigh)
    let late = departure.advanced(by: TravelTime(minutes: slow))
    if case .closed = eligibility.presence(of: statement, at: late) { return false }
    guard
      let reading = eligibility.reading(
        toDoor: TimeRange(low: minutes, usual: minutes, high: slow), leaving: departure)
    else { return query.maximumMinutes.map { slow <= $0 } ?? true }
    return reading.elapsed.high <= reading.window.limit ?? reading.window.last
      && query.maximumMinutes.map { slow <= $0 } ?? true
  }

  private mutating func kilometres(to facility: FacilityIndex) -> Double {
    guard let trip = stream.trip(to: facility.rawValue) else { return 0 }
    return trip.journey.kilometres + (trip.start.metres + trip.end.metres) / 1_000
      * network.travel.profile.accessDetour
  }
}
