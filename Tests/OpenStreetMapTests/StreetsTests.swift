import Facts
import TravelNetwork
import Testing

@testable import OpenStreetMap

@Suite struct StreetsTests {
  @Test func `ways are cut where they meet, and nowhere else`() throws {
    var drawn = DrawnStreets(
      """
      A-B-C-D
          |
          E
      """)
    drawn.way("ABCD", ["highway": "primary", "name": "Lê Lợi"])
    drawn.way("CE")
    let streets = try drawn.streets()
    #expect(streets.drawn(drawn, "ABCDE") == ["A-C", "C-D", "C-E"])
    #expect(streets.links.map(\.id) == ["osm-w101-1", "osm-w101-2", "osm-w102-1"])
    #expect(Set(streets.nodes.map(\.id)) == ["osm-n1", "osm-n3", "osm-n4", "osm-n5"])
    #expect(streets.link("osm-w101-1")?.name == "Lê Lợi")
    // Two hundredths of a degree of longitude at 10.9 degrees north.
    #expect(abs((streets.link("osm-w101-1")?.kilometres ?? 0) - 4.368) < 0.01)
  }

  @Test func `no kilometre gets lost, whatever the shape`() throws {
    // A loop, a way that meets itself, two parallel ways, a way that turns back.
    var drawn = DrawnStreets(
      """
      A-B-C-F
      | | | |
      D-E-G-H
      """)
    drawn.way("ABEDA")
    drawn.way("BCGEB")
    drawn.way("CFHG")
    drawn.way("CG")
    drawn.way("FHF")
    drawn.way("AAB")
    let streets = try drawn.streets()
    let report = streets.report
    #expect(abs(report.wayKilometres - report.pieceKilometres) < 1e-9)
    #expect(abs(report.keptKilometres - report.wayKilometres) < 1e-9)
    let sum = streets.links.reduce(0) { $0 + $1.kilometres }
    #expect(abs(sum - report.keptKilometres) < 0.0001 * Double(streets.links.count))
    #expect(Set(streets.links.map(\.id)).count == streets.links.count)
  }

  @Test func `a ring without a junction is a loop, with its bends`() throws {
    var drawn = DrawnStreets(
      """
      A-B-X
      | |
      D-C
      """)
    drawn.way("BCDAB")
    drawn.way("BX")
    let streets = try drawn.streets()
    #expect(streets.drawn(drawn, "ABCDX") == ["B-B", "B-X"])
    #expect(streets.link("osm-w101-1")?.shape == "10.88 106.62 10.88 106.6 10.9 106.6")
  }

  @Test func `islands are left out for the vehicle that cannot leave them, and counted`() throws {
    // C-D hangs on nothing; E is a one-way trap; F is for motorcycles.
    var drawn = DrawnStreets(
      """
      A-B C-D
      | |
      G-H>E
      |
      F
      """)
    drawn.way("ABHGA")
    drawn.way("CD")
    drawn.way("HE", ["highway": "residential", "oneway": "yes"])
    drawn.way("GF", ["highway": "path", "motorcycle": "yes"])
    let streets = try drawn.streets()
    #expect(streets.drawn(drawn, "ABCDEFGH") == ["A-H", "H-G", "G-A", "G-F"])
    #expect(streets.link("osm-w102-1") == nil && streets.link("osm-w103-1") == nil)
    #expect(streets.link("osm-w104-1")?.carries == .motorcycle)
    #expect(streets.report.islandPieces == 2)
    let ambulance = try #require(streets.report.parts.first { $0.vehicle == "ambulance" })
    #expect(ambulance.nodes == 3 && ambulance.usableNodes == 6)
  }

  @Test func `where the file or the box ends, ways end`() throws {
    var drawn = DrawnStreets("A-B-C-D-E-F")
    drawn.way("ABCDEF")
    drawn.forget("C")
    let streets = try drawn.streets()
    #expect(streets.report.cutWays == 1)
    // Of two parts of two nodes, the one of the lower ids is kept.
    #expect(streets.links.map(\.id) == ["osm-w101-1"])
    let box = Box(south: 10, west: 106.625, north: 11, east: 107)
    #expect(try drawn.streets(within: box).links.map(\.id) == ["osm-w101-1"])
  }

