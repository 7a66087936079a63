public import Facts
public import HealthNetwork

/// What stands behind sending patients from one facility to another: an agreement, a specialty
/// network, a rotation.
public struct TransferBasis: Hashable, Sendable {
  /// What kind of record it is.
  public enum Kind: Hashable, Sendable {
    /// An agreement of this kind.
    case agreement(Agreement.Kind)
    /// A specialty network.
    case specialtyNetwork
    /// A rotation of staff.
    case rotation
  }

  /// How the record means the two facilities.
  public enum Precision: Int, Comparable, Sendable {
    /// It names both of them.
    case facilities
    /// It names a group to which one belongs.
    case groups
    /// It is one of the authorities of their provinces, and names no facility.
    case authorities

    /// Whether one is more exact than another.
    public static func < (left: Precision, right: Precision) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The kind of record.
  public var kind: Kind
  /// The record's id.
  public var id: String
  /// Its name.
  public var name: String?
  /// The index of the facility that refers.
  public var lower: FacilityIndex
  /// The index of the facility that receives.
  public var upper: FacilityIndex
  /// How it means them.
  public var precision: Precision
  /// Whether it holds on the day.
  public var standing: Period.Standing
  /// Its period, or that of the membership which decides.
  public var period: Period
  /// Whether it speaks of the specialty; if not, it speaks of none in particular.
  public var namesSpecialty: Bool
  /// Where it comes from.
  public var provenance: Provenance
}

/// Finds what stands behind sending patients from one facility to another.
///
/// Which role receives patients from which is said by `Member.Role.receivesPatients`, and what is no
/// support at all by `Agreement.isSupport`. A record that is about other specialties stands behind
/// nothing. Ended and future records are found too, and say so.
struct TransferBasisFinder {
  /// A name by which a record may mean a facility.
  private struct Name {
    var precision: TransferBasis.Precision
    /// The periods of the memberships by which it is one, and of their groups.
    var periods: [Period] = []
  }

  /// A record and its members.
  private struct Record {
    var kind: TransferBasis.Kind
    var id: String
    var name: String?
    var period: Period
    var members: [Member]
    var namesSpecialty: Bool
    var provenance: Provenance
  }

  private let network: Network
  private let day: Day
  private var records: [Record] = []
  /// The groups to which each facility or party belongs, with the periods that must hold.
  private var groups: [String: [(id: String, periods: [Period])]] = [:]
  /// The authorities of each place.
  private var authorities: [String: [String]] = [:]
  private var names: [FacilityIndex: [String: Name]] = [:]

  init(_ network: Network, need: Need, on day: Day) {
    self.network = network
    self.day = day
    for party in network.records.parties.map(\.record) {
      if party.standsForMembers {
        for member in party.members {
          groups[member.ref, default: []].append((party.id, [party.period, member.period]))
        }
      }
      if let place = party.place, [.departmentOfHealth, .peoplesCommittee].contains(party.kind) {
        authorities[place, default: []].append(party.id)
      }
    }
    for agreement in network.records.agreements.map(\.record) where agreement.isSupport {
      guard let named = names(need, in: agreement.topics) else { continue }
      records.append(
        Record(
          kind: .agreement(agreement.kind), id: agreement.id, name: agreement.name,
          period: agreement.period, members: agreement.members, namesSpecialty: named,
          provenance: agreement.provenance))
    }
    for one in network.records.specialtyNetworks.map(\.record)
    where one.specialty == need.specialty {
      records.append(
        Record(
          kind: .specialtyNetwork, id: one.id, name: one.name, period: one.period,
          members: one.members, namesSpecialty: true, provenance: one.provenance))
    }
    for rotation in network.records.rotations.map(\.record) {
      guard let named = names(need, in: rotation.topics) else { continue }
      var members = [Member(), Member()]
      (members[0].ref, members[0].role) = (rotation.supporter, .supporter)
      (members[1].ref, members[1].role) = (rotation.recipient, .recipient)
      records.append(
        Record(
          kind: .rotation, id: rotation.id, name: nil, period: rotation.period, members: members,
          namesSpecialty: named, provenance: rotation.provenance))
    }
  }

