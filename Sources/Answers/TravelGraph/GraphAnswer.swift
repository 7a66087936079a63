import Facts
import Formats
public import TravelNetwork

/// A travel graph as two tables: nodes, and arcs between them.
public struct GraphAnswer: Answer {
  /// Separated values: `csv` has the arcs, `nodes` the nodes.
  public static let formats: [AnswerFormat] = [.csv]

  /// The graph.
  public let graph: TravelGraph
  /// Every direction in which a link serves the vehicle, and every hand-over of a patient.
  public let arcs: [TravelArc]

  init(_ graph: TravelGraph) {
    self.graph = graph
    arcs = graph.arcs
  }

  /// Whether there is any arc.
  public var isFound: Bool { !arcs.isEmpty }

  /// The nodes as separated values: id, lat, lon, kind.
  public func nodes(_ style: AnswerStyle) -> String {
    let map = graph.map
    let handsOver = arcs.contains { $0.link == nil }
    // Beyond the nodes: patients aboard the boats and aircraft that call at some of them.
    let vertices = 0..<(handsOver ? map.vertexCount : map.nodes.count)
    var text = style.csv.document([["id", "lat", "lon", "kind"]])
    for vertex in vertices {
      let node = map.nodes[map.node(ofVertex: vertex)]
      text += style.csv.line([
        map.idOfVertex(vertex), style.csv.number(node.point.latitude, 7),
        style.csv.number(node.point.longitude, 7), node.kind.rawValue,
      ])
    }
    return text
  }

  /// The arcs as separated values: from, to, minutes, km, mode, link, crossing.
  ///
  /// Minutes have six decimals, so that sums of arcs equal the minutes of routes.
  public func csv(_ style: AnswerStyle) -> String? {
    let map = graph.map
    var text = style.csv.document([
      ["from", "to", "minutes", "km", "mode", "link", "crossing"]
    ])
    for arc in arcs {
      let link = arc.link.map { map.links[$0] }
      text += style.csv.line([
        map.idOfVertex(arc.start), map.idOfVertex(arc.end), style.csv.number(arc.minutes, 6),
        style.csv.number(link?.kilometres ?? 0, 4), link?.mode.rawValue ?? "hand-over",
        link?.id ?? "", link?.crossing ?? "",
      ])
    }
    return text
  }
}
