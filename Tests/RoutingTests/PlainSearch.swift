import Routing
import TestSupport

/// A random graph with timetables, as lists that a plain algorithm can follow.
struct RandomMap {
  let nodeCount: Int
  let arcs: [Graph.Arc]
  let windows: [[Range<UInt32>]]

  init(nodeCount: Int = 50, arcCount: Int = 160, seed: Int) {
    var random = SeededRandom(seed: seed)
    self.nodeCount = nodeCount
    windows = (0..<6).map { number in
      // The first timetable is never open, the last one always.
      if number == 0 { return [] }
      if number == 5 { return [0..<Timetable.week] }
      return (0..<Int.random(in: 1...4, using: &random)).map { _ in
        let start = UInt32.random(in: 0..<Timetable.week, using: &random)
        return start..<min(Timetable.week, start + UInt32.random(in: 1...900_000, using: &random))
      }
    }
    arcs = (0..<arcCount).map { label in
      Graph.Arc(
        tail: UInt32.random(in: 0..<UInt32(nodeCount), using: &random),
        head: UInt32.random(in: 0..<UInt32(nodeCount), using: &random),
        weight: UInt32.random(in: 0...9, using: &random) < 2
          ? 0 : UInt32.random(in: 1...400_000, using: &random),
        timetable: Bool.random(using: &random) ? 0 : UInt32.random(in: 1...6, using: &random),
        label: UInt32(label))
    }
  }

  var graph: Graph {
    Graph(nodeCount: nodeCount, arcs: arcs, timetables: windows.map { Timetable(open: $0) })
  }

  /// When the arc is left at its head by somebody at its tail at a moment, told the long way.
  func arrival(over arc: Graph.Arc, at clock: Int) -> Int? {
    guard arc.timetable > 0 else { return clock + Int(arc.weight) }
    let week = Int(Timetable.week)
    let monday = clock / week * week
    let openings = [monday, monday + week].flatMap { start in
      windows[Int(arc.timetable) - 1].map {
        (opens: start + Int($0.lowerBound), closes: start + Int($0.upperBound))
      }
    }
    let entries = openings.filter { $0.closes > clock }.map { max(clock, $0.opens) }
    return entries.min().map { $0 + Int(arc.weight) }
  }

  /// Bellman and Ford: go over all arcs until nothing gets earlier.
  func arrivals(from sources: [(node: Int, clock: Int)]) -> [Int?] {
    var clocks = [Int?](repeating: nil, count: nodeCount)
    for source in sources {
      clocks[source.node] = min(clocks[source.node] ?? .max, source.clock)
    }
    var changed = true
    while changed {
      changed = false
      for arc in arcs {
        guard let clock = clocks[Int(arc.tail)], let then = arrival(over: arc, at: clock) else {
          continue
        }
        if then < clocks[Int(arc.head)] ?? .max {
          clocks[Int(arc.head)] = then
          changed = true
        }
      }
    }
    return clocks
  }

  /// The textbook's label setting: look for the least unsettled node, n times.
  func settled(from sources: [(node: Int, clock: Int)]) -> [(node: Int, clock: Int)] {
    var clocks = [Int](repeating: .max, count: nodeCount)
    for source in sources { clocks[source.node] = min(clocks[source.node], source.clock) }
    var open = Set(0..<nodeCount)
    var order: [(node: Int, clock: Int)] = []
    while let node = open.min(by: { (clocks[$0], $0) < (clocks[$1], $1) }), clocks[node] < .max {
      open.remove(node)
      order.append((node, clocks[node]))
      for arc in arcs where Int(arc.tail) == node {
        guard let then = arrival(over: arc, at: clocks[node]) else { continue }
        clocks[Int(arc.head)] = min(clocks[Int(arc.head)], then)
      }
    }
    return order
  }
}
