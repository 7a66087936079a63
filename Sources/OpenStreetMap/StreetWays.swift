import Facts
internal import TravelNetwork

/// The ways that streets make between their junctions.
struct StreetWays {
  private var search: TravelSearch

  /// The map of the streets.
  var map: TravelMap { search.graph.map }

  init(_ graph: TravelGraph) {
    search = TravelSearch(graph)
  }

  /// The links of the quickest way, nil when it is longer than the limit in kilometres.
  mutating func links(from start: NodeIndex, to end: NodeIndex, within limit: Double) -> [Int]? {
    search.start(from: Access(node: start))
    // No street is driven slower than walking: beyond that time the way is too long.
    let slowest = UInt32(clamping: min(1e9, limit / 5 * 36_000))
    while let (node, deciseconds) = search.next(), deciseconds <= slowest {
      guard node == end else { continue }
      guard let journey = search.journey(to: end), journey.kilometres <= limit else { return nil }
      return journey.legs.flatMap(\.links).map(\.rawValue)
    }
    return nil
  }
}
