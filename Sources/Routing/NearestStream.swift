/// The nodes of a graph in order of earliest arrival, as many as the caller pulls.
///
///     var stream = NearestStream(graph)
///     stream.start(from: 3, offset: 0, departure: 72_000)   // Monday 02:00
///     while let (node, cost) = stream.next() {
///       if isHospital[node] { return stream.path(to: node) }
///     }
///
/// Arrivals are exact, with waiting at arcs that have a timetable; nodes of equal arrival come in
/// order of their numbers. The state is made once and used for any number of queries; one query
/// at a time, one stream per task.
///
/// Today it is the algorithm of E. W. Dijkstra, "A note on two problems in connexion with graphs",
/// 1959, doi:10.1007/BF01386390, with arrival times for distances.
public struct NearestStream: Sendable {
  /// The graph that is searched.
  public let graph: Graph

  private static let none = UInt32.max
  private static let unused: UInt64 = 0xFFFF_FFFF_0000_0000

  private var queue = MinHeap()
  /// Of each node the stamp of the query that reached it last, and below it the cost.
  ///
  /// The cost is in deciseconds after departure. Stamps fall from query to query: whatever is new
  /// is less than all that is old.
  private var labels: [UInt64]
  /// The last arc of the way, or `none` at a source; valid where the label is of this query.
  private var arrivals: [UInt32]
  /// The stamp of this query in the upper half.
  private var stamp = NearestStream.unused
  /// Decisecond of the week at which cost 0 stands.
  private var departure: UInt32 = 0
  /// Every node of less cost is settled.
  private var settledBelow: UInt32 = 0
  /// Settled nodes of one cost that are still to be given out, the last one first.
  private var batch: [UInt32] = []

  /// Makes the state for searches of a graph; nothing is reached before `start`.
  /// - Complexity: O(*n*), where *n* is the number of nodes.
  public init(_ graph: Graph) {
    self.graph = graph
    labels = [UInt64](repeating: UInt64.max, count: graph.nodeCount)
    arrivals = [UInt32](repeating: NearestStream.none, count: graph.nodeCount)
  }

  /// Starts a new query without a source.
  ///
  /// - Parameter departure: The moment from which costs count, in deciseconds from Monday 00:00.
  /// - Complexity: O(1), but for one query in 2³², which is O(*n*).
  public mutating func start(departure: UInt32) {
    queue.removeAll()
    batch.removeAll(keepingCapacity: true)
    settledBelow = 0
    self.departure = departure
    if stamp == 0 {
      for node in labels.indices { labels[node] = UInt64.max }
      stamp = NearestStream.unused
    }
    stamp -= 1 << 32
  }

  /// Starts a new query from one node.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - offset: Deciseconds after the departure at which the node is reached; costs include it.
  ///   - departure: The moment from which costs count, in deciseconds from Monday 00:00.
  /// - Precondition: The node exists; the offset is less than `Graph.infinity`.
  public mutating func start(from node: Int, offset: UInt32 = 0, departure: UInt32) {
    start(departure: departure)
    addSource(node, offset: offset)
  }

  /// Adds a node from which the query starts too.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - offset: Deciseconds after the departure at which the node is reached; costs include it.
  /// - Precondition: The query has been started and not yet pulled; the node exists; the offset is
  ///   less than `Graph.infinity`.
  public mutating func addSource(_ node: Int, offset: UInt32) {
    precondition(
      stamp != NearestStream.unused && settledBelow == 0, "sources come before the first pull")
    precondition(offset < Graph.infinity, "an offset is infinite")
    reach(UInt32(node), at: offset, over: NearestStream.none)
  }

  /// The next node and its cost, or nil when no more nodes can be reached.
  ///
  /// - Returns: The node and deciseconds from the departure to the earliest arrival.
  /// - Complexity: O((*n* + *m*) log *m*) for all nodes together, where *n* is the number of nodes
  ///   and *m* of arcs.
  public mutating func next() -> (node: Int, cost: UInt32)? {
    if batch.isEmpty { settle() }
    guard let node = batch.popLast() else { return nil }
    return (Int(node), UInt32(truncatingIfNeeded: labels[Int(node)]))
  }

  /// Deciseconds from the departure to the earliest arrival at a node; nil when it is not settled.
  public func cost(of node: Int) -> UInt32? {
    let label = labels[node]
    guard label < stamp | UInt64(settledBelow) else { return nil }
    return UInt32(truncatingIfNeeded: label)
  }

  /// The arcs of a way of earliest arrival, from the source on; nil when the node is not settled.
  ///
  /// - Returns: Arcs of the graph; none for a source.
  /// - Complexity: O(*k* log *n*), where *k* is the number of arcs of the way and *n* of nodes.
  public func path(to node: Int) -> [Int]? {
    guard cost(of: node) != nil else { return nil }
    var arcs: [Int] = []
    var at = node
    while arrivals[at] != NearestStream.none {
      let arc = Int(arrivals[at])
      arcs.append(arc)
      at = graph.tail(of: arc)
    }
    arcs.reverse()
    return arcs
  }

  /// Settles every node of the least cost, also those that arcs of weight 0 add, so that the order
  /// among them depends on their numbers only.
  private mutating func settle() {
    let heads = graph.heads
    let weights = graph.weights
    let timetableNumbers = graph.timetableNumbers
    var level: UInt32?
    while let key = queue.first {
      let cost = UInt32(truncatingIfNeeded: key >> 32)
      if let level, cost > level { break }
      let node = UInt32(truncatingIfNeeded: key)
      _ = queue.pop()
      guard labels[Int(node)] == stamp | UInt64(cost) else { continue }
      level = cost
      settledBelow = cost + 1
      batch.append(node)
      for arc in graph.arcs(from: Int(node)) {
        var entered = cost
        if timetableNumbers[arc] != 0 {
          entered += graph.wait(before: arc, at: departure + cost)
          if entered >= Graph.infinity { continue }
        }
        reach(heads[arc], at: entered + weights[arc], over: UInt32(truncatingIfNeeded: arc))
      }
    }
    if batch.count > 1 { batch.sort(by: >) }
  }

  /// Notes a way to a node if it is better than the best so far.
  private mutating func reach(_ node: UInt32, at cost: UInt32, over arc: UInt32) {
    let index = Int(node)
    let label = stamp | UInt64(cost)
    guard cost < Graph.infinity, label < labels[index] else { return }
    labels[index] = label
    arrivals[index] = arc
    queue.push(UInt64(cost) << 32 | UInt64(node))
  }
}
