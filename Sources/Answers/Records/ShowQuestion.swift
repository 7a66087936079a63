public import Facts
import Formats
import HealthNetwork
import TravelNetwork

/// Everything that is known of one facility, place, agreement, link or other record.
public struct ShowQuestion: Question {
  /// "show".
  public static let name = "show"

  /// The id of a record, scheme:code of a place, or a name.
  public var id: String
  /// The instant asked about.
  public var at: Instant

  /// Creates a question.
  ///
  /// - Parameters:
  ///   - id: The id of a record, scheme:code of a place, or a name.
  ///   - at: The instant asked about.
  public init(_ id: String, at: Instant) {
    self.id = id
    self.at = at
  }

  /// Understands the fields `id` and `at`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    self.init(try reader.required("id"), at: try reader.instant())
    try reader.finish()
  }

  /// Gathers what is known of the record.
  ///
  /// - Throws: `QuestionError` when the id means nothing, or several things.
  public func answer(in session: NetworkSession) throws(QuestionError) -> ShowAnswer {
    let network = session.network
    var dossier = Dossier(of: id, in: network)
    var key = id
    if dossier.isEmpty {
      key = try self.key(in: network)
      dossier = Dossier(of: key, in: network)
    }
    return ShowAnswer(
      session: session, dossier: dossier, at: at,
      live: network.facilityIndex(of: key).flatMap { StatusReport(network, facility: $0, at: at) })
  }

  /// The key of the record that has the name.
  private func key(in network: Network) throws(QuestionError) -> String {
    let finder = LocationFinder(network, on: at.day)
    let things = finder.things(named: id)
    guard let first = things.first else { return try link(in: network) }
    if things.count > 1 {
      // A town stands for the district around it, as it does for an origin.
      if case .found(let location) = finder.location(id), let key = location.id { return key }
      throw QuestionError(
        field: "id", value: id, .ambiguous, choices: things.map { network.choice($0) })
    }
    switch first {
    case .place(let index): return network.place(index).reference
    case .facility(let index): return network.facility(index).id
    }
  }

  /// Things whose names hold the words, or are spelt nearly so.
  private func near(_ text: String, in network: Network) -> [QuestionError.Choice] {
    guard case .notFound(_, let near) = LocationFinder(network, on: at.day).location(text) else {
      return []
    }
    return near.map { network.choice($0.subject) }
  }

  /// The id of the bridge or ferry that has the name.
  private func link(in network: Network) throws(QuestionError) -> String {
    let links = network.travel.crossings(matching: id).map { network.travel.links[$0] }
    guard let link = links.first else {
      throw QuestionError(
        field: "id", value: id,
        .notFound(
          Bilingual(
            "không có gì mang mã hoặc tên \"\(id)\"", "nothing has the id or name \"\(id)\"")),
        choices: near(id, in: network))
    }
    guard links.count == 1 else {
      throw QuestionError(
        field: "id", value: id, .ambiguous,
        choices: links.map { .init($0.id, name: $0.crossing ?? $0.name) })
    }
    return link.id
  }
}
