import Formats
import TravelNetwork

/// Prints a matrix row by row: CSV has a line a pair, JSON a line an origin.
struct MatrixWriter {
  /// Whether any way was found.
  private(set) var hasFound = false
  private let isCSV: Bool
  private var output = Output()
  private var hasBegun = false

  init(isCSV: Bool) {
    self.isCSV = isCSV
  }

  /// Prints the row of an origin.
  mutating func write(
    _ origin: MatrixPoint, _ destinations: [MatrixPoint], _ cells: [TravelMatrix.Cell?]
  ) throws(Failure) {
    hasFound = hasFound || cells.contains { $0 != nil }
    guard isCSV else {
      try output.write(json(origin, destinations, cells).text(indent: nil))
      return
    }
    try begin()
    for (destination, cell) in zip(destinations, cells) {
      try output.write(
        CSVWriter().line([
          origin.id, destination.id, cell.map { decimal($0.minutes, 3) } ?? "",
          cell.map { decimal($0.kilometres, 3) } ?? "",
        ]))
    }
  }

  /// Prints what is left.
  mutating func finish() throws(Failure) {
    if isCSV { try begin() }
    try output.flush()
  }

  private mutating func begin() throws(Failure) {
    guard !hasBegun else { return }
    hasBegun = true
    try output.write(CSVWriter().line(["from", "to", "minutes", "km"]))
  }

  private func json(
    _ origin: MatrixPoint, _ destinations: [MatrixPoint], _ cells: [TravelMatrix.Cell?]
  ) -> JSONValue {
    .object([
      "from": .string(origin.id),
      "name": .string(origin.name),
      "to": .array(
        zip(destinations, cells).map { destination, cell in
          .object([
            "id": .string(destination.id),
            "name": .string(destination.name),
            "minutes": cell.map { .number($0.minutes, decimals: 3) } ?? .null,
            "km": cell.map { .number($0.kilometres, decimals: 3) } ?? .null,
          ])
        }),
    ])
  }
}
