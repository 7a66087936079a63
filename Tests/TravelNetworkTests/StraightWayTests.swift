import Facts
import TestSupport
import Testing

@testable import TravelNetwork

/// Points near each other: the straight way over land, beside the ways of the plain search.
@Suite struct StraightWayTests {
  /// A random map with nodes on a few blocks of land, and points around them.
  private func scene(
    _ seed: Int
  ) throws -> (graph: TravelGraph, points: [Coordinate], accesses: [PointAccess?]) {
    var random = SeededRandom(seed: seed)
    var drawn = DrawnMap.random(seed: seed)
    for index in drawn.nodes.indices {
      drawn.nodes[index].point = Coordinate(
        latitude: 10 + .random(in: 0...0.1, using: &random),
        longitude: 106 + .random(in: 0...0.1, using: &random))
      drawn.nodes[index].block = ["N", "S", nil].randomElement(using: &random) ?? nil
    }
    let graph = try drawn.graph("21:30", vehicle: .patient, day: "2026-11-22")
    var points: [Coordinate] = []
    for _ in 0..<40 {
      if let last = points.last, Int.random(in: 0..<5, using: &random) == 0 {
        points.append(last)
      } else {
        points.append(
          Coordinate(
            latitude: 10 + .random(in: 0...0.1, using: &random),
            longitude: 106 + .random(in: 0...0.1, using: &random)))
      }
    }
    let accesses = points.map { point in
      graph.join(
        point, block: ["N", "S", nil].randomElement(using: &random) ?? nil, streets: nil)
    }
    return (graph, points, accesses)
  }

  @Test(arguments: seeds(18))
  func `arrivals are the least of the plain search and the straight way`(seed: Int) throws {
    let (graph, points, accesses) = try scene(seed)
    let engine = TravelEngine(graph, TravelHierarchy(graph.map))
    var stream = ArrivalStream(engine, targets: accesses, usage: seed % 2 == 0 ? .batch : .single)
    for origin in stride(from: 0, to: points.count, by: 4) {
      guard let start = accesses[origin] else { continue }
      var plain = TravelSearch(graph)
      plain.start(from: start.departures)
      while plain.next() != nil {}
      let expected = accesses.indices.map { target -> UInt32? in
        guard let end = accesses[target] else { return nil }
        var ways = end.arrivals.compactMap { access in
          plain.deciseconds(to: access.node).map { $0 + access.deciseconds }
        }
        let metres = points[origin].distanceInMetres(to: points[target])
        let (first, last) = (start.departures[0], end.arrivals[0])
        let blocks = (start.ground?.block, end.ground?.block)
        let sameLand =
          blocks.0 != nil && blocks.1 != nil ? blocks.0 == blocks.1 : first.node == last.node
        let otherLand = blocks.0 != nil && blocks.1 != nil && blocks.0 != blocks.1
        if points[origin] == points[target] {
          ways.append(0)
        } else if metres <= first.metres + last.metres, sameLand, !otherLand {
          let minutes =
            metres / 1_000 * graph.map.profile.accessDetour
            / graph.map.profile.accessSpeed * 60 * graph.accessFactor
          ways += [deciseconds(ofMinutes: minutes)].compactMap { $0 }
        }
        return ways.min()
      }
      stream.start(from: start)
      var given: [(UInt32, Int)] = []
      while let (target, deciseconds) = stream.next() {
        given.append((deciseconds, target))
        let found = stream.trip(to: target)
        let trip = try #require(found)
        let sum = trip.start.minutes + trip.journey.minutes + trip.end.minutes
        #expect(abs(sum - Double(deciseconds) / 600) < 1e-6, "seed \(seed)")
      }
      let sorted = expected.enumerated().compactMap { target, time in time.map { ($0, target) } }
        .sorted { $0 < $1 }
      #expect(
        given.map(\.0) == sorted.map(\.0) && given.map(\.1) == sorted.map(\.1), "seed \(seed)")
      stream.start(from: start)
      #expect(stream.all() == expected, "seed \(seed)")
    }
  }

  @Test(arguments: seeds(6))
  func `closing links never makes an arrival earlier, and each point is no minutes from itself`(
    seed: Int
  ) throws {
    let (graph, points, accesses) = try scene(seed)
    let engine = TravelEngine(graph, TravelHierarchy(graph.map))
    let closed = engine.closing(Set(graph.map.links.recordIndices.filter { $0.rawValue % 3 == 0 }))
    var open = ArrivalStream(engine, targets: accesses)
    var shut = ArrivalStream(closed, targets: accesses)
    for origin in stride(from: 0, to: points.count, by: 5) {
      guard let start = accesses[origin] else { continue }
      open.start(from: start)
      shut.start(from: start)
      let (before, after) = (open.all(), shut.all())
      #expect(before[origin] == 0 && after[origin] == 0, "seed \(seed)")
      for (early, late) in zip(before, after) {
        if let late { #expect(try #require(early) <= late, "seed \(seed)") }
      }
    }
  }

  @Test func `a river is not crossed, and the far bank keeps its way round`() throws {
    // A and B face each other over a river; the bridge is at C and D, far to the east.
    var drawn = DrawnMap(
      """
      A         C
      B         D
      """)
    drawn.road("AC", kilometres: 10)
    drawn.road("CD", kilometres: 1)
    drawn.road("BD", kilometres: 10)
    for index in drawn.nodes.indices {
      drawn.nodes[index].block = "AC".contains(drawn.nodes[index].id) ? "north" : "south"
    }
    let graph = try drawn.graph()
    let engine = TravelEngine(graph, TravelHierarchy(graph.map))
    func join(_ latitude: Double, _ block: String) -> PointAccess? {
      graph.join(Coordinate(latitude: latitude, longitude: 106.003), block: block, streets: nil)
    }
    let (north, beside, south) = (join(9.997, "north"), join(9.998, "north"), join(9.993, "south"))
    var stream = ArrivalStream(engine, targets: [north, beside, south])
    stream.start(from: try #require(north))
    let times = stream.all()
    #expect(times[0] == 0)
    #expect(try #require(times[1]) < 600)
    #expect(try #require(times[2]) > 12_000)
  }
}
