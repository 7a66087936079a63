import TestSupport
import Testing

@testable import Routing

@Suite struct GraphTests {
  @Test(arguments: seeds(20))
  func `a built graph keeps its invariants and every arc`(seed: Int) {
    let map = RandomMap(seed: seed)
    let graph = map.graph
    #expect(graph.brokenInvariant == nil)
    let arcs = (0..<graph.arcCount).map { arc in
      Graph.Arc(
        tail: UInt32(graph.tail(of: arc)), head: UInt32(graph.head(of: arc)),
        weight: graph.weight(of: arc), timetable: graph.timetableNumbers[arc],
        label: graph.label(of: arc))
    }
    #expect(Set(arcs) == Set(map.arcs) && arcs.count == map.arcs.count)
    #expect(
      (0..<graph.nodeCount).allSatisfy { node in
        graph.arcs(from: node).allSatisfy { graph.tail(of: $0) == node }
      })
  }

  @Test func `a graph may be empty`() {
    let graph = Graph(nodeCount: 0, arcs: [])
    #expect(graph.brokenInvariant == nil && graph.nodeCount == 0)
  }

  @Test func `an arc to nowhere is a bug of the caller`() async {
    await #expect(processExitsWith: .failure) {
      _ = Graph(nodeCount: 1, arcs: [Graph.Arc(tail: 0, head: 1, weight: 1)])
    }
  }
}
