public import Facts
import Formats
import HealthNetwork
import TravelNetwork

/// Asks which places, facilities and other records bear a name, or have words in their texts.
public struct SearchQuestion: Question {
  /// "search".
  public static let name = "search"

  /// The text that is searched for.
  public enum Kind: String, CaseIterable, Sendable {
    /// Administrative places.
    case place
    /// Facilities.
    case facility
    /// Everything else: agreements, programmes, techniques, trainings, figures, rules, observations.
    case record
  }

  /// A name, and after commas where it lies.
  public var text: String
  /// The text that is searched for; nil for all.
  public var kind: Kind?
  /// How many are listed at most.
  public var limit: Int
  /// The instant asked about: units in force on its day come first.
  public var at: Instant

  /// Creates a question.
  ///
  /// - Parameters:
  ///   - text: A name, and after commas where it lies.
  ///   - kind: The text that is searched for; nil for all.
  ///   - limit: How many are listed at most.
  ///   - at: The instant asked about.
  public init(_ text: String, kind: Kind? = nil, limit: Int = 20, at: Instant) {
    self.text = text
    self.kind = kind
    self.limit = limit
    self.at = at
  }

  /// Understands the fields `text`, `kind`, `limit` and `at`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    self.init(try reader.required("text"), at: try reader.instant())
    kind = try reader.choice("kind")
    limit = try reader.integer("limit", in: FieldReader.rows) ?? limit
    try reader.finish()
  }

  /// Searches the names of the network.
  public func answer(in session: NetworkSession) -> SearchAnswer {
    let matches = NameSearch(session.network, on: at.day).matches(text, limit: Int.max)
      .filter { match in
        switch match.subject {
        case .place: kind == nil || kind == .place
        case .facility: kind == nil || kind == .facility
        }
      }
    let records =
      kind == nil || kind == .record ? RecordSearch.matches(text, in: session.network) : []
    return SearchAnswer(
      question: self, session: session, matches: Array(matches.prefix(limit)),
      records: Array(records.prefix(max(0, limit - matches.count))))
  }
}
