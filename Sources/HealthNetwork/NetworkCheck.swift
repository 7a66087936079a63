import Facts
import TravelNetwork

/// Finds what keeps records from being a network: duplicates, references into nothing, points
/// outside the box, periods that end before they begin, units inside units of their own level, facilities that lean on
/// each other in a circle.
///
/// Capabilities may imply each other in a circle: each of them then is as good as the others.
struct NetworkCheck {
  var problems: [Problem]
  let records: NetworkRecords
  /// The "network" records in the order of reading: the first one counts.
  let networks: [Located<NetworkHeader>]
  let index: RecordKeys
  let box: Box?
  let schemes: Set<String>
  let specialties: Set<String>
  let capabilityTypes: Set<String>
  let clocks: Set<String>
  let accessStandards: Set<String>
  let parties: Set<String>
  let programmes: Set<String>
  let agreements: Set<String>
  let rotations: Set<String>
  let nodes: Set<String>
  let blocks: Set<String>
  let vehicles: Set<String>
  /// Whether outlines, most of what there is to check, were checked before.
  var knowsOutlines = false

  /// Finds every error of the records, in order of reading.
  ///
  /// - Parameters:
  ///   - records: The records in canonical order.
  ///   - networks: The "network" records in the order of reading.
  ///   - index: Where facilities and places lie.
  ///   - knowsOutlines: Whether the outlines were checked before, with the same places and box.
  /// - Returns: What keeps the records from being a network.
  /// - Complexity: O(*n*), where *n* is the number of records.
  static func errors(
    in records: NetworkRecords, networks: [Located<NetworkHeader>], index: RecordKeys,
    knowsOutlines: Bool = false
  ) -> [Problem] {
    var check = NetworkCheck(records, networks, index)
    check.knowsOutlines = knowsOutlines
    check.run()
    return check.problems.sorted { left, right in
      let leftOrigin = left.origin ?? Origin(document: -1, line: 0)
      let rightOrigin = right.origin ?? Origin(document: -1, line: 0)
      return (leftOrigin.document, leftOrigin.line, left.message)
        < (rightOrigin.document, rightOrigin.line, right.message)
    }
  }

  private init(
    _ records: NetworkRecords, _ networks: [Located<NetworkHeader>], _ index: RecordKeys
  ) {
    self.records = records
    self.networks = networks
    self.index = index
    box = networks.first?.record.box
    var duplicates = DuplicateFinder(records: records)
    NetworkRecords.visitKinds(&duplicates)
    problems = index.problems + duplicates.problems
    schemes = duplicates.keys["scheme"] ?? []
    specialties = duplicates.keys["specialty"] ?? []
    capabilityTypes = duplicates.keys["capabilityType"] ?? []
    clocks = duplicates.keys["clock"] ?? []
    accessStandards = duplicates.keys["accessStandard"] ?? []
    parties = duplicates.keys["party"] ?? []
    programmes = duplicates.keys["programme"] ?? []
    agreements = duplicates.keys["agreement"] ?? []
    rotations = duplicates.keys["rotation"] ?? []
    nodes = duplicates.keys["node"] ?? []
    blocks = duplicates.keys["block"] ?? []
    vehicles = duplicates.keys["vehicle"] ?? []
  }

  mutating func run() {
    checkHeader()
    checkPlaces()
    checkVocabulary()
    checkFacilities()
    checkCapabilities()
    checkLoops()
    checkSupport()
    checkObservations()
    checkTravel()
    checkCalendar()
  }

  mutating func checkHeader() {
    if networks.isEmpty {
      problems.append(
        Problem(
          at: nil,
          "no document holds a \"network\" record; one is needed, for the zone and the box"))
    }
    if let box, box.south > box.north || box.west > box.east {
      problems.append(
        Problem(
          at: networks.first?.origin,
          "the box of the network holds nothing; south and west are its lesser edges"))
    }
    for extra in networks.dropFirst() {
      problems.append(
        Problem(at: extra.origin, "a second \"network\" record; a network has exactly one"))
    }
  }

