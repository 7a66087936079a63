import Facts
import HealthNetwork
import TestSupport
import TravelNetwork

/// A made-up region of a seed: communes with people, roads and ferries with hours, hospitals of
/// which some can, some cannot, some are silent, and some are closed for the night or for good.
struct RandomRegion {
  let network: Network
  let at: Instant

  init(seed: Int, nodes: Int = 24, facilities: Int = 9) throws {
    var random = SeededRandom(seed: seed)
    var records = NetworkRecords()
    let zone = ZoneOffset(minutes: 420)
    records.networks = located(
      with(NetworkHeader()) { ($0.id, $0.name, $0.zone) = ("region", "Region", zone) })
    records.schemes = located(with(Scheme()) { ($0.id, $0.name) = ("old", "Old") })
    records.specialties = located(
      with(Specialty()) {
        ($0.code, $0.name, $0.entry) = ("stroke", "Đột quỵ", "stroke.lysis")
        $0.isTimeCritical = true
      })
    records.capabilityTypes = located(
      with(CapabilityType()) {
        ($0.code, $0.specialty, $0.name) = ("stroke.lysis", "stroke", "Tiêu sợi huyết")
      })
    records.vehicles = located(
      with(Vehicle()) {
        ($0.id, $0.name, $0.modes, $0.carriages) = ("ambulance", "xe", "road ferry", "all")
      })
    records.travelProfiles = located(
      with(TravelProfile()) { ($0.id, $0.slowFactor) = ("default", 1.4) })
    RandomRegion.places(&records, count: nodes, &random)
    for index in 1..<nodes {
      RandomRegion.link(&records, index, to: Int.random(in: 0..<index, using: &random), &random)
    }
    for _ in 0..<nodes / 2 {
      let start = Int.random(in: 0..<nodes, using: &random)
      let end = Int.random(in: 0..<nodes, using: &random)
      if start != end { RandomRegion.link(&records, start, to: end, &random) }
    }
    for index in 0..<facilities { RandomRegion.facility(&records, index, nodes, &random) }
    network = try Network(records)
    let hour = Int.random(in: 0..<24, using: &random)
    at = Instant(seconds: 1_795_539_600 + hour * 3_600, zone: zone)
  }

  private static func point(_ node: Int) -> Coordinate {
    Coordinate(latitude: 10 + Double(node / 5) * 0.2, longitude: 105 + Double(node % 5) * 0.2)
  }

  private static func places(
    _ records: inout NetworkRecords, count: Int, _ random: inout SeededRandom
  ) {
    records.places = located(
      with(Place()) { ($0.scheme, $0.code, $0.level, $0.name) = ("old", "1", .province, "P1") },
      with(Place()) { ($0.scheme, $0.code, $0.level, $0.name) = ("old", "2", .province, "P2") })
    for index in 0..<count {
      let people = Int.random(in: 1...9_000, using: &random)
      let parent = Bool.random(using: &random) ? "1" : "2"
      // One in ten has no point near a road.
      let isFar = Int.random(in: 0..<10, using: &random) == 0
      records.places += located(
        with(Place()) {
          ($0.scheme, $0.code, $0.level, $0.name) = ("old", "c\(index)", .commune, "C\(index)")
          $0.parent = parent
          $0.position.point = isFar ? Coordinate(latitude: 20, longitude: 100) : point(index)
          $0.populations = [with(Population()) { $0.count = people }]
        })
      records.nodes += located(
        with(TravelNode()) { ($0.id, $0.point) = ("n\(index)", point(index)) })
    }
  }

  private static func link(
    _ records: inout NetworkRecords, _ start: Int, to end: Int, _ random: inout SeededRandom
  ) {
    let isFerry = Int.random(in: 0..<4, using: &random) == 0
    let kilometres = Double.random(in: 1...30, using: &random)
    let opens = Int.random(in: 0..<1_440, using: &random)
    let closes = Int.random(in: 0..<1_440, using: &random)
    records.links += located(
      with(TravelLink()) {
        $0.id = "l\(records.links.count)"
        ($0.start, $0.end, $0.kilometres) = ("n\(start)", "n\(end)", kilometres)
        if isFerry {
          ($0.mode, $0.crossingMinutes, $0.waitMinutes) = (.ferry, kilometres, 10)
          $0.crossing = "F\(records.links.count)"
          $0.windows = [with(ServiceWindow()) { ($0.opens, $0.closes) = (opens, closes) }]
        } else {
          $0.speed = 40
        }
      })
  }

  private static func facility(
    _ records: inout NetworkRecords, _ index: Int, _ nodes: Int, _ random: inout SeededRandom
  ) {
    let node = Int.random(in: 0..<nodes, using: &random)
    let kinds: [Facility.Kind] = [.districtHospital, .districtHospital, .communeHealthStation]
    let kind = kinds.randomElement(using: &random) ?? .districtHospital
    let fate = Int.random(in: 0..<10, using: &random)
    let beds = Int.random(in: 0..<3, using: &random) * 50
    records.facilities += located(
      with(Facility()) {
        ($0.id, $0.name, $0.kind) = ("f\(index)", "F\(index)", kind)
        $0.position.point = point(node)
        if fate == 0 { $0.closed = PartialDate("2026-01-01") }
        if fate == 1 { $0.activated = PartialDate("2027-01-01") }
        if fate == 2 { $0.activity = .unconfirmed }
        if fate == 3 { $0.activity = .inactive }
        if beds > 0 {
          $0.beds = [with(Beds()) { $0.measure.value = Double(beds) }]
        }
      })
    let says = Int.random(in: 0..<5, using: &random)
    guard says > 0 else { return }
    let opens = Int.random(in: 0..<1_440, using: &random)
    let closes = Int.random(in: 0..<1_440, using: &random)
    records.capabilities += located(
      with(Capability()) {
        ($0.facility, $0.code) = ("f\(index)", "stroke.lysis")
        $0.value = says == 1 ? .no : .yes
        $0.provenance.confidence = says == 2 ? .low : .high
        if says == 3 {
          $0.windows = [with(ServiceWindow()) { ($0.opens, $0.closes) = (opens, closes) }]
        }
      })
  }
}
