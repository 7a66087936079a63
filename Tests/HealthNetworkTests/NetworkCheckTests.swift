import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

/// The messages of the errors after a change to records that agree.
func messages(_ change: (inout NetworkRecords) -> Void) -> [String] {
  do throws(NetworkProblems) {
    _ = try Network(with(FullRecords.all, change))
    return []
  } catch {
    return error.problems.map(\.message)
  }
}

/// A change to records that agree, and the one thing that must be said of it.
struct Fault: CustomTestStringConvertible, Sendable {
  var name: String
  var message: String
  var change: @Sendable (inout NetworkRecords) -> Void

  init(
    _ name: String, _ message: String, _ change: @escaping @Sendable (inout NetworkRecords) -> Void
  ) {
    self.name = name
    self.message = message
    self.change = change
  }

  var testDescription: String { name }

  static let all: [Fault] = [
    Fault("no network", "no document holds a \"network\" record") { $0.networks = [] },
    Fault("two networks", "a second \"network\" record") { records in
      records.networks += located(with(records.networks[0].record) { $0.id = "other" })
    },
    Fault("parents in a loop", "facilities hospital, station are each other's parents") {
      $0.facilities[1].record.parent = "hospital"
    },
    Fault("successors in a loop", "facilities hospital, station are each other's successors") {
      $0.facilities[1].record.successor = "hospital"
    },
    Fault("support in a loop", "facilities hospital, station support each other from afar") {
      records in
      let first = records.capabilities[0].record
      records.capabilities = located(
        with(first) {
          ($0.performer, $0.supportedBy, $0.value) = (.remoteSupported, "station", .yes)
        },
        with(first) {
          ($0.facility, $0.performer) = ("station", .remoteSupported)
          ($0.supportedBy, $0.value) = ("hospital", .yes)
        })
    },
    Fault("a facility twice", "a second facility \"hospital\"") {
      $0.facilities.append($0.facilities[0])
    },
    Fault("a place twice", "a second place \"old:26740\"") { $0.places.append($0.places[1]) },
    Fault("a statement twice", "a second capability \"hospital/stroke.lysis/night\"") {
      $0.capabilities.append($0.capabilities[0])
    },
    Fault("a party with the id of a facility", "party \"hospital\" shares its id") {
      $0.parties += located(with($0.parties[0].record) { $0.id = "hospital" })
    },
    Fault("a rotation with the id of a party", "rotation \"department\" shares its id") {
      $0.rotations[0].record.id = "department"
    },
    Fault("swapped coordinates", "latitude and longitude seem to be swapped") {
      $0.facilities[0].record.position.point = Coordinate(latitude: 106.7, longitude: 10.8)
    },
    Fault("a lost sign", "correct the point, or the box") {
      $0.facilities[0].record.position.point = Coordinate(latitude: -10.8, longitude: 106.7)
    },
    Fault("a node outside the box", "node n1 lies at lat 48.0") {
      $0.nodes[0].record.point = Coordinate(latitude: 48, longitude: 106)
    },
    Fault("a place outside the box", "place old:26740 lies at") {
      $0.places[1].record.position.point = Coordinate(latitude: 10, longitude: 111)
    },
    Fault("a further point outside the box", "place old:26740 lies at") {
      $0.places[1].record.otherPoints[0].point = Coordinate(latitude: 0, longitude: 106)
    },
    Fault("a reversed period", "the period ends (2031) before it begins (2032-01-02)") {
      $0.agreements[0].record.period.from = PartialDate("2032-01-02")
    },
    Fault("a place in itself", "place old:79 lies in old:79, which is of no wider level") {
      $0.places[0].record.parent = "79"
    },
    Fault("a place in a narrower one", "place old:79 lies in old:26740, which is of no wider") {
      $0.places[0].record.parent = "26740"
    },
    Fault("a facility of its own", "facility hospital is its own parent or successor") {
      $0.facilities[0].record.parent = "hospital"
    },
    Fault("closed before opened", "facility hospital closed (2019) before it opened") {
      $0.facilities[0].record.closed = PartialDate("2019")
    },
    Fault("expired before reported", "before it was reported") {
      $0.statuses[0].record.expires = $0.statuses[0].record.reported
    },
    Fault("a ladder without rungs", "ladder stroke-ladder has no rung") {
      $0.ladders[0].record.rungs = []
    },
    Fault("a level twice", "ladder stroke-ladder has two rungs of the level \"ct\"") {
      $0.ladders[0].record.rungs[1].level = "ct"
    },
    Fault("a window without an end", "a window needs opens and closes") {
      $0.links[0].record.windows[0].sessionsPerWeek = nil
      $0.links[0].record.windows[0].closes = nil
    },
    Fault("a holiday of a month", "holiday tet needs from and to, both full days") {
      $0.holidays[0].record.period.from = PartialDate("2027-02")
    },
    Fault("an exception of nothing", "must name either a facility or a link") {
      $0.exceptions[0].record.facility = nil
      $0.exceptions[0].record.capability = nil
    },
    Fault("closed with hours", "is closed and has windows") {
      $0.exceptions[0].record.isClosed = true
    },
    Fault("a wait outside its bounds", "has a wait outside its bounds") {
      $0.exceptions[1].record.waitMinutes = 30
    },
    Fault("a word that is no traffic", "overrides \"full\", no word of traffic") {
      $0.severities[0].record.overrides = "advisory full"
    },
  ]

