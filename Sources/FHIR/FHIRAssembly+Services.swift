import Exchange
import Facts
import HealthNetwork

extension FHIRAssembly {
  /// Makes what a HealthcareService says: a capability where its code is the same as one of ours,
  /// else a service by its name.
  mutating func addService(_ index: Int) {
    let resource = resources[index]
    let isOwn = resource.ownIdentifier("capability") != nil
    if resource.status == "false" && !isOwn {
      report(
        "inactive_service", .note, kind: nil, key: nil, at: resource.origin,
        vi: "HealthcareService/\(resource.id) không còn hoạt động; bỏ qua, không coi là \"không\"",
        en: "HealthcareService/\(resource.id) is not in use; it is left out and not taken for a no")
      count("HealthcareService not in use", of: resource)
      return
    }
    let facilities = facilities(of: resource)
    guard !facilities.isEmpty else {
      report(
        "service_without_facility", .odd, kind: nil, key: nil, at: resource.origin,
        vi: "HealthcareService/\(resource.id): cơ sở thực hiện không có trong tài liệu; bỏ qua",
        en: "HealthcareService/\(resource.id): the facility that gives it is not in the document; "
          + "it is left out")
      count("HealthcareService without a facility", of: resource)
      return
    }
    let codes = capabilityCodes(of: resource)
    let windows = windows(of: resource, at: facilities.first, trusted: isOwn)
    for facility in facilities {
      for code in codes {
        addCapability(code, at: facility, resource, windows, isOwn: isOwn)
      }
      if codes.isEmpty { addItem(to: facility, resource) }
    }
  }

  /// The facilities that give a service: those of its Locations, else that of its Organization.
  private func facilities(of resource: FHIRResource) -> [String] {
    var found: [String] = []
    for reference in resource.locations {
      guard let id = facility(of: reference, .location, in: resource) else { continue }
      if !found.contains(id) { found.append(id) }
    }
    if found.isEmpty, let id = facility(of: resource.organization, .organization, in: resource) {
      found = [id]
    }
    return found
  }

  /// The facility that a reference leads to, over wards and departments.
  func facility(
    of reference: FHIRReference?, _ kind: FHIRResource.Kind, in resource: FHIRResource
  ) -> String? {
    var reference = reference
    var kind = kind
    var origin = resource
    // Parts may be parts of each other.
    for _ in 0..<8 {
      guard let target = resolve(reference, from: kind, in: origin) else {
        return knownID(of: reference)
      }
      switch roles[target] {
      case .facility(let id): return facilityIndices[id] == nil ? nil : id
      case .paired(let location):
        if case .facility(let id) = roles[location], facilityIndices[id] != nil { return id }
        return nil
      case .part:
        origin = resources[target]
        kind = origin.kind
        if let whole = origin.partOf {
          reference = whole
        } else {
          reference = origin.organization
          kind = .organization
        }
      default: return nil
      }
    }
    return nil
  }

  /// Our capabilities that whoever has a code of a service surely has.
  private mutating func capabilityCodes(of resource: FHIRResource) -> [String] {
    var found: [String] = []
    var isKnown = false
    let table = crosswalks
    for coding in resource.types + resource.codes {
      guard let code = coding.code else { continue }
      if coding.system == FHIRSystem.own + "capability" {
        if FHIRAssembly.isCapabilityCode(code) { return [code] }
        continue
      }
      for crosswalk in table[(coding.system ?? "") + "\n" + code] ?? [] {
        isKnown = true
        guard crosswalk.grantsTerm, FHIRAssembly.isCapabilityCode(crosswalk.term),
          !found.contains(crosswalk.term)
        else { continue }
        found.append(crosswalk.term)
      }
    }
    let words = (resource.types + resource.codes).map(\.words).joined(separator: ", ")
    if !isKnown && !words.isEmpty {
      unknownCodes[words, default: (0, resource.origin)].count += 1
    }
    return found
  }

