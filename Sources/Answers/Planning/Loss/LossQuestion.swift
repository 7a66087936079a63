public import Facts
import Formats
import HealthNetwork
public import Planning
import Referral
package import TravelNetwork

/// The consequences of losing one thing: a facility, a capability, a bridge, a ferry, a rotation.
///
///     let question = try LossQuestion(["need": "stroke", "of": "crossings"], in: session, now: now)
///     try session.answer(question).needs[0].sections[0].losses.first
public struct LossQuestion: Question {
  /// A kind of things that are lost in turn.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Whole facilities.
    case facilities
    /// The capability that is needed, at each facility that has it.
    case capabilities
    /// Bridges and ferries.
    case crossings
    /// Rotations of specialists.
    case rotations
  }

  /// The question's name.
  public static let name = "loss"

  /// When, how people travel, and whose communes and which figures count.
  public var scope: PlanningScope
  /// The needs, and how near is near enough for each.
  public var needs: [PlannedNeed]
  /// The ages that count.
  public var group = AgeGroup.everyone
  /// The kinds of things that are lost.
  public var kinds: Set<Kind> = [.facilities, .crossings]
  /// Whether two bridges are lost at once, too.
  public var losesBridgePairs = false
  /// The most losses of each kind that are told.
  public var top = 10

  /// Asks for the loss of each facility and each crossing.
  ///
  /// - Parameters:
  ///   - needs: The needs, and how near is near enough for each.
  ///   - scope: When, how people travel, and whose communes and which figures count.
  public init(_ needs: [PlannedNeed], _ scope: PlanningScope) {
    self.needs = needs
    self.scope = scope
  }

  /// Understands the fields of a question: those of `PlanningScope`, `need`, `threshold`, `group`,
  /// `of`, `pairs`, `top`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    let scope = try reader.planningScope()
    self.init(try reader.plannedNeeds(), scope)
    group = try reader.ageGroup() ?? .everyone
    let named = reader.texts("of")
    if !named.isEmpty { kinds = try LossQuestion.kinds(named) }
    if let pairs = try reader.text("pairs") {
      guard pairs == "bridges" else {
        throw QuestionError(field: "pairs", value: pairs, .unknown, choices: [.init("bridges")])
      }
      losesBridgePairs = true
    }
    top = try reader.integer("top", in: FieldReader.rows) ?? 10
    try reader.finish()
  }

  private static func kinds(_ texts: [String]) throws(QuestionError) -> Set<Kind> {
    var kinds = Set<Kind>()
    let codes = (Kind.allCases.map(\.rawValue) + ["all"]).map { ($0, [String?]()) }
    for text in texts {
      let code = Code.match(text, among: codes)
      if code == "all" {
        kinds.formUnion(Kind.allCases)
      } else if let kind = code.flatMap({ Kind(rawValue: $0) }) {
        kinds.insert(kind)
      } else {
        throw QuestionError(
          field: "of", value: text, .unknown,
          choices: (Kind.allCases.map(\.rawValue) + ["all"]).map { .init($0) })
      }
    }
    return kinds
  }

  /// The answer of a session.
  ///
  /// - Throws: `QuestionError` where the geography or the group of ages has no figures.
  public func answer(in session: NetworkSession) throws(QuestionError) -> LossAnswer {
    let conditions = try scope.conditions(in: session)
    let demand = try scope.demand(in: session.network, group: group)
    let prepared = PlanningNetwork(
      session.network, session.prepared.networks, conditions)
    return answer(on: prepared, demand, conditions, in: session)
  }

  /// The answer for a demand that is prepared.
  package func answer(
    on prepared: PlanningNetwork, _ demand: Demand, _ conditions: TravelConditions,
    in session: NetworkSession
  ) -> LossAnswer {
    LossAnswer(
      question: self, session: session, conditions: conditions, demand: demand,
      needs: needs.map { losses(of: $0, on: prepared, demand, conditions) })
  }

  private func losses(
    of need: PlannedNeed, on prepared: PlanningNetwork, _ demand: Demand,
    _ conditions: TravelConditions
  ) -> LossAnswer.OfNeed {
    let study = LossStudy(
      prepared, scope.query(need.need, conditions), demand, threshold: need.deciseconds,
      findsWays: kinds.contains(.crossings) || losesBridgePairs)
    var sections: [LossAnswer.Section] = []
    if kinds.contains(.facilities) {
      sections.append(.init(.facilities, study.facilityLosses()))
    }
    if kinds.contains(.capabilities) {
      sections.append(.init(.capabilities, study.capabilityLosses()))
    }
    if kinds.contains(.crossings) { sections.append(.init(.crossings, study.crossingLosses())) }
    if kinds.contains(.rotations) { sections.append(.init(.rotations, study.rotationLosses())) }
    let pairs = losesBridgePairs ? study.bridgePairLosses() : nil
    if let pairs { sections.append(.init(.pairs, pairs.losses)) }
    for number in sections.indices {
      let shown = sections[number].losses.prefix(top)
      sections[number].losses.replaceSubrange(
        shown.indices, with: study.weighingUnknown(Array(shown)))
    }
    return LossAnswer.OfNeed(need: need, study: study, sections: sections, pairs: pairs)
  }
}
