import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// The fields that all questions about patients have in common: one function from fields to a query.
extension FieldReader {
  /// The need that the field `need` names; it must be there.
  mutating func need() throws(QuestionError) -> Need {
    guard let text = try text("need"), !text.isEmpty else {
      let specialties = network.vocabulary.specialties.values.sorted { $0.code < $1.code }
      throw QuestionError(
        field: "need", .missing,
        choices: specialties.map { .init($0.code, name: $0.name, nameEn: $0.nameEn) })
    }
    return try FieldReader.need(text, in: network)
  }

  /// The location that the field `from` names; it must be there.
  mutating func origin(on day: Day) throws(QuestionError) -> Location {
    try FieldReader.location(try required("from"), in: session, on: day)
  }

  /// What is asked of a referral; a field that is not given leaves the query's own default.
  ///
  /// - Parameters:
  ///   - need: What the patient needs; `Need.unstated` for rows that each state their own.
  ///   - at: When the patient leaves.
  /// - Returns: The query.
  /// - Throws: `QuestionError` with the first field that is wrong.
  mutating func referralQuery(need: Need, at: Instant) throws(QuestionError) -> ReferralQuery {
    var query = ReferralQuery(need: need, at: at, vehicle: try vehicle())
    query.count = try integer("k", in: 1...1_000) ?? query.count
    query.minimumConfidence = try choice("minConfidence") ?? query.minimumConfidence
    query.minimumProbability =
      try number("minProbability", in: 0...1) ?? query.minimumProbability
    query.avoided = try avoided()
    query.weather = try weather()
    query.age = try age()
    query.sex = try choice("sex")
    query.onset = try onset(before: at)
    query.doorToTreatment = try number("doorToTreatment", in: 0...1_440)
    query.maximumMinutes = try number("within", in: 0...1_000_000, excludesLeast: true)
    query.maximumKilometres = try number("withinKm", in: 0...1_000_000, excludesLeast: true)
    query.minimumLevel = try choice("minLevel")
    query.highestTier = try integer("highestTier", in: 1...4)
    query.bedType = try bedType()
    query.severity = try severity()
    return query
  }

  /// The patient's age in full years; nil where it is not said.
  mutating func age() throws(QuestionError) -> Int? {
    try integer("age", in: 0...130)
  }

  /// When the illness began; nil where it is not said.
  mutating func onset(before at: Instant) throws(QuestionError) -> Instant? {
    guard let text = try text("onset") else { return nil }
    return try FieldReader.onset(text, before: at)
  }

  /// When the illness began; a clock alone means the last time it read that before the departure.
  static func onset(
    _ text: String, of name: String = "onset", before at: Instant
  ) throws(QuestionError) -> Instant {
    let instant = try FieldReader.instant(text, of: name, now: at)
    if instant <= at { return instant }
    guard isClock(text) else {
      throw QuestionError(
        field: name, value: text,
        .outOfBounds(
          Bilingual(
            "không sau lúc khởi hành \(Language.vi.moment(at))",
            "no later than the departure, \(at)")))
    }
    return instant.advanced(bySeconds: -86_400)
  }
}