  /// References of every kind, each into nothing.
  static let dangling: [Fault] = [
    Fault("scheme of a place", "scheme \"none\"") {
      $0.places += located(with(Place()) { ($0.scheme, $0.code) = ("none", "1") })
    },
    Fault("parent of a place", "place \"old:none\"") { $0.places[1].record.parent = "none" },
    Fault("successor of a place", "place \"none\"") {
      $0.places[1].record.successors[0].place = "none"
    },
    Fault("block of a place", "block \"none\"") { $0.places[1].record.block = "none" },
    Fault("entry of a specialty", "capabilityType \"none\"") {
      $0.specialties[0].record.entry = "none"
    },
    Fault("specialty of a capability type", "specialty \"none\"") {
      $0.capabilityTypes[1].record.specialty = "none"
    },
    Fault("implied capability", "capabilityType \"none\"") {
      $0.capabilityTypes[0].record.implies = "stroke.ct none"
    },
    Fault("specialty of a clock", "specialty \"none\"") { $0.clocks[0].record.specialty = "none" },
    Fault("capability of a clock", "capabilityType \"none\"") {
      $0.clocks[0].record.capability = "none"
    },
    Fault("specialty of a standard", "specialty \"none\"") {
      $0.accessStandards[0].record.specialty = "none"
    },
    Fault("capability of a standard", "capabilityType \"none\"") {
      $0.accessStandards[0].record.capability = "none"
    },
    Fault("rank of a triage class", "triage T1: its rank is not 1 to 6") {
      $0.triageClasses[0].record.rank = 7
    },
    Fault("weight of a triage class", "triage T1: its weight is not 1 to 10000") {
      $0.triageClasses[0].record.weight = 0
    },
    Fault("late weight of a triage class", "triage T1: its lateWeight is not between") {
      $0.triageClasses[0].record.lateWeight = 8
    },
    Fault("specialty of a pathway", "specialty \"none\"") {
      $0.pathways[0].record.specialty = "none"
    },
    Fault("first stop of a pathway", "capabilityType \"none\"") {
      $0.pathways[0].record.first = "none"
    },
    Fault("definitive care of a pathway", "capabilityType \"none\"") {
      $0.pathways[0].record.definitive = "none"
    },
    Fault("clock of an interval", "clock \"none\"") {
      $0.pathways[0].record.intervals[0].clock = "none"
    },
    Fault("what a limit refers to", "clock or accessStandard \"none\"") {
      $0.pathways[0].record.limits[1].ref = "none"
    },
    Fault("range of an interval", "do not ascend") {
      $0.pathways[0].record.intervals[0].low = 500
    },
    Fault("interval of nothing", "neither minutes nor a clock") {
      $0.pathways[0].record.intervals[0].minutes = nil
      $0.pathways[0].record.intervals[0].clock = nil
    },
    Fault("interval twice", "dwell-real is there twice") {
      $0.pathways[0].record.intervals += $0.pathways[0].record.intervals
    },
    Fault("rule without a threshold", "needs minutes") {
      $0.pathways[0].record.rules[0].minutes = nil
    },
    Fault("rule without its clock", "needs a clock") {
      $0.pathways[0].record.rules[0].kind = .directKeepsClock
      $0.pathways[0].record.rules[0].clock = nil
    },
    Fault("rule that ends nowhere", "expected door or treatment") {
      $0.pathways[0].record.rules[0].end = .ecg
    },
    Fault("two defaults", "only one rule can be the default") {
      $0.pathways[0].record.rules.append($0.pathways[0].record.rules[0])
      $0.pathways[0].record.rules[1].id = "other"
    },
    Fault("specialty of a ladder", "specialty \"none\"") {
      $0.ladders[0].record.specialty = "none"
    },
    Fault("capability of a rung", "capabilityType \"none\"") {
      $0.ladders[0].record.rungs[0].capability = "none"
    },
    Fault("requirement of a rung", "capabilityType \"none\"") {
      $0.ladders[0].record.rungs[1].requires = "stroke.ct|none"
    },
    Fault("standard of a rung", "accessStandard \"none\"") {
      $0.ladders[0].record.rungs[1].standard = "none"
    },
    Fault("term of a crosswalk", "specialty or capabilityType \"none\"") {
      $0.crosswalks[0].record.term = "none"
    },
    Fault("parent of a facility", "facility \"none\"") {
      $0.facilities[0].record.parent = "none"
    },
    Fault("successor of a facility", "facility \"none\"") {
      $0.facilities[0].record.successor = "none"
    },
    Fault("placement", "place \"none\"") { $0.facilities[0].record.placements[0].place = "none" },
    Fault("capability of a service", "capabilityType \"none\"") {
      $0.facilities[0].record.services[1].capability = "none"
    },
    Fault("reader of a service", "facility or party \"none\"") {
      $0.facilities[0].record.services[1].by = "none"
    },
    Fault("facility of a statement", "facility \"none\"") {
      $0.capabilities[0].record.facility = "none"
    },
    Fault("code of a statement", "capabilityType \"none\"") {
      $0.capabilities[0].record.code = "none"
    },
    Fault("supporter of a statement", "facility or party \"none\"") {
      $0.capabilities[0].record.supportedBy = "none"
    },
    Fault("facility of a status", "facility \"none\"") { $0.statuses[0].record.facility = "none" },
    Fault("capability that is off", "capabilityType \"none\"") {
      $0.statuses[0].record.off[0].capability = "none"
    },
    Fault("link of an exception", "link \"none\"") { $0.exceptions[1].record.link = "none" },
    Fault("facility of an exception", "facility \"none\"") {
      $0.exceptions[0].record.facility = "none"
    },
    Fault("holiday of an exception", "holiday \"none\"") {
      $0.exceptions[1].record.holiday = "none"
    },
    Fault("a party as a facility", "facility \"department\"") {
      $0.rotations[0].record.supporter = "department"
    },
  ]
}

