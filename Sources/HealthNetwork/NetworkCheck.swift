import Facts
import TravelNetwork

/// Finds what keeps records from being a network: duplicates, references into nothing, points
/// outside the box, periods that end before they begin, circles among capabilities.
struct NetworkCheck {
  private(set) var problems: [Problem] = []
  private let records: NetworkRecords
  private let places: Set<String>
  private let schemes: Set<String>
  private let specialties: Set<String>
  private let capabilityTypes: Set<String>
  private let facilities: Set<String>
  private let parties: Set<String>
  private let programmes: Set<String>
  private let agreements: Set<String>
  private let rotations: Set<String>
  private let nodes: Set<String>
  private let blocks: Set<String>
  private let vehicles: Set<String>

  /// Every error of the records, in order of reading.
  ///
  /// - Complexity: O(*n*), where *n* is the number of records.
  static func errors(in records: NetworkRecords) -> [Problem] {
    var check = NetworkCheck(records)
    check.run()
    return check.problems.sorted { left, right in
      let leftOrigin = left.origin ?? Origin(document: -1, line: 0)
      let rightOrigin = right.origin ?? Origin(document: -1, line: 0)
      return (leftOrigin.document, leftOrigin.line, left.message)
        < (rightOrigin.document, rightOrigin.line, right.message)
    }
  }

  private init(_ records: NetworkRecords) {
    self.records = records
    var duplicates = DuplicateFinder(records: records)
    NetworkRecords.visitKinds(&duplicates)
    problems = duplicates.problems
    places = duplicates.keys["place"] ?? []
    schemes = duplicates.keys["scheme"] ?? []
    specialties = duplicates.keys["specialty"] ?? []
    capabilityTypes = duplicates.keys["capabilityType"] ?? []
    facilities = duplicates.keys["facility"] ?? []
    parties = duplicates.keys["party"] ?? []
    programmes = duplicates.keys["programme"] ?? []
    agreements = duplicates.keys["agreement"] ?? []
    rotations = duplicates.keys["rotation"] ?? []
    nodes = duplicates.keys["node"] ?? []
    blocks = duplicates.keys["block"] ?? []
    vehicles = duplicates.keys["vehicle"] ?? []
  }

  private mutating func run() {
    checkHeader()
    checkPlaces()
    checkVocabulary()
    checkFacilities()
    checkCapabilities()
    checkSupport()
    checkTravel()
  }

  private mutating func checkHeader() {
    if records.networks.isEmpty {
      problems.append(
        Problem(
          at: nil,
          "no document holds a \"network\" record; one is needed, for the zone and the box"))
    }
    for extra in records.networks.dropFirst() {
      problems.append(
        Problem(at: extra.origin, "a second \"network\" record; a network has exactly one"))
    }
  }

  private mutating func checkPlaces() {
    for located in records.places {
      let (place, origin) = (located.record, located.origin)
      if !schemes.contains(place.scheme) { missing("scheme", place.scheme, origin) }
      if let parent = place.parent { require(places, "place", place.scheme + ":" + parent, origin) }
      for successor in place.successors { require(places, "place", successor.place, origin) }
      if let block = place.block { require(blocks, "block", block, origin) }
      checkPoint(place.position.point, of: "place \(place.reference)", origin)
    }
  }

  private mutating func checkVocabulary() {
    for located in records.specialties {
      if let entry = located.record.entry {
        require(capabilityTypes, "capabilityType", entry, located.origin)
      }
    }
    for located in records.capabilityTypes {
      require(specialties, "specialty", located.record.specialty, located.origin)
      for code in located.record.impliedCodes {
        require(capabilityTypes, "capabilityType", code, located.origin)
      }
    }
    for located in records.clocks {
      require(specialties, "specialty", located.record.specialty, located.origin)
      if let code = located.record.capability {
        require(capabilityTypes, "capabilityType", code, located.origin)
      }
    }
    for located in records.accessStandards {
      require(specialties, "specialty", located.record.specialty, located.origin)
      if let code = located.record.capability {
        require(capabilityTypes, "capabilityType", code, located.origin)
      }
    }
    for located in records.crosswalks
    where !specialties.contains(located.record.term)
      && !capabilityTypes.contains(located.record.term)
    {
      missing("specialty or capabilityType", located.record.term, located.origin)
    }
  }

  private mutating func checkFacilities() {
    for located in records.facilities {
      let (facility, origin) = (located.record, located.origin)
      if let parent = facility.parent { require(facilities, "facility", parent, origin) }
      if let successor = facility.successor { require(facilities, "facility", successor, origin) }
      for placement in facility.placements { require(places, "place", placement.place, origin) }
      checkPoint(facility.position.point, of: "facility \(facility.id)", origin)
      let items =
        facility.departments + facility.equipment + facility.services + facility.standards
      for item in items {
        if let code = item.capability { require(capabilityTypes, "capabilityType", code, origin) }
        if let by = item.by { requireMember(by, origin) }
      }
      if let opened = facility.opened, let closed = facility.closed, closed.start < opened.start {
        problems.append(
          Problem(at: origin, "facility \(facility.id) closed (\(closed)) before it opened"))
      }
    }
  }

