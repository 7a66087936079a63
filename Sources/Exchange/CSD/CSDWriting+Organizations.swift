import Facts
import HealthNetwork

extension CSDWriting {
  /// The organization that stands for the network, for what no other organization offers.
  var networkOrganization: DocumentElement {
    organization(
      named: network.header.name, entityID: entityID("network", network.header.id),
      authority: CSDCodes.networkID, code: network.header.id, kind: "network",
      asserted: network.header.provenance.asserted)
  }

  /// The organization that stands for a facility that others belong to.
  func organization(of facility: Facility) -> DocumentElement {
    organization(
      named: facility.name, entityID: entityID("organization", facility.id),
      authority: CSDCodes.facilityID, code: facility.id, kind: facility.kind.rawValue,
      asserted: facility.provenance.asserted)
  }

  private func organization(
    named name: String, entityID: String, authority: String, code: String, kind: String,
    asserted: PartialDate?
  ) -> DocumentElement {
    var element = DocumentElement("organization", ["entityID": entityID])
    element.children = [
      DocumentElement("otherID", ["code": code, "assigningAuthorityName": authority]),
      DocumentElement("codedType", ["code": kind, "codingScheme": CSDCodes.partyKind]),
      DocumentElement("primaryName", [:], name), record(asserted, Kept()),
    ]
    return element
  }

  /// The organization that the party of an index is.
  mutating func organization(ofParty index: Int) -> DocumentElement {
    let party = network.records.parties[index].record
    let kept = kept(party.extensions, kind: "party")
    let entity = entityID(of: party)
    var element = DocumentElement("organization", ["entityID": entity])
    element.children = ownID(party.id, entityID: entity)
    if party.kind != .other || kept.named("codedType").isEmpty {
      element.children.append(
        DocumentElement(
          "codedType", ["code": party.kind.rawValue, "codingScheme": CSDCodes.partyKind]))
    }
    element.children.append(DocumentElement("primaryName", [:], party.name))
    element.children += nameElements(party.nameEn, party.names, kept)
    if let parent = relations.parentOfParty[party.id] {
      element.children.append(
        DocumentElement(
          "parent", ["entityID": entityID(of: network.records.parties[parent].record)]))
    }
    var rest = party
    (rest.id, rest.name, rest.nameEn, rest.kind) = ("", "", nil, .other)
    if isPlain(party.names) { rest.names = [] }
    if relations.members[index] == party.members { rest.members = [] }
    rest.extensions = kept.others
    if let stamp = kept.named("record").first {
      // What a foreign record says of itself, its reader takes from there again.
      let isSame =
        rest.provenance.asserted
        == stamp["updated"].flatMap { PartialDate(String($0.prefix(10))) }
        && rest.provenance.source == stamp["sourceDirectory"].map(collapsingWhitespace)
      if isSame { (rest.provenance.asserted, rest.provenance.source) = (nil, nil) }
      if rest != Party() {
        rest.provenance = party.provenance
        rest.extensions += party.extensions.filter { $0.key == CSDCodes.kept + "record" }
      }
    }
    if rest != Party() || kept.named("record").isEmpty {
      element.children.append(own(rest, kind: "party"))
    }
    element.children += kept.elements.filter { $0.name != "record" && $0.name != "parent" }
    element.children.append(record(party.provenance.asserted, kept))
    return element
  }

  /// The entity of a party: the one it came with, or one of ours.
  func entityID(of party: Party) -> String {
    party.extensions.first { $0.key == UniformIdentifier.system }?.text
      ?? entityID("party", party.id)
  }

  /// The services of the network, and those that its facilities keep of other directories.
  func serviceDirectory() -> [DocumentElement] {
    var elements: [DocumentElement] = []
    var entities: Set<String> = []
    for located in network.records.capabilityTypes {
      let type = located.record
      let entity = entityID("capability", type.code)
      elements.append(service(entity, type.code, type.name, type.provenance.asserted))
      entities.insert(entity)
    }
    for located in network.records.facilities {
      let texts = located.record.extensions.filter {
        $0.key == CSDCodes.kept + "serviceDirectory"
      }.map(\.text)
      for element in ElementMarkup.elements(
        in: texts, names: CSDCodes.names, namespace: CSDCodes.namespace)
      {
        guard let entry = CSDGrammar.service.normalised(element), let entity = entry["entityID"],
          entities.insert(UniformIdentifier.key(entity)).inserted
        else { continue }
        elements.append(entry)
      }
    }
    for located in network.records.capabilities {
      guard let offer = offer(keptBy: located.record), let entity = offer["entityID"],
        entities.insert(UniformIdentifier.key(entity)).inserted
      else { continue }
      elements.append(service(entity, located.record.code, "", nil))
    }
    return elements
  }

  private func service(
    _ entity: String, _ code: String, _ name: String, _ asserted: PartialDate?
  ) -> DocumentElement {
    var element = DocumentElement("service", ["entityID": entity])
    element.children = [
      DocumentElement("codedType", ["code": code, "codingScheme": CSDCodes.capability], name),
      record(asserted, Kept()),
    ]
    return element
  }

  /// The service of another directory that a capability came from.
  func offer(keptBy capability: Capability) -> DocumentElement? {
    let texts = capability.extensions.filter { $0.key == CSDCodes.kept + "service" }.map(\.text)
    return ElementMarkup.elements(
      in: texts, names: CSDCodes.names, namespace: CSDCodes.namespace
    ).lazy.compactMap { CSDGrammar.offered.normalised($0) }.first
  }
}
