public import Facts
import Formats
import HealthNetwork
public import Planning
import Referral
import TravelNetwork

/// All of planning at once: access, gaps, losses, fairness, support, levels and the quality of the
/// data, as one page with its pictures and tables.
///
///     let question = try ReportQuestion(["need": "stroke", "parts": "gaps"], in: session, now: now)
///     try session.answer(question).files(AnswerStyle(.en)).first?.name   // "index.html"
public struct ReportQuestion: Question {
  /// A part that can be left out; maps, curves and tables of provinces are always there.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    /// The largest gaps, and what would close them.
    case gaps
    /// The worst losses of facilities, bridges and ferries.
    case loss
    /// How evenly access is spread.
    case fairness
    /// Who supports whom.
    case support
    /// The levels of care of facilities.
    case levels
    /// How far the data can be trusted.
    case quality
  }

  /// The question's name.
  public static let name = "report"

  /// When, how people travel, and whose communes and which figures count.
  public var scope: PlanningScope
  /// The needs, and how near is near enough for each.
  public var needs: [PlannedNeed]
  /// The ages counted beside everybody; nil for those that the vocabulary names for each specialty.
  public var group: AgeGroup?
  /// The parts.
  public var parts = Set(Part.allCases)
  /// The most gaps of each need.
  public var gaps = 15
  /// The most losses of each kind.
  public var top = 10
  /// The fields by which the same report is asked for again, whenever that is.
  private(set) var fields: QuestionFields

  /// Asks for a report of needs.
  ///
  /// - Parameters:
  ///   - needs: The needs, and how near is near enough for each.
  ///   - scope: When, how people travel, and whose communes and which figures count.
  public init(_ needs: [PlannedNeed], _ scope: PlanningScope) {
    self.needs = needs
    self.scope = scope
    fields = ["at": "\(scope.at)"]
    fields.add("need", needs.map(\.need.capability))
  }

  /// Values that need not be given.
  private static let defaults = [
    "vehicle": "ambulance", "weather": "normal", "minConfidence": "medium", "gaps": "15",
    "top": "10",
  ]

  /// Why the number of rows of a part is refused.
  private static let noPart = Bilingual(
    "báo cáo không có phần này", "the part is left out of the report")

  /// Understands the fields of a question: those of `PlanningScope`, `need`, `threshold`, `group`,
  /// `parts` (with commas between, or none), a flag such as `noLoss` for each part to leave out,
  /// `gaps` and `top`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    if session.network.hasTravel || !fields["need"].isEmpty {
      let scope = try reader.planningScope()
      self.init(try reader.plannedNeeds(), scope)
    } else {
      // Who supports whom and how good the data are needs no road; nothing else can be asked.
      try reader.refuseTravel([
        "vehicle", "avoid", "weather", "basis", "under", "threshold", "group", "gaps", "top",
      ])
      var scope = PlanningScope(at: try reader.instant())
      scope.scheme = try reader.scheme(on: scope.at.day)
      scope.minimumConfidence = try reader.choice("minConfidence") ?? .medium
      self.init([], scope)
    }
    group = try reader.ageGroup()
    if let text = try reader.text("parts") { parts = try ReportQuestion.parts(text) }
    for part in Part.allCases {
      let code = part.rawValue
      if try reader.flag("no" + code.prefix(1).uppercased() + code.dropFirst()) {
        parts.remove(part)
      }
    }
    if !parts.contains(.gaps) { try reader.refuse(["gaps"], as: "parts", ReportQuestion.noPart) }
    if !parts.contains(.loss) { try reader.refuse(["top"], as: "parts", ReportQuestion.noPart) }
    gaps = try reader.integer("gaps", in: FieldReader.rows) ?? gaps
    top = try reader.integer("top", in: FieldReader.rows) ?? top
    try reader.finish()
    self.fields = again(fields)
  }

  /// The fields of the same question in a fixed order, without those that need not be given.
  private func again(_ given: QuestionFields) -> QuestionFields {
    // The instant that was meant, so that the report does not change with the clock.
    var fields: QuestionFields = ["at": "\(scope.at)"]
    func keep(_ names: [String]) {
      for name in names {
        fields.add(name, given[name].filter { $0 != ReportQuestion.defaults[name] })
      }
    }
    keep([
      "need", "threshold", "group", "scheme", "under", "basis", "minConfidence", "vehicle", "avoid",
      "weather",
    ])
    if parts != Set(Part.allCases) {
      let names = Part.allCases.filter(parts.contains).map(\.rawValue)
      fields.add("parts", names.isEmpty ? "none" : names.joined(separator: ","))
    }
    keep(["gaps", "top"])
    return fields
  }

  private static func parts(_ text: String) throws(QuestionError) -> Set<Part> {
    var parts: Set<Part> = []
    for word in text.split(separator: ",") where word != "none" {
      guard let part = Part(rawValue: String(word)) else {
        throw QuestionError(
          field: "parts", value: String(word), .unknown,
          choices: (Part.allCases.map(\.rawValue) + ["none"]).map { .init($0) })
      }
      parts.insert(part)
    }
    return parts
  }

  /// Asks everything: each part is the answer to the question of the same name.
  ///
  /// - Throws: `QuestionError` where the geography or the group of ages has no figures.
  public func answer(in session: NetworkSession) throws(QuestionError) -> ReportAnswer {
    guard session.network.hasTravel, !needs.isEmpty else {
      return try addingRest(
        to: ReportAnswer(question: self, coverage: nil, session: session), nil)
    }
    var asked = CoverageQuestion(needs.map { .init($0.need, [$0.limit]) }, scope)
    asked.group = group
    asked.includesCurve = true
    let coverage = try asked.answer(in: session)
    var answer = ReportAnswer(question: self, coverage: coverage, session: session)
    if parts.contains(.gaps) {
      answer.gaps = zip(needs, coverage.needs).map { need, known in
        var question = GapsQuestion(need, scope)
        question.limit = gaps
        return question.answer(of: known.coverage, on: coverage.prepared, in: session)
      }
    }
    if parts.contains(.loss) {
      var question = LossQuestion(needs, scope)
      question.top = top
      answer.losses = question.answer(
        on: coverage.prepared.typical.travel, coverage.demand, coverage.conditions, in: session)
    }
    return try addingRest(to: answer, coverage.conditions)
  }

  /// Adds the parts that need no way: support, levels and the quality of the data.
  private func addingRest(
    to report: ReportAnswer, _ conditions: TravelConditions?
  ) throws(QuestionError) -> ReportAnswer {
    let session = report.session
    var answer = report
    if parts.contains(.support) { answer.support = try support(in: session) }
    if parts.contains(.levels), !session.network.records.ladders.isEmpty {
      answer.levels = try levels(in: session, conditions)
    }
    if parts.contains(.quality) {
      answer.quality = QualityGrade(of: session.network, at: scope.at)
      answer.review = NetworkReview(
        of: session.network, at: scope.at, vehicle: conditions?.vehicle.id)
    }
    return answer
  }

  private func support(in session: NetworkSession) throws(QuestionError) -> SupportAnswer {
    var fields: QuestionFields = [
      "at": "\(scope.at)", "minConfidence": scope.minimumConfidence.rawValue,
    ]
    fields.add("scheme", scope.scheme)
    return try SupportQuestion(fields, in: session, now: scope.at).answer(in: session)
  }

  private func levels(
    in session: NetworkSession, _ conditions: TravelConditions?
  ) throws(QuestionError) -> LevelsAnswer {
    var fields: QuestionFields = [
      "at": "\(scope.at)", "minConfidence": scope.minimumConfidence.rawValue, "noGains": "true",
    ]
    // One geography in one report, and one unit.
    fields.add("scheme", scope.scheme)
    fields.add("under", scope.under)
    var question = try LevelsQuestion(fields, in: session, now: scope.at)
    if let conditions { question.conditions = conditions }
    return try question.answer(in: session)
  }
}
