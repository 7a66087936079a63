import Facts
import TravelNetwork
import Testing

@testable import OpenStreetMap

@Suite struct RuleTests {
  /// Who may drive forwards and backwards on a way: "acm/acm".
  private func traffic(_ tags: Tags) -> String {
    guard let street = Street(tags) else { return "" }
    return "\(letters(street.forward))/\(letters(street.backward))"
  }

  private func letters(_ vehicles: VehicleSet) -> String {
    (vehicles.contains(.ambulance) ? "a" : "") + (vehicles.contains(.car) ? "c" : "")
      + (vehicles.contains(.motorbike) ? "m" : "")
  }

  @Test(arguments: [
    // What a class means.
    (["highway": "residential"], "acm/acm"),
    (["highway": "motorway"], "ac/"),
    (["highway": "motorway_link"], "ac/"),
    (["highway": "motorway", "oneway": "no"], "ac/ac"),
    (["highway": "motorway", "motorcycle": "yes"], "acm/"),
    (["highway": "trunk", "motorroad": "yes"], "ac/ac"),
    (["highway": "trunk_link"], "acm/acm"),
    (["highway": "footway"], ""),
    (["highway": "steps"], ""),
    (["highway": "construction"], ""),
    (["highway": "proposed", "name": "Vành đai 3"], ""),
    (["highway": "pedestrian", "area": "yes", "motor_vehicle": "yes"], ""),
    (["building": "yes"], ""),
    // One-way traffic.
    (["highway": "primary", "oneway": "yes"], "acm/"),
    (["highway": "primary", "oneway": "1"], "acm/"),
    (["highway": "primary", "oneway": "-1"], "/acm"),
    (["highway": "primary", "oneway": "reverse"], "/acm"),
    (["highway": "primary", "oneway": "no"], "acm/acm"),
    (["highway": "primary", "oneway": "yes;no"], "acm/acm"),
    (["highway": "primary", "oneway": "reversible"], ""),
    (["highway": "primary", "oneway": "alternating"], "acm/acm"),
    (["highway": "primary", "junction": "roundabout"], "acm/"),
    (["highway": "primary", "junction": "circular"], "acm/"),
    (["highway": "primary", "junction": "roundabout", "oneway": "-1"], "/acm"),
    (["highway": "primary", "oneway": "yes", "oneway:motorcycle": "no"], "acm/m"),
    (["highway": "primary", "oneway:motorcar": "yes"], "acm/m"),
    (["highway": "primary", "oneway": "yes", "oneway:emergency": "no"], "acm/a"),
    (["highway": "primary", "oneway": "yes", "oneway:motor_vehicle": "no"], "acm/acm"),
    (["highway": "primary", "oneway": "yes", "oneway:bicycle": "no"], "acm/"),
    // Access, the most particular tag first.
    (["highway": "service", "access": "no"], ""),
    (["highway": "service", "access": "private"], "a/a"),
    (["highway": "service", "access": "permit"], "a/a"),
    (["highway": "service", "access": "emergency"], "a/a"),
    (["highway": "service", "access": "no", "emergency": "yes"], "a/a"),
    (["highway": "service", "access": "customers"], "acm/acm"),
    (["highway": "service", "access": "destination"], "acm/acm"),
    (["highway": "service", "access": "nonsense"], "acm/acm"),
    (["highway": "residential", "motor_vehicle": "no"], ""),
    (["highway": "residential", "motor_vehicle": "no", "motorcycle": "yes"], "m/m"),
    (["highway": "residential", "motorcar": "no"], "m/m"),
    (["highway": "residential", "motorcycle": "no"], "ac/ac"),
    (["highway": "residential", "vehicle": "no", "motorcar": "yes"], "ac/ac"),
    (["highway": "residential", "emergency": "no"], "cm/cm"),
    (["highway": "residential", "emergency": "fire_hydrant"], "acm/acm"),
    (["highway": "residential", "access": "no", "motor_vehicle": "permissive"], "acm/acm"),
    (["highway": "residential", "motorcar:backward": "no"], "acm/m"),
    (["highway": "residential", "access:forward": "no"], "/acm"),
    (["highway": "path", "motorcycle": "designated"], "m/m"),
    (["highway": "path", "access": "yes"], ""),
    (["highway": "footway", "motor_vehicle": "yes"], "acm/acm"),
    (["highway": "pedestrian", "emergency": "yes"], "a/a"),
    // Size.
    (["highway": "residential", "width": "1.5"], "m/m"),
    (["highway": "residential", "width": "2 m"], "cm/cm"),
    (["highway": "residential", "width": "8104"], "acm/acm"),
    (["highway": "residential", "width": "mã đợt"], "acm/acm"),
    (["highway": "residential", "maxheight": "2.2"], "cm/cm"),
    (["highway": "residential", "maxheight": "default"], "acm/acm"),
    (["highway": "residential", "maxweight": "1.5"], "m/m"),
    (["highway": "residential", "maxwidth:physical": "0.6"], ""),
    // Ferries.
    (["route": "ferry", "name": "Phà Cát Lái"], "acm/acm"),
    (["route": "ferry", "name": "Đò An Phú Đông"], "m/m"),
    (["route": "ferry", "motor_vehicle": "yes"], "acm/acm"),
    (["route": "ferry", "foot": "yes", "motorcar": "no"], ""),
    (["route": "ferry", "motorcar": "no", "motorcycle": "yes"], "m/m"),
    (["highway": "path", "route": "ferry", "name": "Phà Phú Định"], "acm/acm"),
  ])
  func `tags open a way for whom they should`(_ tags: [String: String], _ expected: String) {
    var read = Tags()
    for (key, value) in tags { read.add(key, value) }
    #expect(traffic(read) == expected, "\(tags)")
  }

