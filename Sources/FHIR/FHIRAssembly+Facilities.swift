import Exchange
import Facts
import HealthNetwork

extension FHIRAssembly {
  /// Makes the facilities, then says which belongs to which.
  mutating func addFacilities(_ alive: [Int]) {
    let fields = ownFields
    let kinds = kindCodes
    for index in alive {
      guard case .facility(let id) = roles[index] else { continue }
      let pair = pairedOrganization(of: index)
      var facility = Facility()
      facility.id = id
      add(resources[index], to: &facility, fields, kinds)
      if let pair { add(resources[pair], to: &facility, fields, kinds) }
      if facility.name.isEmpty {
        report(
          "name_missing", .error, kind: "facility", key: id, at: resources[index].origin,
          vi: "cơ sở không có tên nên bị bỏ", en: "the facility has no name and is left out")
        count(resources[index].kind.rawValue + " without a name", of: resources[index])
        continue
      }
      if resources[index].ownIdentifier("facility") == nil {
        facility.provenance = provenance(of: resources[index])
        if let url = resources[index].fullURL, url.hasPrefix("http") {
          add(
            FHIRIdentifier(system: FHIRSystem.uri, value: url), of: resources[index], to: &facility)
        }
      }
      facilityIndices[id] = records.facilities.count
      records.facilities.append(Located(facility, at: resources[index].origin))
    }
    for index in alive { addParent(index) }
  }

  /// Our kinds of facilities by the codes of other systems, where the network has them.
  private var kindCodes: [String: Facility.Kind] {
    var kinds: [String: Facility.Kind] = [:]
    for located in options.network?.records.crosswalks ?? [] {
      guard let kind = Facility.Kind(rawValue: located.record.term) else { continue }
      kinds[located.record.system + "\n" + located.record.value] = kind
    }
    return kinds
  }

  /// Where a foreign statement comes from: the server says so, which is fairly sure.
  func provenance(of resource: FHIRResource) -> Provenance {
    var provenance = Provenance()
    let url = resource.fullURL.flatMap { $0.hasPrefix("#") ? nil : $0 }
    provenance.source =
      resource.source ?? url ?? "FHIR " + resource.kind.rawValue + "/" + resource.id
    provenance.asserted = resource.lastUpdated.flatMap { PartialDate(String($0.prefix(10))) }
    provenance.confidence = .medium
    return provenance
  }

  /// Adds what one resource of a pair says.
  private mutating func add(
    _ resource: FHIRResource, to facility: inout Facility, _ fields: OwnFields,
    _ kinds: [String: Facility.Kind]
  ) {
    if let name = resource.name {
      if facility.name.isEmpty {
        facility.name = name
      } else if facility.name != name {
        add(FHIRName(value: name), to: &facility, fields)
      }
    }
    for name in resource.names { add(name, to: &facility, fields) }
    for identifier in resource.identifiers { add(identifier, of: resource, to: &facility) }
    for telecom in resource.telecoms { add(telecom, of: resource, to: &facility, fields) }
    if let address = resource.address {
      if facility.address == nil {
        facility.address = address
      } else if facility.address != address {
        keep("address", address, of: resource, in: &facility)
      }
    }
    addPosition(of: resource, to: &facility)
    addKind(of: resource, to: &facility, kinds)
    if ["inactive", "suspended", "false"].contains(resource.status) {
      facility.activity = .inactive
    }
    resource.own.apply(fields.facility, to: &facility)
    facility.extensions += resource.own.extensions.filter { !facility.extensions.contains($0) }
    for field in resource.own where field.name == "placement" {
      let parts = field.value.split(separator: " ", maxSplits: 1)
      var placement = Placement()
      placement.place = parts.first.map { String($0) } ?? ""
      placement.basis = parts.count > 1 ? String(parts[1]) : nil
      if !placement.place.isEmpty, !facility.placements.contains(placement) {
        facility.placements.append(placement)
      }
    }
    for hours in resource.hours {
      keep("hoursOfOperation", hours.words, of: resource, in: &facility)
    }
    for field in resource.rest { keep(field.name, field.value, of: resource, in: &facility) }
    for reference in resource.endpoints {
      let endpoint = resolve(reference, from: .endpoint, in: resource).map { resources[$0] }
      let words = [endpoint?.codes.first?.words, endpoint?.address ?? reference.words]
      keep("endpoint", words.compactMap { $0 }.joined(separator: " "), of: resource, in: &facility)
    }
  }

  /// Keeps what no field holds as an extension, and counts it.
  mutating func keep(
    _ name: String, _ text: String, of resource: FHIRResource, in facility: inout Facility
  ) {
    countKept(resource.kind.rawValue + "." + name, of: resource)
    facility.extensions.append(FHIRAssembly.extensionOf(name, text, resource))
  }

  static func extensionOf(_ name: String, _ text: String, _ resource: FHIRResource) -> Extension {
    var kept = Extension()
    // A foreign extension has a key of its own: its URL.
    let isForeign = name.hasPrefix("extension ") && name.count > 10
    kept.key = isForeign ? String(name.dropFirst(10)) : "fhir.\(resource.kind.rawValue).\(name)"
    kept.text = text
    return kept
  }

