public import Facts
internal import Routing

/// A way that may be travelled in one direction, to be written out and checked elsewhere.
public struct TravelArc: Hashable, Sendable {
  /// The index of the node at which it starts, or of a vertex beyond the nodes: see
  /// `TravelMap.idOfVertex`.
  public let start: Int
  /// The index of the node or vertex at which it ends.
  public let end: Int
  /// Minutes at the pace of the conditions, without waiting for hours of operation.
  public let minutes: Double
  /// The index of the link; nil for a hand-over.
  public let link: LinkIndex?
  /// Whether it may have to be waited for outside its hours of operation.
  public let hasTimetable: Bool
}

extension TravelGraph {
  /// Every arc of the graph, by start node; the link has the length, the mode and the crossing.
  public var arcs: [TravelArc] {
    let graph = graph
    return (0..<graph.nodeCount).flatMap { node in
      graph.arcs(from: node).map { arc in
        TravelArc(
          start: node, end: graph.head(of: arc),
          minutes: TravelTime(deciseconds: graph.weight(of: arc)).minutes,
          link: graph.label(of: arc) == BoardingVertices.transferLabel
            ? nil : LinkIndex(label: graph.label(of: arc)),
          hasTimetable: graph.hasTimetable(arc))
      }
    }
  }
}
