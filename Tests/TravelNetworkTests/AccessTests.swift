import Facts
import TestSupport
import Testing

@testable import TravelNetwork

@Suite struct AccessTests {
  /// The nearest of some nodes, told by looking at all.
  private func nearest(
    to point: Coordinate, in map: TravelMap, among nodes: [NodeIndex]
  ) -> (node: NodeIndex, metres: Double)? {
    nodes.map { ($0, point.distanceInMetres(to: map.nodes[$0].point)) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  @Test(arguments: seeds(20))
  func `the index finds what looking at every node finds`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var drawn = DrawnMap("")
    // Some maps are wide, some are dots, some lie at the pole or across the date line.
    let spreads: [Double] = [0, 0.05, 2, 30]
    let spread = try #require(spreads.randomElement(using: &random))
    let centre = [(10.0, 106.0), (88.0, 10.0), (-1.0, 179.9)].randomElement(using: &random)
    let (latitude, longitude) = try #require(centre)
    func anywhere(_ spread: Double) -> Coordinate {
      Coordinate(
        latitude: min(90, latitude + .random(in: -spread...spread, using: &random)),
        longitude: min(180, longitude + .random(in: -spread...spread, using: &random)))
    }
    for number in 0..<60 {
      var node = TravelNode()
      node.id = "n\(number)"
      node.point = anywhere(spread)
      node.block = [nil, "north", "south"].randomElement(using: &random) ?? nil
      drawn.nodes.append(node)
      guard number > 0, number % 4 != 0 else { continue }
      var link = TravelLink()
      link.id = "l\(number)"
      link.start = "n\(number - 1)"
      link.end = "n\(number)"
      link.speed = 30
      link.use = number % 7 == 0 ? .no : nil
      drawn.links.append(link)
    }
    drawn.profile.accessLimitKm = [0.5, 15, 400, 30_000].randomElement(using: &random) ?? 15
    let limit = drawn.profile.accessLimitKm * 1_000
    let graph = try drawn.graph()
    for _ in 0..<100 {
      let point = anywhere(spread * 1.5 + 0.01)
      let block = [nil, "north", "south", "west"].randomElement(using: &random) ?? nil
      let usable = graph.usableNodes
      let near = nearest(
        to: point, in: graph.map,
        among: usable.filter { node in
          // No node lies in the west, and nodes of no block may lie in any.
          let own = graph.map.nodes[node].block
          return block != nil && block != "west" && (own == block || own == nil)
        })
      var expected = nearest(to: point, in: graph.map, among: usable)
      if let near, near.metres <= limit { expected = near }
      if let found = expected, found.metres > limit { expected = nil }
      let access = graph.access(to: point, block: block)
      #expect(access?.node == expected?.node)
      #expect(access?.metres == expected?.metres)
    }
  }

  @Test func `the way to the node is a detour at a speed`() throws {
    var drawn = DrawnMap("A-B")
    drawn.road("AB", kilometres: 2)
    drawn.profile.accessDetour = 1.5
    drawn.profile.accessSpeed = 30
    let point = Coordinate(latitude: 10.1, longitude: 106)
    let access = try #require(try drawn.graph().access(to: point))
    #expect(access.node == 0)
    #expect(abs(access.metres - 11_119.5) < 0.1)
    #expect(abs(access.minutes - 11.1195 * 1.5 / 30 * 60) < 0.001)
  }

  @Test func `a node that no link of the vehicle touches is passed over`() throws {
    // P is a helipad; only the patient can fly from it.
    var drawn = DrawnMap(
      """
      P..H
      A--B
      """)
    drawn.road("AB", kilometres: 3)
    drawn.road("PH", kilometres: 3) {
      $0.mode = .air
      $0.carries = .patient
      $0.crossingMinutes = 5
    }
    let point = Coordinate(latitude: 10, longitude: 106)
    #expect(try drawn.graph().access(to: point)?.node == 2)
    #expect(try drawn.graph(vehicle: .patient).access(to: point)?.node == 0)
  }

  @Test func `who avoids the only road still starts at its end`() throws {
    var drawn = DrawnMap("A-B  C-D")
    drawn.road("AB", kilometres: 2)
    drawn.road("CD", kilometres: 2)
    let graph = try drawn.graph(avoiding: ["AB"])
    #expect(graph.access(to: Coordinate(latitude: 10, longitude: 106))?.node == 0)
    #expect(graph.isUsable(0))
  }

  @Test func `absurd points and profiles have no access`() throws {
    var drawn = DrawnMap("A-B")
    drawn.road("AB", kilometres: 2)
    let graph = try drawn.graph()
    #expect(graph.access(to: Coordinate(latitude: .nan, longitude: 106)) == nil)
    #expect(graph.access(to: Coordinate(latitude: 10, longitude: .infinity)) == nil)
    #expect(graph.access(to: Coordinate(latitude: 10, longitude: 1e300)) == nil)
    drawn.profile.accessSpeed = 0
    #expect(try drawn.graph().access(to: Coordinate(latitude: 10, longitude: 106.1)) == nil)
    #expect(try DrawnMap("A").graph().access(to: Coordinate(latitude: 10, longitude: 106)) == nil)
  }
}
