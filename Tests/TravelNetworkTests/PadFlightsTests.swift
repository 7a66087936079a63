import Facts
import TestSupport
import Testing

@testable import TravelNetwork

/// Flights between listed pads.
@Suite struct PadFlightsTests {
  private var helicopter: Vehicle {
    var vehicle = Vehicle.patient
    vehicle.id = "air"
    vehicle.cruiseSpeed = 200
    vehicle.setUpMinutes = 30
    return vehicle
  }

  /// A road A–B, helipads H and I far apart, and a hospital's pad beside B.
  private func flights(_ vehicles: [Vehicle], pad: Coordinate) throws -> (DrawnMap, PadFlights) {
    var drawn = DrawnMap("A-B.........H..................I")
    drawn.road("AB", kilometres: 2)
    for index in drawn.nodes.indices where ["H", "I"].contains(drawn.nodes[index].id) {
      drawn.nodes[index].kind = .helipad
    }
    drawn.vehicles = vehicles
    let flights = PadFlights(
      nodes: Records(drawn.nodes), links: Records(drawn.links), vehicles: vehicles,
      pads: [
        Pad(id: "hospital", name: "Bãi đáp", point: pad, block: nil, provenance: Provenance())
      ], profile: drawn.profile)
    return (drawn, flights)
  }

  @Test func `every two pads are joined by the straight line, and a new pad by a way to the roads`()
    throws
  {
    let pad = Coordinate(latitude: 10.005, longitude: 106.02)
    var (drawn, flights) = try flights([.ambulance, helicopter], pad: pad)
    #expect(flights.nodes.map(\.id) == ["pad-hospital"])
    #expect(flights.links.filter { $0.mode == .air }.count == 3)
    let flight = try #require(flights.links.first { $0.id == "z-flight-air-H-I" })
    let kilometres =
      try #require(
        drawn.nodes.first { $0.id == "H" }?.point.distanceInMetres(
          to: drawn.nodes.first { $0.id == "I" }?.point ?? pad)) / 1_000
    #expect(abs((flight.crossingMinutes ?? 0) - kilometres / 200 * 60) < 1e-9)
    #expect(flight.waitMinutes == 30 && flight.provenance.confidence == .low)
    drawn.nodes += flights.nodes
    drawn.links += flights.links
    let map = try drawn.map()
    let conditions = { (vehicle: Vehicle) in
      TravelConditions(vehicle: vehicle, at: Instant(seconds: 0, zone: ZoneOffset(minutes: 0)))
    }
    // The helicopter gets from A to I; the ambulance neither flies nor leaves the road at the pad.
    let air = TravelGraph(map, conditions(helicopter))
    #expect(DrawnMap.journey("AI", in: air)?.legs.contains { $0.mode == .air } == true)
    let road = TravelGraph(map, conditions(.ambulance))
    #expect(try !road.isUsable(#require(map.node("pad-hospital"))))
  }

  @Test func `a listed flight stays the only one of its pads`() throws {
    var drawn = DrawnMap("H..................I")
    for index in drawn.nodes.indices { drawn.nodes[index].kind = .helipad }
    drawn.ferry("HI", crossing: 50, wait: 60) { $0.mode = .air }
    let flights = PadFlights(
      nodes: Records(drawn.nodes), links: Records(drawn.links), vehicles: [helicopter], pads: [],
      profile: drawn.profile)
    #expect(flights.links.isEmpty && flights.nodes.isEmpty)
  }

  @Test func `a pad on the ground of a listed helipad is that helipad`() throws {
    let (drawn, _) = try flights([helicopter], pad: Coordinate(latitude: 0, longitude: 0))
    let helipad = try #require(drawn.nodes.first { $0.id == "H" })
    let near = Coordinate(
      latitude: helipad.point.latitude + 0.002, longitude: helipad.point.longitude)
    let found = try flights([helicopter], pad: near).1
    #expect(found.nodes.isEmpty && found.nodeOfPad == ["hospital": "H"])
  }

  @Test func `without a cruise speed nothing flies that is not listed`() throws {
    let found = try flights(
      [.ambulance, .patient], pad: Coordinate(latitude: 10, longitude: 106)
    ).1
    #expect(found.links.isEmpty && found.nodes.isEmpty && found.nodeOfPad.isEmpty)
  }
}
