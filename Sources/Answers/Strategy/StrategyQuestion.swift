public import Facts
import Formats
public import HealthNetwork
public import Referral

/// Asks whether to go directly to definitive care, or by a first stop that starts treatment.
public struct StrategyQuestion: Question {
  /// The name of the question.
  public static let name = "strategy"

  /// Where the patient is.
  public var origin: Location
  /// Everything else that is asked of a referral.
  public var query: ReferralQuery
  /// The pathway, its stay in the first hospital, and the rule that decides.
  public var plan: PathwayPlan
  /// Which ways are looked at.
  public var strategy: Strategy
  /// Whether the answer lists every facility that was passed over, and what its numbers rest on.
  public var explains: Bool

  /// Creates a question.
  public init(
    from origin: Location, _ query: ReferralQuery, along plan: PathwayPlan,
    by strategy: Strategy = .compare, explains: Bool = false
  ) {
    self.origin = origin
    self.query = query
    self.plan = plan
    self.strategy = strategy
    self.explains = explains
  }

  /// Understands the fields of a route question but `card`, and `strategy` (direct, via, compare),
  /// `rule` and `dwell`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var fields = FieldReader(fields, in: session, now: now)
    strategy = try fields.choice("strategy") ?? .compare
    query = try fields.referralQuery(need: try fields.need(), at: try fields.instant())
    let rule = try fields.text("rule")
    let dwell: DwellChoice? = try fields.choice("dwell")
    guard rule == nil || strategy == .compare else {
      throw QuestionError(
        field: "rule", value: rule,
        .unsupported(
          Bilingual(
            "quy tắc chọn giữa hai đường, chỉ dùng khi so sánh (compare)",
            "it decides between both ways, which only strategy compare looks at")))
    }
    plan = try StrategyQuestion.plan(for: query, in: session.network, dwell, rule)
    origin = try fields.origin(on: query.at.day)
    explains = try fields.flag("explain")
    try fields.finish()
  }

  private static func plan(
    for query: ReferralQuery, in network: Network, _ dwell: DwellChoice?, _ rule: String?
  ) throws(QuestionError) -> PathwayPlan {
    do throws(StrategyError) {
      return try PathwayPlan(
        for: query.need, in: network, dwell: dwell, rule: rule,
        doorToTreatment: query.doorToTreatment)
    } catch {
      switch error {
      case .noPathway(let need, let known):
        let list = known.joined(separator: ", ")
        throw QuestionError(
          field: "need", value: need.capability,
          .unsupported(
            Bilingual(
              "không có lộ trình nào của mạng lưới dẫn đến \(need.capability); có: \(list)",
              "no pathway of this network leads to \(need.capability); there are: \(list)")))
      case .noRule(let rule, _, let known):
        throw QuestionError(
          field: "rule", value: rule, .unknown, choices: known.map { .init($0) })
      case .noDwell(let dwell, _, let known):
        throw QuestionError(
          field: "dwell", value: dwell.rawValue, .unknown,
          choices: known.map { .init($0.rawValue) })
      }
    }
  }

  /// Looks for the ways.
  ///
  /// - Throws: `QuestionError` of the field `from` where no way begins there.
  public func answer(in session: NetworkSession) throws(QuestionError) -> PathwayAnswer {
    var search = StrategySearch(session.prepared, query, plan)
    let found = search.answer(from: ReferralOrigin(origin), by: strategy)
    guard found.access != nil else {
      throw QuestionError(unreachable: origin, by: query.vehicle, in: session.network)
    }
    return PathwayAnswer(
      question: self, query: search.query, firstQuery: search.firstQuery, found: found,
      session: session)
  }
}
