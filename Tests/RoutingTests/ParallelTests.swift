import Routing
import TestSupport
import Testing

@Suite struct ParallelTests {
  @Test func `all processors together find the weights that one finds`() throws {
    // Enough nodes for the work to be split.
    let side = 110
    var random = SeededRandom(seed: 11)
    var arcs: [Graph.Arc] = []
    for node in 0..<side * side {
      for other in [node % side + 1 < side ? node + 1 : node, node + side]
      where other != node && other < side * side && Int.random(in: 0..<4, using: &random) > 0 {
        for (tail, head) in [(node, other), (other, node)] {
          arcs.append(
            Graph.Arc(
              tail: UInt32(tail), head: UInt32(head),
              weight: UInt32.random(in: 0...9_000, using: &random)))
        }
      }
    }
    let graph = Graph(nodeCount: side * side, arcs: arcs)
    let order = NodeOrder(
      graph, latitudes: (0..<side * side).map { Double($0 / side) },
      longitudes: (0..<side * side).map { Double($0 % side) })
    let hierarchy = try Hierarchy(graph, order: order)
    let weights = (0..<graph.arcCount).map { graph.weight(of: $0) }
    let one = Metric(hierarchy, weights: weights)
    for _ in 0..<3 {
      let all = Metric(hierarchy, weights: weights, isParallel: true)
      #expect(all.upward.weights == one.upward.weights)
      #expect(all.downward.weights == one.downward.weights)
    }
    // And what it finds is what the plain search finds.
    var stream = NearestStream(graph)
    stream.start(from: 5, departure: 0)
    while stream.next() != nil {}
    let distances = Sweep(one).distances([Stop(5)])
    #expect(distances == (0..<side * side).map { stream.cost(of: $0) ?? Graph.infinity })
  }
}
