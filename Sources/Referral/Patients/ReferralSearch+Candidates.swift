import Facts
import HealthNetwork
public import TravelNetwork

/// A facility that can treat a patient on arrival, whether or not it has a place.
struct PatientCandidate: Hashable, Sendable {
  /// The facility's index.
  var facility: FacilityIndex
  /// The time from door to door.
  var deciseconds: UInt32
}

extension ReferralSearch {
  /// Looks for facilities that can treat the patient only, whatever the hour of arrival.
  ///
  /// Most of a network cannot: what is asked from many origins is found several times as fast. Answers
  /// have the same targets, and do not tell of facilities that are nearer and cannot.
  ///
  /// - Parameter usage: Whether answers for more than a few origins follow.
  /// - Complexity: O(*n*), where *n* is the number of facilities, and a climb of the hierarchy for each
  ///   of them that is able.
  public mutating func lookForAbleOnly(usage: SearchUsage = .batch) {
    let able = network.facilityIndices.map { facility in
      let access = access.accesses[facility]
      return access != nil && eligibility.isEverAble(facility) ? access : nil
    }
    stream = ArrivalStream(stream.engine, targets: able, usage: usage)
  }

  /// The facilities that can treat the patient on arrival, the first to be reached first; nil when
  /// the origin is too far from the travel network.
  ///
  /// They are the targets that `answer(from:)` would find if it were asked for all of them.
  mutating func candidates(from origin: ReferralOrigin) -> [PatientCandidate]? {
    guard let start = join(origin) else { return nil }
    stream.start(from: start, departure: departure)
    var candidates: [PatientCandidate] = []
    for (facility, deciseconds) in zip(network.facilityIndices, stream.all()) {
      guard let deciseconds, isAble(facility, deciseconds: deciseconds) else { continue }
      candidates.append(PatientCandidate(facility: facility, deciseconds: deciseconds))
    }
    return candidates.sorted { ($0.deciseconds, $0.facility) < ($1.deciseconds, $1.facility) }
  }

  /// The facilities nearer than a limit that cannot treat the patient, and why.
  ///
  /// - Parameters:
  ///   - origin: Where the patient is.
  ///   - deciseconds: The limit; nil for all that can be reached.
  ///   - count: The most facilities.
  /// - Returns: The rejections, the nearest first.
  mutating func rejections(
    from origin: ReferralOrigin, within deciseconds: UInt32?, count: Int
  ) -> [Rejection] {
    guard let start = join(origin) else { return [] }
    stream.start(from: start, departure: departure)
    var rejections: [Rejection] = []
    while rejections.count < count, let next = next() {
      if let deciseconds, next.deciseconds >= deciseconds { break }
      guard case .rejection(let rejection) = judge(next.facility, deciseconds: next.deciseconds)
      else { continue }
      rejections.append(rejection)
    }
    return rejections
  }

  /// What is known of going to some candidates, in their order.
  mutating func targets(
    _ candidates: [PatientCandidate], from origin: ReferralOrigin
  ) -> [ReferralTarget] {
    guard let start = join(origin) else { return [] }
    stream.start(from: start, departure: departure)
    _ = stream.all()
    return candidates.compactMap { candidate in
      guard
        case .target(let target) = judge(candidate.facility, deciseconds: candidate.deciseconds)
      else { return nil }
      return target
    }
  }

  /// The verdict of `judge`, without unpacking the way where nobody asks about kilometres.
  private mutating func isAble(_ facility: FacilityIndex, deciseconds: UInt32) -> Bool {
    let arrival = query.at.advanced(byDeciseconds: deciseconds)
    let standing = eligibility.standing(of: facility, at: arrival)
    guard standing.reasons.isEmpty else { return false }
    if query.maximumKilometres != nil {
      if case .target = judge(facility, deciseconds: deciseconds) { return true }
      return false
    }
    let minutes = TravelTime(deciseconds: deciseconds).minutes
    guard let service = eligibility.service(of: standing.statements, at: arrival),
      eligibility.suffices(service.presence)
    else { return false }
    let reading = eligibility.reading(toDoor: TimeRange(minutes), leaving: query.at)
    return eligibility.limits(minutes: minutes, kilometres: 0, reading).reasons.isEmpty
  }
}
