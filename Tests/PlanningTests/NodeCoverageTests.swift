import Planning
import Routing
import TestSupport
import Testing

/// Sweeps over nodes against a plain search from each node.
@Suite struct NodeCoverageTests {
  @Test(arguments: seeds(12))
  func `nodes have the class that a plain search finds`(seed: Int) throws {
    print("seed \(seed)")
    var random = SeededRandom(seed: seed)
    let count = 40
    var arcs: [Graph.Arc] = []
    for _ in 0..<90 {
      let tail = UInt32.random(in: 0..<UInt32(count), using: &random)
      let head = UInt32.random(in: 0..<UInt32(count), using: &random)
      if tail == head { continue }
      arcs.append(
        Graph.Arc(tail: tail, head: head, weight: UInt32.random(in: 0...900, using: &random)))
    }
    let graph = Graph(nodeCount: count, arcs: arcs)
    let coordinates = (0..<count).map { Double($0) }
    let order = NodeOrder(graph, latitudes: coordinates, longitudes: coordinates.map { -$0 })
    let hierarchy = try Hierarchy(graph, order: order)
    let metric = Metric(hierarchy, weights: (0..<graph.arcCount).map { graph.weight(of: $0) })
    func some(_ wanted: Int) -> [Int] {
      (0..<wanted).map { _ in Int.random(in: 0..<count, using: &random) }
    }
    let (able, unknown, unable) = (some(4), some(3), some(3))
    let people = (0..<count).map { _ in Double(Int.random(in: 0...500, using: &random)) }
    let coverage = NodeCoverage(
      metric, able: able.map { [Stop($0)] }, unknown: unknown.map { [Stop($0)] },
      unable: unable.map { [Stop($0)] })
    for limit: UInt32 in [0, 300, 1_000, 5_000] {
      var plain: [AccessClass: Double] = [:]
      for node in 0..<count {
        let distances = distances(from: node, graph)
        func isNear(_ nodes: [Int]) -> Bool { nodes.contains { distances[$0] ?? .max <= limit } }
        let one: AccessClass =
          isNear(able)
          ? .served : isNear(unknown) ? .unknown : isNear(unable) ? .noCapacity : .outOfReach
        plain[one, default: 0] += people[node]
        #expect(coverage.accessClass(of: node, within: limit) == one)
      }
      let classed = coverage.people(people, within: limit)
      for one in AccessClass.allCases { #expect(classed[one] == plain[one] ?? 0) }
      let share = coverage.curve(of: people).share(within: Double(limit) / 600)
      #expect(abs(share * classed.all - classed[.served]) < 1e-6)
    }
    let reached = (0..<count).filter { coverage.nearest[$0] != nil }
    let loads = coverage.loads(of: people, facilities: able.count)
    #expect(loads.reduce(0, +) == reached.reduce(0) { $0 + people[$1] })
  }

  private func distances(from node: Int, _ graph: Graph) -> [Int: UInt32] {
    var stream = NearestStream(graph)
    stream.start(departure: 0)
    stream.addSource(node, offset: 0)
    var distances: [Int: UInt32] = [:]
    while let (node, cost) = stream.next() { distances[node] = cost }
    return distances
  }
}
