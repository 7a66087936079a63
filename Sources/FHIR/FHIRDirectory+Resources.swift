import Facts
public import HealthNetwork
import XMLStream

extension FHIRDirectory {
  /// The Location of a facility: where it is, and what it is.
  public func location(of facility: Facility) -> FHIRElement {
    var location = begin("Location", id: facility.id, profile: "IHE.mCSD.FacilityLocation")
    location.own(fields.facility, of: facility)
    location.own("parent", facility.parent)
    for placement in facility.placements {
      let words = [placement.place, placement.basis].compactMap { $0 }
      location.own("placement", words.joined(separator: " "))
    }
    location.own(facility.extensions)
    location.identifier(FHIRSystem.own + "facility", facility.id)
    for other in facility.identifiers { location.identifier(other.system, other.value) }
    location.append("status", facility.activity == .inactive ? "inactive" : "active")
    location.append("name", facility.name)
    for name in facility.names { location.alias(name) }
    location.append("mode", "instance")
    location.mcsdType("facility", "Facility")
    location.concept("type", [(FHIRSystem.own + "facility-kind", facility.kind.rawValue, nil)])
    for contact in facility.contacts { location.append(telecom(contact)) }
    if let address = facility.address {
      var element = FHIRElement("address")
      element.append("text", address)
      location.append(element)
    }
    location.concept("physicalType", [(FHIRSystem.physicalType, "si", "Site")])
    if let point = facility.position.point {
      location.append(
        FHIRElement(
          "position",
          [
            // Longitude comes first in FHIR.
            FHIRElement("longitude", XMLNumbers.text(point.longitude)),
            FHIRElement("latitude", XMLNumbers.text(point.latitude)),
          ]))
    }
    location.append(reference("managingOrganization", "Organization", id: facility.id))
    if let parent = facility.parent, facilityIDs.contains(parent) {
      location.append(reference("partOf", "Location", id: parent))
    }
    return location
  }

  /// The Organization of a facility, which FHIR wants beside its Location.
  public func organization(of facility: Facility) -> FHIRElement {
    var organization = begin(
      "Organization", id: facility.id, profile: "IHE.mCSD.FacilityOrganization")
    organization.identifier(FHIRSystem.own + "facility", facility.id)
    organization.append("active", facility.activity == .inactive ? "false" : "true")
    organization.mcsdType("facility", "Facility")
    organization.concept("type", [(FHIRSystem.organizationType, "prov", "Healthcare Provider")])
    organization.append("name", facility.name)
    if let parent = facility.parent, facilityIDs.contains(parent) {
      organization.append(reference("partOf", "Organization", id: parent))
    }
    return organization
  }

  private func telecom(_ contact: Contact) -> FHIRElement {
    var telecom = FHIRElement("telecom")
    telecom.own("kind", contact.kind.rawValue)
    telecom.own(fields.contact, of: contact)
    telecom.append("system", "phone")
    telecom.append("value", contact.value)
    telecom.append("use", "work")
    return telecom
  }

  /// The HealthcareService of a statement, with the codes that the crosswalks give.
  public func service(_ capability: Capability) -> FHIRElement {
    let type = network.vocabulary.capabilityTypes[capability.code]
    let key = FHIRNames.serviceID(of: capability)
    var service = begin("HealthcareService", id: key, profile: "IHE.mCSD.HealthcareService")
    service.own("value", capability.value.rawValue)
    service.own(fields.capability, of: capability)
    service.own(capability.extensions)
    service.identifier(FHIRSystem.own + "capability", key)
    service.append("active", capability.value == .yes ? "true" : "false")
    service.append(reference("providedBy", "Organization", id: capability.facility))
    service.concept(
      "type",
      [(FHIRSystem.own + "capability", capability.code, type?.name)]
        + sameCodes(as: capability.code))
    let specialty = String(capability.code.prefix { $0 != "." })
    service.concept(
      "specialty", [(FHIRSystem.own + "specialty", specialty, nil)] + sameCodes(as: specialty))
    service.append(reference("location", "Location", id: capability.facility))
    service.append("name", type?.name ?? capability.code)
    for window in capability.windows { service.append(hours(window)) }
    return service
  }