  mutating func checkPlaces() {
    each(records.schemes) { scheme, origin in check(scheme.period, origin) }
    each(records.places) { check($0, $1) }
    if !knowsOutlines { each(records.outlines) { check($0, $1) } }
  }

  private mutating func check(_ outline: PlaceOutline, _ origin: Origin) {
    requirePlace(outline.place, origin)
    for ring in outline.rings {
      guard let points = ring.points else {
        problems.append(
          Problem(
            at: origin,
            "outline \(outline.place) has a ring that is no list of three or more points; write the "
              + "latitude and longitude in degrees of one after the other, parted by blanks"))
        continue
      }
      for point in points where stray(point) != nil {
        report(stray: point, of: "outline", outline.place, origin)
        break
      }
    }
  }

  private mutating func check(_ place: Place, _ origin: Origin) {
    if !schemes.contains(place.scheme) { missing("scheme", place.scheme, origin) }
    if let parent = place.parent {
      let reference = place.scheme + ":" + parent
      if let parent = index.places[reference] {
        if records.places[parent].record.level.order >= place.level.order {
          problems.append(
            Problem(
              at: origin,
              "place \(place.reference) lies in \(reference), which is of no wider level"))
        }
      } else {
        missing("place", reference, origin)
      }
    }
    each(place.successors) { requirePlace($0.place, origin) }
    if let block = place.block { require(blocks, "block", block, origin) }
    if let point = stray(place.position.point) {
      report(stray: point, of: "place", place.reference, origin)
    }
    for other in place.otherPoints {
      if let point = stray(other.point) {
        report(stray: point, of: "place", place.reference, origin)
      }
    }
    each(place.names) { check($0.period, origin) }
  }

  mutating func checkVocabulary() {
    each(records.specialties) { specialty, origin in
      if let entry = specialty.entry { require(capabilityTypes, "capabilityType", entry, origin) }
    }
    each(records.capabilityTypes) { type, origin in
      require(specialties, "specialty", type.specialty, origin)
      for code in type.impliedCodes { require(capabilityTypes, "capabilityType", code, origin) }
    }
    each(records.clocks) { clock, origin in
      require(specialties, "specialty", clock.specialty, origin)
      if let code = clock.capability { require(capabilityTypes, "capabilityType", code, origin) }
    }
    each(records.accessStandards) { standard, origin in
      require(specialties, "specialty", standard.specialty, origin)
      if let code = standard.capability {
        require(capabilityTypes, "capabilityType", code, origin)
      }
    }
    each(records.triageClasses) { triage, origin in
      if let problem = triage.problem {
        problems.append(Problem(at: origin, "triage \(triage.code): \(problem)"))
      }
    }
    each(records.transferRules) { check($0.period, $1) }
    each(records.pathways) { check($0, $1) }
    each(records.crosswalks) { crosswalk, origin in
      if !specialties.contains(crosswalk.term) && !capabilityTypes.contains(crosswalk.term) {
        missing("specialty or capabilityType", crosswalk.term, origin)
      }
    }
    each(records.ladders) { check($0, $1) }
  }
}

extension TriageClass {
  /// What is wrong with it by itself.
  fileprivate var problem: String? {
    if rank < 1 || rank > TriageClass.lastRank { return "its rank is not 1 to 6" }
    if weight < 1 || weight > 10_000 { return "its weight is not 1 to 10000" }
    // A plan that makes a late patient later must never look better for it.
    if let lateWeight, lateWeight < weight || lateWeight > 10_000 {
      return "its lateWeight is not between its weight and 10000"
    }
    return nil
  }
}

/// Looks at each record where it lies: a `for` loop copies it, which costs more than the check.
func each<Record>(_ records: [Located<Record>], _ body: (Record, Origin) -> Void) {
  each(records) { body($0.record, $0.origin) }
}

/// Looks at each element where it lies.
func each<Element>(_ elements: [Element], _ body: (Element) -> Void) {
  let elements = elements.span
  for index in elements.indices { body(elements[index]) }
}
