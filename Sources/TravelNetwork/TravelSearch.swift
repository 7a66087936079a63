internal import Facts
internal import Routing

/// The nodes of a travel graph in order of earliest arrival, and the ways to them.
///
///     var search = TravelSearch(graph)
///     search.start(from: access)
///     while let (node, deciseconds) = search.next() {
///       if isHospital[node] { return search.journey(to: node) }
///     }
///
/// The state is made once and used for any number of queries; one search per task. All times count
/// from the departure of the graph's conditions and include the way to the first node.
public struct TravelSearch: Sendable {
  /// The graph that is searched.
  public let graph: TravelGraph

  private var stream: NearestStream
  private let departure: UInt32

  /// Makes the state for searches of a graph.
  public init(_ graph: TravelGraph) {
    self.graph = graph
    stream = NearestStream(graph.graph)
    departure = UInt32(graph.conditions.at.secondOfWeek * 10)
  }

  /// Starts a new query.
  ///
  /// - Parameter access: How the point of departure is joined to the network.
  /// - Precondition: The access is one of this graph.
  public mutating func start(from access: Access) {
    stream.start(from: access.node, offset: access.deciseconds, departure: departure)
  }

  /// Starts a new query from several points at once: each node is reached from the one that gets
  /// there first.
  ///
  /// - Parameter accesses: How the points of departure are joined to the network.
  /// - Precondition: The accesses are of this graph.
  public mutating func start(from accesses: [Access]) {
    stream.start(departure: departure)
    for access in accesses { stream.addSource(access.node, offset: access.deciseconds) }
  }

  /// The next node, in order of arrival and then of index; nil when no more can be reached.
  ///
  /// - Returns: The node and deciseconds from the departure, the way to the first node included.
  public mutating func next() -> (node: Int, deciseconds: UInt32)? {
    guard let (node, cost) = stream.next() else { return nil }
    return (node, cost)
  }

  /// Deciseconds from the departure to a node that `next` has given; nil for others.
  public func deciseconds(to node: Int) -> UInt32? { stream.cost(of: node) }

  /// The way from the first node to a node that `next` has given; nil for others.
  ///
  /// - Complexity: O(*k* log *n*), where *k* is the number of links of the way and *n* of nodes.
  public func journey(to node: Int) -> Journey? {
    guard let path = stream.path(to: node) else { return nil }
    let start = path.first.map { graph.graph.tail(of: $0) } ?? node
    guard let offset = stream.cost(of: start) else { return nil }
    var legs: [Leg] = []
    var clock = Clocks(at: offset)
    var at = start
    for arc in path {
      let link = Int(graph.graph.label(of: arc) / 2)
      guard let times = graph.map.times[link] else { return nil }
      let waited = clock.pass(arc, of: graph.graph, times: times, departure: departure)
      let next = graph.graph.head(of: arc)
      let leg = Leg(
        graph.map.links[link], index: link, from: at, to: next,
        minutes: minutes(ofDeciseconds: times.typical),
        waitedMinutes: minutes(ofDeciseconds: waited))
      if legs.last?.continues(with: leg) == true {
        legs[legs.count - 1].append(leg)
      } else {
        legs.append(leg)
      }
      at = next
    }
    return Journey(
      start: start, end: node, legs: legs,
      minutes: minutes(ofDeciseconds: clock.typical - offset),
      minutesLow: minutes(ofDeciseconds: clock.fast - offset),
      minutesHigh: minutes(ofDeciseconds: clock.slow - offset),
      kilometres: legs.reduce(0) { $0 + $1.kilometres })
  }
}

/// Three travellers on the same way: a fast one, a usual one and a slow one.
private struct Clocks {
  var fast: UInt32
  var typical: UInt32
  var slow: UInt32

  init(at offset: UInt32) {
    fast = offset
    typical = offset
    slow = offset
  }

  /// Lets all three pass an arc, and tells how long the usual one waited for it, in deciseconds.
  mutating func pass(
    _ arc: Int, of graph: Graph, times: LinkTimes, departure: UInt32
  ) -> UInt32 {
    let waited = graph.wait(before: arc, at: departure + typical)
    typical += waited + times.typical
    fast += graph.wait(before: arc, at: departure + fast) + times.fast
    // The slow one may come so late that it no longer counts.
    let entered = slow + graph.wait(before: arc, at: departure + slow)
    slow = min(Graph.infinity, min(Graph.infinity, entered) + times.slow)
    return waited
  }
}
