public import Facts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// What is reached from a point within some minutes: nodes, and areas made of them.
///
///     let reach = try Isochrone(graph, streets: nil, from: access, at: origin, limits: [30, 60])
///     reach.bands[0].polygons[0].outer      // closed, counterclockwise
///
/// The area is that of the cells of a grid. A cell that holds nodes of the vehicle's network is inside
/// when one of them is reached in time. Any other is inside when its middle is: that is, when the
/// network's own rule for points, the way to the nearest street or node at the access speed of the
/// profile, gets there in time. So every node reached in time lies inside, and a node that is not lies
/// outside unless it shares its cell with one that is. The far bank of a river is near to its own
/// nodes, and stays outside when no way leads to them. What is water nobody tells the network: the
/// shore may be coloured as far as the access limit goes.
public struct Isochrone: Sendable {
  /// A ring of points; the first one is repeated at the end.
  public typealias Ring = [Coordinate]

  /// An area: an outer ring, counterclockwise, and holes, clockwise.
  public struct Polygon: Hashable, Sendable {
    /// The outer ring.
    public let outer: Ring
    /// The holes.
    public let holes: [Ring]
  }

  /// What is reached within a limit; each band holds the bands of lower limits.
  public struct Band: Sendable {
    /// The limit, in minutes.
    public let minutes: Double
    /// The indices of the nodes reached, in ascending order.
    public let nodes: [NodeIndex]
    /// The areas; they do not overlap.
    public let polygons: [Polygon]
  }

  /// The bands, in ascending order of limits.
  public let bands: [Band]
  /// Deciseconds to each node; nil where it is not reached within the last limit.
  public let arrivals: [UInt32?]

  private let graph: TravelGraph
  private let streets: StreetIndex?
  private let origin: PointAccess
  private let start: Coordinate

  /// More cells than this are refused.
  public static let mostCells = 4_000_000

  /// Searches and draws.
  ///
  /// - Parameters:
  ///   - graph: The travel network as the vehicle finds it.
  ///   - streets: The streets of its map; nil when it has none.
  ///   - access: How the origin is joined to it.
  ///   - origin: The origin.
  ///   - limits: Minutes, at least one, in any order.
  ///   - resolution: The side of a cell, in metres.
  /// - Throws: `IsochroneError` when the area has too many cells.
  /// - Complexity: O(*m* log *n* + *c*), where *m* is the number of links reached, *n* of nodes and
  ///   *c* of cells.
  public init(
    _ graph: TravelGraph, streets: StreetIndex?, from access: PointAccess, at origin: Coordinate,
    limits: [Double], resolution: Double = 1_000
  ) throws(IsochroneError) {
    let limits = Set(limits).sorted()
    let last = (limits.last ?? 0) * 600
    var search = TravelSearch(graph)
    search.start(from: access.departures)
    var arrivals = [UInt32?](repeating: nil, count: graph.map.nodes.count)
    while let (node, deciseconds) = search.next(), Double(deciseconds) <= last {
      arrivals[node] = deciseconds
    }
    self.graph = graph
    self.streets = streets
    self.origin = access
    start = origin
    self.arrivals = arrivals
    let reached = graph.map.nodes.recordIndices.filter { arrivals[$0] != nil }
    let profile = graph.map.profile
    let margin = min(
      profile.accessLimitKm, last / 36_000 * profile.accessSpeed / profile.accessDetour)
    let grid = try Grid(
      around: reached.map { graph.map.nodes[$0].point } + [origin], margin: margin * 1_000,
      resolution: resolution)
    let times = Isochrone.times(of: grid, arrivals, graph, streets, access, origin)
    bands = limits.map { limit in
      let inside = times.map { Double($0) <= limit * 600 }
      return Band(
        minutes: limit, nodes: reached.filter { Double(arrivals[$0] ?? .max) <= limit * 600 },
        polygons: CellOutline.polygons(of: inside, columns: grid.columns).map(grid.polygon))
    }
  }

  /// When a point is reached, as any point of the network is.
  ///
  /// - Parameters:
  ///   - point: The point.
  ///   - block: The block of land in which it lies, if known.
  /// - Returns: Deciseconds from the departure; nil beyond the last limit.
  public func deciseconds(to point: Coordinate, block: String? = nil) -> UInt32? {
    // Whoever is there already does not go to the node and back.
    if point == start { return 0 }
    return graph.join(point, block: block, streets: streets).flatMap {
      Isochrone.arrival(at: $0, arrivals, from: origin, graph)
    }
  }