@Suite struct NetworkCheckTests {
  @Test func `records that agree become a network`() throws {
    let network = try Network(FullRecords.all)
    #expect(network.header.id == "test")
    #expect(network.facilityCount == 2)
    #expect(network.facilityIndex(of: "station") == 1)
  }

  @Test(arguments: Fault.all + Fault.dangling + Fault.danglingSupport)
  func `a fault is found, named, and the only one`(fault: Fault) throws {
    let found = messages(fault.change)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.contains(fault.message) == true, "\(found)")
  }

  @Test func `a circle among implied capabilities neither hangs nor keeps a network from being`()
    throws
  {
    let network = try Network(
      with(FullRecords.all) { $0.capabilityTypes[2].record.implies = "stroke.lysis" })
    let all: Set = ["stroke.lysis", "stroke.ct", "stroke.lab"]
    #expect(network.vocabulary.codes(requiredBy: "stroke.ct") == all)
    #expect(network.vocabulary.codes(granting: "stroke.ct") == all)
  }

  @Test func `all faults are told at once, in order of documents and lines`() {
    let records = with(FullRecords.all) {
      $0.links[0].record.end = "none"
      $0.links[0].origin = Origin(document: 0, line: 90)
      $0.facilities[0].record.parent = "none"
      $0.facilities[0].origin = Origin(document: 1, line: 3)
      $0.specialties[0].record.entry = "none"
      $0.specialties[0].origin = Origin(document: 0, line: 7)
    }
    do throws(NetworkProblems) {
      _ = try Network(records)
      Issue.record("three faults were not found")
    } catch {
      #expect(error.problems.map { $0.origin?.line } == [7, 90, 3])
      #expect(error.problems.map { $0.origin?.document } == [0, 0, 1])
    }
  }

  @Test func `of records with one key the first one read is the one that stays`() {
    let records = with(FullRecords.all) {
      // A wider place stands before a narrower one in order, however late it was read.
      let place = $0.places[1]
      for (line, level) in [(900, Place.Level.district), (800, .province), (700, .commune)] {
        $0.places.append(
          Located(
            with(place.record) { ($0.level, $0.parent) = (level, nil) },
            at: Origin(document: 9, line: line)))
      }
      let statement = $0.capabilities[0]
      $0.capabilities.append(Located(statement.record, at: Origin(document: 9, line: 950)))
      $0.capabilities += located(with(statement.record) { $0.statement = "between" })
      $0.capabilities.append(Located(statement.record, at: Origin(document: 9, line: 960)))
    }
    do throws(NetworkProblems) {
      _ = try Network(records)
      Issue.record("five records too many were not found")
    } catch {
      let repeated = error.problems.filter { $0.code == .duplicateID }
      #expect(repeated.map { $0.origin?.line } == [700, 800, 900, 950, 960])
    }
  }

  @Test func `a box turned over is named, besides the points that it does not hold`() {
    let found = messages {
      $0.networks[0].record.box = Box(south: 24, west: 102, north: 8, east: 110)
    }
    #expect(found.contains { $0.contains("south and west are its lesser edges") })
    #expect(found.count > 1)
  }

  @Test func `without a box every point is taken`() {
    let found = messages {
      $0.networks[0].record.box = nil
      $0.nodes[0].record.point = Coordinate(latitude: -48, longitude: 2)
    }
    #expect(found.isEmpty)
  }
}