  private mutating func checkCapabilities() {
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
          Problem(at: located.origin, "the status expires (\(expires)) before it was reported"))
      }
    }
  }

  private mutating func checkSupport() {
    for located in records.parties {
      if let place = located.record.place { require(places, "place", place, located.origin) }
      check(located.record.members, [], located.origin)
    }
    for located in records.agreements {
      let agreement = located.record
      check(agreement.members, agreement.topics, located.origin)
      check(agreement.period, located.origin)
      if let id = agreement.programme { require(programmes, "programme", id, located.origin) }
    }
    for located in records.programmes {
      check(located.record.members, located.record.topics, located.origin)
      check(located.record.period, located.origin)
    }
    for located in records.specialtyNetworks {
      require(specialties, "specialty", located.record.specialty, located.origin)
      check(located.record.members, [], located.origin)
      if let id = located.record.programme { require(programmes, "programme", id, located.origin) }
    }
    for located in records.rotations {
      requireMember(located.record.supporter, located.origin)
      requireMember(located.record.recipient, located.origin)
      if let id = located.record.agreement { require(agreements, "agreement", id, located.origin) }
      check([], located.record.topics, located.origin)
      check(located.record.period, located.origin)
      check(located.record.windows, located.origin)
    }
    for located in records.techniques {
      let technique = located.record
      requireMember(technique.facility, located.origin)
      if let by = technique.transferredBy { requireMember(by, located.origin) }
      if let id = technique.agreement { require(agreements, "agreement", id, located.origin) }
      if let code = technique.specialty { require(specialties, "specialty", code, located.origin) }
      if let code = technique.capability {
        require(capabilityTypes, "capabilityType", code, located.origin)
      }
      check(technique.period, located.origin)
    }
    for located in records.trainings {
      check(located.record.members, located.record.topics, located.origin)
      if let id = located.record.programme { require(programmes, "programme", id, located.origin) }
      check(located.record.period, located.origin)
    }
    for located in records.figures {
      let subject = located.record.subject
      let isKnown =
        [facilities, parties, agreements, programmes, rotations, places].contains {
          $0.contains(subject)
        }
      if !isKnown { missing("facility, party, agreement or place", subject, located.origin) }
      if let code = located.record.specialty {
        require(specialties, "specialty", code, located.origin)
      }
      check(located.record.period, located.origin)
    }
  }

  private mutating func checkTravel() {
    for located in records.nodes {
      checkPoint(located.record.point, of: "node \(located.record.id)", located.origin)
      if let place = located.record.place { require(places, "place", place, located.origin) }
      if let block = located.record.block { require(blocks, "block", block, located.origin) }
    }
    for located in records.links {
      let (link, origin) = (located.record, located.origin)
      require(nodes, "node", link.start, origin)
      require(nodes, "node", link.end, origin)
      for id in link.excludes?.split(separator: " ") ?? [] {
        require(vehicles, "vehicle", String(id), origin)
      }
      check(link.period, origin)
      check(link.windows, origin)
    }
    for located in records.blockJoins {
      require(blocks, "block", located.record.block, located.origin)
      require(blocks, "block", located.record.otherBlock, located.origin)
      require(places, "place", located.record.place, located.origin)
      require(places, "place", located.record.otherPlace, located.origin)
    }
  }

  private mutating func check(_ members: [Member], _ topics: [Topic], _ origin: Origin) {
    for member in members { requireMember(member.ref, origin) }
    for topic in topics {
      if let ref = topic.ref { requireMember(ref, origin) }
      if let code = topic.specialty { require(specialties, "specialty", code, origin) }
      if let code = topic.capability { require(capabilityTypes, "capabilityType", code, origin) }
    }
  }

  private mutating func check(_ period: Period, _ origin: Origin) {
    if let from = period.from, let to = period.to, to.start < from.start {
      problems.append(
        Problem(at: origin, "the period ends (\(to)) before it begins (\(from))"))
    }
  }

  private mutating func check(_ windows: [ServiceWindow], _ origin: Origin) {
    for window in windows
    where window.sessionsPerWeek == nil && (window.opens == nil || window.closes == nil) {
      problems.append(
        Problem(
          at: origin, "a window needs opens and closes, or sessionsPerWeek where days are unknown"))
    }
  }

  private mutating func checkPoint(_ point: Coordinate?, of what: String, _ origin: Origin) {
    guard let point, let box = records.networks.first?.record.box, !box.contains(point) else {
      return
    }
    let swapped = Coordinate(latitude: point.longitude, longitude: point.latitude)
    let advice =
      box.contains(swapped)
      ? "latitude and longitude seem to be swapped"
      : "correct the point, or the box of the \"network\" record"
    problems.append(
      Problem(
        at: origin,
        "\(what) lies at lat \(point.latitude), lon \(point.longitude), outside the network's box "
          + "(lat \(box.south) to \(box.north), lon \(box.west) to \(box.east)); \(advice)"))
  }

  private mutating func requireMember(_ id: String, _ origin: Origin) {
    if !facilities.contains(id) && !parties.contains(id) {
      missing("facility or party", id, origin)
    }
  }

  private mutating func require(
    _ known: Set<String>, _ kind: String, _ key: String, _ origin: Origin
  ) {
    if !known.contains(key) { missing(kind, key, origin) }
  }

  private mutating func missing(_ kind: String, _ key: String, _ origin: Origin) {
    problems.append(
      Problem(at: origin, "refers to \(kind) \"\(key)\", which no document of the network holds"))
  }
}

/// Finds records of one kind with the same key, and remembers the keys.
private struct DuplicateFinder: KindVisitor {
  let records: NetworkRecords
  var keys: [String: Set<String>] = [:]
  var problems: [Problem] = []

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    let all = records[keyPath: kind]
    var seen = Set<String>(minimumCapacity: all.count)
    for located in all {
      let (isNew, key) = seen.insert(located.record.key)
      if !isNew {
        problems.append(
          Problem(
            at: located.origin,
            "a second \(Record.kindName) \"\(key)\"; give it another id or take one of them out"))
      }
    }
    keys[Record.kindName] = seen
  }
}
