import Facts
import TestSupport
import Testing

@testable import TravelNetwork

/// The engine against the plain search, on maps with ferries, streets and closures.
@Suite struct ArrivalStreamTests {
  @Test(arguments: seeds(18))
  func `arrivals at all nodes are those of the plain search`(seed: Int) throws {
    let graph = try DrawnMap.random(seed: seed).graph(
      "21:30", vehicle: .patient, day: "2026-11-22", avoiding: ["l3", "l7"])
    let engine = TravelEngine(graph, TravelHierarchy(graph.map))
    let targets = graph.map.nodes.recordIndices.map { PointAccess(Access(node: $0)) }
    for usage in [SearchUsage.single, .batch] {
      var stream = ArrivalStream(engine, targets: targets, usage: usage)
      for origin in stride(from: 0, to: targets.count, by: 7) {
        var plain = TravelSearch(graph)
        plain.start(from: Access(node: NodeIndex(origin)))
        while plain.next() != nil {}
        stream.start(from: targets[origin])
        var order: [(UInt32, Int)] = []
        while let (target, deciseconds) = stream.next() {
          order.append((deciseconds, target))
          let found = stream.trip(to: target)
          let trip = try #require(found)
          #expect(trip.journey.start.rawValue == origin && trip.journey.end.rawValue == target)
          #expect(trip.journey.minutes == Double(deciseconds) / 600)
          let links = trip.journey.legs.flatMap(\.links)
          #expect(links.allSatisfy { graph.refusal(ofLink: $0) == nil })
        }
        #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 })
        #expect(stream.all() == graph.map.nodes.recordIndices.map { plain.deciseconds(to: $0) })
      }
    }
  }

  @Test(arguments: seeds(18))
  func `who goes on later arrives as by the plain search, and as who leaves then`(
    seed: Int
  ) throws {
    var random = SeededRandom(seed: seed)
    let graph = try DrawnMap.random(seed: seed).graph("21:30", vehicle: .patient)
    let engine = TravelEngine(graph, TravelHierarchy(graph.map))
    let targets = graph.map.nodes.recordIndices.map { PointAccess(Access(node: $0)) }
    var stream = ArrivalStream(engine, targets: targets, usage: seed % 2 == 0 ? .batch : .single)
    for origin in stride(from: 0, to: targets.count, by: 9) {
      let lead = UInt32.random(in: 0...400_000, using: &random)
      var plain = TravelSearch(graph)
      plain.start(from: Access(node: NodeIndex(origin), metres: 0, deciseconds: lead))
      while plain.next() != nil {}
      stream.start(from: targets[origin], after: lead)
      #expect(
        stream.all() == graph.map.nodes.recordIndices.map { plain.deciseconds(to: $0) },
        "seed \(seed)")
      while let (target, deciseconds) = stream.next() {
        let found = stream.trip(to: target)
        let trip = try #require(found)
        #expect(abs(trip.journey.minutes - Double(deciseconds - lead) / 600) < 1e-6)
        // The same way, timed anew for the same hour, is the same.
        let again = graph.retimed(trip, startingAfter: Double(lead) / 600)
        #expect(again == trip, "seed \(seed)")
      }
      // Whoever leaves later never arrives earlier.
      let later = stream.all()
      stream.start(from: targets[origin])
      for (early, late) in zip(stream.all(), later) {
        if let late { #expect(try #require(early) <= late) }
      }
    }
  }

  @Test(arguments: seeds(18))
  func `between doors of streets, the best ends count, or none of them`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var drawn = DrawnMap.random(seed: seed)
    for index in drawn.nodes.indices {
      drawn.nodes[index].point = Coordinate(
        latitude: 10 + .random(in: 0...0.05, using: &random),
        longitude: 106 + .random(in: 0...0.05, using: &random))
    }
    for index in drawn.links.indices {
      drawn.links[index].lengthMethod = TravelLink.mappedLine
    }
    let graph = try drawn.graph("10:00")
    let hierarchy = TravelHierarchy(graph.map)
    let accesses = (0..<40).map { _ in
      graph.join(
        Coordinate(
          latitude: 10 + .random(in: 0...0.05, using: &random),
          longitude: 106 + .random(in: 0...0.05, using: &random)),
        streets: hierarchy.streets)
    }
    #expect(accesses.contains { $0?.link != nil })
    let engine = TravelEngine(graph, hierarchy)
    var stream = ArrivalStream(engine, targets: accesses, usage: seed % 2 == 0 ? .batch : .single)
    for origin in accesses.compactMap({ $0 }).prefix(10) {
      stream.start(from: origin)
      var plain = TravelSearch(graph)
      plain.start(from: origin.departures)
      while plain.next() != nil {}
      let expected = accesses.map { access -> UInt32? in
        guard let access else { return nil }
        var ways = access.arrivals.compactMap { arrival in
          plain.deciseconds(to: arrival.node).map { $0 + arrival.deciseconds }
        }
        if let start = origin.link, let end = access.link {
          ways += [start.deciseconds(along: end)].compactMap { $0 }
        }
        // Who lives beside the target needs no street; see StraightWayTests.
        ways += [graph.straightWay(from: origin, to: access)?.deciseconds].compactMap { $0 }
        return ways.min()
      }
      var given: [(UInt32, Int)] = []
      while let (target, deciseconds) = stream.next() {
        given.append((deciseconds, target))
        let found = stream.trip(to: target)
        let trip = try #require(found)
        let sum = trip.start.minutes + trip.journey.minutes + trip.end.minutes
        #expect(abs(sum - Double(deciseconds) / 600) < 1e-6)
      }
      let sorted = expected.enumerated().compactMap { target, time in time.map { ($0, target) } }
        .sorted { $0 < $1 }
      #expect(given.map(\.0) == sorted.map(\.0) && given.map(\.1) == sorted.map(\.1))
      #expect(stream.all() == expected)
    }
  }
}
