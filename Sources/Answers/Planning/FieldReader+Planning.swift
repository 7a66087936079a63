import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension FieldReader {
  /// The most minutes that can be near enough.
  private static let mostMinutes = 100_000.0

  /// What all questions of planning have in common: `at`, `vehicle`, `avoid`, `weather`, `scheme`,
  /// `basis`, `minConfidence`.
  mutating func planningScope() throws(QuestionError) -> PlanningScope {
    var scope = PlanningScope(at: try instant())
    scope.vehicle = try vehicle().id
    scope.avoid = texts("avoid")
    scope.weather = try weather()?.id
    // Named here, so that an answer depends on the question alone.
    scope.scheme = try scheme(on: scope.at.day)
    if let under = try text("under") {
      // Its reference, so that the unit is the same whatever else bears the name.
      scope.under = try FieldReader.place(
        under, of: "under", in: network, scheme: scope.scheme ?? "", on: scope.at.day
      ).reference
    }
    scope.basis = try choice("basis")
    scope.minimumConfidence = try choice("minConfidence") ?? .medium
    _ = try scope.conditions(in: session)
    return scope
  }

  /// The minutes that are near enough, as asked; none where nothing is said.
  mutating func thresholds() throws(QuestionError) -> [AccessThreshold] {
    var thresholds: [AccessThreshold] = []
    for text in texts("threshold") {
      thresholds.append(
        AccessThreshold(
          minutes: try FieldReader.number(
            text, of: "threshold", in: 0...FieldReader.mostMinutes, excludesLeast: true)))
    }
    return thresholds
  }

  /// The one number of minutes that is near enough, as asked; nil where nothing is said.
  mutating func threshold() throws(QuestionError) -> AccessThreshold? {
    try number("threshold", in: 0...FieldReader.mostMinutes, excludesLeast: true)
      .map { AccessThreshold(minutes: $0) }
  }

  /// The needs that are named, in order, and none twice.
  mutating func needs() throws(QuestionError) -> [Need] {
    var needs: [Need] = []
    for text in texts("need") {
      let need = try FieldReader.need(text, in: network)
      if !needs.contains(need) { needs.append(need) }
    }
    return needs
  }

  /// The needs that are planned for, each with one threshold: those named, else every specialty in
  /// which minutes matter.
  mutating func plannedNeeds() throws(QuestionError) -> [PlannedNeed] {
    let asked = try threshold()
    let named = try needs()
    guard named.isEmpty else {
      return named.map {
        PlannedNeed(need: $0, limit: asked ?? AccessThreshold(for: $0, in: network))
      }
    }
    return try timeCritical().map { PlannedNeed(need: $0.need, limit: asked ?? $0.limit) }
  }

  /// The one need that is planned for, with the threshold asked for, else its own standard.
  mutating func plannedNeed() throws(QuestionError) -> PlannedNeed {
    let need = try FieldReader.need(required("need"), in: network)
    return PlannedNeed(
      need: need, limit: try threshold() ?? AccessThreshold(for: need, in: network))
  }

  /// Every specialty in which minutes matter, each with its own standard.
  func timeCritical() throws(QuestionError) -> [PlannedNeed] {
    let needs = AccessThreshold.timeCritical(in: network).map {
      PlannedNeed(need: $0.need, limit: $0.threshold)
    }
    guard needs.isEmpty else { return needs }
    throw QuestionError(
      field: "need", .missing,
      choices: network.vocabulary.capabilityTypes.keys.sorted().map { .init($0) })
  }

  /// The ages that count; nil where nothing is said.
  mutating func ageGroup() throws(QuestionError) -> AgeGroup? {
    guard let text = try text("group") else { return nil }
    if let group = AgeGroup(text) { return group }
    throw QuestionError(
      field: "group", value: text,
      .malformed(
        expected: Bilingual("hãy ghi như 0-14, 65+ hoặc all", "write 0-14, 65+ or all")))
  }
}
