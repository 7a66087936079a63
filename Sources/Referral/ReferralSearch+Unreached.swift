import Facts
import HealthNetwork
import TravelNetwork

extension ReferralSearch {
  /// Explains the facilities that would be targets if something about the way were otherwise: the
  /// one that would be nearest first, those that nothing would bring nearer last.
  mutating func explainUnreached(
    from start: PointAccess, answer: ReferralAnswer
  ) -> [Rejection] {
    let isFull = answer.targets.count == query.count
    let last = isFull ? answer.targets.last?.minutes ?? 0 : Double.infinity
    let targets = Set(answer.targets.map(\.facility))
    let nearer = Set(answer.rejected.map(\.facility))
    let reached = stream.all().map { $0.map { TravelTime(deciseconds: $0).minutes } }
    let able = network.facilityIndices.filter { facility in
      guard !targets.contains(facility), !nearer.contains(facility) else { return false }
      let arrival = reached[facility].map { query.at.advanced(by: TravelTime(minutes: $0)) }
      return eligibility.standing(of: facility, at: arrival).reasons.isEmpty
    }
    for index in counterfactuals.indices {
      counterfactuals[index].search(from: start, departure: departure)
    }
    var obstacles = counterfactuals
    if able.contains(where: { reached[$0] == nil }) {
      var other = anyVehicle ?? Counterfactual.anyVehicle(prepared, query)
      other.search(from: start, departure: departure)
      anyVehicle = other
      obstacles.append(other)
    }
    var rejections: [(minutes: Double, rejection: Rejection)] = []
    for facility in able {
      let now = reached[facility]
      var reason: Reason?
      var minutes = Double.infinity
      for index in obstacles.indices where reason == nil {
        guard
          let found = obstacles[index].reason(
            for: facility, now: now, within: last, query: query, network: network)
        else { continue }
        (reason, minutes) = found
        // Where the weather leaves no way, another vehicle may have one.
        if obstacles[index].isOfWeather, now == nil, let last = obstacles.indices.last,
          let other = obstacles[last].reason(
            for: facility, now: nil, within: .infinity, query: query, network: network),
          other.reason.code == .vehicleCannotUsePath
        {
          reason = found.reason.orBy(other.reason)
        }
      }
      if reason == nil && now == nil {
        if network.facility(facility).position.point == nil {
          reason = .positionMissing()
        } else if !isFull {
          reason =
            travel.accesses[facility] == nil
            ? .noAccess(limitKm: network.travel.profile.accessLimitKm) : .noPath()
        }
      }
      guard let reason else { continue }
      let rejection = Rejection(
        facility: facility, access: travel.accesses[facility]?.arrivals.first, minutes: now,
        reasons: [reason])
      rejections.append((minutes, rejection))
    }
    return rejections.sorted {
      ($0.minutes, $0.rejection.facility) < ($1.minutes, $1.rejection.facility)
    }.map(\.rejection)
  }
}
