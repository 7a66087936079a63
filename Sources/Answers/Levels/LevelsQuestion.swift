public import Facts
import Formats
public import HealthNetwork
import Planning
import Referral
public import TravelNetwork

/// On which level of care each facility stands, and whom the next level would help.
///
///     var question = LevelsQuestion(at: instant, scheme: "gso-2025")
///     question.ladders = ["emonc"]
///     let answer = try session.answer(question)
public struct LevelsQuestion: Question {
  /// The name of the question.
  public static let name = "levels"

  /// The instant asked about.
  public var at: Instant
  /// The geography whose people are counted.
  public var scheme: String
  /// Ids of ladders; empty for all that are in force.
  public var ladders: [String] = []
  /// The place whose facilities are wanted; nil for the whole network.
  public var place: Place?
  /// Minutes within which a level counts, in place of the access standards.
  public var withinMinutes: Double?
  /// Statements less sure than this do not count.
  public var minimumConfidence = Confidence.medium
  /// For which vehicle, in which weather and without which links people travel; nil where it is not
  /// asked whom the next level would help.
  public var conditions: TravelConditions?
  /// Whether tables have every row, and facilities of which nothing is said.
  public var showsAllRows = false

  /// Creates a question about all ladders and facilities.
  ///
  /// - Parameters:
  ///   - at: The instant asked about.
  ///   - scheme: The geography whose people are counted.
  ///   - conditions: How people travel; nil where it is not asked whom the next level would help.
  public init(at: Instant, scheme: String, conditions: TravelConditions? = nil) {
    self.at = at
    self.scheme = scheme
    self.conditions = conditions
  }

  /// Understands the fields of a question.
  ///
  /// - Throws: `QuestionError` with the first field that is wrong.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    let network = session.network
    let at = try reader.instant()
    let ladders = reader.texts("ladder")
    _ = try LevelsQuestion.ladders(ladders, in: network, on: at.day)
    self.init(at: at, scheme: try reader.scheme(on: at.day))
    self.ladders = ladders
    if let under = try reader.text("under") {
      place = try FieldReader.place(under, of: "under", in: network, scheme: scheme, on: at.day)
    }
    minimumConfidence = try reader.choice("minConfidence") ?? minimumConfidence
    showsAllRows = try reader.flag("all")
    let ways = ["within", "vehicle", "weather", "avoid"]
    if !network.hasTravel {
      try reader.refuseTravel(ways)
      _ = try reader.flag("noGains")
    } else if try reader.flag("noGains") {
      try reader.refuse(
        ways, as: "noGains",
        Bilingual(
          "chỉ dùng để tính ai được lợi từ bậc sau, mà điều đó không được hỏi",
          "it says whom the next level would help, which is not asked"))
    } else {
      withinMinutes = try reader.number("within", in: 0...100_000, excludesLeast: true)
      conditions = try reader.conditions(at: at)
    }
    try reader.finish()
  }

  /// The ladders in force that are meant.
  private static func ladders(
    _ ids: [String], in network: Network, on day: Day
  ) throws(QuestionError) -> [Ladder] {
    let known = network.records.ladders.map(\.record)
    guard !known.isEmpty else {
      let id = network.header.id
      throw QuestionError(
        field: "ladder", value: ids.first,
        .unsupported(
          Bilingual(
            "mạng lưới \"\(id)\" không có thang chăm sóc nào; docs/support.md nói cách viết",
            "network \"\(id)\" holds no ladder of care; docs/support.md says how to write one")))
    }
    for id in ids where !known.contains(where: { $0.id == id }) {
      throw QuestionError(
        field: "ladder", value: id, .unknown,
        choices: known.map { .init($0.id, name: $0.name) })
    }
    return known.filter {
      (ids.isEmpty || ids.contains($0.id)) && $0.period.standing(on: day) == .inForce
    }
  }

  /// Derives the levels.
  ///
  /// - Throws: `QuestionError` where the geography has no figures of people.
  public func answer(in session: NetworkSession) throws(QuestionError) -> LevelsAnswer {
    let network = session.network
    let ladders = try LevelsQuestion.ladders(self.ladders, in: network, on: at.day)
    var travel: (demand: Demand, prepared: PlanningNetwork)?
    if let conditions {
      travel = (
        try demand(in: network), PlanningNetwork(network, session.prepared.networks, conditions)
      )
    }
    let register = PracticeRegister(network, on: at.day, minimumConfidence: minimumConfidence)
    let facilities = place.map { Set(network.facilities(in: $0)) }
    return LevelsAnswer(
      question: self, session: session, demand: travel?.demand,
      studies: ladders.map {
        LadderStudy(
          $0, register, facilities: facilities, includesUnknown: showsAllRows,
          within: withinMinutes, travel: travel)
      })
  }

  private func demand(in network: Network) throws(QuestionError) -> Demand {
    do throws(PlanningError) {
      return try Demand(network, scheme: scheme)
    } catch {
      throw QuestionError(error)
    }
  }
}
