import Facts
import HealthNetwork

extension CSDWriting {
  /// The facility of an index.
  mutating func facility(_ index: FacilityIndex) -> DocumentElement {
    let facility = network.facility(index)
    let kept = kept(facility.extensions, kind: "facility")
    let entity =
      facility.identifiers.first { $0.system == UniformIdentifier.system }?.value
      ?? entityID("facility", facility.id)
    var element = DocumentElement("facility", ["entityID": entity])
    element.children = ownID(facility.id, entityID: entity)
    var identifiers = facility.identifiers
    if let own = identifiers.firstIndex(where: { $0.system == UniformIdentifier.system }) {
      identifiers.remove(at: own)
    }
    element.children += identifiers.map {
      DocumentElement("otherID", ["code": $0.value, "assigningAuthorityName": $0.system])
    }
    if facility.kind != .other || kept.named("codedType").isEmpty {
      element.children.append(
        DocumentElement(
          "codedType", ["code": facility.kind.rawValue, "codingScheme": CSDCodes.facilityKind]))
    }
    element.children.append(DocumentElement("primaryName", [:], facility.name))
    element.children += nameElements(facility.nameEn, facility.names, kept)
    element.children += parts(of: facility, kept)
    let capabilities = network.capabilities(of: index)
    element.children += organizations(of: facility, capabilities, kept)
    element.children += own(facility, kept)
    for capability in capabilities where !isOffer(capability) {
      var rest = capability
      rest.facility = ""
      element.children.append(own(rest, kind: "capability"))
    }
    let placed: Set<String> = ["organization", "record", "geocode"]
    element.children += kept.elements.filter { !placed.contains($0.name) }
    element.children.append(record(facility.provenance.asserted, works: working(facility), kept))
    return element
  }

  /// Its address, point and telephone lines.
  private func parts(of facility: Facility, _ kept: Kept) -> [DocumentElement] {
    var elements: [DocumentElement] = []
    let isKept = kept.named("address").contains {
      $0.children("addressLine").compactMap(\.oneLineText).joined(separator: ", ")
        == facility.address
    }
    if let address = facility.address, !isKept {
      var element = DocumentElement("address", ["type": "Practice"])
      element.children = [
        DocumentElement("addressLine", ["component": "streetAddress"], address)
      ]
      elements.append(element)
    }
    if let point = facility.position.point {
      let same = kept.named("geocode").first {
        CSDReading.number($0.text(of: "latitude")) == point.latitude
          && CSDReading.number($0.text(of: "longitude")) == point.longitude
      }
      var element = DocumentElement("geocode")
      element.children = [
        DocumentElement("latitude", [:], DocumentElement.decimal(point.latitude)),
        DocumentElement("longitude", [:], DocumentElement.decimal(point.longitude)),
      ]
      elements.append(same ?? element)
    }
    let lines = Set(kept.named("contactPoint").compactMap { $0.child("codedType")?.oneLineText })
    for contact in facility.contacts where !lines.contains(contact.value) {
      var element = DocumentElement("contactPoint")
      element.children = [
        DocumentElement(
          "codedType", ["code": "BP", "codingScheme": CSDCodes.contactPoints], contact.value)
      ]
      if contact.kind != .switchboard {
        element.children.append(DocumentElement("purpose", [:], contact.kind.rawValue))
      }
      elements.append(element)
    }
    return elements
  }

  /// The organizations that it belongs to, and what it offers.
  private mutating func organizations(
    of facility: Facility, _ capabilities: [Capability], _ kept: Kept
  ) -> [DocumentElement] {
    var list: [DocumentElement] = []
    if let parent = facility.parent {
      list.append(
        DocumentElement("organization", ["entityID": entityID("organization", parent)]))
    }
    for party in relations.partiesOfFacility[facility.id] ?? [] {
      list.append(
        DocumentElement(
          "organization", ["entityID": entityID(of: network.records.parties[party].record)]))
    }
    for organization in kept.named("organization") {
      let key = organization["entityID"].map { UniformIdentifier.key($0) }
      let same = list.firstIndex { $0["entityID"].map { UniformIdentifier.key($0) } == key }
      if let same {
        list[same].children += organization.children
      } else {
        list.append(organization)
      }
    }
    let offers = capabilities.filter { isOffer($0) }.map { offer(of: $0) }
    if !offers.isEmpty {
      if list.isEmpty {
        list.append(
          DocumentElement("organization", ["entityID": networkOrganization["entityID"]]))
      }
      list[0].children += offers
    }
    guard !list.isEmpty else { return [] }
    var element = DocumentElement("organizations")
    element.children = list
    return [element]
  }

  /// What CSD has no place for.
  private mutating func own(_ facility: Facility, _ kept: Kept) -> [DocumentElement] {
    var rest = facility
    (rest.id, rest.name, rest.nameEn, rest.kind) = ("", "", nil, .other)
    (rest.parent, rest.address, rest.position.point) = (nil, nil, nil)
    if isPlain(facility.names) { rest.names = [] }
    let uri = facility.identifiers.firstIndex { $0.system == UniformIdentifier.system }
    if uri == nil || uri == 0 { rest.identifiers = [] }
    let arePlain = facility.contacts.allSatisfy { contact in
      var plain = Contact()
      (plain.kind, plain.value) = (contact.kind, contact.value)
      return plain == contact
    }
    if arePlain { rest.contacts = [] }
    rest.extensions = kept.others
    // The items that unknown services became come from there again.
    if kept.named("organization").contains(where: { $0.child("service") != nil }),
      facility.services.allSatisfy({ $0.capability == nil && $0.by == nil })
    {
      rest.services = []
    }
    guard let stamp = kept.named("record").first else { return [own(rest, kind: "facility")] }
    let isSame =
      rest.provenance.asserted
      == stamp["updated"].flatMap { PartialDate(String($0.prefix(10))) }
      && rest.provenance.source == stamp["sourceDirectory"].map(collapsingWhitespace)
      && rest.activity == stamp["status"].flatMap { CSDCodes.activity(ofStatus: $0) }
    if isSame {
      (rest.provenance.asserted, rest.provenance.source, rest.activity) = (nil, nil, nil)
      if rest == Facility() { return [] }
      rest.provenance = facility.provenance
      rest.activity = facility.activity
    }
    rest.extensions += facility.extensions.filter { $0.key == CSDCodes.kept + "record" }
    return [own(rest, kind: "facility")]
  }

  private func working(_ facility: Facility) -> Facility.Activity {
    if let closed = facility.closed, asOf.map({ closed.start <= $0.day }) ?? true {
      return .inactive
    }
    return facility.activity ?? .active
  }
}
