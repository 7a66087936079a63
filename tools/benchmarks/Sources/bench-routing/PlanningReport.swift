import Foundation
import Planning
import Routing

/// Coverage of every node of a road graph, task by task, one thread.
///
/// One person stands at every node. Sums of distances can be compared with those that the folder's
/// notes give for "every node to its nearest".
struct PlanningReport {
  let map: RoadMap
  let queries: Queries
  let rounds = 9

  func run() throws {
    let graph = map.graph
    print("\(graph.nodeCount) nodes, \(graph.arcCount) arcs; wall time, one thread")
    let order = NodeOrder(graph, latitudes: map.latitudes, longitudes: map.longitudes)
    let hierarchy = try map.hierarchy ?? Hierarchy(graph, order: order)
    var metric = Metric(hierarchy, weights: map.weights)
    metric.optimizeForManyQueries()
    let people = [Double](repeating: 1, count: graph.nodeCount)
    for (count, facilities) in queries.facilities {
      // A third each: able, unknown, unable.
      let able = facilities.map { [Stop($0)] }
      let thirds = (0..<3).map { third in
        facilities.indices.filter { $0 % 3 == third }.map { [Stop(facilities[$0])] }
      }
      var coverage = NodeCoverage(metric, able: [])
      timed("coverage of every node, \(count) able") {
        coverage = NodeCoverage(metric, able: able)
        return coverage.nearest.reduce(0) { $0 + Int($1?.distance ?? 0) }
      }
      let limit = UInt32(600_000)
      timed("… people by class within a weight") {
        Int(coverage.people(people, within: limit)[.served])
      }
      timed("… curve of people") { coverage.curve(of: people).minutes.count }
      timed("… load of each facility") {
        Int(coverage.loads(of: people, facilities: count).reduce(0, +))
      }
      timed("coverage of every node, able, unknown and unable") {
        let coverage = NodeCoverage(
          metric, able: thirds[0], unknown: thirds[1], unable: thirds[2])
        return Int(coverage.people(people, within: limit)[.served])
      }
    }
  }

  private func timed(_ name: String, _ body: () -> Int) {
    var times: [Double] = []
    var sum = 0
    for _ in 0..<rounds {
      let start = wallSeconds()
      sum = body()
      times.append((wallSeconds() - start) * 1e3)
    }
    times.sort()
    let padded = name.padding(toLength: 52, withPad: " ", startingAt: 0)
    print("  " + padded + String(format: "%9.2f ms   sum %d", times[rounds / 2], sum))
  }
}