  /// Whether topics name the specialty of a need; nil when they name others only.
  private func names(_ need: Need, in topics: [Topic]) -> Bool? {
    let specialties = topics.flatMap { topic in
      [
        topic.specialty,
        topic.capability.flatMap { network.vocabulary.capabilityTypes[$0]?.specialty },
      ].compactMap { $0 }
    }
    if specialties.isEmpty { return false }
    return specialties.contains(need.specialty) ? true : nil
  }

  /// What stands behind sending patients from some facilities to another: what holds first, then the
  /// most exact, then the surest.
  mutating func backings(from lowers: [FacilityIndex], to upper: FacilityIndex) -> [TransferBasis] {
    var found: [TransferBasis] = []
    let upperNames = names(of: upper)
    for lower in lowers where lower != upper {
      let lowerNames = names(of: lower)
      for record in records {
        if let backing = backing(record, lower, lowerNames, upper, upperNames) {
          found.append(backing)
        }
      }
    }
    found.sort { left, right in
      let (first, second) = (left.standing == .inForce, right.standing == .inForce)
      if first != second { return first }
      if left.precision != right.precision { return left.precision < right.precision }
      let sure = (left.provenance.effectiveConfidence, right.provenance.effectiveConfidence)
      if sure.0 != sure.1 { return sure.0 > sure.1 }
      return (left.id, left.lower) < (right.id, right.lower)
    }
    // Authorities stand for every facility of their provinces: said once.
    var told = Set<String>()
    return found.filter { $0.precision < .authorities || told.insert($0.id).inserted }
  }

  private func backing(
    _ record: Record, _ lower: FacilityIndex, _ lowerNames: [String: Name], _ upper: FacilityIndex,
    _ upperNames: [String: Name]
  ) -> TransferBasis? {
    var best: (precision: TransferBasis.Precision, standing: Period.Standing, period: Period)?
    for below in record.members {
      guard let lowerName = lowerNames[below.ref] else { continue }
      for above in record.members
      where above.ref != below.ref && above.role.receivesPatients(from: below.role) {
        guard let upperName = upperNames[above.ref] else { continue }
        let precision = max(lowerName.precision, upperName.precision)
        let periods =
          [record.period, below.period, above.period] + lowerName.periods + upperName.periods
        let deciding = periods.max {
          TransferBasisFinder.doubt($0.standing(on: day))
            < TransferBasisFinder.doubt($1.standing(on: day))
        }
        let period = deciding ?? record.period
        let standing = period.standing(on: day)
        if let best,
          (best.precision, TransferBasisFinder.doubt(best.standing)) <= (
            precision, TransferBasisFinder.doubt(standing)
          )
        {
          continue
        }
        best = (precision, standing, period)
      }
    }
    guard let best else { return nil }
    return TransferBasis(
      kind: record.kind, id: record.id, name: record.name, lower: lower, upper: upper,
      precision: best.precision, standing: best.standing, period: best.period,
      namesSpecialty: record.namesSpecialty, provenance: record.provenance)
  }

  private static func doubt(_ standing: Period.Standing) -> Int {
    switch standing {
    case .inForce: 0
    case .unknown: 1
    case .notYet: 2
    case .ended: 3
    }
  }

  /// Everything that a record may call a facility by: itself, its groups, its authorities.
  private mutating func names(of facility: FacilityIndex) -> [String: Name] {
    if let known = names[facility] { return known }
    let record = network.facility(facility)
    var result = [record.id: Name(precision: .facilities)]
    var pending = [record.id]
    while let ref = pending.popLast() {
      for group in groups[ref] ?? [] where result[group.id] == nil {
        result[group.id] = Name(
          precision: .groups, periods: (result[ref]?.periods ?? []) + group.periods)
        pending.append(group.id)
      }
    }
    for placement in record.placements {
      var place = network.placeIndex(of: placement.place).map(network.place)
      while let unit = place {
        for authority in authorities[unit.reference] ?? [] where result[authority] == nil {
          result[authority] = Name(precision: .authorities)
        }
        place = network.parent(of: unit)
      }
    }
    names[facility] = result
    return result
  }
}
