import Foundation
import Routing

/// The engine on a road graph, task by task: processor time, checksum, bytes.
///
/// A folder has NAME.gr and NAME.co, and beside them, in a folder whose name ends in `queries`, what is
/// asked. Sums that the folder's notes give can be compared with those printed here.
@main
struct RoutingReport {
  let map: RoadMap
  let queries: Queries
  let rounds = 9

  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let isPlanning = arguments.first == "--planning"
    if isPlanning { arguments.removeFirst() }
    let map: RoadMap
    var queries: Queries?
    switch (arguments.first, arguments.count) {
    case ("--network", 2) where isPlanning: return try RegionReport(path: arguments[1]).run()
    case ("--graph", 2):
      map = try .dimacs(arguments[1])
      queries = try .all(folder: arguments[1], nodeCount: map.graph.nodeCount)
    case ("--snapshot", 2): map = try .snapshot(arguments[1], vehicle: "ambulance")
    case ("--generated", 2): map = .generated(Int(arguments[1]) ?? 1_000_000)
    default:
      print("usage: bench-routing [--planning] --graph DIR | --snapshot FILE | --generated NODES")
      exit(64)
    }
    let asked = queries ?? Queries(nodeCount: map.graph.nodeCount)
    if isPlanning {
      try PlanningReport(map: map, queries: asked).run()
      return try LossMeasure(map: map, queries: asked).run()
    }
    try RoutingReport(map: map, queries: asked).run()
  }

  func run() throws {
    let graph = map.graph
    print("\(graph.nodeCount) nodes, \(graph.arcCount) arcs; processor time, one thread")
    var stored = map.hierarchy
    var order: NodeOrder?
    if stored == nil {
      once("order") {
        order = NodeOrder(graph, latitudes: map.latitudes, longitudes: map.longitudes)
      }
      if let order { once("topology") { stored = try? Hierarchy(graph, order: order) } }
    }
    guard let hierarchy = stored else { return }
    let space = hierarchy.meanSearchSpace
    print(
      "  arcs \(hierarchy.arcCount), height \(hierarchy.height), mean depth "
        + "\(decimal(space.nodes)), mean search space \(decimal(space.arcs)) arcs")
    let weights = map.weights
    var metric = Metric(hierarchy, weights: weights)
    timed("customization, basic") { metric = Metric(hierarchy, weights: weights) }
    timed("customization, basic, parallel (wall time)", isWall: true) {
      metric = Metric(hierarchy, weights: weights, isParallel: true)
    }
    points(metric, "basic metric")
    nearest(metric, "basic metric")
    FloodReport(map: map, queries: queries, metric: metric).run()
    timed("customization, basic and perfect") {
      metric = Metric(hierarchy, weights: weights)
      metric.optimizeForManyQueries()
    }
    print("    \(peakMegabytes()) MB at the most so far")
    points(metric, "perfect metric")
    nearest(metric, "perfect metric")
    var labels: Labels?
    once("labels") { labels = Labels(metric) }
    print("    \((labels?.byteCount ?? 0) / 1_048_576) MiB")
    nearest(metric, "perfect metric and labels", labels: labels)
    sweeps(metric)
    matrix(metric)
    if let order { try TurnReport(map: map, queries: queries, order: order).run() }
  }

  private func points(_ metric: Metric, _ name: String) {
    var search = PointSearch(metric)
    timed("point to point, \(name)", per: queries.pairs.count) {
      queries.pairs.reduce(0) { $0 + Int(search.distance(from: $1.0, to: $1.1) ?? 0) }
    }
    timed("… with path", per: queries.pairs.count) {
      queries.pairs.reduce(0) { $0 + (search.path(from: $1.0, to: $1.1)?.arcs.count ?? 0) }
    }
  }

  private func nearest(_ metric: Metric, _ name: String, labels: Labels? = nil) {
    for (count, facilities) in queries.facilities {
      let targets = facilities.map { [Stop($0)] }
      var index = TargetIndex(metric, targets: [])
      timed("index of \(count) facilities, \(name)") { index = TargetIndex(metric, targets: targets) }
      var search = NearestSearch(index, labels: labels)
      for wanted in [1, 5] {
        timed("nearest \(wanted) of \(count)", per: queries.origins.count) {
          queries.origins.reduce(0) { sum, origin in
            search.nearest(wanted, from: Stop(origin)).reduce(sum) { $0 + Int($1.distance) }
          }
        }
      }
    }
  }

  private func sweeps(_ metric: Metric) {
    let sweep = Sweep(metric)
    for (count, facilities) in queries.facilities {
      let targets = facilities.map { [Stop($0)] }
      timed("every node to its nearest of \(count), with id") {
        sweep.nearest(of: targets).reduce(0) { $0 + Int($1?.distance ?? 0) }
      }
    }
    let stops = queries.origins.prefix(16).map { Stop($0) }
    timed("one to all, 16 a sweep, each", per: 16) {
      let table = sweep.table(stops)
      return Int(table[stop: 3, node: 7])
    }
    timed("one to all") {
      sweep.distances([Stop(queries.origins[0])]).reduce(0) { $0 + Int($1) }
    }
  }

  private func matrix(_ metric: Metric) {
    timed("matrix \(queries.matrixOrigins.count) × \(queries.matrixDestinations.count)") {
      var search = MatrixSearch(
        TargetIndex(metric, targets: queries.matrixDestinations.map { [Stop($0)] }))
      return queries.matrixOrigins.reduce(0) { sum, origin in
        search.row(from: Stop(origin)).reduce(sum) { $0 + Int($1) }
      }
    }
  }

  /// Measures one run.
  private func once(_ name: String, _ body: () -> Void) {
    let start = processorSeconds()
    body()
    show(name, processorSeconds() - start, per: 1, sum: nil)
  }

  /// Measures runs, and prints the median.
  private func timed(
    _ name: String, per count: Int = 1, isWall: Bool = false, _ body: () -> Int
  ) {
    var sum = 0
    var times: [Double] = []
    for _ in 0..<rounds {
      let start = isWall ? wallSeconds() : processorSeconds()
      sum = body()
      times.append((isWall ? wallSeconds() : processorSeconds()) - start)
    }
    show(name, times.sorted()[rounds / 2], per: count, sum: sum)
  }

  private func timed(_ name: String, isWall: Bool = false, _ body: () -> Void) {
    timed(name, per: 1, isWall: isWall) {
      body()
      return -1
    }
  }

  private func show(_ name: String, _ seconds: Double, per count: Int, sum: Int?) {
    let each = seconds / Double(count)
    let time =
      each >= 1 ? decimal(each) + " s" : each >= 1e-3 ? decimal(each * 1e3) + " ms"
      : decimal(each * 1e6) + " µs"
    let padded = name.padding(toLength: 48, withPad: " ", startingAt: 0)
    print("  \(padded) \(time)\(sum.map { $0 < 0 ? "" : "   sum \($0)" } ?? "")")
  }

  private func decimal(_ number: Double) -> String { String(format: "%.2f", number) }
}

/// The most memory that this process has held, in megabytes.
func peakMegabytes() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss / 1_024
}

/// Processor seconds of this process so far.
func processorSeconds() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

/// Seconds of a clock that never goes back.
func wallSeconds() -> Double { seconds(CLOCK_MONOTONIC) }

private func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
