package import Exchange
public import Facts
public import Files
import Formats
import HealthNetwork
public import Planning
import Referral
import TravelNetwork

/// Who gains and who loses by scenarios: the network beside what each of them makes of it.
///
///     var question = try WhatIfQuestion(["need": "stroke"], in: session, now: now)
///     question.scenarios = [.file("network-data/scenarios/rach-mieu-closed.xml")]
///     try question.answer(in: session).scenarios[0].effects[0]?.tally.leaving
///
/// Its scenarios are documents, which may be wrong too: it is answered with `AnswerError`.
public struct WhatIfQuestion: Sendable {
  /// The question's name.
  public static let name = "whatif"

  /// When, how people travel, and whose communes and which figures count.
  public var scope: PlanningScope
  /// The needs, and how near is near enough for each.
  public var needs: [PlannedNeed]
  /// The ages that count.
  public var group = AgeGroup.everyone
  /// The delta documents; each is applied alone.
  public var scenarios: [DataSource] = []
  /// The most communes of each scenario that tables tell.
  public var top = 10

  /// Asks for the effect of scenarios.
  ///
  /// - Parameters:
  ///   - needs: The needs, and how near is near enough for each.
  ///   - scenarios: The delta documents; each is applied alone.
  ///   - scope: When, how people travel, and whose communes and which figures count.
  public init(_ needs: [PlannedNeed], _ scenarios: [DataSource], _ scope: PlanningScope) {
    self.needs = needs
    self.scenarios = scenarios
    self.scope = scope
  }

  /// Understands the fields of a question; the scenarios are no fields.
  ///
  /// They are those of `PlanningScope`, and `need`, `threshold`, `group` and `top`.
  ///
  /// - Parameters:
  ///   - fields: The fields; a field that the question does not have is an error.
  ///   - session: The network as it is.
  ///   - now: The present instant.
  /// - Throws: `QuestionError` with the first field that is wrong.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    let scope = try reader.planningScope()
    self.init(try reader.plannedNeeds(), [], scope)
    group = try reader.ageGroup() ?? .everyone
    top = try reader.integer("top", in: FieldReader.rows) ?? 10
    try reader.finish()
  }

  /// The answer of a session.
  ///
  /// - Throws: `AnswerError` where a scenario is wrong, or the geography has no figures.
  public func answer(in session: NetworkSession) throws(AnswerError) -> WhatIfAnswer {
    guard !scenarios.isEmpty else {
      throw .question(QuestionError(field: "scenarios", .missing))
    }
    let base = try side(session)
    var answers: [WhatIfAnswer.Scenario] = []
    for source in scenarios {
      let changed: NetworkSession
      do throws(ExchangeFailure) {
        changed = try session.applying([source])
      } catch {
        throw AnswerError(error)
      }
      answers.append(compare(base, try side(changed), source))
    }
    return WhatIfAnswer(question: self, base: base, scenarios: answers)
  }

  /// The answer of one network.
  private func side(_ session: NetworkSession) throws(AnswerError) -> WhatIfAnswer.Side {
    let network = session.network
    return try AnswerError.asking { () throws(QuestionError) in
      let conditions = try scope.conditions(in: session)
      let demand = try scope.demand(in: network, group: group)
      let prepared = PlanningNetwork(network, session.prepared.networks, conditions)
      return WhatIfAnswer.Side(
        session: session, conditions: conditions, demand: demand,
        pictures: needs.map { planned in
          Need(planned.need.capability, in: network.vocabulary).map {
            AccessPicture(prepared, scope.query($0, conditions), demand)
          }
        },
        supported: SupportedCommunes(network, on: scope.at.day))
    }
  }

  private func compare(
    _ base: WhatIfAnswer.Side, _ side: WhatIfAnswer.Side, _ source: DataSource
  ) -> WhatIfAnswer.Scenario {
    let effects = needs.indices.map { number in
      base.pictures[number].flatMap { before in
        side.pictures[number].map {
          ScenarioEffect(from: before, to: $0, threshold: needs[number].deciseconds)
        }
      }
    }
    // The communes whose support is told are those whose people are counted.
    let scheme = base.demand.scheme
    return WhatIfAnswer.Scenario(
      source: source, side: side, effects: effects,
      supported: side.supported.communes(notIn: base.supported, ofScheme: scheme),
      unsupported: base.supported.communes(notIn: side.supported, ofScheme: scheme))
  }
}

extension AnswerError {
  /// The errors of documents of a network.
  package init(_ failure: ExchangeFailure) {
    var errors = failure.errors
    if failure.omitted > 0, let last = errors.last {
      errors.append(
        DocumentError(
          kind: .limit, path: last.path, line: last.line,
          message: "… and \(failure.omitted) more errors"))
    }
    self = .document(errors)
  }
}
