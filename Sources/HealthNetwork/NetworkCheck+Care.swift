import Facts

extension NetworkCheck {
  mutating func checkFacilities() {
    for located in records.facilities {
      let (facility, origin) = (located.record, located.origin)
      if let parent = facility.parent { require(facilities, "facility", parent, origin) }
      if let successor = facility.successor { require(facilities, "facility", successor, origin) }
      if facility.parent == facility.id || facility.successor == facility.id {
        problems.append(
          Problem(at: origin, "facility \(facility.id) is its own parent or successor"))
      }
      for placement in facility.placements { require(places, "place", placement.place, origin) }
      checkPoint(facility.position.point, of: "facility", facility.id, origin)
      check(facility.departments, origin)
      check(facility.equipment, origin)
      check(facility.services, origin)
      check(facility.standards, origin)
      for name in facility.names { check(name.period, origin) }
      for contact in facility.contacts { check(contact.period, origin) }
      for beds in facility.beds { check(beds.period, origin) }
      if let opened = facility.opened, let closed = facility.closed, closed.start < opened.start {
        problems.append(
          Problem(
            .error, .endsBeforeBegins, at: origin,
            "facility \(facility.id) closed (\(closed)) before it opened"))
      }
    }
  }

  mutating func checkCapabilities() {
    for located in records.capabilities {
      let (statement, origin) = (located.record, located.origin)
      require(facilities, "facility", statement.facility, origin)
      require(capabilityTypes, "capabilityType", statement.code, origin)
      if let supporter = statement.supportedBy { requireMember(supporter, origin) }
      if let supporter = statement.transferredBy { requireMember(supporter, origin) }
      check(statement.period, origin)
      check(statement.windows, origin)
    }
    for located in records.statuses {
      require(facilities, "facility", located.record.facility, located.origin)
      for off in located.record.off {
        require(capabilityTypes, "capabilityType", off.capability, located.origin)
      }
      if let reported = located.record.reported, let expires = located.record.expires,
        expires <= reported
      {
        problems.append(
          Problem(
            .error, .endsBeforeBegins, at: located.origin,
            "the status expires (\(expires)) before it was reported"))
      }
    }
  }

  private mutating func check(_ items: [FacilityItem], _ origin: Origin) {
    for item in items {
      if let code = item.capability { require(capabilityTypes, "capabilityType", code, origin) }
      if let by = item.by { requireMember(by, origin) }
      check(item.period, origin)
    }
  }
}
