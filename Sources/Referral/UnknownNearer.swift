public import Facts
public import HealthNetwork

/// A hospital of which nobody says whether it can treat the patient, and that is clearly nearer than
/// where the patient goes: a call may save the way.
public struct UnknownNearer: Hashable, Sendable {
  /// The index of the hospital.
  public let facility: FacilityIndex
  /// Minutes to it.
  public let minutes: Double
  /// How many minutes nearer it is; nil where there is no target.
  public let nearerBy: Double?

  /// Fewer minutes than these are not worth a call.
  public static let leastMinutes = 15.0
}

extension Network {
  /// Whether a hospital may well do what nobody says of it: a general hospital of a province, region
  /// or city, or one that is known for something else of the specialty.
  func isWorthAsking(_ index: FacilityIndex, about need: Need, on day: Day) -> Bool {
    let facility = facility(index)
    switch facility.kind {
    case .provincialGeneral, .regionalGeneral: return true
    case .cityHospital where FoldedName(facility.name).text.contains("da khoa"): return true
    default: break
    }
    guard facility.kind.isHospital else { return false }
    return capabilities(of: index).contains { statement in
      statement.value == .yes && statement.period.standing(on: day) == .inForce
        && vocabulary.capabilityTypes[statement.code]?.specialty == need.specialty
    }
  }

  /// The hospitals among rejections that are worth a call before going to a target.
  ///
  /// - Parameters:
  ///   - rejections: The rejections.
  ///   - query: The query.
  ///   - target: Minutes to the target; nil where there is none.
  /// - Returns: The hospitals, the nearest first.
  func worthAsking(
    _ rejections: [Rejection], _ query: ReferralQuery, nearerThan target: Double?
  ) -> [UnknownNearer] {
    rejections.compactMap { rejection in
      guard rejection.reasons.map(\.code) == [.capabilityUnknown], let minutes = rejection.minutes,
        target.map({ minutes <= $0 - UnknownNearer.leastMinutes }) ?? true,
        isWorthAsking(rejection.facility, about: query.need, on: query.at.day)
      else { return nil }
      return UnknownNearer(
        facility: rejection.facility, minutes: minutes, nearerBy: target.map { $0 - minutes })
    }.sorted { ($0.minutes, $0.facility) < ($1.minutes, $1.facility) }
  }
}

extension ReferralAnswer {
  /// The hospitals of unknown capability that are nearer than the first target by a quarter of an
  /// hour or more, or all that are reached where there is no target.
  ///
  /// - Parameters:
  ///   - network: The network that was asked.
  ///   - query: The query.
  /// - Returns: The hospitals, the nearest first.
  public func unknownNearer(in network: Network, _ query: ReferralQuery) -> [UnknownNearer] {
    network.worthAsking(rejected, query, nearerThan: targets.first?.minutes)
  }
}
