public import Facts
public import HealthNetwork

/// The communes whose health station or people's committee somebody supports by name.
///
///     let supported = SupportedCommunes(network, on: day)
///     supported.supporters["gso-2024:28270"]
///
/// Only what names both sides counts: an agreement or rotation in force with a supporter and the
/// station, or the committee, that receives. What departments of health agreed for whole provinces is
/// support of no commune by name.
public struct SupportedCommunes: Sendable {
  /// The ids of the supporters of each supported commune, by its reference.
  public private(set) var supporters: [String: Set<String>] = [:]

  private static let giving: Set<Member.Role> = [.supporter, .hub, .lastLine]
  private static let receiving: Set<Member.Role> = [.recipient, .spoke, .firstContact]

  /// Gathers who is supported.
  ///
  /// - Complexity: O(*n*), where *n* is the number of agreements and rotations with their members.
  public init(_ network: Network, on day: Day) {
    let parties = Dictionary(
      network.records.parties.map { ($0.record.id, $0.record) },
      uniquingKeysWith: { first, _ in first })
    for agreement in network.records.agreements.map(\.record)
    where agreement.period.standing(on: day) == .inForce {
      let members = agreement.members.filter { $0.period.standing(on: day) == .inForce }
      let supporters = members.filter { SupportedCommunes.giving.contains($0.role) }.map(\.ref)
      for member in members where SupportedCommunes.receiving.contains(member.role) {
        add(supporters, to: member.ref, network, parties)
      }
    }
    for rotation in network.records.rotations.map(\.record)
    where rotation.period.standing(on: day) == .inForce {
      add([rotation.supporter], to: rotation.recipient, network, parties)
    }
  }

  private mutating func add(
    _ supporters: [String], to recipient: String, _ network: Network, _ parties: [String: Party]
  ) {
    guard !supporters.isEmpty else { return }
    var places: [String] = []
    if let index = network.facilityIndex(of: recipient) {
      let facility = network.facility(index)
      guard facility.kind == .communeHealthStation else { return }
      places = facility.placements.map(\.place)
    } else if let place = parties[recipient]?.place {
      places = [place]
    }
    for reference in places {
      guard let index = network.placeIndex(of: reference), network.place(index).level == .commune
      else { continue }
      self.supporters[reference, default: []].formUnion(supporters)
    }
  }

  /// The communes of a geography that others do not support and these do, in ascending order.
  public func communes(notIn other: SupportedCommunes, ofScheme scheme: String) -> [String] {
    supporters.keys.filter { $0.hasPrefix(scheme + ":") && other.supporters[$0] == nil }.sorted()
  }
}
