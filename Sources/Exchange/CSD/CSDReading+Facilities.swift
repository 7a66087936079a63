import Facts
import HealthNetwork

extension CSDReading {
  /// What a facility says besides what all entities say.
  private struct Parts {
    var kind: Facility.Kind?
    var addresses: [ElementNode] = []
    var geocode: ElementNode?
    var contacts: [Contact] = []
    var organizations: [ElementNode] = []
    var capabilities: [ElementNode] = []
    var record: ElementNode?
  }

  /// Adds the facility that an element is.
  mutating func addFacility(_ element: ElementNode) {
    guard var entity = entity(element, kind: "facility") else { return }
    var parts = Parts()
    for child in element.children where child.namespace == nil {
      if read(child, into: &entity, kind: "facility") { continue }
      read(child, into: &parts, &entity)
    }
    settleName(&entity, element, kind: "facility")
    let key = UniformIdentifier.key(entity.entityID)
    let identifiers = entity.allIdentifiers
    let id = entity.ownID ?? knownID(of: identifiers) ?? CSDCodes.id(ofEntity: entity.entityID)
    guard id == key || facilities.insert(key).inserted, facilityIDs.insert(id).inserted else {
      tally.add(
        Finding(
          "duplicate_id", .error, kind: "facility", key: id, at: origin(element),
          vi: "Cơ sở \(id) có hai lần trong tài liệu; chỉ lần đầu được đọc",
          en: "The facility \(id) stands twice in the document; only the first is read"))
      return
    }
    var facility: Facility =
      entity.own.map { ElementFieldReader.record($0) } ?? Facility()
    facility.id = id
    facility.name = entity.name
    facility.nameEn = entity.nameEn
    facility.kind = parts.kind ?? .other
    facility.names = merged(entity.names, with: facility.names, key: CSDKeys.name)
    facility.identifiers = merged(
      identifiers, with: facility.identifiers, key: CSDKeys.identifier)
    facility.contacts = merged(parts.contacts, with: facility.contacts, key: CSDKeys.contact)
    settleAddress(parts.addresses, of: &facility, &entity)
    if let point = point(of: parts.geocode, key: id, &entity) { facility.position.point = point }
    if let record = parts.record { settleRecord(record, of: &facility, &entity) }
    facility.extensions += entity.kept
    let index = document.records.facilities.count
    document.records.facilities.append(Located(facility, at: origin(element)))
    for own in parts.capabilities {
      var capability: Capability = ElementFieldReader.record(own)
      capability.facility = id
      add(capability, of: index, at: origin(element))
    }
    for organization in parts.organizations { join(organization, to: index) }
  }

  private func knownID(of identifiers: [OtherIdentifier]) -> String? {
    for identifier in identifiers {
      if let id = known.facility(identifier.system, identifier.value) { return id }
    }
    return nil
  }

  private mutating func read(
    _ child: ElementNode, into parts: inout Parts, _ entity: inout Entity
  ) {
    switch child.name {
    case "codedType":
      if child["codingScheme"] == CSDCodes.facilityKind, parts.kind == nil,
        let kind = child["code"].flatMap({ Facility.Kind(rawValue: $0) })
      {
        parts.kind = kind
      } else {
        keep(child, in: &entity.kept, kind: "facility")
      }
    case "address": parts.addresses.append(child)
    case "geocode": if parts.geocode == nil { parts.geocode = child }
    case "contactPoint":
      let contact = contact(child)
      if let contact { parts.contacts.append(contact) }
      if contact == nil || child.children.contains(where: { !isPlain($0) }) {
        keep(child, in: &entity.kept, kind: "facility")
      }
    case "organizations":
      parts.organizations += child.children.filter { $0.name == "organization" }
    case "extension":
      if child["urn"] == CSDCodes.ours, child["type"] == "capability",
        let own = child.firstChild, own.namespace == CSDCodes.ours
      {
        parts.capabilities.append(own)
      } else {
        keep(child, in: &entity.kept, kind: "facility")
      }
    case "record": if parts.record == nil { parts.record = child }
    case "operatingHours":
      _ = window(child, of: entity.ownID ?? entity.entityID, kind: "facility")
      keep(child, in: &entity.kept, kind: "facility")
    case "contact", "language": keep(child, in: &entity.kept, kind: "facility")
    default:
      leaveOut(
        "facility/" + child.name, line: child.line,
        vi: "\(child.name) của cơ sở không có trong CSD; bỏ qua",
        en: "\(child.name) of a facility is nothing that CSD knows; left out")
    }
  }

