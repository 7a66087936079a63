public import Facts
import HealthNetwork

/// The chain of a specialty network from one of its lowest members up to its hub, and where it is
/// broken.
public struct NetworkChain: Hashable, Sendable {
  /// Why a chain does not hold.
  public enum Break: Hashable, Sendable {
    /// The network is not in force.
    case networkNotInForce(Period.Standing)
    /// The lowest member is no longer, or not yet, in it.
    case memberNotInForce(Period.Standing)
    /// The lowest member is closed or does not work.
    case memberClosed
    /// No spoke between the first contact and the hub is in force.
    case noSpoke
    /// No hub is named.
    case noHub
    /// No hub is in force and open.
    case hubNotInForce
    /// A statement says that no hub performs the treatment of the specialty.
    case hubCannot(code: String)
    /// Nobody said that a hub performs the treatment of the specialty.
    case hubUnknown(code: String)
  }

  /// The index of the specialty network.
  public let network: Int
  /// The id of the lowest member: a first contact, or a spoke where there is none.
  public let lowest: String
  /// The ids of the spokes that are in force between it and the hub.
  public let spokes: [String]
  /// The ids of the hubs that are in force.
  public let hubs: [String]
  /// Where it is broken, from below.
  public let breaks: [Break]
  /// Whether it begins at a spoke, as the network names no first contact: what is below is unknown.
  public let endsAtSpoke: Bool

  /// Whether nothing is known to break it.
  public var isWhole: Bool {
    breaks.allSatisfy { if case .hubUnknown = $0 { true } else { false } }
  }

  /// Follows the chains of all specialty networks.
  ///
  /// - Returns: Chains in order of network and member.
  public static func all(_ register: PracticeRegister) -> [NetworkChain] {
    register.network.records.specialtyNetworks.indices.flatMap { chains(of: $0, register) }
  }

  private static func chains(of index: Int, _ register: PracticeRegister) -> [NetworkChain] {
    let record = register.network.records.specialtyNetworks[index].record
    let contacts = record.members.filter { $0.role == .firstContact }
    let spokes = record.members.filter { $0.role == .spoke }
    let hubs = record.members.filter { $0.role == .hub || $0.role == .lastLine }
    let standing = record.period.standing(on: register.day)
    let lowest = contacts.isEmpty ? spokes : contacts
    return lowest.map { member in
      var breaks: [Break] = []
      let own = member.period.standing(on: register.day)
      if own != .inForce { breaks.append(.memberNotInForce(own)) }
      if !isOpen(member, register) { breaks.append(.memberClosed) }
      let middle = contacts.isEmpty ? [] : spokes.filter { holds($0, register) }
      if !contacts.isEmpty, !spokes.isEmpty, middle.isEmpty { breaks.append(.noSpoke) }
      let top = hubs.filter { holds($0, register) }
      if hubs.isEmpty {
        breaks.append(.noHub)
      } else if top.isEmpty {
        breaks.append(.hubNotInForce)
      } else if let broken = treatment(of: record.specialty, at: top, register) {
        breaks.append(broken)
      }
      if standing != .inForce { breaks.append(.networkNotInForce(standing)) }
      return NetworkChain(
        network: index, lowest: member.ref, spokes: middle.map(\.ref), hubs: top.map(\.ref),
        breaks: breaks, endsAtSpoke: contacts.isEmpty)
    }
  }

  private static func holds(_ member: Member, _ register: PracticeRegister) -> Bool {
    member.period.standing(on: register.day) == .inForce && isOpen(member, register)
  }

  private static func isOpen(_ member: Member, _ register: PracticeRegister) -> Bool {
    register.network.facilityIndex(of: member.ref).map {
      register.network.facility($0).isInService(on: register.day, isConfirmed: false)
    } ?? true
  }

  /// Why the hubs cannot be relied on for the treatment that a need of the specialty means.
  private static func treatment(
    of specialty: String, at hubs: [Member], _ register: PracticeRegister
  ) -> Break? {
    guard let code = register.network.vocabulary.specialties[specialty]?.entry else { return nil }
    let answers = hubs.compactMap { register.network.facilityIndex(of: $0.ref) }
      .map { register.performance(of: code, at: $0).answer }
    if answers.contains(.yes) { return nil }
    return answers.isEmpty || answers.contains(.unknown)
      ? .hubUnknown(code: code)
      : .hubCannot(code: code)
  }
}
