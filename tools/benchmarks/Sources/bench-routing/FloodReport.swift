import Foundation
import Routing

/// Streets closed or slowed, a few or thousands, and a query after: beside customizing anew, measured in
/// between.
///
/// Streets are scattered over the map, or lie around one place as in a flood. Where the queries come
/// with changes of their own, those are measured too.
struct FloodReport {
  let map: RoadMap
  let queries: Queries
  let metric: Metric

  /// New and old weights of the arcs of one change.
  private typealias Change = [(arc: Int, new: UInt32, old: UInt32)]

  func run() {
    print("  changed and changed back, each with a query; in parts of a customization anew")
    given()
    var random = SystemGenerator(state: 99)
    for links in [1, 10, 100, 1_000, 10_000] where 2 * links <= map.graph.arcCount {
      let groups = max(3, min(30, 3_000 / links))
      show(
        "\(links) links slowed, scattered",
        (0..<groups).map { _ in
          change((0..<links).map { _ in random.next(below: map.graph.arcCount) }, isClosed: false)
        })
      show(
        "\(links) links closed, scattered",
        (0..<groups).map { _ in
          change((0..<links).map { _ in random.next(below: map.graph.arcCount) }, isClosed: true)
        })
      show(
        "\(links) links closed around a place",
        (0..<groups).map { _ in
          change(around(random.next(below: map.graph.nodeCount), links), isClosed: true)
        })
    }
  }

  /// The changes of the queries, in groups.
  private func given() {
    let all: Change = queries.changes.map { change in
      let arc = map.graph.arcs(from: change.tail).first { map.graph.head(of: $0) == change.head }
      return (arc ?? 0, change.new, change.old)
    }
    for size in [1, 10, 100, 1_000, all.count] where size > 0 && size <= all.count {
      let groups = min(50, all.count / size)
      show(
        "\(size) arcs of the changes given",
        (0..<groups).map { Array(all[$0 * size..<($0 + 1) * size]) })
    }
  }

  /// Both directions of some arcs, closed or half as slow again.
  private func change(_ arcs: [Int], isClosed: Bool) -> Change {
    let graph = map.graph
    var all = Set(arcs)
    for arc in arcs {
      let tail = graph.tail(of: arc)
      if let back = graph.arcs(from: graph.head(of: arc)).first(where: {
        graph.head(of: $0) == tail
      }) {
        all.insert(back)
      }
    }
    return all.sorted().map { arc in
      let old = map.weights[arc]
      return (arc, isClosed ? Graph.infinity : min(Graph.infinity - 1, old + old / 2 + 1), old)
    }
  }

  /// The arcs nearest to a node, by number of arcs between.
  private func around(_ node: Int, _ links: Int) -> [Int] {
    var seen: Set = [node]
    var queue = [node]
    var next = 0
    var arcs: [Int] = []
    while next < queue.count, arcs.count < 2 * links {
      for arc in map.graph.arcs(from: queue[next]) {
        arcs.append(arc)
        if seen.insert(map.graph.head(of: arc)).inserted { queue.append(map.graph.head(of: arc)) }
      }
      next += 1
    }
    return arcs
  }

  private func show(_ name: String, _ changes: [Change]) {
    var search = PointSearch(metric)
    // The first change copies what others hold.
    search.metric.update([(0, map.weights[0] + 1)])
    search.metric.update([(0, map.weights[0])])
    var (times, anew): ([Double], [Double]) = ([], [])
    var count = 0
    for (number, change) in changes.enumerated() {
      let pair = queries.pairs[number % queries.pairs.count]
      for isBack in [false, true] {
        let list = change.map { (arc: $0.arc, weight: isBack ? $0.old : $0.new) }
        let start = processorSeconds()
        count += search.metric.update(list)
        _ = search.distance(from: pair.0, to: pair.1)
        times.append(processorSeconds() - start)
      }
      guard anew.count < 9 else { continue }
      let start = processorSeconds()
      _ = Metric(metric.hierarchy, weights: map.weights)
      anew.append(processorSeconds() - start)
    }
    let time = times.reduce(0, +) / Double(times.count)
    print(
      "    \(name.padding(toLength: 46, withPad: " ", startingAt: 0))"
        + String(
          format: " %8.3f ms  %.4f   %d arcs of the hierarchy", time * 1e3,
          time / anew.sorted()[anew.count / 2], count / times.count))
  }
}