  private mutating func addCapability(
    _ code: String, at facility: String, _ resource: FHIRResource, _ windows: Windows, isOwn: Bool
  ) {
    var capability = Capability()
    capability.facility = facility
    capability.code = code
    capability.windows = windows.read
    if isOwn {
      resource.own.apply(ownFields.capability, to: &capability)
      capability.value =
        resource.own("value").flatMap(Capability.Answer.init)
        ?? (resource.status == "false" ? .no : .yes)
      capability.extensions = resource.own.extensions
    } else {
      capability.statement = FHIRAssembly.foreignID(resource.id.isEmpty ? code : resource.id)
      capability.quote = resource.name
      capability.provenance = provenance(of: resource)
      let unread = windows.unread.map { "hoursOfOperation: " + $0 }
      capability.provenance.note = unread.isEmpty ? nil : unread.joined(separator: "; ")
    }
    for field in resource.rest {
      countKept("HealthcareService." + field.name, of: resource)
      capability.extensions.append(
        FHIRAssembly.extensionOf(field.name, field.value, resource))
    }
    records.capabilities.append(Located(capability, at: resource.origin))
  }

  /// Adds a service that is no capability of ours to its facility, by name.
  private mutating func addItem(to id: String, _ resource: FHIRResource) {
    guard let number = facilityIndices[id] ?? addKnown(id, resource) else {
      count("HealthcareService at a facility of the network", of: resource)
      return
    }
    let codings = resource.types + resource.codes
    guard let name = resource.name ?? codings.lazy.compactMap(\.display).first else {
      count("HealthcareService without a name", of: resource)
      return
    }
    var item = CatalogueEntry()
    item.name = name
    item.code = codings.first?.code.flatMap(FHIRAssembly.validID)
    item.provenance = provenance(of: resource)
    var facility = records.facilities[number].record
    facility.services.append(item)
    for coding in codings { keep("type", coding.words, of: resource, in: &facility) }
    for hours in resource.hours { keep("hours", hours.words, of: resource, in: &facility) }
    for telecom in resource.telecoms {
      keep("telecom", telecom.value, of: resource, in: &facility)
    }
    for field in resource.rest { keep(field.name, field.value, of: resource, in: &facility) }
    records.facilities[number].record = facility
  }

  /// Adds a ward or a department to the facility that it is part of.
  mutating func addPart(_ index: Int) {
    let resource = resources[index]
    let kind: FHIRResource.Kind = resource.partOf == nil ? .organization : resource.kind
    let whole = facility(
      of: resource.partOf ?? resource.organization, kind, in: resource)
    guard let whole, let number = facilityIndices[whole], let name = resource.name else {
      count("\(resource.kind.rawValue) that is part of nothing known", of: resource)
      return
    }
    var item = CatalogueEntry()
    item.name = name
    item.code = FHIRAssembly.validID(resource.id)
    item.provenance = provenance(of: resource)
    var facility = records.facilities[number].record
    facility.departments.append(item)
    for other in resource.names { keep("alias", other.value, of: resource, in: &facility) }
    for telecom in resource.telecoms {
      keep("telecom", telecom.value, of: resource, in: &facility)
    }
    for identifier in resource.identifiers {
      keep("identifier", identifier.value, of: resource, in: &facility)
    }
    if let address = resource.address { keep("address", address, of: resource, in: &facility) }
    if let latitude = resource.latitude, let longitude = resource.longitude {
      keep("position", "\(longitude) \(latitude)", of: resource, in: &facility)
    }
    for hours in resource.hours { keep("hours", hours.words, of: resource, in: &facility) }
    for field in resource.rest { keep(field.name, field.value, of: resource, in: &facility) }
    records.facilities[number].record = facility
  }

  /// Adds a facility that only the network holds, so that what the documents say of it has a place.
  private mutating func addKnown(_ id: String, _ resource: FHIRResource) -> Int? {
    guard
      let known = options.network?.records.facilities.first(where: { $0.record.id == id })?.record
    else { return nil }
    var facility = Facility()
    facility.id = id
    facility.name = known.name
    facility.kind = known.kind
    facility.provenance = provenance(of: resource)
    facilityIndices[id] = records.facilities.count
    records.facilities.append(Located(facility, at: resource.origin))
    return facilityIndices[id]
  }

  /// specialty.name, in small letters, digits and hyphens.
  static func isCapabilityCode(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        guard let first = part.first, (0x61...0x7A).contains(first) else { return false }
        return part.allSatisfy { byte in
          (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
        }
      }
  }
}
