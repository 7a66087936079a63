import Facts
import TestSupport
import Testing

@testable import TravelNetwork

@Suite struct StreetIndexTests {
  @Test(arguments: seeds(10))
  func `the index finds what looking at every line finds`(_ seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var drawn = DrawnMap("")
    let spread: Double = [0.005, 0.1, 2].randomElement(using: &random) ?? 1
    func anywhere() -> Coordinate {
      Coordinate(
        latitude: 10 + .random(in: -spread...spread, using: &random),
        longitude: 106 + .random(in: -spread...spread, using: &random))
    }
    for number in 0..<40 {
      var node = TravelNode()
      node.id = "n\(number)"
      node.point = anywhere()
      drawn.nodes.append(node)
      var link = TravelLink()
      link.id = "l\(number)"
      link.start = "n\(Int.random(in: 0...number, using: &random))"
      link.end = "n\(number)"
      link.mode = number % 9 == 0 ? .ferry : .road
      link.lengthMethod = TravelLink.mappedLine
      link.kilometres = 1
      link.speed = 30
      let bends = (0..<Int.random(in: 0...3, using: &random)).map { _ in anywhere() }
      link.shape = bends.isEmpty ? nil : LinkShape([node.point] + bends + [node.point]).text
      drawn.links.append(link)
    }
    let map = try drawn.map()
    let index = StreetIndex(map)
    for _ in 0..<100 {
      let point = anywhere()
      let limit: Double = [50.0, 5_000, 1_000_000].randomElement(using: &random) ?? 1
      var expected: Double?
      for link in map.links.recordIndices
      where map.links[link].mode == .road && link.rawValue % 5 != 0 {
        let line = map.line(ofLink: link)
        for (start, end) in zip(line, line.dropFirst()) {
          let metres = LineSegment(start, end).nearest(to: point).metres
          if metres <= limit { expected = min(expected ?? .infinity, metres) }
        }
      }
      let found = index.nearest(to: point, within: limit) { $0.rawValue % 5 != 0 }
      #expect((found == nil) == (expected == nil), "seed \(seed)")
      guard let found, let expected else { continue }
      // Long lines are cut into stretches, whose planes touch the globe at different places.
      #expect(abs(found.metres - expected) <= 0.01 + expected * 1e-4, "seed \(seed)")
      #expect((0...1).contains(found.fraction))
      #expect(found.point.distanceInMetres(to: point) <= found.metres + 1e-6)
    }
  }

  /// A street of two hundredths of a degree with a bend, and a bridge beside it.
  private func street(_ change: (inout TravelLink) -> Void = { _ in }) throws -> TravelGraph {
    var drawn = DrawnMap(
      """
      A-B
      C=D
      """)
    drawn.road("AB", kilometres: 6) {
      $0.shape = "10 106.005 9.999 106.015"
      $0.lengthMethod = TravelLink.mappedLine
      change(&$0)
    }
    drawn.road("CD", kilometres: 2) {
      $0.crossing = "Cầu Ví Dụ"
      $0.lengthMethod = TravelLink.mappedLine
    }
    drawn.profile.accessDetour = 1
    return try drawn.graph()
  }

  @Test func `a point is joined to the middle of a street, with the time to both ends`() throws {
    let graph = try street()
    let point = Coordinate(latitude: 10.001, longitude: 106.005)
    let access = try #require(graph.linkAccess(to: point, StreetIndex(graph.map)))
    #expect(access.position.link == 0 && abs(access.position.metres - 111.2) < 0.1)
    #expect(access.position.point == Coordinate(latitude: 10, longitude: 106.005))
    let share = access.position.fraction
    #expect(share > 0.2 && share < 0.26)
    #expect(access.departures.map(\.node) == [0, 1] && access.arrivals.map(\.node) == [0, 1])
    // 6 km at 60 km/h are 3,600 deciseconds; the way to the street comes on top, on both sides.
    let both = access.departures.map(\.deciseconds).reduce(0, +)
    #expect(both == 3_600 + 2 * access.deciseconds)
    let kilometres = access.departures.map(\.metres).reduce(0, +) / 1_000
    #expect(abs(kilometres - 6 - 2 * 0.1112) < 0.001)
  }