  @Test func `a street that differs by direction becomes two links`() throws {
    var drawn = DrawnStreets("A-B-C")
    drawn.way("AB", ["highway": "primary", "oneway": "yes", "oneway:motorcycle": "no"])
    drawn.way("BC")
    drawn.way("BA", ["highway": "service", "oneway": "yes"])
    let streets = try drawn.streets()
    #expect(streets.drawn(drawn, "ABC") == ["A-B", "A>B", "B-C", "B>A"])
    let both = try #require(streets.link("osm-w101-1"))
    #expect(both.carries == .motorcycle && both.excludes == nil && both.isOneway == nil)
    let ahead = try #require(streets.link("osm-w101-1-f"))
    #expect(ahead.carries == nil && ahead.excludes == "motorbike" && ahead.isOneway == true)
  }

  @Test(arguments: [
    ("60", 60.0), ("60 km/h", 60), ("40mph", 64.37), ("VN:urban", 50), ("vn:motorway", 120),
    ("20;10", 10), ("none", nil), ("signals", nil), ("-5", nil), ("1e9", nil), ("", nil),
  ])
  func `speed limits are read`(_ text: String, _ expected: Double?) {
    let limit = SpeedRules.limit(["maxspeed": text])
    #expect(limit.map { ($0 * 100).rounded() / 100 } == expected)
  }

  @Test func `a limit moves both speeds, the ground caps them, and the basis says so`() throws {
    let primary = try #require(HighwayClass.of("primary"))
    let plain = SpeedRules([:], primary)
    #expect(plain.basis == "speed by rule: class")
    #expect(plain.speed == 32 && plain.freeFlowSpeed == 45)
    let city = plain.inCity(primary)
    #expect(city.speed == 25 && city.freeFlowSpeed == 37.8)
    #expect(city.basis == "speed by rule: class, city")
    let slow = SpeedRules(["maxspeed": "30"], primary)
    #expect(slow.freeFlowSpeed == 30 && slow.speed == 21.3)
    #expect(slow.basis == "speed by rule: class, speed limit")
    let fast = SpeedRules(["maxspeed": "100"], primary)
    #expect(fast.freeFlowSpeed == 67.5)
    let zone = SpeedRules(["source:maxspeed": "VN:urban"], primary)
    #expect(zone.freeFlowSpeed == 50)
    let muddy = SpeedRules(["maxspeed": "60", "surface": "mud", "tracktype": "grade1"], primary)
    #expect(muddy.freeFlowSpeed == 8 && muddy.basis.hasSuffix("surface"))
    #expect(muddy.speed < muddy.freeFlowSpeed)
  }

  @Test func `names, numbers and crossings are kept`() {
    let street = Street([
      "highway": "primary", "name": "Saigon Bridge", "name:vi": "  Cầu\n Sài  Gòn ",
      "ref": "QL.52", "bridge": "yes",
    ])
    #expect(street?.name == "Cầu Sài Gòn" && street?.ref == "QL.52")
    #expect(street?.crossing == "Cầu Sài Gòn")
    func crossing(_ tags: Tags) -> String? { NameRules.crossing(tags) }
    #expect(crossing(["bridge": "yes", "name": "Nguyễn Hữu Thọ"]) == nil)
    #expect(crossing(["bridge": "viaduct", "name": "A", "bridge:name": "Cầu B"]) == "Cầu B")
    #expect(crossing(["bridge": "yes", "name": "Cầu"]) == nil)
    #expect(crossing(["bridge": "no", "name": "Cầu B"]) == nil)
    #expect(crossing(["name": "Cầu Giấy"]) == nil)
    #expect(crossing(["tunnel": "yes", "name": "Hầm sông Sài Gòn"]) == "Hầm sông Sài Gòn")
    #expect(crossing(["tunnel": "building_passage", "name": "Hầm B1"]) == nil)
  }

  @Test func `restrictions are kept in words, and narrow streets carry no lorries`() throws {
    let street = try #require(
      Street([
        "highway": "residential", "width": "3", "hgv": "no", "maxweight": "5",
        "motor_vehicle:conditional": "no @ (06:00-09:00)",
      ]))
    #expect(street.isLightOnly)
    #expect(
      street.restriction
        == "hgv=no; maxweight=5; motor_vehicle:conditional=no @ (06:00-09:00); width=3")
    let plain = try #require(Street(["highway": "residential", "access": "yes"]))
    #expect(plain.restriction == nil && !plain.isLightOnly)
  }

  @Test(arguments: [
    (["barrier": "bollard"], "m"), (["barrier": "gate"], "acm"), (["barrier": "yes"], "acm"),
    (["barrier": "block"], "m"), (["barrier": "wall"], ""), (["barrier": "debris"], ""),
    (["barrier": "bollard", "bollard": "rising"], "am"),
    (["barrier": "gate", "access": "private"], "a"), (["barrier": "gate", "access": "no"], ""),
    (["barrier": "gate", "access": "no", "emergency": "yes"], "a"),
    (["barrier": "lift_gate", "motorcycle": "no"], "ac"),
    (["barrier": "height_restrictor", "maxheight": "2"], "cm"),
    (["barrier": "block", "access": "yes"], "acm"),
  ])
  func `barriers stop whom they should`(_ tags: [String: String], _ expected: String) {
    var read = Tags()
    for (key, value) in tags { read.add(key, value) }
    #expect(BarrierRules.vehicles(read).map(letters) == expected, "\(tags)")
  }
}
