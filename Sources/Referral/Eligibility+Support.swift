import Facts
import HealthNetwork

extension Eligibility {
  /// Who stands behind a statement that others perform or support, at an instant.
  ///
  /// - Returns: Why they do not, and what to ask about when they do.
  func support(
    of statement: Capability, at instant: Instant
  ) -> (reason: Reason?, remarks: [Remark]) {
    switch statement.performer {
    case .ownStaff, nil: return (nil, [])
    case .rotation:
      let (reason, remarks) = rotation(of: statement, at: instant)
      if let reason { return (reason, remarks) }
      guard let id = statement.supportedBy else { return (nil, remarks) }
      return (unavailable(id, statement, at: instant), remarks)
    case .remoteSupported:
      guard let id = statement.supportedBy else { return (nil, [.supporterUnknown(query.need)]) }
      if let reason = unavailable(id, statement, at: instant) { return (reason, []) }
      return (nil, [remoteSupport(id, statement, at: instant)])
    }
  }

  /// Whether a rotation is there on the day, by its period.
  private func rotation(
    of statement: Capability, at instant: Instant
  ) -> (reason: Reason?, remarks: [Remark]) {
    let known = rotations(performing: statement)
    let standings = known.map { ($0, $0.period.standing(on: instant.day)) }
    guard !known.isEmpty, !standings.contains(where: { $0.1 == .inForce }) else { return (nil, []) }
    if let unknown = standings.first(where: { $0.1 == .unknown })?.0 {
      return (nil, [.rotationUncertain(query.need, source: unknown.provenance.source)])
    }
    let next = standings.filter { $0.1 == .notYet }.compactMap { pair in
      pair.0.period.from.map { (pair.0, $0) }
    }.min { $0.1.start < $1.1.start }
    if let (rotation, from) = next {
      return (.rotationNotYet(query.need, from: from, source: rotation.provenance.source), [])
    }
    let last = standings.compactMap { pair in pair.0.period.to.map { (pair.0, $0) } }
      .max { $0.1.start < $1.1.start }
    return (
      last.map { .rotationEnded(query.need, to: $0.1, source: $0.0.provenance.source) }, []
    )
  }

  /// Why a supporter cannot be counted on at an instant.
  private func unavailable(
    _ id: String, _ statement: Capability, at instant: Instant
  ) -> Reason? {
    let day = instant.day
    guard let index = network.facilityIndex(of: id) else {
      guard let party = network.records.parties.first(where: { $0.record.id == id })?.record,
        party.period.standing(on: day) == .ended, let to = party.period.to
      else { return nil }
      return .supporterEnded(query.need, party.name, on: to)
    }
    let facility = network.facility(index)
    if let closed = facility.closed, day >= closed.start {
      return .supporterEnded(query.need, facility.name, on: closed)
    }
    if let starts = facility.opened ?? facility.activated, day < starts.start {
      return .supporterNotYet(query.need, facility.name, from: starts)
    }
    if facility.activity == .inactive {
      let note = facility.provenance.note.map { network.words($0) }
      return .supporterInactive(query.need, facility.name, note: note)
    }
    let required = network.vocabulary.codes(requiredBy: statement.code)
    let freshness = network.freshness(of: .off)
    let off = network.picture(of: index, at: query.at).off.first {
      required.contains($0.value.capability)
        && StatusUse.weight(of: $0, freshness, asked: query.at, at: instant) == .fresh
    }
    return off.map { .supporterOff(query.need, facility.name, Told($0, asked: query.at)) }
  }

  /// Whom to call about support from afar, and whether what was agreed on it still holds.
  private func remoteSupport(
    _ id: String, _ statement: Capability, at instant: Instant
  ) -> Remark {
    let facility = network.facilityIndex(of: id).map { network.facility($0) }
    let party = network.records.parties.first { $0.record.id == id }?.record
    let phone = facility.flatMap { network.phone(of: $0, specialty: query.need.specialty) }
    let agreements = network.records.agreements.lazy.map(\.record).filter { agreement in
      let members = agreement.members.map(\.ref)
      return members.contains(id) && members.contains(statement.facility)
    }
    let ends = agreements.map { ($0.period.standing(on: instant.day), $0.period.to) }
    let isOver = !ends.isEmpty && ends.allSatisfy { $0.0 == .ended }
    return .remoteSupport(
      query.need, by: facility?.name ?? party?.name ?? id, phone: phone,
      ended: isOver ? ends.compactMap(\.1).max { $0.start < $1.start } : nil,
      source: statement.provenance.source)
  }
}