  /// Whether a part of a contact point is all in the contact that it becomes.
  private func isPlain(_ part: ElementNode) -> Bool {
    part.name == "codedType" || (part.name == "purpose" && Contact.Kind(rawValue: part.text) != nil)
  }

  /// The telephone line that a contact point is; nil where it is none.
  private func contact(_ element: ElementNode) -> Contact? {
    guard let type = element.child("codedType"), let value = type.oneLineText,
      ["BP", "CP", "HP", "TEL", "PHONE"].contains(type["code"]?.uppercased() ?? "")
    else { return nil }
    var contact = Contact()
    contact.value = value
    contact.kind =
      element.child("purpose").flatMap { Contact.Kind(rawValue: collapsingWhitespace($0.text)) }
      ?? .switchboard
    return contact
  }

  /// Takes the address where the facility works, and keeps what one line cannot hold.
  private mutating func settleAddress(
    _ addresses: [ElementNode], of facility: inout Facility, _ entity: inout Entity
  ) {
    let chosen =
      addresses.first { address in
        ["practice", "physical", "location"].contains(address["type"]?.lowercased() ?? "")
      } ?? addresses.first
    facility.address = chosen.flatMap { address in
      let text = address.children("addressLine").compactMap(\.oneLineText).joined(separator: ", ")
      return text.isEmpty ? nil : held(text, line: address.line)
    }
    for address in addresses
    where !CSDReading.isPlain(address) || (addresses.count > 1 && address != chosen) {
      keep(address, in: &entity.kept, kind: "facility")
    }
  }

  private static func isPlain(_ address: ElementNode) -> Bool {
    guard address["type"] == "Practice", let line = address.firstChild else { return false }
    return line["component"] == "streetAddress"
      && !address.children.dropFirst().contains { _ in true }
  }

  private mutating func point(
    of geocode: ElementNode?, key: String, _ entity: inout Entity
  ) -> Coordinate? {
    guard let geocode else { return nil }
    if geocode.text(of: "altitude") != nil || geocode.text(of: "coordinateSystem") != nil {
      keep(geocode, in: &entity.kept, kind: "facility")
    }
    guard let latitude = CSDReading.number(geocode.text(of: "latitude")),
      let longitude = CSDReading.number(geocode.text(of: "longitude"))
    else {
      tally.add(
        Finding(
          "coordinates_unreadable", .odd, kind: "facility", key: key, at: origin(geocode),
          vi: "Không đọc được tọa độ", en: "The point cannot be read"))
      return nil
    }
    let point = Coordinate(latitude: latitude, longitude: longitude)
    let isKept = points.look(
      at: point, of: key, kind: "facility", line: geocode.line, &tally)
    return isKept ? point : nil
  }

  static func number(_ text: String?) -> Double? {
    text.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
  }

  /// Takes when and by whom the record was made, and whether the facility works.
  private mutating func settleRecord(
    _ record: ElementNode, of facility: inout Facility, _ entity: inout Entity
  ) {
    let updated = record["updated"].map(collapsingWhitespace) ?? ""
    let day = updated == CSDCodes.unknownTime ? nil : PartialDate(String(updated.prefix(10)))
    let status = record["status"].map(collapsingWhitespace) ?? ""
    let activity = CSDCodes.activity(ofStatus: status)
    if activity == nil && !status.isEmpty {
      tally.count(
        "status_unknown", .odd, status, kind: "facility", line: record.line,
        vi: "Không biết trạng thái \"\(status.prefix(60))\" nghĩa là gì",
        en: "What the status \"\(status.prefix(60))\" means is not known")
    }
    guard entity.own == nil else {
      let works = facility.activity ?? .active
      if let activity, activity != works, facility.closed == nil { facility.activity = activity }
      if let asserted = facility.provenance.asserted, let day, day.start != asserted.start {
        facility.provenance.asserted = day
      }
      return
    }
    facility.activity = activity
    facility.provenance.asserted = day
    facility.provenance.source = record["sourceDirectory"].map { held($0, line: record.line) }
    if facility.provenance.source?.isEmpty == true { facility.provenance.source = nil }
    keep(record, in: &entity.kept, kind: "facility")
  }
}
