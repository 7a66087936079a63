public import Formats
public import TravelNetwork

/// The row of an origin: minutes and kilometres to each destination.
public struct MatrixRow: AnswerRow {
  /// The titles of the separated values.
  public static let titles = ["from", "to", "minutes", "km"]

  /// The origin; nil where the row has no answer.
  public let origin: MatrixPoint?
  /// The destinations.
  public let destinations: [MatrixPoint]
  /// A cell for each destination; nil where no way leads.
  public let cells: [TravelMatrix.Cell?]
  /// Why the row has no answer; nil where it has one.
  public let error: RowError?
  /// The texts of a row without answer, as the table has them.
  private let texts: (from: String?, to: String?)

  init(_ origin: MatrixPoint, _ destinations: [MatrixPoint], _ cells: [TravelMatrix.Cell?]) {
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
    self.error = error
    texts = (from, to)
  }

  /// Whether any way was found.
  public var isFound: Bool { cells.contains { $0 != nil } }

  /// The row for programs; see docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue {
    if let error {
      return .object([
        "from": texts.from.map { .string($0) }, "line": .integer(error.line),
        "error": .string(style.language(error.text)),
      ])
    }
    return .object([
      "from": origin.map { .string($0.id) },
      "name": origin.map { .string($0.name) },
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

  /// A line for each destination; a row without answer has empty numbers.
  public func cells(_ style: AnswerStyle) -> [[String]] {
    if error != nil { return [[texts.from ?? "", texts.to ?? "", "", ""]] }
    return zip(destinations, cells).map { destination, cell in
      [
        origin?.id ?? "", destination.id, cell.map { style.csv.number($0.minutes, 3) } ?? "",
        cell.map { style.csv.number($0.kilometres, 3) } ?? "",
      ]
    }
  }
}