  @Test func `the order of the file does not matter`() throws {
    var drawn = DrawnStreets("A-B-C")
    drawn.way("ABC", ["highway": "tertiary", "name": "Một"])
    drawn.way("BC", ["highway": "service"])
    let lines = drawn.xml.split(separator: "\n")
    let body = lines.dropFirst(2).dropLast()
    let shuffled =
      (Array(lines.prefix(2)) + body.reversed() + Array(lines.suffix(1))).joined(separator: "\n")
    let first = try drawn.streets()
    let second = try withFile(Array(shuffled.utf8), "map.osm") { try Streets(path: $0) }
    #expect(first.links == second.links && first.nodes == second.nodes)
  }

  @Test func `the same file gives the same records twice`() throws {
    var drawn = DrawnStreets("A-B-C-D")
    drawn.way("ABC", ["highway": "tertiary", "oneway:motorcycle": "no", "oneway": "yes"])
    drawn.way("CDBA", ["highway": "service"])
    #expect(try drawn.streets().links == drawn.streets().links)
  }

  @Test func `streets are slower where they meet often`() throws {
    // Eleven streets cross eleven others within a hundredth of a degree; one leads out of it.
    var text = "<osm version=\"0.6\">"
    for row in 0..<11 {
      for column in 0..<11 {
        text += "<node id=\"\(row * 11 + column + 1)\" lat=\"\(10.8001 + 0.0008 * Double(row))\""
        text += " lon=\"\(106.6001 + 0.0008 * Double(column))\"/>"
      }
    }
    text += "<node id=\"900\" lat=\"10.9\" lon=\"106.6\"/>"
    func way(_ id: Int, _ nodes: [Int]) -> String {
      "<way id=\"\(id)\">" + nodes.map { "<nd ref=\"\($0)\"/>" }.joined()
        + "<tag k=\"highway\" v=\"primary\"/></way>"
    }
    for line in 0..<11 {
      text += way(line + 1, (0..<11).map { line * 11 + $0 + 1 })
      text += way(line + 101, (0..<11).map { $0 * 11 + line + 1 })
    }
    text += way(999, [121, 900]) + "</osm>"
    let streets = try withFile(Array(text.utf8), "map.osm") { try Streets(path: $0) }
    #expect(streets.link("osm-w1-1")?.speed == 25 && streets.link("osm-w999-1")?.speed == 32)
    #expect(streets.links.count == 221)
  }

  @Test func `the day comes from the header, or else from the latest change`() throws {
    var drawn = DrawnStreets("A-B-C")
    drawn.way("AB")
    drawn.way("BC")
    let report = try drawn.streets().report
    #expect(report.date?.description == "2026-03-02T10:00:00+00:00" && !report.isDateOfHeader)
    #expect(try drawn.streets().source.hasSuffix("2026-03-02"))
  }

  @Test func `a barrier parts a street for those who do not pass`() throws {
    var drawn = DrawnStreets(
      """
      A-B-C
      |   |
      D-E-F
      """)
    drawn.way("ABC")
    drawn.way("CF")
    drawn.way("FED")
    drawn.way("DA")
    drawn.node("B", ["barrier": "bollard"])
    drawn.node("E", ["barrier": "gate"])
    let streets = try drawn.streets()
    #expect(streets.report.barriers == 1)
    // A-B' and B''-C end at the posts; motorcycles go on over B.
    let posts = streets.links.filter { $0.id.hasPrefix("osm-b2-") }
    #expect(posts.count == 2 && posts.allSatisfy { $0.carries == .motorcycle })
    let map = try TravelMap(
      nodes: streets.nodes, links: streets.links, vehicles: Streets.vehicles, profiles: [])
    let instant = try #require(Instant("2026-11-25T10:00+07:00"))
    for (vehicle, kilometres) in [("car", 8.81), ("motorbike", 4.37)] {
      let graph = TravelGraph(
        map,
        TravelConditions(vehicle: try #require(map.vehicle(vehicle)), at: instant))
      var search = TravelSearch(graph)
      search.start(from: Access(node: try #require(map.node("osm-n1"))))
      let end = try #require(map.node("osm-n3"))
      while let found = search.next(), found.node != end {}
      let journey = try #require(search.journey(to: end))
      #expect(abs(journey.kilometres - kilometres) < 0.02, "\(vehicle)")
    }
  }
}
