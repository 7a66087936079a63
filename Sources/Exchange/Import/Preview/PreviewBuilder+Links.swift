import Facts
import HealthNetwork

extension PreviewBuilder {
  /// The system of an identifier that remembers under which id another list has a facility.
  static let linkedSystem = "tuyen.linked"

  /// Gives facilities that the network knows under another id the id that they have there: those
  /// that a person linked, and those of other formats that share an identifier with one of ours.
  mutating func linkFacilities() {
    let known = Set(base.facilities.map(\.record.id))
    let listed = Set(incoming.facilities.map(\.record.id))
    var byIdentifier: [OtherIdentifier: [String]] = [:]
    for facility in base.facilities {
      for identifier in facility.record.identifiers {
        byIdentifier[identifier, default: []].append(facility.record.id)
      }
    }
    separateStrangers(known)
    let matcher =
      madeIDs.isEmpty
      ? nil
      : FacilityMatcher(base.facilities.map(\.record), PlaceTree(base.places.map(\.record)))
    var names: [String: String] = [:]
    var linked: Set<String> = []
    var meantByName: Set<String> = listed
    for index in incoming.facilities.indices {
      let located = incoming.facilities[index]
      let facility = located.record
      let isMade = madeIDs.contains(facility.id)
      if let target = options.links[facility.id] {
        guard known.contains(target) || (listed.contains(target) && target != facility.id) else {
          add(
            "link_unknown", .error, Facility.self, located,
            vi: "không có cơ sở \"\(target)\" để nối tới",
            en: "there is no facility \"\(target)\" to link to")
          continue
        }
        remember(isMade ? PreviewBuilder.madeKey(of: facility) : facility.id, at: index)
        names[facility.id] = target
        linked.insert(target)
        continue
      }
      guard isMade || !known.contains(facility.id), !strangers.contains(facility.id),
        !options.replacesWhole,
        document(of: located.origin).format != .native
      else { continue }
      let key = isMade ? PreviewBuilder.madeKey(of: facility) : facility.id
      let own = key.map { [PreviewBuilder.linked($0)] } ?? []
      let meant = Set((facility.identifiers + own).flatMap { byIdentifier[$0] ?? [] })
      if meant.count == 1, let target = meant.first {
        names[facility.id] = target
        add(
          "matched_by_identifier", .note, Facility.self, located,
          vi: "là \(target), theo mã của hệ thống khác",
          en: "is \(target), by an identifier of another system")
      } else if meant.count > 1 {
        let list = meant.sorted().joined(separator: ", ")
        add(
          "identifier_ambiguous", .odd, Facility.self, located,
          vi: "mã của nó là của nhiều cơ sở: \(list)",
          en: "its identifiers are those of several facilities: \(list)")
      } else if isMade, let certain = matcher?.certain(facility),
        meantByName.insert(certain.id).inserted
      {
        names[facility.id] = certain.id
        add(
          "matched_by_name", .note, Facility.self, located,
          vi: "là \(certain.id) (\(certain.name)), theo tên, loại và nơi ở",
          en: "is \(certain.id) (\(certain.name)), by name, kind and place")
      }
    }
    // A link to a facility of the list that is itself one of ours leads there.
    for (id, target) in names {
      if let further = names[target], further != id { names[id] = further }
    }
    incoming.renameFacilities(names)
    joinLinked(linked)
  }

  static func linked(_ id: String) -> OtherIdentifier {
    var identifier = OtherIdentifier()
    identifier.system = linkedSystem
    identifier.value = id
    return identifier
  }

  /// Keeps the id under which a list has a linked facility, so that it need not be linked again.
  private mutating func remember(_ id: String?, at index: Int) {
    guard let id else { return }
    let identifier = PreviewBuilder.linked(id)
    if !incoming.facilities[index].record.identifiers.contains(identifier) {
      incoming.facilities[index].record.identifiers.append(identifier)
    }
  }
}

extension NetworkRecords {
  /// Gives facilities other ids, wherever they are named.
  mutating func renameFacilities(_ names: [String: String]) {
    guard !names.isEmpty else { return }
    func rename(_ id: inout String) {
      if let name = names[id] { id = name }
    }
    func rename(_ id: inout String?) {
      if let name = id.flatMap({ names[$0] }) { id = name }
    }
    func rename(_ members: inout [Member]) {
      for index in members.indices { rename(&members[index].ref) }
    }
    for index in facilities.indices {
      rename(&facilities[index].record.id)
      rename(&facilities[index].record.parent)
      rename(&facilities[index].record.successor)
    }
    for index in capabilities.indices {
      rename(&capabilities[index].record.facility)
      rename(&capabilities[index].record.supportedBy)
      rename(&capabilities[index].record.transferredBy)
    }
    for index in statuses.indices { rename(&statuses[index].record.facility) }
    for index in exceptions.indices { rename(&exceptions[index].record.facility) }
    for index in techniques.indices {
      rename(&techniques[index].record.facility)
      rename(&techniques[index].record.transferredBy)
    }
    for index in rotations.indices {
      rename(&rotations[index].record.supporter)
      rename(&rotations[index].record.recipient)
    }
    for index in figures.indices { rename(&figures[index].record.subject) }
    for index in parties.indices { rename(&parties[index].record.members) }
    for index in agreements.indices { rename(&agreements[index].record.members) }
    for index in programmes.indices { rename(&programmes[index].record.members) }
    for index in specialtyNetworks.indices { rename(&specialtyNetworks[index].record.members) }
    for index in trainings.indices { rename(&trainings[index].record.members) }
  }
}