  @Test func `a one-way street is left at its end and reached from its start`() throws {
    let graph = try street { $0.isOneway = true }
    let index = StreetIndex(graph.map)
    let near = try #require(
      graph.linkAccess(to: Coordinate(latitude: 10.001, longitude: 106.002), index))
    let far = try #require(
      graph.linkAccess(to: Coordinate(latitude: 10.001, longitude: 106.005), index))
    #expect(near.departures.map(\.node) == [1] && near.arrivals.map(\.node) == [0])
    #expect(near.deciseconds(along: far) ?? 0 > near.deciseconds + far.deciseconds)
    #expect(far.deciseconds(along: near) == nil)
  }

  @Test func `nobody is joined to a bridge while a street passes within the limit`() throws {
    let graph = try street()
    let onBridge = Coordinate(latitude: 9.99, longitude: 106.005)
    let index = StreetIndex(graph.map)
    #expect(graph.linkAccess(to: onBridge, index)?.position.link == 0)
    let closed = try street { $0.state = .closed }
    #expect(closed.linkAccess(to: onBridge, index)?.position.link == 1)
  }

  @Test func `streets of no block serve any block, those of another do not`() throws {
    var drawn = DrawnMap(
      """
      A-B

      C-D
      """)
    drawn.road("AB", kilometres: 1) { $0.lengthMethod = TravelLink.mappedLine }
    drawn.road("CD", kilometres: 1) { $0.lengthMethod = TravelLink.mappedLine }
    for index in [0, 1] { drawn.nodes[index].block = "north" }
    for index in [2, 3] { drawn.nodes[index].block = "south" }
    let point = Coordinate(latitude: 9.999, longitude: 106.005)
    let graph = try drawn.graph()
    #expect(graph.linkAccess(to: point, StreetIndex(graph.map), block: "south")?.position.link == 1)
    for index in [0, 1] { drawn.nodes[index].block = nil }
    let open = try drawn.graph()
    #expect(open.linkAccess(to: point, StreetIndex(open.map), block: "south")?.position.link == 0)
  }

  @Test func `a road whose course nobody mapped is entered at its ends`() throws {
    var drawn = DrawnMap("A-B")
    drawn.road("AB", kilometres: 1)
    let point = Coordinate(latitude: 10.001, longitude: 106.004)
    let planned = try drawn.graph()
    #expect(planned.linkAccess(to: point, StreetIndex(planned.map)) == nil)
    #expect(planned.join(point, streets: StreetIndex(planned.map))?.departures.map(\.node) == [0])
    drawn.links[0].lengthMethod = TravelLink.mappedLine
    let mapped = try drawn.graph()
    let access = try #require(mapped.join(point, streets: StreetIndex(mapped.map)))
    #expect(access.departures.map(\.node) == [0, 1] && access.link != nil)
  }

  @Test func `an empty map has no link near anything`() throws {
    let map = try DrawnMap("").map()
    let point = Coordinate(latitude: 10, longitude: 106)
    #expect(StreetIndex(map).nearest(to: point, within: 1e9) { _ in true } == nil)
  }
}

@Suite struct LinkShapeTests {
  @Test func `bends survive writing and reading`() throws {
    let line = [(10.0, 106.0), (10.01, 106.02), (-0.000014, -106.5), (0, 0), (10, 106)]
      .map { Coordinate(latitude: $0, longitude: $1) }
    let text = try #require(LinkShape(line).text)
    #expect(text == "10.01 106.02 -0.00001 -106.5 0 0")
    #expect(LinkShape(text)?.text == text)
    #expect(LinkShape([line[0], line[1]]).text == nil)
  }

  @Test(arguments: [
    "", " ", "10", "10 106 11", "10 x", "91 10", "10 181", "1e5 3", "10,5 106", "--1 2", "1.2.3 4",
    "nan nan", "12345678901234567890 1",
  ])
  func `what is no list of points is refused`(_ text: String) {
    #expect(LinkShape(text) == nil)
  }

  @Test func `a straight row of points is a straight line, a long one stays within its limit`() {
    let row = (0...50).map { Coordinate(latitude: 10 + Double($0) * 0.001, longitude: 106) }
    #expect(LinkShape(row).bends.isEmpty)
    let saw = (0...1_200).map {
      Coordinate(latitude: 10 + Double($0 % 2) * 0.001, longitude: 106 + Double($0) * 0.0001)
    }
    #expect((LinkShape(saw).text?.utf8.count ?? 0) <= LinkShape.limit)
  }
}