  private static func arrival(
    at access: PointAccess, _ arrivals: [UInt32?], from origin: PointAccess, _ graph: TravelGraph
  ) -> UInt32? {
    var best = access.arrivals.compactMap { end in arrivals[end.node].map { $0 + end.deciseconds } }
      .min()
    if let start = origin.link, let end = access.link, let along = start.deciseconds(along: end) {
      best = min(best ?? along, along)
    }
    if let straight = graph.straightWay(from: origin, to: access)?.deciseconds {
      best = min(best ?? straight, straight)
    }
    return best
  }

  /// Deciseconds to each cell; `UInt32.max` where it is not reached.
  private static func times(
    of grid: Grid, _ arrivals: [UInt32?], _ graph: TravelGraph, _ streets: StreetIndex?,
    _ access: PointAccess, _ origin: Coordinate
  ) -> [UInt32] {
    var ofNodes: [Int: UInt32] = [:]
    for node in graph.usableNodes {
      guard let cell = grid.cell(of: graph.map.nodes[node].point) else { continue }
      ofNodes[cell] = min(ofNodes[cell] ?? .max, arrivals[node] ?? .max)
    }
    var times = (0..<grid.columns * grid.rows).map { cell in
      ofNodes[cell]
        ?? graph.join(grid.middle(of: cell), streets: streets).flatMap {
          arrival(at: $0, arrivals, from: access, graph)
        } ?? .max
    }
    // Whoever is there already has arrived.
    if let cell = grid.cell(of: origin) { times[cell] = 0 }
    return times
  }
}

/// Why an isochrone cannot be drawn.
public enum IsochroneError: Error, Hashable, Sendable {
  /// So many cells would be needed.
  case tooManyCells(Int)
}

/// Cells of equal degrees, about as high as wide in the middle.
private struct Grid {
  let columns: Int
  let rows: Int
  private let south: Double
  private let west: Double
  private let latitudeStep: Double
  private let longitudeStep: Double

  private static let metresPerDegree = 111_195.0

  init(around points: [Coordinate], margin: Double, resolution: Double) throws(IsochroneError) {
    let latitudes = points.map(\.latitude)
    let longitudes = points.map(\.longitude)
    let (low, high) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
    let (left, right) = (longitudes.min() ?? 0, longitudes.max() ?? 0)
    latitudeStep = resolution / Grid.metresPerDegree
    longitudeStep = latitudeStep / max(0.01, cos((low + high) / 2 * .pi / 180))
    let around = (margin / resolution).rounded(.up) + 1
    // Edges at whole multiples of a step: the grids of two limits agree.
    south = ((low / latitudeStep).rounded(.down) - around) * latitudeStep
    west = ((left / longitudeStep).rounded(.down) - around) * longitudeStep
    let height = ((high - south) / latitudeStep).rounded(.up) + around
    let width = ((right - west) / longitudeStep).rounded(.up) + around
    guard height * width <= Double(Isochrone.mostCells) else {
      throw .tooManyCells(Int(clamping: height * width))
    }
    rows = Int(clamping: height)
    columns = Int(clamping: width)
  }

  func cell(of point: Coordinate) -> Int? {
    let row = Int(clamping: ((point.latitude - south) / latitudeStep).rounded(.down))
    let column = Int(clamping: ((point.longitude - west) / longitudeStep).rounded(.down))
    guard (0..<rows).contains(row), (0..<columns).contains(column) else { return nil }
    return row * columns + column
  }

  func middle(of cell: Int) -> Coordinate {
    point(Double(cell % columns) + 0.5, Double(cell / columns) + 0.5)
  }

  func polygon(_ polygon: CellOutline.Polygon) -> Isochrone.Polygon {
    Isochrone.Polygon(outer: ring(polygon.outer), holes: polygon.holes.map(ring))
  }

  private func ring(_ corners: [CellOutline.Corner]) -> Isochrone.Ring {
    (corners + corners.prefix(1)).map { point(Double($0.column), Double($0.row)) }
  }

  private func point(_ column: Double, _ row: Double) -> Coordinate {
    Coordinate(latitude: south + row * latitudeStep, longitude: west + column * longitudeStep)
  }
}
