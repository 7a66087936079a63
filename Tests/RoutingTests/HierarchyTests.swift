import Routing
import TestSupport
import Testing

@Suite struct HierarchyTests {
  @Test(arguments: seeds(20))
  func `the invariants hold, for any order`(seed: Int) throws {
    let roads = RandomRoads(seed: seed)
    #expect(try roads.metric().hierarchy.brokenInvariant == nil)
    var random = SeededRandom(seed: seed)
    let nodes = (0..<UInt32(roads.graph.nodeCount)).shuffled(using: &random)
    let hierarchy = try Hierarchy(roads.graph, order: NodeOrder(nodes))
    #expect(hierarchy.brokenInvariant == nil)
  }

  @Test func `what names a node twice is no order`() {
    let roads = RandomRoads(seed: 1)
    var nodes = [UInt32](0..<50)
    nodes[7] = 8
    #expect(throws: HierarchyError.notAnOrder) {
      try Hierarchy(roads.graph, order: NodeOrder(nodes))
    }
  }

  @Test func `the order of a grid has small separators`() throws {
    let side = 40
    var arcs: [Graph.Arc] = []
    for row in 0..<side {
      for column in 0..<side {
        let node = UInt32(row * side + column)
        if column + 1 < side { arcs.append(Graph.Arc(tail: node, head: node + 1, weight: 1)) }
        if row + 1 < side {
          arcs.append(Graph.Arc(tail: node, head: node + UInt32(side), weight: 1))
        }
      }
    }
    let graph = Graph(nodeCount: side * side, arcs: arcs)
    let order = NodeOrder(
      graph, latitudes: (0..<side * side).map { Double($0 / side) },
      longitudes: (0..<side * side).map { Double($0 % side) })
    let hierarchy = try Hierarchy(graph, order: order)
    // The separators of a square of side s are s, and half, and half: a little over 3 s in all.
    #expect(hierarchy.height < 5 * side)
  }
}
