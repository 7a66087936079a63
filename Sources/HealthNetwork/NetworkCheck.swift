import Facts
import TravelNetwork

/// Finds what keeps records from being a network: duplicates, references into nothing, points
/// outside the box, periods that end before they begin, units inside units of their own level.
///
/// Capabilities may imply each other in a circle: each of them then is as good as the others.
struct NetworkCheck {
  var problems: [Problem]
  let records: NetworkRecords
  let box: Box?
  let places: Set<String>
  let schemes: Set<String>
  let specialties: Set<String>
  let capabilityTypes: Set<String>
  let facilities: Set<String>
  let parties: Set<String>
  let programmes: Set<String>
  let agreements: Set<String>
  let rotations: Set<String>
  let nodes: Set<String>
  let blocks: Set<String>
  let vehicles: Set<String>

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
    box = records.networks.first?.record.box
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

  mutating func run() {
    checkHeader()
    checkPlaces()
    checkVocabulary()
    checkFacilities()
    checkCapabilities()
    checkSupport()
    checkTravel()
  }

  mutating func checkHeader() {
    if records.networks.isEmpty {
      problems.append(
        Problem(
          at: nil,
          "no document holds a \"network\" record; one is needed, for the zone and the box"))
    }
    if let box, box.south > box.north || box.west > box.east {
      problems.append(
        Problem(
          at: records.networks.first?.origin,
          "the box of the network holds nothing; south and west are its lesser edges"))
    }
    for extra in records.networks.dropFirst() {
      problems.append(
        Problem(at: extra.origin, "a second \"network\" record; a network has exactly one"))
    }
  }

  mutating func checkPlaces() {
    for located in records.schemes { check(located.record.period, located.origin) }
    var levels: [String: Place.Level] = [:]
    for located in records.places where located.record.level != .commune {
      levels[located.record.reference] = located.record.level
    }
    for located in records.places {
      let (place, origin) = (located.record, located.origin)
      if !schemes.contains(place.scheme) { missing("scheme", place.scheme, origin) }
      if let parent = place.parent {
        let reference = place.scheme + ":" + parent
        require(places, "place", reference, origin)
        if places.contains(reference), (levels[reference] ?? .commune).order >= place.level.order {
          problems.append(
            Problem(
              at: origin,
              "place \(place.reference) lies in \(reference), which is of no wider level"))
        }
      }
      for successor in place.successors { require(places, "place", successor.place, origin) }
      if let block = place.block { require(blocks, "block", block, origin) }
      checkPoint(place.position.point, of: "place", place.reference, origin)
      for other in place.otherPoints {
        checkPoint(other.point, of: "place", place.reference, origin)
      }
      for name in place.names { check(name.period, origin) }
    }
  }

  mutating func checkVocabulary() {
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
}
