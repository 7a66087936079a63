public import Facts
public import TravelNetwork

/// A bridge or ferry that people know by one name: all links of that name.
public struct Crossing: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// The indices of its links, in ascending order.
  public let links: [LinkIndex]
  /// Whether all of it is road.
  public let isBridge: Bool

  /// The crossings that a graph uses: links that the vehicle cannot use, or that are closed already,
  /// are nothing to lose.
  ///
  /// - Returns: The crossings, by name.
  /// - Complexity: O(*n*), where *n* is the number of links.
  public static func all(of graph: TravelGraph) -> [Crossing] {
    var links: [String: [LinkIndex]] = [:]
    for index in graph.map.links.recordIndices where graph.refusal(ofLink: index) == nil {
      if let name = graph.map.links[index].crossing { links[name, default: []].append(index) }
    }
    return links.sorted { $0.key < $1.key }.map { name, links in
      Crossing(
        name: name, links: links,
        isBridge: links.allSatisfy { graph.map.links[$0].mode == .road })
    }
  }
}
