package import Columns
internal import Facts
package import Routing

/// The links of a map prepared for fast searches, whatever the vehicle and time.
///
///     let hierarchy = TravelHierarchy(map)
///     let engine = TravelEngine(TravelGraph(map, conditions), hierarchy)
///
/// Preparing takes a while; a snapshot keeps it.
public struct TravelHierarchy: Sendable {
  /// An arc for each direction in which a link may be travelled by anybody, labelled with twice the
  /// index of the link, plus 1 when travelled backwards; and the transfers of the map's decks.
  package let graph: Graph
  /// The hierarchy of the graph.
  package let hierarchy: Hierarchy
  /// The streets, at which points are joined to the network; nil when the map has none.
  public let streets: StreetIndex?
  /// Where weights may be found too.
  package let snapshot: Snapshot?

  /// Puts a hierarchy together.
  init(_ map: TravelMap, _ graph: Graph, _ hierarchy: Hierarchy, _ snapshot: Snapshot?) {
    self.graph = graph
    streets = map.links.contains(where: \.isStreet) ? StreetIndex(map) : nil
    self.hierarchy = hierarchy
    self.snapshot = snapshot
  }

  /// Prepares the links of a map.
  ///
  /// - Parameter map: The map.
  /// - Complexity: about O(*n* √*n*), where *n* is the number of nodes.
  public init(_ map: TravelMap) {
    let graph = TravelHierarchy.graph(of: map)
    let points = map.nodes.map(\.point) + map.decks.nodes.map { map.nodes[$0].point }
    let order = NodeOrder(
      graph, latitudes: points.map(\.latitude), longitudes: points.map(\.longitude))
    do throws(HierarchyError) {
      self.init(map, graph, try Hierarchy(graph, order: order), nil)
    } catch {
      // It would take billions of links between tens of thousands of nodes.
      preconditionFailure("\(error)")
    }
  }

  /// Whether it is that of another map too: one of the same nodes and links, whatever is closed and
  /// however fast they are.
  ///
  /// - Complexity: O(*m*), where *m* is the number of links.
  public func serves(_ map: TravelMap) -> Bool {
    streets == nil && !map.links.contains(where: \.isStreet)
      && graph.hasTopology(of: TravelHierarchy.graph(of: map))
  }

  /// The arcs of all links and transfers, in order of tails.
  static func graph(of map: TravelMap) -> Graph {
    var arcs: [Graph.Arc] = []
    arcs.reserveCapacity(2 * map.links.count)
    for index in map.links.recordIndices {
      let (start, end) = map.vertices(ofLink: index)
      let forward = Graph.Arc(
        tail: UInt32(start), head: UInt32(end), weight: map.times[index]?.typical ?? 0,
        label: index.label)
      arcs.append(forward)
      if map.links[index].isOneway != true {
        arcs.append(
          Graph.Arc(
            tail: forward.head, head: forward.tail, weight: forward.weight,
            label: forward.label + 1))
      }
    }
    for (start, end) in map.decks.transfers {
      arcs.append(
        Graph.Arc(
          tail: UInt32(start), head: UInt32(end), weight: 0, label: BoardingVertices.transferLabel))
    }
    return Graph(nodeCount: map.decks.vertexCount, arcs: arcs)
  }
}
