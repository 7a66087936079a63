public import Facts
import HealthNetwork
import TravelNetwork

/// Asks which bridges, ferries, boat lines and flights there are.
public struct CrossingsQuestion: Question {
  /// "crossings".
  public static let name = "crossings"

  /// A name, or its beginning; nil for all crossings.
  public var text: String?
  /// How many are listed at most; nil for all.
  public var limit: Int?
  /// The instant asked about: which of them are in use on its day.
  public var at: Instant

  /// Creates a question.
  ///
  /// - Parameters:
  ///   - text: A name, or its beginning; nil for all crossings.
  ///   - limit: How many are listed at most; nil for all.
  ///   - at: The instant asked about.
  public init(_ text: String? = nil, limit: Int? = nil, at: Instant) {
    self.text = text
    self.limit = limit
    self.at = at
  }

  /// Understands the fields `text`, `limit` and `at`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    self.init(
      try reader.text("text"), limit: try reader.integer("limit", in: FieldReader.rows),
      at: try reader.instant())
    try reader.finish()
  }

  /// Lists the crossings.
  public func answer(in session: NetworkSession) -> CrossingsAnswer {
    let found = session.network.travel.crossings(matching: text)
    let links = found.prefix(limit ?? found.count).map { session.network.travel.links[$0] }
    let ids = Set(links.map(\.id))
    return CrossingsAnswer(
      question: self, links: links,
      observations: session.network.records.observations.map(\.record).filter { observation in
        observation.subject.map(ids.contains) == true
      }, network: session.network)
  }
}
