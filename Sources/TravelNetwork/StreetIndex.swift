public import Facts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Where on a link a point is nearest to it.
public struct LinkPosition: Hashable, Sendable {
  /// The index of the link.
  public let link: LinkIndex
  /// The point of the link.
  public let point: Coordinate
  /// How far along the link it lies: 0 at its start, 1 at its end.
  public let fraction: Double
  /// The straight line between the point asked for and the link, in metres.
  public let metres: Double
}

/// The lines of links in the cells of a grid, to find the link that passes nearest to a point.
///
///     let index = StreetIndex(map)
///     let position = index.nearest(to: hospital, within: 500) { graph.isRoad($0) }
///
/// A link is the line over the bends of its `shape`, or straight. The index does not depend on
/// vehicle or time: who may use a link is asked when it is near enough to matter.
public struct StreetIndex: Sendable {
  /// A stretch of a link's line that spans no more than a cell or two.
  private struct Stretch {
    var link: UInt32
    var start: Coordinate
    var end: Coordinate
    /// Metres of the link's line before it.
    var before: Float
  }

  private let stretches: [Stretch]
  private let lengths: [Float]
  private let south: Double
  private let west: Double
  private let size: Double
  private let rows: Int
  private let columns: Int
  private let firstEntry: [UInt32]
  private let entries: [UInt32]

  /// Indexes all streets of a map.
  ///
  /// - Complexity: O(*n*), where *n* is the length of all links over that of a cell, and their bends.
  public init(_ map: TravelMap) {
    var lengths = [Float](repeating: 0, count: map.links.count)
    var south = 90.0
    var west = 180.0
    var north = -90.0
    var east = -180.0
    for node in map.nodes {
      south = min(south, node.point.latitude)
      west = min(west, node.point.longitude)
      north = max(north, node.point.latitude)
      east = max(east, node.point.longitude)
    }
    // About a kilometre, unless the map is so wide that the grid would be all of the memory.
    let size = max(0.01, ((max(0, north - south) * max(0, east - west)) / 4_000_000).squareRoot())
    var stretches: [Stretch] = []
    for link in map.links.recordIndices where map.links[link].isStreet {
      lengths[link] = StreetIndex.append(map.line(ofLink: link), of: link, size, to: &stretches)
    }
    for stretch in stretches {
      for point in [stretch.start, stretch.end] {
        south = min(south, point.latitude)
        west = min(west, point.longitude)
        north = max(north, point.latitude)
        east = max(east, point.longitude)
      }
    }
    rows = max(1, Int(clamping: ((north - south) / size).rounded(.down)) + 1)
    columns = max(1, Int(clamping: ((east - west) / size).rounded(.down)) + 1)
    self.south = south
    self.west = west
    self.size = size
    self.stretches = stretches
    self.lengths = lengths
    var first = [UInt32](repeating: 0, count: rows * columns + 1)
    let grid = Grid(south: south, west: west, size: size, rows: rows, columns: columns)
    for stretch in stretches {
      grid.visit(stretch.start, stretch.end) { first[$0 + 1] += 1 }
    }
    for cell in 0..<(rows * columns) { first[cell + 1] += first[cell] }
    var entries = [UInt32](repeating: 0, count: Int(first[rows * columns]))
    var next = first
    for (index, stretch) in stretches.enumerated() {
      grid.visit(stretch.start, stretch.end) { cell in
        entries[Int(next[cell])] = UInt32(index)
        next[cell] += 1
      }
    }
    firstEntry = first
    self.entries = entries
  }

  /// The accepted link that passes nearest; of equally near ones the first.
  ///
  /// - Parameters:
  ///   - point: The point.
  ///   - limit: The greatest distance, in metres.
  ///   - accepts: Whether a link may be the answer.
  /// - Returns: Where on which link; nil when none passes near enough.
  public func nearest(
    to point: Coordinate, within limit: Double, where accepts: (LinkIndex) -> Bool
  ) -> LinkPosition? {
    guard point.latitude.isFinite, point.longitude.isFinite, limit >= 0, !stretches.isEmpty else {
      return nil
    }
    let limit = min(limit, 20_020_000)
    var radius = min(limit, 200)
    while true {
      if let found = nearest(to: point, inBoxOf: radius, where: accepts), found.metres <= radius {
        return found
      }
      guard radius < limit else { return nil }
      radius = min(limit, radius * 2)
    }
  }

