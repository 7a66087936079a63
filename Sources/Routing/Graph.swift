/// A directed graph in compressed sparse rows, with arcs that may have to be waited for.
///
///     let graph = Graph(
///       nodeCount: 2,
///       arcs: [Graph.Arc(tail: 0, head: 1, weight: 600, timetable: 1, label: 7)],
///       timetables: [Timetable(open: [180_000..<792_000])])
///
/// The arcs that leave node *v* are `firstArc[v]..<firstArc[v + 1]`; heads, weights, timetables and
/// labels are columns indexed by arc. Weights are deciseconds.
public struct Graph: Hashable, Sendable {
  /// No distance: a quarter of what fits, in deciseconds 3.4 years.
  ///
  /// The sum of two distances is then no negative number when it is read with a sign, as vector
  /// instructions do.
  public static let infinity = UInt32.max / 4

  /// The first arc of each node, and the number of arcs at the end.
  package let firstArc: [UInt32]
  /// The node at which each arc ends.
  package let heads: [UInt32]
  /// Deciseconds along each arc, without waiting.
  package let weights: [UInt32]
  /// The timetable of each arc: its index in `timetables` plus 1, or 0 for always open.
  package let timetableNumbers: [UInt32]
  /// The caller's label of each arc.
  package let labels: [UInt32]
  /// The timetables to which arcs refer.
  package let timetables: [Timetable]

  /// Builds a graph; arcs of one node keep the order in which they are given.
  ///
  /// - Parameters:
  ///   - nodeCount: How many nodes there are; they are numbered from 0.
  ///   - arcs: The arcs, in any order; parallel arcs and loops are allowed.
  ///   - timetables: The timetables to which arcs refer, numbered from 1.
  /// - Precondition: Nodes and timetables of every arc exist; weights are less than `infinity`.
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of arcs.
  public init(nodeCount: Int, arcs: [Arc], timetables: [Timetable] = []) {
    precondition(nodeCount >= 0 && nodeCount < Int(Graph.infinity), "too many nodes")
    precondition(arcs.count < Int(Graph.infinity), "too many arcs")
    var firstArc = [UInt32](repeating: 0, count: nodeCount + 1)
    for arc in arcs {
      precondition(arc.tail < nodeCount && arc.head < nodeCount, "an arc has an unknown node")
      precondition(arc.weight < Graph.infinity, "an arc has no finite weight")
      precondition(arc.timetable <= timetables.count, "an arc has an unknown timetable")
      firstArc[Int(arc.tail) + 1] += 1
    }
    for node in 0..<nodeCount { firstArc[node + 1] += firstArc[node] }
    var nextArc = firstArc
    var order = [Int](repeating: 0, count: arcs.count)
    for (index, arc) in arcs.enumerated() {
      order[Int(nextArc[Int(arc.tail)])] = index
      nextArc[Int(arc.tail)] += 1
    }
    self.firstArc = firstArc
    heads = order.map { arcs[$0].head }
    weights = order.map { arcs[$0].weight }
    timetableNumbers = order.map { arcs[$0].timetable }
    labels = order.map { arcs[$0].label }
    self.timetables = timetables
  }

  /// Whether another graph has the same nodes and arcs in the same order, whatever they weigh.
  ///
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of arcs.
  package func hasTopology(of other: Graph) -> Bool {
    firstArc == other.firstArc && heads == other.heads && labels == other.labels
  }

  /// How many nodes there are.
  public var nodeCount: Int { firstArc.count - 1 }

  /// How many arcs there are.
  public var arcCount: Int { heads.count }

  /// The arcs that leave a node.
  public func arcs(from node: Int) -> Range<Int> {
    Int(firstArc[node])..<Int(firstArc[node + 1])
  }

  /// The node at which an arc starts.
  /// - Complexity: O(log *n*), where *n* is the number of nodes.
  public func tail(of arc: Int) -> Int {
    var low = 0
    var high = nodeCount
    while low < high {
      let middle = (low + high) / 2
      if Int(firstArc[middle + 1]) > arc { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The node at which each arc starts.
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of arcs.
  package var tails: [UInt32] {
    var tails = [UInt32](repeating: 0, count: arcCount)
    for node in 0..<nodeCount {
      for arc in arcs(from: node) { tails[arc] = UInt32(node) }
    }
    return tails
  }

  /// The node at which an arc ends.
  public func head(of arc: Int) -> Int { Int(heads[arc]) }

  /// Deciseconds along an arc, without waiting.
  public func weight(of arc: Int) -> UInt32 { weights[arc] }

  /// The caller's label of an arc.
  public func label(of arc: Int) -> UInt32 { labels[arc] }

  /// Whether an arc has to be waited for at times.
  public func hasTimetable(_ arc: Int) -> Bool { timetableNumbers[arc] != 0 }

  /// Deciseconds until an arc may be entered.
  ///
  /// - Parameters:
  ///   - arc: The arc.
  ///   - moment: Deciseconds from Monday 00:00 of the first week.
  /// - Returns: 0 when it may be entered at once, `infinity` when it never opens.
  public func wait(before arc: Int, at moment: UInt32) -> UInt32 {
    let number = timetableNumbers[arc]
    return number == 0 ? 0 : timetables[Int(number) - 1].wait(at: moment)
  }
}
