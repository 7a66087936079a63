internal import Facts

/// Lines of rivers and canals, to tell whether a straight line between two points crosses water.
struct RiverLines: Sendable {
  private struct Segment {
    var start: Coordinate
    var end: Coordinate
  }

  /// Degrees of a cell's side: about a kilometre.
  private static let cell = 0.01

  private struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  private var segments: [Segment] = []
  private var cells: [Cell: [Int]] = [:]

  init(_ lines: [[Coordinate]]) {
    for line in lines {
      for (start, end) in zip(line, line.dropFirst()) {
        for cell in RiverLines.cells(start, end) { cells[cell, default: []].append(segments.count) }
        segments.append(Segment(start: start, end: end))
      }
    }
  }

  /// Whether the straight line between two points crosses or touches a river.
  func cross(_ start: Coordinate, _ end: Coordinate) -> Bool {
    RiverLines.cells(start, end).contains { cell in
      (cells[cell] ?? []).contains { index in
        RiverLines.meet(start, end, segments[index].start, segments[index].end)
      }
    }
  }

  /// The cells of the box around a line; none for lines longer than any between two near points.
  private static func cells(_ start: Coordinate, _ end: Coordinate) -> [Cell] {
    func step(_ degrees: Double) -> Int { Int(clamping: (degrees / cell).rounded(.down)) }
    let rows =
      step(min(start.latitude, end.latitude))...step(max(start.latitude, end.latitude))
    let columns =
      step(min(start.longitude, end.longitude))...step(max(start.longitude, end.longitude))
    // A line over half the globe is no river.
    guard rows.count * columns.count < 10_000 else { return [] }
    return rows.flatMap { row in columns.map { Cell(row: row, column: $0) } }
  }

  /// Whether two lines have a point in common, on a plane of degrees.
  private static func meet(
    _ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate
  ) -> Bool {
    func side(_ p: Coordinate, _ q: Coordinate, _ r: Coordinate) -> Double {
      (q.longitude - p.longitude) * (r.latitude - p.latitude)
        - (q.latitude - p.latitude) * (r.longitude - p.longitude)
    }
    let (first, second) = (side(a, b, c), side(a, b, d))
    let (third, fourth) = (side(c, d, a), side(c, d, b))
    return first * second <= 0 && third * fourth <= 0
      && !(first == 0 && second == 0 && third == 0 && fourth == 0)
  }
}
