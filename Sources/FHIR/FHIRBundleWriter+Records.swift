import Exchange
import Facts
import HealthNetwork
import XMLStream

extension FHIRBundleWriter {
  /// Writes a facility as its Organization and its Location.
  mutating func write(facility: Facility) {
    countLosses(of: facility)
    writeOrganization(of: facility)
    beginEntry("Location", id: facility.id, profile: "IHE.mCSD.FacilityLocation")
    own(fields.facility, of: facility)
    own("parent", facility.parent)
    for placement in facility.placements {
      own("placement", [placement.place, placement.basis].compactMap { $0 }.joined(separator: " "))
    }
    own(facility.extensions)
    identifier(FHIRSystem.own + "facility", facility.id)
    for other in facility.identifiers { identifier(other.system, other.value) }
    primitive("status", facility.activity == .inactive ? "inactive" : "active")
    primitive("name", facility.name)
    for name in facility.names { alias(name) }
    primitive("mode", "instance")
    mcsdType("facility", "Facility")
    concept("type", [(FHIRSystem.own + "facility-kind", facility.kind.rawValue, nil)])
    for contact in facility.contacts { write(contact) }
    if let address = facility.address {
      xml.start("address")
      primitive("text", address)
      xml.end()
    }
    concept("physicalType", [(FHIRSystem.physicalType, "si", "Site")])
    if let point = facility.position.point { write(point) }
    reference("managingOrganization", "Organization", id: facility.id)
    if let parent = facility.parent, facilityIDs.contains(parent) {
      reference("partOf", "Location", id: parent)
    }
    endEntry()
  }

  private mutating func writeOrganization(of facility: Facility) {
    beginEntry("Organization", id: facility.id, profile: "IHE.mCSD.FacilityOrganization")
    identifier(FHIRSystem.own + "facility", facility.id)
    primitive("active", facility.activity == .inactive ? "false" : "true")
    mcsdType("facility", "Facility")
    concept("type", [(FHIRSystem.organizationType, "prov", "Healthcare Provider")])
    primitive("name", facility.name)
    if let parent = facility.parent, facilityIDs.contains(parent) {
      reference("partOf", "Organization", id: parent)
    }
    endEntry()
  }

  private mutating func write(_ contact: Contact) {
    xml.start("telecom")
    own("kind", contact.kind.rawValue)
    own(fields.contact, of: contact)
    primitive("system", "phone")
    primitive("value", contact.value)
    primitive("use", "work")
    xml.end()
  }

  /// Longitude comes first in FHIR.
  private mutating func write(_ point: Coordinate) {
    xml.start("position")
    xml.start("longitude")
    xml.attribute("value", point.longitude)
    xml.end()
    xml.start("latitude")
    xml.attribute("value", point.latitude)
    xml.end()
    xml.end()
  }

  private mutating func countLosses(of facility: Facility) {
    losses.add("facility.beds", facility.beds.count)
    losses.add("facility.serves", facility.serves.count)
    losses.add("facility.department", facility.departments.count)
    losses.add("facility.equipment", facility.equipment.count)
    losses.add("facility.service", facility.services.count)
    losses.add("facility.standard", facility.standards.count)
  }

  /// Writes a statement as a HealthcareService, with the codes that the crosswalks give.
  mutating func write(_ capability: Capability) {
    let type = vocabulary.capabilityTypes[capability.code]
    let key = FHIRNames.serviceID(of: capability)
    beginEntry("HealthcareService", id: key, profile: "IHE.mCSD.HealthcareService")
    own("value", capability.value.rawValue)
    own(fields.capability, of: capability)
    own(capability.extensions)
    identifier(FHIRSystem.own + "capability", key)
    primitive("active", capability.value == .yes ? "true" : "false")
    reference("providedBy", "Organization", id: capability.facility)
    var codings: [(system: String?, code: String, display: String?)] = [
      (FHIRSystem.own + "capability", capability.code, type?.name)
    ]
    // Only the same thing: a wider code would say more than we know.
    for other in crosswalks[capability.code] ?? [] where other.relation == .equivalent {
      codings.append((other.system, other.value, other.display))
    }
    concept("type", codings)
    let specialty = String(capability.code.prefix { $0 != "." })
    var specialties: [(system: String?, code: String, display: String?)] = [
      (FHIRSystem.own + "specialty", specialty, nil)
    ]
    for other in crosswalks[specialty] ?? [] where other.relation == .equivalent {
      specialties.append((other.system, other.value, other.display))
    }
    concept("specialty", specialties)
    reference("location", "Location", id: capability.facility)
    primitive("name", type?.name ?? capability.code)
    for window in capability.windows { write(window) }
    endEntry()
  }

