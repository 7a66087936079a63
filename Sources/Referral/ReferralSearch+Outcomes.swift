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
  }

  /// What comes of going to each facility that can be reached and that has what is needed, in order
  /// of arrival; those without it are left out.
  ///
  /// - Parameters:
  ///   - origin: Where the patient is.
  ///   - departure: When the patient leaves, on the day of the query's graph.
  /// - Returns: nil when the origin is too far from the travel network.
  mutating func outcomes(
    from origin: ReferralOrigin, leaving departure: Instant
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
        outcome.reason =
          eligibility.absence(of: service.statement, service.presence, at: arrival)
          ?? eligibility.limits(
            minutes: minutes, minutesHigh: minutes, kilometres: kilometres, arrival: arrival
          ).reasons.first
      } else if !eligibility.isEverAble(facility, on: arrival.day) {
        continue
      }
      outcomes.append(outcome)
    }
    return outcomes
  }

  private mutating func kilometres(to facility: FacilityIndex) -> Double {
    guard let trip = stream.trip(to: facility.rawValue) else { return 0 }
    return trip.journey.kilometres + (trip.start.metres + trip.end.metres) / 1_000
      * network.travel.profile.accessDetour
  }
}
