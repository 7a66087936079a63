import Routing
import TestSupport

/// A random graph with coordinates, and all its distances found the plain way.
///
/// It has everything that trips engines: parts that do not hang together, parallel arcs, loops, one-way
/// arcs, zero weights, ties, closed arcs, and several nodes at one point.
struct RandomRoads {
  let graph: Graph
  let latitudes: [Double]
  let longitudes: [Double]

  init(seed: Int, nodeCount: Int = 50) {
    var random = SeededRandom(seed: seed)
    let isGrid = seed % 3 == 0
    let count = seed % 17 == 16 ? seed % 5 : nodeCount
    latitudes = (0..<count).map { _ in (Double.random(in: 0...8, using: &random)).rounded() }
    longitudes = (0..<count).map { _ in Double.random(in: 0...8, using: &random) }
    var arcs: [Graph.Arc] = []
    let most: UInt32 = [3, 1_000, 300_000_000][seed % 3]
    func weight() -> UInt32 {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: 0
      case 1: Graph.infinity - 1
      default: UInt32.random(in: 0...most, using: &random)
      }
    }
    for index in 0..<(count == 0 ? 0 : count * [1, 2, 4][seed / 3 % 3]) {
      let tail = Int.random(in: 0..<count, using: &random)
      let head =
        isGrid
        ? min(count - 1, tail + [1, 7][index % 2]) : Int.random(in: 0..<count, using: &random)
      arcs.append(Graph.Arc(tail: UInt32(tail), head: UInt32(head), weight: weight()))
      if Bool.random(using: &random) {
        arcs.append(Graph.Arc(tail: UInt32(head), head: UInt32(tail), weight: weight()))
      }
    }
    graph = Graph(nodeCount: count, arcs: arcs)
  }

  var weights: [UInt32] { (0..<graph.arcCount).map { graph.weight(of: $0) } }

  /// By Floyd's algorithm (1962) the least weights between all nodes; nil where no way leads.
  func distances(weights: [UInt32]) -> [[UInt32?]] {
    let count = graph.nodeCount
    var table = [[Int]](repeating: [Int](repeating: .max / 4, count: count), count: count)
    for node in 0..<count { table[node][node] = 0 }
    for tail in 0..<count {
      for arc in graph.arcs(from: tail) where weights[arc] < Graph.infinity {
        table[tail][graph.head(of: arc)] = min(
          table[tail][graph.head(of: arc)], Int(weights[arc]))
      }
    }
    for middle in 0..<count {
      for start in 0..<count {
        for end in 0..<count {
          table[start][end] = min(table[start][end], table[start][middle] + table[middle][end])
        }
      }
    }
    return table.map { $0.map { $0 < Int(Graph.infinity) ? UInt32($0) : nil } }
  }

  /// A metric of its own weights or of others.
  func metric(_ weights: [UInt32]? = nil) throws -> Metric {
    let order = NodeOrder(graph, latitudes: latitudes, longitudes: longitudes)
    return Metric(try Hierarchy(graph, order: order), weights: weights ?? self.weights)
  }
}
