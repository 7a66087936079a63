import Columns
import Foundation
import Routing

/// The road graph that is measured.
struct RoadMap {
  let name: String
  let graph: Graph
  let weights: [UInt32]
  /// The hierarchy, where it was stored with the graph.
  var hierarchy: Hierarchy?
  var latitudes: [Double] = []
  var longitudes: [Double] = []

  /// NAME.gr and NAME.co of a folder.
  static func dimacs(_ folder: String) throws -> RoadMap {
    let map = try Dimacs(folder: folder)
    return RoadMap(
      name: folder, graph: map.graph,
      weights: (0..<map.graph.arcCount).map { map.graph.weight(of: $0) },
      latitudes: map.latitudes, longitudes: map.longitudes)
  }

  /// The travel network of a snapshot, for its first vehicle that has weights there.
  static func snapshot(_ path: String, vehicle: String) throws -> RoadMap {
    let start = processorSeconds()
    let snapshot = try Snapshot(path: path)
    let opened = processorSeconds()
    let graph = try Graph(snapshot, prefix: "travel.graph.")
    let hierarchy = try Hierarchy(snapshot, prefix: "travel.hierarchy.", of: graph)
    let weights = try snapshot.column("travel.metric.\(vehicle).inputs", as: UInt32.self).array
    _ = try Metric(hierarchy, weights: weights, snapshot, prefix: "travel.metric.\(vehicle).")
    print(
      String(
        format: "opening %.2f ms, graph, hierarchy and weights of %@ checked in %.2f ms, %d bytes",
        (opened - start) * 1e3, vehicle, (processorSeconds() - opened) * 1e3, snapshot.length))
    return RoadMap(name: path, graph: graph, weights: weights, hierarchy: hierarchy)
  }

  /// A grid with a third of its streets missing and every crossing moved a little.
  static func generated(_ count: Int) -> RoadMap {
    let side = max(2, Int(Double(count).squareRoot()))
    var random = SystemGenerator(state: 42)
    var latitudes: [Double] = []
    var longitudes: [Double] = []
    for node in 0..<side * side {
      latitudes.append((Double(node / side) + random.unit() * 0.8) / 500)
      longitudes.append((Double(node % side) + random.unit() * 0.8) / 500)
    }
    var arcs: [Graph.Arc] = []
    func join(_ one: Int, _ other: Int) {
      guard random.unit() > 0.34 else { return }
      let across = latitudes[one] - latitudes[other]
      let along = longitudes[one] - longitudes[other]
      // Every tenth row or column is a main road, three times as fast.
      let isMain = (one / side) % 10 == 0 && one / side == other / side
        || (one % side) % 10 == 0 && one % side == other % side
      let weight = UInt32((across * across + along * along).squareRoot() * (isMain ? 1e6 : 3e6)) + 1
      arcs.append(Graph.Arc(tail: UInt32(one), head: UInt32(other), weight: weight))
      arcs.append(Graph.Arc(tail: UInt32(other), head: UInt32(one), weight: weight))
    }
    for node in 0..<side * side {
      if node % side + 1 < side { join(node, node + 1) }
      if node / side + 1 < side { join(node, node + side) }
    }
    let graph = Graph(nodeCount: side * side, arcs: arcs)
    return RoadMap(
      name: "a generated grid", graph: graph,
      weights: (0..<graph.arcCount).map { graph.weight(of: $0) }, latitudes: latitudes,
      longitudes: longitudes)
  }
}

/// Numbers that are the same in every run: D. E. Knuth's linear congruences, of which the upper
/// halves are random enough.
struct SystemGenerator {
  var state: UInt64

  mutating func next(below count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  mutating func unit() -> Double { Double(next(below: 1 << 30)) / Double(1 << 30) }
}
