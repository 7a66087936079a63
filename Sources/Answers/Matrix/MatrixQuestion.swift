public import Facts
public import Formats
import HealthNetwork
public import Referral
public import TravelNetwork

/// Minutes and kilometres between origins and destinations, or for pairs of both.
///
///     let question = try MatrixQuestion(
///       ["from": "Cái Nước, Cà Mau", "toNeed": "stroke"], in: session, now: now)
///     var rows = try question.rows(in: session)
///     while let row = try rows.next() { row.cells }
///
/// Minutes are typical ones from door to door; no cell stands where no way leads.
public struct MatrixQuestion: Sendable {
  /// Tables of places that come with a question.
  public struct Tables: Hashable, Sendable {
    /// More origins: a column "from" or "id", or "lat" and "lon".
    public var origins: TableSource?
    /// More destinations, with the same columns.
    public var destinations: TableSource?
    /// Pairs, instead of origins and destinations: columns "from" and "to".
    public var pairs: TableSource?

    /// Names tables.
    public init(
      origins: TableSource? = nil, destinations: TableSource? = nil, pairs: TableSource? = nil
    ) {
      self.origins = origins
      self.destinations = destinations
      self.pairs = pairs
    }
  }

  /// The name of the question.
  public static let name = "matrix"

  /// The origins.
  public var origins: [MatrixPoint] = []
  /// The destinations.
  public var destinations: [MatrixPoint] = []
  /// The need that further destinations are able to serve, whatever the hour of arrival.
  public var need: Need?
  /// The least confidence of statements about those destinations.
  public var minimumConfidence = Confidence.medium
  /// The vehicle, the departure, the weather, and links that are out of use.
  public var conditions: TravelConditions
  /// Tables of further places.
  public var tables: Tables

  /// Creates a question.
  public init(
    from origins: [MatrixPoint] = [], to destinations: [MatrixPoint] = [],
    conditions: TravelConditions, tables: Tables = Tables()
  ) {
    self.origins = origins
    self.destinations = destinations
    self.conditions = conditions
    self.tables = tables
  }

  /// Understands the fields `from` and `to` (any number of each), `toNeed`, `minConfidence`, `at`,
  /// `vehicle`, `weather` and `avoid`.
  ///
  /// - Parameters:
  ///   - fields: The fields.
  ///   - tables: The tables that come with them, in the fields `fromFile`, `toFile` and `file` of messages.
  ///   - session: The network.
  ///   - now: The present.
  /// - Throws: `QuestionError` with the first field that is wrong.
  public init(
    _ fields: QuestionFields, tables: Tables = Tables(), in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    let (from, to) = (reader.texts("from"), reader.texts("to"))
    let need = try reader.text("toNeed")
    if need == nil { try reader.refuse(["minConfidence"], without: "toNeed") }
    let confidence = try reader.choice("minConfidence", Confidence.self)
    let at = try reader.instant()
    self.init(conditions: try reader.conditions(at: at), tables: tables)
    try reader.finish()
    try MatrixQuestion.check(
      hasOrigins: !from.isEmpty || tables.origins != nil,
      hasDestinations: !to.isEmpty || tables.destinations != nil || need != nil, tables)
    if let confidence { minimumConfidence = confidence }
    for text in from {
      let location = try FieldReader.location(text, of: "from", in: session, on: at.day)
      origins.append(MatrixPoint(location, label: nil, text: text))
    }
    for text in to {
      let location = try FieldReader.location(text, of: "to", in: session, on: at.day)
      destinations.append(MatrixPoint(location, label: nil, text: text))
    }
    if let need {
      self.need = try FieldReader.need(need, of: "toNeed", in: session.network)
    }
  }

  private static func check(
    hasOrigins: Bool, hasDestinations: Bool, _ tables: Tables
  ) throws(QuestionError) {
    if tables.pairs != nil {
      guard !hasOrigins && !hasDestinations else {
        throw QuestionError(
          field: "file", .conflict(with: ["from", "fromFile", "to", "toFile", "toNeed"]))
      }
      return
    }
    guard hasOrigins else {
      throw QuestionError(field: "from", .missing, choices: ["fromFile", "file"].map { .init($0) })
    }
    guard hasDestinations else {
      throw QuestionError(
        field: "to", .missing, choices: ["toFile", "toNeed", "file"].map { .init($0) })
    }
  }

  /// The answer, row by row.
  ///
  /// - Throws: `AnswerError` when a table has not the columns it needs, or a destination of a table is
  ///   wrong; an origin or a pair that is wrong is a row without answer.
  public func rows(in session: NetworkSession) throws(AnswerError) -> MatrixRows {
    try MatrixRows(self, session)
  }
}
