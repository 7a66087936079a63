import Facts
import Foundation
import HealthNetwork
import Planning
import Referral
import Routing
import TravelNetwork

/// The loss of every facility, one after the other, on a road graph of which every node is a commune
/// of one inhabitant: the whole way from records to ranked losses.
struct LossMeasure {
  let map: RoadMap
  let queries: Queries

  func run() throws {
    let facilities = queries.facilities.last?.1 ?? []
    print("\(map.graph.nodeCount) nodes, \(facilities.count) facilities; processor time")
    var records = records(facilities)
    var made: Network?
    try time("network of records") { made = try Network(records) }
    guard let network = made,
      let vehicle = network.travel.vehicle("car"),
      let need = Need("care", in: network.vocabulary),
      let at = Instant("2026-11-25T02:00+07:00")
    else { return }
    let query = ReferralQuery(need: need, at: at, vehicle: vehicle)
    let demand = try Demand(network, scheme: "nodes")
    var prepared: TravelHierarchy?
    try time("hierarchy") { prepared = TravelHierarchy(network.travel) }
    guard let hierarchy = prepared else { return }
    if let node = network.travel.nodes.first {
      var closure = TravelClosure()
      closure.id = "closure"
      closure.box = Box(
        south: node.point.latitude, west: node.point.longitude, north: node.point.latitude,
        east: node.point.longitude)
      add(closure, to: &records.closures)
      var closed: Network?
      try time("the same with the links of a node closed") { closed = try Network(records) }
      let serves = closed.map { hierarchy.serves($0.travel) } ?? false
      print("    hierarchies made anew for it: \(serves ? 0 : 1)")
    }
    var ground: PlanningNetwork?
    try time("customization, facilities joined") {
      ground = PlanningNetwork(network, hierarchy, query.conditions)
    }
    guard let ground else { return }
    var losses: [Loss] = []
    var study: LossStudy?
    try time("loss of every facility, ranked") {
      let made = LossStudy(ground, query, demand, threshold: 6_000, findsWays: false)
      losses = made.facilityLosses().ranked
      study = made
    }
    guard let study else { return }
    print("    \(losses.reduce(0) { $0 + $1.changes.count }) changes, worst \(losses[0].tally.leaving)")
    try time("the worst three checked against a search without each") {
      let points = ground.accesses(of: demand)
      for loss in losses.prefix(3) {
        guard case .facility(let facility) = loss.subject else { continue }
        let reach = NearestTable(points, query, on: ground, without: [facility])
        var after = demand.communes.indices.map { study.nearest(ofCommune: $0) }
        for change in loss.changes { after[change.commune] = change.after }
        for commune in after.indices where after[commune] != reach.nearest(of: commune) {
          throw BenchError("the loss of \(facility) is wrong for commune \(commune)")
        }
      }
    }
    print("    \(peakMegabytes()) MB at the most")
  }

  private func add<Record>(_ record: Record, to list: inout [Located<Record>]) {
    list.append(Located(record, at: Origin(document: 0, line: 0)))
  }

  private func time(_ what: String, _ work: () throws -> Void) throws {
    let start = processorSeconds()
    let wall = ContinuousClock.now
    try work()
    let elapsed = (ContinuousClock.now - wall) / .seconds(1)
    print(
      "  " + what.padding(toLength: 54, withPad: " ", startingAt: 0)
        + String(format: "%8.2f s, %7.2f s of wall time", processorSeconds() - start, elapsed))
  }

  /// The graph as records: a minute is a kilometre, and a weight a decisecond.
  private func records(_ facilities: [Int]) -> NetworkRecords {
    var records = NetworkRecords()
    var header = NetworkHeader()
    header.id = "graph"
    header.zone = ZoneOffset(minutes: 420)
    add(header, to: &records.networks)
    var scheme = Scheme()
    scheme.id = "nodes"
    add(scheme, to: &records.schemes)
    var specialty = Specialty()
    specialty.code = "care"
    specialty.entry = "care.any"
    add(specialty, to: &records.specialties)
    var type = CapabilityType()
    type.code = "care.any"
    type.specialty = "care"
    add(type, to: &records.capabilityTypes)
    var vehicle = Vehicle()
    vehicle.id = "car"
    vehicle.modes = "road"
    vehicle.carriages = "all"
    add(vehicle, to: &records.vehicles)
    for node in 0..<map.graph.nodeCount {
      let code = String(1_000_000_000 + node)
      let point = Coordinate(latitude: map.latitudes[node], longitude: map.longitudes[node])
      var place = Place()
      place.scheme = "nodes"
      place.code = code
      place.position.point = point
      var population = Population()
      population.count = 1
      place.populations = [population]
      add(place, to: &records.places)
      var travelNode = TravelNode()
      travelNode.id = code
      travelNode.point = point
      add(travelNode, to: &records.nodes)
    }
    var number = 1_000_000_000
    for node in 0..<map.graph.nodeCount {
      for arc in map.graph.arcs(from: node) {
        let head = map.graph.head(of: arc)
        var link = TravelLink()
        link.id = String(number)
        link.start = String(1_000_000_000 + node)
        link.end = String(1_000_000_000 + head)
        link.isOneway = true
        link.kilometres = Double(map.weights[arc]) / 600
        link.speed = 60
        link.freeFlowSpeed = 60
        add(link, to: &records.links)
        number += 1
      }
    }
    for (number, node) in Array(Set(facilities)).sorted().enumerated() {
      var facility = Facility()
      facility.id = String(1_000_000 + number)
      facility.name = facility.id
      facility.position.point = Coordinate(
        latitude: map.latitudes[node], longitude: map.longitudes[node])
      add(facility, to: &records.facilities)
      var capability = Capability()
      capability.facility = facility.id
      capability.code = "care.any"
      capability.provenance.confidence = .high
      add(capability, to: &records.capabilities)
    }
    return records
  }
}
