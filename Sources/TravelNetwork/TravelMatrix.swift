/// Times and lengths between many points, a row at a time.
///
///     var matrix = TravelMatrix(graph, destinations: hospitals.map { graph.access(to: $0) })
///     matrix.row(from: access)[2]?.minutes   // to the third hospital, door to door
///
/// The ways from the points to their travel nodes are counted, as in every answer. The state is
/// that of one search, whatever the number of rows.
public struct TravelMatrix: Sendable {
  /// How far one point is from another.
  public struct Cell: Hashable, Sendable {
    /// Typical minutes from door to door.
    public let minutes: Double
    /// Kilometres from door to door.
    public let kilometres: Double
  }

  private var search: TravelSearch
  private let destinations: [Access?]
  private let destinationsAtNode: [Int: [Int]]

  /// Prepares rows.
  ///
  /// - Parameters:
  ///   - graph: The travel network as the vehicle finds it.
  ///   - destinations: How each destination is joined to it; nil where none can be.
  public init(_ graph: TravelGraph, destinations: [Access?]) {
    search = TravelSearch(graph)
    self.destinations = destinations
    var destinationsAtNode: [Int: [Int]] = [:]
    for (index, access) in destinations.enumerated() {
      if let access { destinationsAtNode[access.node, default: []].append(index) }
    }
    self.destinationsAtNode = destinationsAtNode
  }

  /// The row of an origin: a cell for each destination, nil where no way leads.
  ///
  /// - Parameter origin: How the origin is joined to the network; nil when it cannot be.
  /// - Returns: The cells, in the order of the destinations.
  /// - Complexity: O(*n* log *n* + *k*), where *n* is the number of nodes and arcs and *k* of links
  ///   on the ways; the search ends with the last destination.
  public mutating func row(from origin: Access?) -> [Cell?] {
    var cells = [Cell?](repeating: nil, count: destinations.count)
    guard let origin else { return cells }
    let detour = search.graph.map.profile.accessDetour
    var missing = destinationsAtNode.count
    search.start(from: origin)
    while missing > 0, let (node, deciseconds) = search.next() {
      guard let indices = destinationsAtNode[node] else { continue }
      missing -= 1
      guard let journey = search.journey(to: node) else { continue }
      for index in indices {
        guard let end = destinations[index] else { continue }
        cells[index] = Cell(
          minutes: minutes(ofDeciseconds: deciseconds + end.deciseconds),
          kilometres: journey.kilometres + (origin.metres + end.metres) / 1_000 * detour)
      }
    }
    return cells
  }
}