  /// The codes of other systems that mean the same as a term; a wider one would say more than we
  /// know.
  private func sameCodes(
    as term: String
  ) -> [(system: String, code: String, display: String?)] {
    (crosswalks[term] ?? []).filter { $0.relation == .equivalent }
      .map { ($0.system, $0.value, $0.display) }
  }

  private func hours(_ window: ServiceWindow) -> FHIRElement {
    var hours = FHIRElement("availableTime")
    hours.own("sessionsPerWeek", window.sessionsPerWeek.map { "\($0)" })
    hours.own("note", window.note)
    let days = window.days.map { text in text.compactMap { $0.wholeNumberValue } }
    for day in days ?? Array(1...7) where (1...7).contains(day) {
      hours.append("daysOfWeek", FHIRSystem.days[day - 1])
    }
    if let opens = window.opens, let closes = window.closes {
      if opens == 0 && closes == 1_440 {
        hours.append("allDay", "true")
      } else {
        hours.append("availableStartTime", time(opens))
        // FHIR has no 24:00.
        hours.append("availableEndTime", closes == 1_440 ? "23:59:59" : time(closes))
      }
    }
    return hours
  }

  private func time(_ minute: Int) -> String {
    let minute = minute % 1_440
    return padded(minute / 60, to: 2) + ":" + padded(minute % 60, to: 2) + ":00"
  }

  /// The Organization of a party.
  public func organization(of party: Party) -> FHIRElement {
    var organization = begin("Organization", id: party.id)
    organization.own(fields.party, of: party)
    organization.own(party.extensions)
    organization.identifier(FHIRSystem.own + "party", party.id)
    organization.append("active", "true")
    organization.concept("type", [(FHIRSystem.own + "party-kind", party.kind.rawValue, nil)])
    organization.append("name", party.name)
    for name in party.names { organization.alias(name) }
    return organization
  }

  /// The OrganizationAffiliation of an agreement between one supporter and one recipient; nil for
  /// others, which FHIR has no resource for.
  public func affiliation(_ agreement: Agreement) -> FHIRElement? {
    guard agreement.members.count == 2,
      let supporter = agreement.members.first(where: { $0.role == .supporter })?.ref,
      let recipient = agreement.members.first(where: { $0.role == .recipient })?.ref
    else { return nil }
    var affiliation = begin("OrganizationAffiliation", id: agreement.id)
    affiliation.own(fields.agreement, of: agreement)
    affiliation.own(agreement.extensions)
    affiliation.identifier(FHIRSystem.own + "agreement", agreement.id)
    affiliation.append("active", "true")
    if agreement.period.from != nil || agreement.period.to != nil {
      var period = FHIRElement("period")
      period.append("start", agreement.period.from?.description)
      // FHIR's last day belongs to the period; ours is the first one after it.
      period.append("end", agreement.period.to.map { "\(Day(number: $0.start.number - 1))" })
      affiliation.append(period)
    }
    affiliation.append(reference("organization", "Organization", id: recipient))
    affiliation.append(reference("participatingOrganization", "Organization", id: supporter))
    affiliation.concept(
      "code", [(FHIRSystem.own + "agreement-kind", agreement.kind.rawValue, agreement.name)])
    for topic in agreement.topics { affiliation.append(specialty(topic)) }
    return affiliation
  }

  /// A topic as one coding, with everything else about it as extensions of that.
  private func specialty(_ topic: Topic) -> FHIRElement {
    let isCapability = topic.capability != nil
    var coding = FHIRElement("coding")
    coding.own(fields.topic, of: topic)
    if isCapability { coding.own("specialty", topic.specialty) }
    if let code = topic.capability ?? topic.specialty {
      coding.append("system", FHIRSystem.own + (isCapability ? "capability" : "specialty"))
      coding.append("code", code)
    }
    coding.append("display", topic.name)
    return FHIRElement("specialty", [coding])
  }
}
