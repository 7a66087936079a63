public import Facts
internal import Routing

/// The nodes of a travel graph in order of earliest arrival by the plain algorithm, and the ways to
/// them.
///
///     var search = TravelSearch(graph)
///     search.start(from: access)
///     while let (node, deciseconds) = search.next() {
///       if isHospital[node] { return search.journey(to: node) }
///     }
///
/// It is what `ArrivalStream` is compared with, and goes where no hierarchy is at hand. The state is
/// made once and used for any number of queries; one search per task. All times count from the
/// departure of the graph's conditions and include the way to the first node.
public struct TravelSearch: Sendable {
  /// The graph that is searched.
  public let graph: TravelGraph

  private var stream: NearestStream

  /// Makes the state for searches of a graph.
  public init(_ graph: TravelGraph) {
    self.graph = graph
    stream = NearestStream(graph.graph)
  }

  /// Starts a new query.
  ///
  /// - Parameter access: How the point of departure is joined to the network.
  /// - Precondition: The access is one of this graph.
  public mutating func start(from access: Access) {
    start(from: [access])
  }

  /// Starts a new query from several points at once: each node is reached from the one that gets
  /// there first.
  ///
  /// - Parameter accesses: How the points of departure are joined to the network.
  /// - Precondition: The accesses are of this graph.
  public mutating func start(from accesses: [Access]) {
    stream.start(departure: graph.departure)
    for access in accesses { stream.addSource(access.node.rawValue, offset: access.deciseconds) }
  }

  /// The next node, in order of arrival and then of index; nil when no more can be reached.
  ///
  /// - Returns: The node and deciseconds from the departure, the way to the first node included.
  public mutating func next() -> (node: NodeIndex, deciseconds: UInt32)? {
    while let (node, cost) = stream.next() {
      // Beyond the nodes lie the decks of boats and aircraft.
      if node < graph.map.nodes.count { return (NodeIndex(node), cost) }
    }
    return nil
  }

  /// Deciseconds from the departure to a node that `next` has given; nil for others.
  public func deciseconds(to node: NodeIndex) -> UInt32? { stream.cost(of: node.rawValue) }

  /// The way from the first node to a node that `next` has given; nil for others.
  ///
  /// - Complexity: O(*k* log *n*), where *k* is the number of links of the way and *n* of nodes.
  public func journey(to node: NodeIndex) -> Journey? {
    guard let path = stream.path(to: node.rawValue) else { return nil }
    let start = path.first.map { stream.graph.tail(of: $0) } ?? node.rawValue
    guard let offset = stream.cost(of: start) else { return nil }
    return graph.journey(
      from: NodeIndex(start), over: path.map { stream.graph.label(of: $0) }, departing: offset)
  }
}
