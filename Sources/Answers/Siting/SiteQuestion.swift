public import Facts
public import Formats
public import HealthNetwork
public import Planning
import Referral
import TravelNetwork

/// Where to build, upgrade or send rotations, so that a budget reaches the most.
///
///     var question = SiteQuestion(SitingQuestion(query: query), scheme: "gso-2025", in: network)
///     question.siting.budget = 5
///     let answer = try session.answer(question)
///
/// Candidates may also be rows of a table: see `answer(in:candidates:)`.
public struct SiteQuestion: Question {
  /// The name of the question.
  public static let name = "site"

  /// What for, what may be done, and what counts as good.
  public var siting: SitingQuestion
  /// Minutes from door to door within which people are covered, and who says so.
  public var threshold: AccessThreshold
  /// The geography whose communes count.
  public var scheme: String
  /// The reference of the unit whose people alone count; nil for all of the geography.
  public var under: String?
  /// Which figures count; nil for those of the census.
  public var basis: Population.Basis?
  /// The age group counted.
  public var group = AgeGroup.everyone
  /// Which facilities may be chosen; nil for the usual ones of each action.
  public var rule: CandidateRule?

  /// Creates a question; its threshold is the standard of the need.
  ///
  /// - Parameters:
  ///   - siting: What for, what may be done, and what counts as good.
  ///   - scheme: The geography whose communes count.
  ///   - network: The network of which is asked.
  public init(_ siting: SitingQuestion, scheme: String, in network: Network) {
    self.siting = siting
    self.scheme = scheme
    threshold = AccessThreshold(for: siting.query.need, in: network)
  }

  /// Understands the fields of a question.
  ///
  /// - Throws: `QuestionError` with the first field that is wrong.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    let network = session.network
    let need = try reader.need()
    let at = try reader.instant()
    var query = ReferralQuery(need: need, at: at, vehicle: try reader.vehicle())
    query.minimumConfidence = try reader.choice("minConfidence") ?? .medium
    query.avoided = try reader.avoided()
    query.weather = try reader.weather()
    self.init(
      try reader.siting(query), scheme: try reader.scheme(on: at.day), in: network)
    if let minutes = try reader.number("threshold", in: 0...10_080, excludesLeast: true) {
      threshold = AccessThreshold(minutes: minutes)
    }
    if let under = try reader.text("under") {
      self.under = try FieldReader.place(
        under, of: "under", in: network, scheme: scheme, on: at.day
      ).reference
    }
    basis = try reader.choice("basis")
    group = try reader.ageGroup() ?? group
    if let text = try reader.text("candidates") {
      rule = try SiteQuestion.rule(text)
    }
    try reader.refuseUnread(by: siting)
    try reader.finish()
    do throws(SitingError) {
      try asked.validate()
    } catch {
      throw QuestionError(error)
    }
  }

  /// The question of siting, with its threshold.
  private var asked: SitingQuestion {
    var question = siting
    question.thresholdMinutes = threshold.minutes
    return question
  }

  /// The kinds and tiers that a text names.
  private static func rule(_ text: String) throws(QuestionError) -> CandidateRule {
    if let rule = CandidateRule(text) { return rule }
    let tiers = (1...4).map { "tier:\($0)" }
    throw QuestionError(
      field: "candidates", value: text, .unknown,
      choices: (tiers + Facility.Kind.allCases.map(\.rawValue)).map { .init($0) })
  }

  /// Chooses sites among the candidates of the rules.
  public func answer(in session: NetworkSession) throws(QuestionError) -> SiteAnswer {
    let question = asked
    let demand = try demand(in: session.network)
    let prepared = PlanningNetwork(
      session.network, session.prepared.networks, question.query.conditions)
    let candidates = question.candidates(on: prepared, demand: demand, rule: rule)
    return try answer(question, demand, prepared, candidates, in: session)
  }

  /// Chooses sites among those that a table lists.
  ///
  /// Its columns are `place` (or `id`, or `lat` and `lon`), and `action` and `cost`, which may be left
  /// out.
  ///
  /// - Throws: `AnswerError` with every row that is wrong; then none counts.
  public func answer(
    in session: NetworkSession, candidates table: TableSource
  ) throws(AnswerError) -> SiteAnswer {
    let question = asked
    guard !question.wantsReady else {
      throw .question(
        QuestionError(
          field: "ready",
          .excluded(
            by: ["candidates"],
            Bilingual(
              "bảng ứng viên đã nêu từng nơi, nên không lọc thêm",
              "the table of candidates names each place, so nothing is left to narrow"))))
    }
    let candidates: CandidateTable
    do throws(QuestionError) {
      let demand = try demand(in: session.network)
      let prepared = PlanningNetwork(
        session.network, session.prepared.networks, question.query.conditions)
      candidates = CandidateTable(question, demand, on: prepared, in: session)
    } catch {
      throw .question(error)
    }
    let sites = try candidates.sites(of: table)
    do throws(QuestionError) {
      return try answer(question, candidates.demand, candidates.prepared, sites, in: session)
    } catch {
      throw .question(error)
    }
  }

  private func answer(
    _ question: SitingQuestion, _ demand: Demand, _ prepared: PlanningNetwork,
    _ candidates: [SiteCandidate], in session: NetworkSession
  ) throws(QuestionError) -> SiteAnswer {
    do throws(SitingError) {
      let siting = try Siting(question, on: prepared, demand, candidates)
      return SiteAnswer(
        question: self, session: session, siting: siting, answer: siting.answer())
    } catch {
      throw QuestionError(error)
    }
  }

  private func demand(in network: Network) throws(QuestionError) -> Demand {
    var scope = PlanningScope(at: siting.query.at)
    scope.scheme = scheme
    scope.under = under
    scope.basis = basis
    return try scope.demand(in: network, group: group)
  }
}
