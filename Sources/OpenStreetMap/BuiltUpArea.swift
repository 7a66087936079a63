internal import Facts

/// Where a city is: the cells of a grid in which streets meet often.
///
/// No tag says where traffic is dense. A cell of a hundredth of a degree, some 1.2 square kilometres
/// in the tropics, with a hundred junctions or more counts as city.
struct BuiltUpArea {
  private struct Cell: Hashable {
    var row: Int
    var column: Int

    init(_ point: Coordinate) {
      row = Int(clamping: (point.latitude * 100).rounded(.down))
      column = Int(clamping: (point.longitude * 100).rounded(.down))
    }
  }

  /// The fewest junctions in a cell of a city.
  static let leastJunctions = 100

  private var cells: Set<Cell> = []

  /// Finds the city among junctions.
  init(junctions: some Sequence<Coordinate>) {
    var counts: [Cell: Int] = [:]
    for point in junctions { counts[Cell(point), default: 0] += 1 }
    cells = Set(counts.lazy.filter { $0.value >= BuiltUpArea.leastJunctions }.map(\.key))
  }

  /// Whether a point lies in the city.
  func contains(_ point: Coordinate) -> Bool { cells.contains(Cell(point)) }
}
