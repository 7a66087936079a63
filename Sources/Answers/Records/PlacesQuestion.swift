public import Facts
import Formats
public import HealthNetwork

/// Asks which administrative places there are, with which populations.
public struct PlacesQuestion: Question {
  /// "places".
  public static let name = "places"

  /// The administrative geography.
  public var scheme: String
  /// The level of the places; nil for all.
  public var level: Place.Level?
  /// The place in which they lie; nil for everywhere.
  public var under: Place?

  /// Creates a question.
  ///
  /// - Parameters:
  ///   - scheme: The id of the administrative geography.
  ///   - level: The level of the places; nil for all.
  ///   - under: The place in which they lie, itself left out; nil for everywhere.
  public init(scheme: String, level: Place.Level? = nil, under: Place? = nil) {
    self.scheme = scheme
    self.level = level
    self.under = under
  }

  /// Understands the fields `scheme` (default: the one in force), `level`, `under` and `at`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    let day = try reader.instant().day
    self.init(scheme: try reader.scheme(on: day), level: try reader.choice("level"))
    if let text = try reader.text("under") {
      let place = try FieldReader.place(
        text, of: "under", in: session.network, scheme: scheme, on: day)
      guard place.scheme == scheme else {
        throw QuestionError(
          field: "under", value: text,
          .notFound(
            Bilingual(
              "\"\(text)\" là nơi của \(place.scheme), không phải của \(scheme)",
              "\"\(text)\" is a place of \(place.scheme), not of \(scheme)")))
      }
      under = place
    }
    try reader.finish()
  }

  /// Lists the places.
  public func answer(in session: NetworkSession) -> PlacesAnswer {
    let network = session.network
    let places = network.records.places.map(\.record).filter { place in
      guard place.scheme == scheme, level == nil || place.level == level else { return false }
      guard let under else { return true }
      return place.reference != under.reference && network.place(place, liesIn: under)
    }
    return PlacesAnswer(places: places, session: session)
  }
}
