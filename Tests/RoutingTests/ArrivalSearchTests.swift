import Routing
import TestSupport
import Testing

@Suite struct ArrivalSearchTests {
  /// Static weights in a metric, and the other arcs apart.
  private func parts(
    of map: RandomMap
  ) throws -> (metric: Metric, timedArcs: [TimedArc], graph: Graph) {
    let graph = map.graph
    let original = { (arc: Int) in map.arcs[Int(graph.label(of: arc))] }
    let weights = (0..<graph.arcCount).map { arc in
      graph.hasTimetable(arc) ? Graph.infinity : graph.weight(of: arc)
    }
    let timedArcs = (0..<graph.arcCount).filter(graph.hasTimetable).map { arc in
      TimedArc(
        arc: arc, tail: graph.tail(of: arc), head: graph.head(of: arc),
        weight: graph.weight(of: arc),
        timetable: Timetable(open: map.windows[Int(original(arc).timetable) - 1]))
    }
    let order = NodeOrder(
      graph, latitudes: (0..<map.nodeCount).map { Double($0 % 7) },
      longitudes: (0..<map.nodeCount).map { Double($0 / 7) })
    return (Metric(try Hierarchy(graph, order: order), weights: weights), timedArcs, graph)
  }

  @Test(arguments: seeds(20))
  func `arrivals and ways are those of the plain time-dependent search`(seed: Int) throws {
    let map = RandomMap(arcCount: [90, 160, 300][seed % 3], seed: seed)
    var random = SeededRandom(seed: seed + 5_000)
    let (metric, timedArcs, graph) = try parts(of: map)
    let targets: [[Stop]] = (0..<40).map { _ in
      (0..<Int.random(in: 0...2, using: &random)).map { _ in
        Stop(
          Int.random(in: 0..<map.nodeCount, using: &random),
          offset: UInt32.random(in: 0...1_000, using: &random))
      }
    }
    var search = ArrivalSearch(
      metric, targets: targets, timedArcs: timedArcs, isIndexed: seed % 4 != 0)
    for _ in 0..<4 {
      let departure = UInt32.random(in: 0..<Timetable.week, using: &random)
      let origins = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        Stop(Int.random(in: 0..<map.nodeCount, using: &random), offset: UInt32(seed))
      }
      let arrivals = map.arrivals(
        from: origins.map { ($0.node, Int(departure) + Int($0.offset)) })
      let expected = targets.enumerated().compactMap { number, stops in
        stops.compactMap { stop in
          arrivals[stop.node].map { $0 - Int(departure) + Int(stop.offset) }
        }.min().map { (distance: $0, number: number) }
      }.sorted { ($0.distance, $0.number) < ($1.distance, $1.number) }
      search.start(from: origins, departure: departure)
      for wanted in [1, 4, 100] {
        let found = search.nearest(wanted)
        #expect(found.map(\.target) == expected.prefix(wanted).map(\.number), "seed \(seed)")
        #expect(found.map { Int($0.distance) } == expected.prefix(wanted).map(\.distance))
        for target in found {
          let found = search.path(to: target)
          let path = try #require(found)
          #expect(origins.contains(path.start) && targets[target.target].contains(path.end))
          var at = path.start.node
          var clock = Int(departure) + Int(path.start.offset)
          for arc in path.arcs {
            #expect(graph.tail(of: arc) == at)
            at = graph.head(of: arc)
            let original = map.arcs[Int(graph.label(of: arc))]
            clock = try #require(map.arrival(over: original, at: clock))
          }
          #expect(at == path.end.node)
          #expect(clock - Int(departure) + Int(path.end.offset) == Int(target.distance))
        }
      }
    }
  }
}
