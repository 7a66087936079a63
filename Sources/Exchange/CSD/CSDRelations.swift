import Facts
import HealthNetwork

/// Who belongs to whom in a network, as CSD tells it: a facility names its organizations, an
/// organization the one above it.
struct CSDRelations {
  /// The ids of the facilities that others have as parent, in order.
  let parents: [String]
  /// The places of the parties that a facility is a member of, by its id.
  let partiesOfFacility: [String: [Int]]
  /// The place of the first party that a party is a member of, by its id.
  let parentOfParty: [String: Int]
  /// What each party lists as members once its document is read again.
  let members: [[Member]]

  init(_ network: Network) {
    let parties = network.records.parties
    parents = Set(network.records.facilities.compactMap(\.record.parent)).sorted()
    let partyIDs = Set(parties.map(\.record.id))
    var partiesOfFacility: [String: [Int]] = [:]
    var parentOfParty: [String: Int] = [:]
    for index in parties.indices {
      for member in parties[index].record.members where member.ref != parties[index].record.id {
        if partyIDs.contains(member.ref) {
          if parentOfParty[member.ref] == nil { parentOfParty[member.ref] = index }
        } else if partiesOfFacility[member.ref]?.last != index {
          partiesOfFacility[member.ref, default: []].append(index)
        }
      }
    }
    var members = [[Member]](repeating: [], count: parties.count)
    func add(_ id: String, to party: Int) {
      var member = Member()
      member.ref = id
      members[party].append(member)
    }
    for located in parties {
      if let parent = parentOfParty[located.record.id] { add(located.record.id, to: parent) }
    }
    for located in network.records.facilities {
      for party in partiesOfFacility[located.record.id] ?? [] { add(located.record.id, to: party) }
    }
    self.partiesOfFacility = partiesOfFacility
    self.parentOfParty = parentOfParty
    self.members = members
  }
}