  private mutating func add(_ name: FHIRName, to facility: inout Facility, _ fields: OwnFields) {
    guard !name.value.isEmpty else { return }
    var other = OtherName()
    other.value = name.value
    if let kind = name.own.first(where: { $0.name == "kind" }) {
      other.kind = OtherName.Kind(rawValue: kind.value) ?? .alternative
    }
    name.own.apply(fields.name, to: &other)
    // The two halves of a pair say the same twice.
    if name.own.isEmpty, facility.name == name.value { return }
    if !facility.names.contains(other) { facility.names.append(other) }
  }

  private mutating func add(
    _ identifier: FHIRIdentifier, of resource: FHIRResource, to facility: inout Facility
  ) {
    guard !identifier.value.isEmpty,
      identifier.system?.hasPrefix(FHIRSystem.own) != true
    else { return }
    guard let system = identifier.system else {
      count("identifier without a system", of: resource)
      var kept = Extension()
      kept.key = "fhir.identifier"
      kept.text = identifier.value
      if !facility.extensions.contains(kept) { facility.extensions.append(kept) }
      return
    }
    var other = OtherIdentifier()
    other.system = system
    other.value = identifier.value
    if !facility.identifiers.contains(other) { facility.identifiers.append(other) }
  }

  private mutating func add(
    _ telecom: FHIRTelecom, of resource: FHIRResource, to facility: inout Facility,
    _ fields: OwnFields
  ) {
    guard telecom.system == "phone", !telecom.value.isEmpty, telecom.use != "old" else {
      let text = [telecom.use, telecom.value].compactMap { $0 }.joined(separator: " ")
      keep("telecom." + (telecom.system ?? "other"), text, of: resource, in: &facility)
      return
    }
    var contact = Contact()
    contact.value = telecom.value
    contact.kind = facility.contacts.isEmpty ? .switchboard : .other
    contact.period.from = telecom.from.flatMap { PartialDate(String($0.prefix(10))) }
    contact.period.to = telecom.to.flatMap { PartialDate(String($0.prefix(10))) }
    telecom.own.apply(fields.contact, to: &contact)
    if let kind = telecom.own.first(where: { $0.name == "kind" }) {
      contact.kind = Contact.Kind(rawValue: kind.value) ?? .other
    }
    let isKnown = facility.contacts.contains {
      $0 == contact || (telecom.own.isEmpty && $0.value == contact.value)
    }
    if !isKnown { facility.contacts.append(contact) }
  }

  private mutating func addPosition(of resource: FHIRResource, to facility: inout Facility) {
    guard resource.latitude != nil || resource.longitude != nil else { return }
    guard let latitude = resource.latitude, let longitude = resource.longitude,
      isUsable(Coordinate(latitude: latitude, longitude: longitude))
    else {
      let text =
        resource.writtenPosition
        ?? [resource.longitude, resource.latitude].map { $0.map { "\($0)" } ?? "?" }
        .joined(separator: " ")
      report(
        "position_out_of_range", .odd, kind: "facility", key: facility.id, at: resource.origin,
        vi: "kinh độ, vĩ độ \(text) không có trên Trái đất; bỏ tọa độ này",
        en: "longitude and latitude \(text) are nowhere on Earth; the point is left out")
      keep("position", text, of: resource, in: &facility)
      return
    }
    if let text = resource.writtenPosition {
      report(
        "decimal_comma", .odd, kind: "facility", key: facility.id, at: resource.origin,
        vi:
          "tọa độ \(text) viết dấu phẩy thập phân, FHIR viết dấu chấm; đọc là \(longitude) \(latitude)",
        en: "the position \(text) has a decimal comma where FHIR has a point; read as "
          + "\(longitude) \(latitude)")
    }
    // Where the two stand in each other's place, the preview says so and proposes the point meant.
    facility.position.point = Coordinate(latitude: latitude, longitude: longitude)
  }

  /// Whether a point is on Earth, or would be if the preview corrected it.
  private func isUsable(_ point: Coordinate) -> Bool {
    if point.latitude.magnitude <= 90, point.longitude.magnitude <= 180 { return true }
    return options.knownBox.map { PointRepair(of: point, in: $0) != nil } ?? false
  }

  private mutating func addKind(
    of resource: FHIRResource, to facility: inout Facility, _ kinds: [String: Facility.Kind]
  ) {
    for type in resource.types {
      if type.system == FHIRSystem.own + "facility-kind" {
        facility.kind = type.code.flatMap(Facility.Kind.init) ?? .other
      } else if let kind = kinds[(type.system ?? "") + "\n" + (type.code ?? "")] {
        facility.kind = kind
      } else if type.system != FHIRSystem.mcsdType,
        type.code?.hasPrefix(FHIRSystem.oldType) != true,
        resource.ownIdentifier("facility") == nil
      {
        keep("type", type.words, of: resource, in: &facility)
      }
    }
  }
}
