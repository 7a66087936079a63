public import Facts
public import HealthNetwork
import TravelNetwork

/// Asks how complete and how sure the data of a network is.
public struct CheckQuestion: Question {
  /// "check".
  public static let name = "check"

  /// When: what has ended by then, which geography is in force.
  public var at: Instant
  /// The topics whose warnings are wanted; none for those of all.
  public var topics: [NetworkReview.Topic]
  /// Whether text lists every warning, not only the first of each topic.
  public var isWhole: Bool
  /// Whether each province and facility is graded.
  public var grades: Bool
  /// How many days ago a statement may have been asserted, where facilities are graded.
  public var staleAfter: Int
  /// The id of the vehicle whose ways are looked at; nil to look at none.
  public var vehicle: String?
  /// The prefix of the paths of documents: the path of the network as it was given.
  public var path = ""

  /// Creates a question.
  ///
  /// - Parameters:
  ///   - at: When.
  ///   - topics: The topics whose warnings are wanted; none for those of all.
  ///   - isWhole: Whether text lists every warning.
  ///   - grades: Whether each province and facility is graded.
  ///   - staleAfter: How many days ago a statement may have been asserted.
  ///   - vehicle: The id of the vehicle whose ways are looked at; nil to look at none.
  public init(
    at: Instant, topics: [NetworkReview.Topic] = [], isWhole: Bool = false, grades: Bool = false,
    staleAfter: Int = 730, vehicle: String? = "ambulance"
  ) {
    self.at = at
    self.topics = topics
    self.isWhole = isWhole
    self.grades = grades
    self.staleAfter = staleAfter
    self.vehicle = vehicle
  }

  /// Understands the fields `at`, `topic`, `all`, `grade`, `staleAfter` and `vehicle`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    self.init(at: try reader.instant())
    for text in reader.texts("topic") {
      topics.append(try FieldReader.choice(text, of: "topic"))
    }
    isWhole = try reader.flag("all")
    grades = try reader.flag("grade")
    if !grades { try reader.refuse(["staleAfter"], without: "grade") }
    staleAfter = try reader.integer("staleAfter", in: 0...1_000_000) ?? staleAfter
    if session.network.travel.vehicles.isEmpty {
      try reader.refuseTravel(["vehicle"])
      vehicle = nil
    } else {
      vehicle = try reader.vehicle().id
    }
    try reader.finish()
  }

  /// Reviews the network.
  public func answer(in session: NetworkSession) -> CheckAnswer {
    let review = NetworkReview(of: session.network, at: at, vehicle: vehicle)
    let quality =
      grades ? QualityGrade(of: session.network, at: at, staleAfterDays: staleAfter) : nil
    return CheckAnswer([
      CheckAnswer.Entry(
        path: path, isWhole: isWhole,
        content: CheckAnswer.Content(
          session: session, review: review, quality: quality, topics: Set(topics)))
    ])
  }
}
