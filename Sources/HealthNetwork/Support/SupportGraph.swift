public import Facts

/// Who supports whom: one link for each supporter and recipient that a record names.
///
///     let graph = SupportGraph(network)
///     graph.links(to: station, on: day)
///
/// An actor is a facility (its index) or a party (the number of facilities and its index). A group
/// whose members are known stands for each of them; one whose members nobody named stays an actor of
/// its own: its members are unknown, not none. Which role supports which is said once:
/// `Member.Role.supports`.
public struct SupportGraph: Sendable {
  /// The network.
  public let network: Network
  /// The links, in order of agreements, rotations and specialty networks.
  public let links: [SupportLink]
  /// The links to each actor, by number.
  private let linksTo: [[Int]]

  /// Gathers the links.
  ///
  /// - Complexity: O(*n*), where *n* is the number of pairs of supporter and recipient.
  public init(_ network: Network) {
    var gathering = SupportGathering(network)
    gathering.gather()
    self.network = network
    links = gathering.links
    var linksTo = [[Int]](
      repeating: [], count: network.facilityCount + network.records.parties.count)
    for (number, link) in gathering.links.enumerated() { linksTo[link.recipient].append(number) }
    self.linksTo = linksTo
  }

  /// The number of actors.
  public var actorCount: Int { linksTo.count }

  /// The facility that an actor is; nil for a party.
  public func facility(of actor: Int) -> FacilityIndex? {
    actor < network.facilityCount ? FacilityIndex(actor) : nil
  }

  /// The id of an actor.
  public func id(of actor: Int) -> String {
    actor < network.facilityCount
      ? network.records.facilities[actor].record.id
      : network.records.parties[actor - network.facilityCount].record.id
  }

  /// The name of an actor.
  public func name(of actor: Int) -> String {
    actor < network.facilityCount
      ? network.records.facilities[actor].record.name
      : network.records.parties[actor - network.facilityCount].record.name
  }

  /// The links to an actor, in order.
  public func links(to actor: Int) -> [SupportLink] { linksTo[actor].map { links[$0] } }

  /// Whether a link counts on a day: in force, sure enough, and neither end closed.
  public func counts(
    _ link: SupportLink, on day: Day, minimumConfidence: Confidence
  ) -> Bool {
    guard link.standing(on: day) == .inForce,
      link.provenance.effectiveConfidence >= minimumConfidence
    else { return false }
    return [link.supporter, link.recipient].allSatisfy { actor in
      facility(of: actor).map { network.facility($0).isInService(on: day, isConfirmed: false) }
        ?? true
    }
  }

  /// The id of the record that a link rests on.
  public func id(of basis: SupportLink.Basis) -> String {
    switch basis {
    case .agreement(let index): network.records.agreements[index].record.id
    case .rotation(let index): network.records.rotations[index].record.id
    case .specialtyNetwork(let index): network.records.specialtyNetworks[index].record.id
    }
  }
}

/// Walks the records that say who supports whom.
private struct SupportGathering {
  let network: Network
  var links: [SupportLink] = []
  private let parties: [String: Int]

  /// An actor that a record names, itself or by a group, with the periods of the memberships.
  private struct Named {
    var actor: Int
    var group: Int?
    var periods: [Period]
  }

  init(_ network: Network) {
    self.network = network
    parties = Dictionary(
      network.records.parties.enumerated().map { ($1.record.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func gather() {
    for (index, located) in network.records.agreements.enumerated() {
      let agreement = located.record
      guard agreement.isSupport else { continue }
      link(
        agreement.members, .agreement(index), agreement.kind, specialties(agreement.topics),
        agreement.period, agreement.provenance)
    }
    for (index, located) in network.records.rotations.enumerated() {
      let rotation = located.record
      link(
        from: expand(rotation.supporter), to: expand(rotation.recipient), .rotation(index),
        .rotation, specialties(rotation.topics), rotation.period, rotation.provenance)
    }
    for (index, located) in network.records.specialtyNetworks.enumerated() {
      let specialty = located.record
      link(
        specialty.members, .specialtyNetwork(index), .specialtyNetwork, [specialty.specialty],
        specialty.period, specialty.provenance)
    }
  }

  /// Links the members of a record by their roles.
  private mutating func link(
    _ members: [Member], _ basis: SupportLink.Basis, _ kind: Agreement.Kind,
    _ specialties: [String], _ period: Period, _ provenance: Provenance
  ) {
    var actors: [Member.Role: [Named]] = [:]
    for member in members { actors[member.role, default: []] += self.actors(member) }
    let roles = Set(actors.filter { !$0.value.isEmpty }.keys)
    for (upper, lower) in Member.Role.directSupport(among: roles) {
      link(
        from: actors[upper] ?? [], to: actors[lower] ?? [], basis, kind, specialties, period,
        provenance)
    }
  }

  private mutating func link(
    from supporters: [Named], to recipients: [Named], _ basis: SupportLink.Basis,
    _ kind: Agreement.Kind, _ specialties: [String], _ period: Period, _ provenance: Provenance
  ) {
    for supporter in supporters {
      for recipient in recipients where recipient.actor != supporter.actor {
        links.append(
          SupportLink(
            supporter: supporter.actor, recipient: recipient.actor, basis: basis, kind: kind,
            specialties: specialties, group: recipient.group ?? supporter.group,
            periods: [period] + supporter.periods + recipient.periods, provenance: provenance))
      }
    }
  }

  private func actors(_ member: Member) -> [Named] {
    expand(member.ref).map { named in
      Named(actor: named.actor, group: named.group, periods: [member.period] + named.periods)
    }
  }

  /// A facility or party, or the members of a group one by one.
  private func expand(_ id: String, within seen: Set<String> = []) -> [Named] {
    if let facility = network.facilityIndex(of: id) {
      return [Named(actor: facility.rawValue, group: nil, periods: [])]
    }
    guard let index = parties[id], !seen.contains(id) else { return [] }
    let party = network.records.parties[index].record
    let actor = network.facilityCount + index
    guard party.standsForMembers else {
      return [Named(actor: actor, group: nil, periods: [party.period])]
    }
    return party.members.flatMap { member in
      expand(member.ref, within: seen.union([id])).map { named in
        Named(
          actor: named.actor, group: actor,
          periods: [party.period, member.period] + named.periods)
      }
    }
  }

  private func specialties(_ topics: [Topic]) -> [String] {
    var codes: [String] = []
    for topic in topics {
      let code =
        topic.specialty
        ?? topic.capability.flatMap { network.vocabulary.capabilityTypes[$0]?.specialty }
      if let code, !codes.contains(code) { codes.append(code) }
    }
    return codes
  }
}
