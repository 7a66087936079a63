public import Formats
public import TravelNetwork

/// The row of an origin: minutes and kilometres to each destination.
public struct MatrixRow: AnswerRow {
  /// The titles of the separated values: the places that were matched stand behind the numbers, and the
  /// reason where there are none.
  public static let titles = [
    "from", "to", "minutes", "km", "from_name", "to_name", "from_place", "to_place", "error",
  ]

  /// The origin; nil where the row has no answer.
  public let origin: MatrixPoint?
  /// The destinations.
  public let destinations: [MatrixPoint]
  /// A cell for each destination; nil where no way leads.
  public let cells: [TravelMatrix.Cell?]
  /// Why a destination has no cell; nil where it has one.
  public let gaps: [Bilingual?]
  /// Why the row has no answer; nil where it has one.
  public let error: RowError?
  /// The texts of a row without answer, as the table has them.
  private let texts: (from: String?, to: String?)

  init(
    _ origin: MatrixPoint, _ destinations: [MatrixPoint], _ cells: [TravelMatrix.Cell?],
    gaps: [Bilingual?]
  ) {
    self.gaps = gaps
    self.origin = origin
    self.destinations = destinations
    self.cells = cells
    error = nil
    texts = (nil, nil)
  }

  init(
    from: String?, to: String?, destinations: [MatrixPoint], cells: [TravelMatrix.Cell?],
    error: RowError
  ) {
    origin = nil
    self.destinations = destinations
    self.cells = cells
    gaps = []
    self.error = error
    texts = (from, to)
  }

  /// Whether any way was found.
  public var isFound: Bool { cells.contains { $0 != nil } }

  /// The row for programs; see docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue {
    if let error {
      return .object([
        "from": texts.from.map { .string($0) }, "to": texts.to.map { .string($0) },
        "line": .integer(error.line),
        "error": .string(style.language(error.text)),
      ])
    }
    return .object([
      "from": origin.map { .string($0.id) },
      "name": origin.map { .string($0.name) },
      "place": origin?.place.map { .string($0) },
      "to": .array(
        destinations.indices.map { index in
          let (destination, cell) = (destinations[index], cells[index])
          return .object([
            "id": .string(destination.id),
            "name": .string(destination.name),
            "place": destination.place.map { .string($0) },
            "minutes": cell.map { .number($0.minutes, decimals: 3) } ?? .null,
            "km": cell.map { .number($0.kilometres, decimals: 3) } ?? .null,
            "error": gap(index).map { .string(style.language($0)) },
          ])
        }),
    ])
  }

  /// A line for each destination; a row without answer has empty numbers, and says why.
  public func cells(_ style: AnswerStyle) -> [[String]] {
    if let error {
      let text = style.language(error.text)
      return [[texts.from ?? "", texts.to ?? "", "", "", "", "", "", "", text]]
    }
    return destinations.indices.map { index in
      let (destination, cell) = (destinations[index], cells[index])
      return [
        origin?.id ?? "", destination.id, cell.map { style.csv.number($0.minutes, 3) } ?? "",
        cell.map { style.csv.number($0.kilometres, 3) } ?? "", origin?.name ?? "",
        destination.name, origin?.place ?? "", destination.place ?? "",
        gap(index).map { style.language($0) } ?? "",
      ]
    }
  }

  private func gap(_ destination: Int) -> Bilingual? {
    gaps.indices.contains(destination) ? gaps[destination] : nil
  }
}
