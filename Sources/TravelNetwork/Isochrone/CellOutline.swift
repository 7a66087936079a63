/// The outline of some cells of a grid: polygons with holes, whose rings never cross themselves.
///
///     ##.        corners of the outer ring, counterclockwise:
///     .##        (1,0) (3,0) (3,1) (2,1) (2,2) (0,2) (0,1) (1,1)
///
/// Cells that share an edge are one polygon; those that meet at a corner only are two. Every edge
/// between an inside and an outside cell is walked once with the inside on its left, so outer rings
/// run counterclockwise and holes clockwise (RFC 7946). Where four edges meet, the walk turns left, and
/// whenever it comes back to a corner it has passed, the loop since then is a ring of its own: so a
/// ring passes no corner twice.
package struct CellOutline {
  /// A corner of cells: 0, 0 is the south-west corner of the grid.
  package struct Corner: Hashable, Sendable {
    /// Cells east of the west edge.
    package var column: Int
    /// Cells north of the south edge.
    package var row: Int
  }

  /// An outer ring with its holes; the first corner of a ring is not repeated at its end.
  package struct Polygon: Hashable, Sendable {
    /// The outer ring, counterclockwise.
    package var outer: [Corner]
    /// The holes, clockwise.
    package var holes: [[Corner]]
  }

  private let columns: Int
  private let rows: Int
  private let inside: [Bool]
  /// The edges not yet walked that leave each corner: a bit for each heading.
  private var leaving: [UInt8]

  /// East, north, west, south: a turn to the left is one further.
  private static let steps = [(1, 0), (0, 1), (-1, 0), (0, -1)]

  /// Traces cells.
  ///
  /// - Parameters:
  ///   - inside: Whether each cell is inside, row by row from the south, each from the west.
  ///   - columns: How many cells a row has.
  /// - Returns: The polygons, in order of their southernmost, then westernmost corner.
  /// - Complexity: O(*n*), where *n* is the number of cells.
  package static func polygons(of inside: [Bool], columns: Int) -> [Polygon] {
    var outline = CellOutline(inside, columns: columns)
    return outline.trace()
  }

  private init(_ inside: [Bool], columns: Int) {
    precondition(columns > 0 && inside.count % columns == 0, "rows of unequal length")
    self.columns = columns
    self.inside = inside
    rows = inside.count / columns
    leaving = [UInt8](repeating: 0, count: (columns + 1) * (rows + 1))
    for row in 0..<rows {
      for column in 0..<columns where inside[row * columns + column] {
        if !isInside(column, row - 1) { leave(column, row, heading: 0) }
        if !isInside(column + 1, row) { leave(column + 1, row, heading: 1) }
        if !isInside(column, row + 1) { leave(column + 1, row + 1, heading: 2) }
        if !isInside(column - 1, row) { leave(column, row + 1, heading: 3) }
      }
    }
  }

  private func isInside(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && column < columns && row >= 0 && row < rows && inside[row * columns + column]
  }

  private mutating func leave(_ column: Int, _ row: Int, heading: Int) {
    leaving[row * (columns + 1) + column] |= 1 << heading
  }

  private mutating func trace() -> [Polygon] {
    let parts = parts()
    var polygonOfPart: [Int: Int] = [:]
    var polygons: [Polygon] = []
    var holes: [(part: Int, ring: [Corner])] = []
    for start in leaving.indices {
      for heading in 0..<4 where leaving[start] & (1 << heading) != 0 {
        for (part, ring) in walk(from: start, heading, parts) {
          if CellOutline.isCounterclockwise(ring) {
            polygonOfPart[part] = polygons.count
            polygons.append(Polygon(outer: ring, holes: []))
          } else {
            holes.append((part, ring))
          }
        }
      }
    }
    for (part, ring) in holes {
      if let polygon = polygonOfPart[part] { polygons[polygon].holes.append(ring) }
    }
    return polygons
  }

  /// Walks edges from a corner until it is back there.
  ///
  /// - Returns: The rings, each with the part of the cells on its left.
  private mutating func walk(
    from start: Int, _ first: Int, _ parts: [Int]
  ) -> [(part: Int, ring: [Corner])] {
    var rings: [(part: Int, ring: [Corner])] = []
    var path = [start]
    var headings: [Int] = []
    var places = [start: 0]
    var at = start
    var heading = first
    while true {
      leaving[at] &= ~(1 << heading)
      let (east, north) = CellOutline.steps[heading]
      headings.append(heading)
      at += east + north * (columns + 1)
      if let place = places[at] {
        rings.append(ring(path[place...], headings[place...], parts))
        for corner in path[(place + 1)...] { places[corner] = nil }
        path.removeLast(path.count - place - 1)
        headings.removeLast(headings.count - place)
        if place == 0 { return rings }
      } else {
        places[at] = path.count
        path.append(at)
      }
      // To the left, ahead, to the right: an edge leaves wherever one arrives.
      heading =
        [heading + 1, heading, heading + 3].map { $0 % 4 }
        .first { leaving[at] & (1 << $0) != 0 } ?? heading
    }
  }

  /// The corners of a walk at which it turns, and the part on its left.
  private func ring(
    _ path: ArraySlice<Int>, _ headings: ArraySlice<Int>, _ parts: [Int]
  ) -> (part: Int, ring: [Corner]) {
    let path = Array(path)
    let headings = Array(headings)
    let corners = path.map { Corner(column: $0 % (columns + 1), row: $0 / (columns + 1)) }
    let turns = corners.indices.filter {
      headings[$0] != headings[($0 + headings.count - 1) % headings.count]
    }
    let start = corners[0]
    let cell =
      switch headings[0] {
      case 0: (start.column, start.row)
      case 1: (start.column - 1, start.row)
      case 2: (start.column - 1, start.row - 1)
      default: (start.column, start.row - 1)
      }
    return (parts[cell.1 * columns + cell.0], turns.map { corners[$0] })
  }

  private static func isCounterclockwise(_ ring: [Corner]) -> Bool {
    var area = 0
    for (index, corner) in ring.enumerated() {
      let next = ring[(index + 1) % ring.count]
      area += corner.column * next.row - next.column * corner.row
    }
    return area > 0
  }

  /// The part of each cell: inside cells joined by edges; -1 for outside cells.
  private func parts() -> [Int] {
    var parts = [Int](repeating: -1, count: inside.count)
    var count = 0
    for start in inside.indices where inside[start] && parts[start] < 0 {
      var stack = [start]
      parts[start] = count
      while let cell = stack.popLast() {
        let (column, row) = (cell % columns, cell / columns)
        for (east, north) in CellOutline.steps where isInside(column + east, row + north) {
          let next = cell + east + north * columns
          guard parts[next] < 0 else { continue }
          parts[next] = count
          stack.append(next)
        }
      }
      count += 1
    }
    return parts
  }
}
