internal import Facts

/// Points in the cells of a grid, to find the nearest one that will do.
struct PointGrid {
  private struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  /// Degrees of a cell's side: about a kilometre.
  private static let size = 0.01

  private let points: [Coordinate]
  private var cells: [Cell: [Int]] = [:]

  init(_ points: [Coordinate]) {
    self.points = points
    for (index, point) in points.enumerated() {
      cells[PointGrid.cell(point), default: []].append(index)
    }
  }

  /// The points within a distance, the nearest first.
  ///
  /// - Parameters:
  ///   - point: The point.
  ///   - limit: The greatest distance in metres; a few kilometres at most.
  /// - Returns: Numbers of points and their distances in metres.
  func near(_ point: Coordinate, within limit: Double) -> [(index: Int, metres: Double)] {
    let reach = Int(clamping: (limit / 111_000 / PointGrid.size / 0.3).rounded(.up))
    let home = PointGrid.cell(point)
    var found: [(index: Int, metres: Double)] = []
    for row in (home.row - reach)...(home.row + reach) {
      for column in (home.column - reach)...(home.column + reach) {
        for index in cells[Cell(row: row, column: column)] ?? [] {
          let metres = point.distanceInMetres(to: points[index])
          if metres <= limit { found.append((index, metres)) }
        }
      }
    }
    return found.sorted { ($0.metres, $0.index) < ($1.metres, $1.index) }
  }

  private static func cell(_ point: Coordinate) -> Cell {
    Cell(
      row: Int(clamping: (point.latitude / size).rounded(.down)),
      column: Int(clamping: (point.longitude / size).rounded(.down)))
  }
}
