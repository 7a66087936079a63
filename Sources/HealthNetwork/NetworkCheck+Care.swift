import Facts

extension NetworkCheck {
  mutating func checkFacilities() {
    each(records.facilities) { check($0, $1) }
  }

  private mutating func check(_ facility: Facility, _ origin: Origin) {
    if let parent = facility.parent { requireFacility(parent, origin) }
    if let successor = facility.successor { requireFacility(successor, origin) }
    if facility.parent == facility.id || facility.successor == facility.id {
      problems.append(
        Problem(at: origin, "facility \(facility.id) is its own parent or successor"))
    }
    each(facility.placements) { requirePlace($0.place, origin) }
    if let point = stray(facility.position.point) {
      report(stray: point, of: "facility", facility.id, origin)
    }
    check(facility.departments, origin)
    check(facility.equipment, origin)
    check(facility.services, origin)
    check(facility.standards, origin)
    each(facility.names) { check($0.period, origin) }
    each(facility.contacts) { check($0.period, origin) }
    each(facility.beds) { check($0.period, origin) }
    if let opened = facility.opened, let closed = facility.closed, closed.start < opened.start {
      problems.append(
        Problem(
          .error, .endsBeforeBegins, at: origin,
          "facility \(facility.id) closed (\(closed)) before it opened"))
    }
  }

  mutating func checkCapabilities() {
    each(records.capabilities) { check($0, $1) }
    each(records.statuses) { status, origin in
      requireFacility(status.facility, origin)
      each(status.off) { require(capabilityTypes, "capabilityType", $0.capability, origin) }
      if let reported = status.reported, let expires = status.expires, expires <= reported {
        problems.append(
          Problem(
            .error, .endsBeforeBegins, at: origin,
            "the status expires (\(expires)) before it was reported"))
      }
    }
  }

  private mutating func check(_ statement: Capability, _ origin: Origin) {
    requireFacility(statement.facility, origin)
    require(capabilityTypes, "capabilityType", statement.code, origin)
    if let supporter = statement.supportedBy { requireMember(supporter, origin) }
    if let supporter = statement.transferredBy { requireMember(supporter, origin) }
    check(statement.period, origin)
    check(statement.windows, origin)
  }

  private mutating func check(_ items: [CatalogueEntry], _ origin: Origin) {
    each(items) { item in
      if let code = item.capability { require(capabilityTypes, "capabilityType", code, origin) }
      if let by = item.by { requireMember(by, origin) }
      check(item.period, origin)
    }
  }
}
