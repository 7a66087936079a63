import Foundation
import Routing

/// The engine on a road graph, task by task.
struct RoutingReport {
  let folder: String

  func run() throws {
    let map = try Dimacs(folder: folder)
    let graph = map.graph
    print("\(graph.nodeCount) nodes, \(graph.arcCount) arcs")
    let start = cpuSeconds()
    let order = NodeOrder(graph, latitudes: map.latitudes, longitudes: map.longitudes)
    let ordered = cpuSeconds()
    let hierarchy = try Hierarchy(graph, order: order)
    let built = cpuSeconds()
    let space = hierarchy.meanSearchSpace
    print("order \(ordered - start) s, topology \(built - ordered) s")
    print("arcs \(hierarchy.arcCount), height \(hierarchy.height), mean depth \(space.nodes), mean search space \(space.arcs)")
    let weights = (0..<graph.arcCount).map { graph.weight(of: $0) }
    for parallel in [false, true] {
      var times: [Double] = []
      var walls: [Double] = []
      for _ in 0..<7 {
        let wall = Date()
        let start = cpuSeconds()
        _ = Metric(hierarchy, weights: weights, isParallel: parallel)
        times.append(cpuSeconds() - start)
        walls.append(Date().timeIntervalSince(wall))
      }
      print("customize parallel \(parallel): cpu \(median(times)) min \(times.min()!) wall \(walls.min()!)")
    }
  }
}

/// Processor seconds of this process so far.
func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
