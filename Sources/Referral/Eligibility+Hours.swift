import Facts
import HealthNetwork

extension Eligibility {
  /// The statement to rely on at an arrival, or why there is none.
  ///
  /// - Parameters:
  ///   - statements: Those that say the facility can, best first.
  ///   - arrival: The instant of arrival.
  /// - Returns: The first that is surely there, else the likeliest, else the first absent one.
  func service(
    of statements: [Capability], at arrival: Instant
  ) -> (statement: Capability, presence: Presence)? {
    var uncertain: (Capability, Presence)?
    var absent: (Capability, Presence)?
    for statement in statements {
      let presence = presence(of: statement, at: arrival)
      if !suffices(presence) || support(of: statement, at: arrival).reason != nil {
        absent =
          absent ?? (statement, suffices(presence) ? .closed(secondsUntilOpen: nil) : presence)
      } else if presence == .hoursUnknown {
        uncertain = uncertain ?? (statement, presence)
      } else if case .chance = presence {
        uncertain = uncertain ?? (statement, presence)
      } else {
        return (statement, presence)
      }
    }
    return uncertain ?? absent
  }

  /// Whether a presence will do.
  func suffices(_ presence: Presence) -> Bool { presence.suffices(query.minimumProbability) }

  /// Whether what a statement says is there at an instant: by its hours, or those of the rotation that
  /// performs it, and by what is otherwise on the day.
  func presence(of statement: Capability, at instant: Instant) -> Presence {
    let windows = windows(of: statement, at: instant)
    if windows.isEmpty, isNight(for: statement, at: instant) {
      return .closed(secondsUntilOpen: nil)
    }
    if windows.isEmpty,
      let exception = network.exception(
        facility: statement.facility, capability: statement.code, on: instant.day),
      exception.otherWindows == nil
    {
      // That unknown hours hold on a day leaves them unknown, whatever less close ones say.
      return .hoursUnknown
    }
    return Presence(
      windows,
      exceptions: network.hoursExceptions(
        facility: statement.facility, capability: statement.code, weekly: windows),
      at: instant)
  }

  /// Whether it is night, and a practice that does not admit patients is meant: a polyclinic of which
  /// nobody says when it is open is not relied on then.
  private func isNight(for statement: Capability, at instant: Instant) -> Bool {
    guard let index = network.facilityIndex(of: statement.facility) else { return false }
    guard network.facility(index).kind == .polyclinic else { return false }
    return !Eligibility.practiceHours.contains(instant.secondOfDay / 60)
      && network.exception(
        facility: statement.facility, capability: statement.code, on: instant.day) == nil
  }

  /// The minutes of the day in which a practice of unknown hours may be open: 06:00 to 18:00.
  private static let practiceHours = 360..<1_080

  /// Why what a statement says is not there at an arrival; nil where its presence will do.
  func absence(of statement: Capability, _ presence: Presence, at arrival: Instant) -> Reason? {
    if let reason = support(of: statement, at: arrival).reason { return reason }
    guard !suffices(presence) else { return nil }
    var reason: Reason
    switch presence {
    case .chance(let chance, let sessions):
      reason = .rotationAbsent(
        query.need, arrival: arrival, chance: chance, sessions: sessions,
        required: query.minimumProbability)
    case .closed where isUnknownAtNight(statement, at: arrival):
      reason = .practiceAtNight(query.need, arrival: arrival)
    case .closed(let seconds):
      reason = .closedOnArrival(query.need, arrival: arrival, secondsUntilOpen: seconds)
    case .always, .open, .hoursUnknown: return nil
    }
    if let exception = network.exception(
      facility: statement.facility, capability: statement.code, on: arrival.day)
    {
      let holiday = network.holiday(on: arrival.day)
      reason = reason.onDay(
        holiday?.name ?? arrival.day.vi, holiday?.nameEn ?? holiday?.name ?? "\(arrival.day)",
        source: exception.provenance.source)
    }
    return reason
  }

  /// What to ask about a service that is there at an arrival.
  func cautions(of statement: Capability, _ presence: Presence, at arrival: Instant) -> [Caution] {
    var cautions = presence == .hoursUnknown ? [Caution.serviceHoursUnknown] : []
    cautions += support(of: statement, at: arrival).remarks.map { .remark($0) }
    if presence != .always, let holiday = network.holiday(on: arrival.day),
      network.exception(
        facility: statement.facility, capability: statement.code, on: arrival.day) == nil
    {
      cautions.append(.remark(.holiday(holiday, arrival.day)))
    }
    return cautions
  }

  private func isUnknownAtNight(_ statement: Capability, at arrival: Instant) -> Bool {
    windows(of: statement, at: arrival).isEmpty && isNight(for: statement, at: arrival)
  }

  /// The caution when a statement without hours is relied on and another one says that it is
  /// closed then.
  func disagreement(
    of statements: [Capability], _ presence: Presence, at arrival: Instant
  ) -> [Caution] {
    guard presence == .hoursUnknown else { return [] }
    let closed = statements.first { statement in
      if case .closed = self.presence(of: statement, at: arrival) { return true }
      return false
    }
    return closed.map {
      [.remark(.closedBySomebody(query.need, statement: $0, at: arrival))]
    } ?? []
  }

  /// The ordinary hours of what a statement says at an instant: its own, else those of a rotation
  /// that performs it, else its sessions a week.
  private func windows(of statement: Capability, at instant: Instant) -> [ServiceWindow] {
    guard statement.windows.isEmpty, statement.performer == .rotation else {
      return statement.windows
    }
    let known = rotations(performing: statement)
    let inForce = known.filter { $0.period.standing(on: instant.day) == .inForce }
    let current =
      inForce.isEmpty
      ? known.filter { $0.period.standing(on: instant.day) == .unknown } : inForce
    let windows = current.flatMap(\.windows)
    if !windows.isEmpty { return windows }
    let sessions = current.compactMap { rotation in
      rotation.sessionsPerWeek ?? agreedSessions(rotation.agreement)
    }
    guard !sessions.isEmpty else { return [] }
    var window = ServiceWindow()
    window.sessionsPerWeek = sessions.reduce(0, +)
    return [window]
  }

  private func agreedSessions(_ agreement: String?) -> Int? {
    agreement.flatMap { id in
      network.records.agreements.first { $0.record.id == id }?.record.sessionsPerWeek
    }
  }

  /// The rotations that may be what performs a statement: to the facility, from its supporter where
  /// it names one, and about what it says where they say about what they are.
  func rotations(performing statement: Capability) -> [Rotation] {
    let granting = network.vocabulary.codes(granting: statement.code)
    let specialty = network.vocabulary.capabilityTypes[statement.code]?.specialty
    return (rotations[statement.facility] ?? []).filter { rotation in
      guard statement.supportedBy.map({ $0 == rotation.supporter }) ?? true else { return false }
      return rotation.topics.isEmpty
        || rotation.topics.contains { topic in
          topic.capability.map { granting.contains($0) }
            ?? topic.specialty.map { $0 == specialty } ?? true
        }
    }
  }
}