  private func nearest(
    to point: Coordinate, inBoxOf radius: Double, where accepts: (LinkIndex) -> Bool
  ) -> LinkPosition? {
    let degrees = radius / 111_000
    let spread = degrees / max(0.01, cos(min(89, abs(point.latitude) + degrees) * .pi / 180))
    let grid = Grid(south: south, west: west, size: size, rows: rows, columns: columns)
    var best: (stretch: Int, point: Coordinate, fraction: Double, metres: Double)?
    grid.visit(
      Coordinate(latitude: point.latitude - degrees, longitude: point.longitude - spread),
      Coordinate(latitude: point.latitude + degrees, longitude: point.longitude + spread)
    ) { cell in
      for entry in entries[Int(firstEntry[cell])..<Int(firstEntry[cell + 1])] {
        let stretch = stretches[Int(entry)]
        let found = LineSegment(stretch.start, stretch.end).nearest(to: point)
        if let best, (found.metres, Int(entry)) >= (best.metres, best.stretch) { continue }
        guard accepts(LinkIndex(Int(stretch.link))) else { continue }
        best = (Int(entry), found.point, found.fraction, found.metres)
      }
    }
    guard let best else { return nil }
    let stretch = stretches[best.stretch]
    let whole = Double(lengths[Int(stretch.link)])
    let along =
      Double(stretch.before)
      + best.fraction * stretch.start.distanceInMetres(to: stretch.end)
    return LinkPosition(
      link: LinkIndex(Int(stretch.link)), point: best.point,
      fraction: whole > 0 ? min(1, max(0, along / whole)) : 0, metres: best.metres)
  }

  /// Adds the stretches of a line; returns its length in metres.
  private static func append(
    _ line: [Coordinate], of link: LinkIndex, _ size: Double, to stretches: inout [Stretch]
  ) -> Float {
    var metres = 0.0
    for (start, end) in zip(line, line.dropFirst()) {
      let length = start.distanceInMetres(to: end)
      let span = max(
        abs(end.latitude - start.latitude), abs(end.longitude - start.longitude))
      let count = max(1, Int(clamping: (span / size).rounded(.up)))
      var last = start
      for step in 1...count {
        let share = Double(step) / Double(count)
        let next = Coordinate(
          latitude: start.latitude + (end.latitude - start.latitude) * share,
          longitude: start.longitude + (end.longitude - start.longitude) * share)
        stretches.append(
          Stretch(
            link: UInt32(link.rawValue), start: last, end: next,
            before: Float(metres + length * Double(step - 1) / Double(count))))
        last = next
      }
      metres += length
    }
    return Float(metres)
  }
}

/// The cells of a grid.
private struct Grid {
  let south: Double
  let west: Double
  let size: Double
  let rows: Int
  let columns: Int

  /// Calls for each cell of the box between two corners; what lies outside falls into the edge.
  func visit(_ corner: Coordinate, _ other: Coordinate, _ visit: (Int) -> Void) {
    let low = step(min(corner.latitude, other.latitude) - south, below: rows)
    let high = step(max(corner.latitude, other.latitude) - south, below: rows)
    let left = step(min(corner.longitude, other.longitude) - west, below: columns)
    let right = step(max(corner.longitude, other.longitude) - west, below: columns)
    for row in low...high {
      for column in left...right { visit(row * columns + column) }
    }
  }

  private func step(_ degrees: Double, below count: Int) -> Int {
    Int(clamping: min(max((degrees / size).rounded(.down), 0), Double(count - 1)))
  }
}

extension TravelMap {
  /// The line of a link on the map, from start to end: over its bends, or straight.
  public func line(ofLink link: LinkIndex) -> [Coordinate] {
    let (start, end) = ends(ofLink: link)
    let bends = links[link].shape.flatMap { LinkShape($0) }?.bends ?? []
    return [nodes[start].point] + bends + [nodes[end].point]
  }
}