  private mutating func write(_ window: ServiceWindow) {
    xml.start("availableTime")
    own("sessionsPerWeek", window.sessionsPerWeek.map { "\($0)" })
    own("note", window.note)
    let days = window.days.map { text in text.compactMap { $0.wholeNumberValue } }
    for day in days ?? Array(1...7) where (1...7).contains(day) {
      primitive("daysOfWeek", FHIRSystem.days[day - 1])
    }
    if let opens = window.opens, let closes = window.closes {
      if opens == 0 && closes == 1_440 {
        primitive("allDay", "true")
      } else {
        primitive("availableStartTime", time(opens))
        // FHIR has no 24:00.
        primitive("availableEndTime", closes == 1_440 ? "23:59:59" : time(closes))
      }
    }
    xml.end()
  }

  private func time(_ minute: Int) -> String {
    let minute = minute % 1_440
    return padded(minute / 60, to: 2) + ":" + padded(minute % 60, to: 2) + ":00"
  }

  /// Writes a party as an Organization.
  mutating func write(_ party: Party) {
    losses.add("party.member", party.members.count)
    beginEntry("Organization", id: party.id)
    own(fields.party, of: party)
    own(party.extensions)
    identifier(FHIRSystem.own + "party", party.id)
    primitive("active", "true")
    concept("type", [(FHIRSystem.own + "party-kind", party.kind.rawValue, nil)])
    primitive("name", party.name)
    for name in party.names { alias(name) }
    endEntry()
  }

  /// Writes an agreement between one supporter and one recipient; others are lost.
  mutating func write(_ agreement: Agreement) {
    let supporters = agreement.members.filter { $0.role == .supporter }
    let recipients = agreement.members.filter { $0.role == .recipient }
    guard agreement.members.count == 2, let supporter = supporters.first?.ref,
      let recipient = recipients.first?.ref
    else {
      losses.add("agreement of other than one supporter and one recipient")
      return
    }
    losses.add("agreement.review", agreement.reviews.count)
    for member in agreement.members where member.note != nil || member.period != Period() {
      losses.add("agreement.member period or note")
    }
    beginEntry("OrganizationAffiliation", id: agreement.id)
    own(fields.agreement, of: agreement)
    own(agreement.extensions)
    identifier(FHIRSystem.own + "agreement", agreement.id)
    primitive("active", "true")
    if agreement.period.from != nil || agreement.period.to != nil {
      xml.start("period")
      primitive("start", agreement.period.from?.description)
      // FHIR's last day belongs to the period; ours is the first one after it.
      primitive("end", agreement.period.to.map { "\(Day(number: $0.start.number - 1))" })
      xml.end()
    }
    reference("organization", "Organization", id: recipient)
    reference("participatingOrganization", "Organization", id: supporter)
    concept("code", [(FHIRSystem.own + "agreement-kind", agreement.kind.rawValue, agreement.name)])
    for topic in agreement.topics { write(topic) }
    endEntry()
  }

  /// Writes a topic as one coding, with what else it says as extensions of that.
  private mutating func write(_ topic: Topic) {
    let isCapability = topic.capability != nil
    xml.start("specialty")
    xml.start("coding")
    own(fields.topic, of: topic)
    if isCapability { own("specialty", topic.specialty) }
    if let code = topic.capability ?? topic.specialty {
      primitive("system", FHIRSystem.own + (isCapability ? "capability" : "specialty"))
      primitive("code", code)
    }
    primitive("display", topic.name)
    xml.end()
    xml.end()
  }
}
