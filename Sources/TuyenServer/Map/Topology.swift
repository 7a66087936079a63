import Facts
import Formats

/// Outlines as arcs that neighbours share: each border once, as TopoJSON writes it.
///
///     var topology = Topology(unit: 0.0001)
///     let rings = topology.rings(of: outlines)   // for each outline the arcs of its rings
///
/// Half the points of outlines lie on a border of two. As arcs they are sent once, both sides keep the
/// same line however coarse it is, and whoever draws knows coasts from borders by counting the owners.
struct Topology {
  /// A point on the grid of the unit.
  struct Point: Hashable, Comparable {
    var x: Int
    var y: Int

    static func < (left: Point, right: Point) -> Bool {
      (left.x, left.y) < (right.x, right.y)
    }
  }

  /// Degrees of one step of the grid.
  let unit: Double
  /// The arcs, each from one meeting point to the next, or closed.
  private(set) var arcs: [[Point]] = []
  private var numbers: [[Point]: Int] = [:]

  /// Creates a topology without arcs.
  ///
  /// - Parameter unit: Degrees of one step of the grid.
  init(unit: Double) { self.unit = unit }

  /// The point of the grid that is nearest.
  func point(_ coordinate: Coordinate) -> Point { Topology.point(coordinate, unit: unit) }

  private static func point(_ coordinate: Coordinate, unit: Double) -> Point {
    Point(
      x: Int(clamping: (coordinate.longitude / unit).rounded()),
      y: Int(clamping: (coordinate.latitude / unit).rounded()))
  }

  /// Cuts outlines into arcs.
  ///
  /// - Parameter outlines: For each place its rings, the first point not repeated at the end.
  /// - Returns: For each place the arcs of its rings; the complement of a number is the arc backwards.
  ///   Rings that are smaller than the grid are left out.
  mutating func rings(of outlines: [[[Coordinate]]]) -> [[[Int]]] {
    let unit = unit
    let grid: [[[Point]]] = outlines.map { rings in
      rings.map { ring in
        Topology.withoutRepeats(ring.map { Topology.point($0, unit: unit) })
      }.filter { $0.count >= 3 }
    }
    var neighbours: [Point: Set<Point>] = [:]
    for ring in grid.joined() {
      var before = ring[ring.count - 1]
      for point in ring {
        neighbours[before, default: []].insert(point)
        neighbours[point, default: []].insert(before)
        before = point
      }
    }
    return grid.map { rings in
      rings.map { ring in cut(ring) { neighbours[$0]?.count != 2 } }
    }
  }

  private mutating func cut(_ ring: [Point], where isMeeting: (Point) -> Bool) -> [Int] {
    // A ring that meets nothing begins at its least point, so that an island within a lake and the lake
    // have the same arc.
    let start =
      ring.firstIndex(where: isMeeting)
      ?? ring.indices.min { ring[$0] < ring[$1] } ?? 0
    var closed = Array(ring[start...])
    closed += ring[..<start]
    closed.append(ring[start])
    var numbers: [Int] = []
    var arc = [closed[0]]
    for point in closed.dropFirst() {
      arc.append(point)
      if isMeeting(point) {
        numbers.append(number(of: arc))
        arc = [point]
      }
    }
    if arc.count > 1 { numbers.append(number(of: arc)) }
    return numbers
  }

  private mutating func number(of arc: [Point]) -> Int {
    let backwards = Array(arc.reversed())
    if let known = numbers[arc] { return known }
    if let known = numbers[backwards] { return ~known }
    numbers[arc] = arcs.count
    arcs.append(arc)
    return arcs.count - 1
  }

  private static func withoutRepeats(_ points: [Point]) -> [Point] {
    var kept: [Point] = []
    for point in points where kept.last != point { kept.append(point) }
    while kept.count > 1, kept.last == kept.first { kept.removeLast() }
    return kept
  }

  /// The arcs as TopoJSON writes them: the first point, then steps.
  var json: JSONValue {
    .array(
      arcs.map { arc in
        var before = Point(x: 0, y: 0)
        return .array(
          arc.map { point in
            defer { before = point }
            return .array([.integer(point.x - before.x), .integer(point.y - before.y)])
          })
      })
  }
}
