import Referral
/// Why a question of siting cannot be answered.
public enum SitingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No threshold is given, and the vocabulary has no standard for the need.
  case thresholdMissing(need: String)
  /// No budget is given.
  case budgetMissing
  /// Everybody is to be covered, whatever the cost.
  case budgetUnused
  /// Rotations are there now and then only.
  case rotationsNotCounted(SitingQuestion.Objective)
  /// A second rotation of unknown weekdays backs nothing up.
  case rotationsNoBackup
  /// A second facility is of no use to this objective.
  case backupNotCounted
  /// Everybody counts alike where all are covered.
  case farNotCounted
  /// There is nothing that could be chosen.
  case noCandidates
  /// What is to be fixed is not among the candidates.
  case notCandidates([String])
  /// What is fixed costs more than the budget.
  case fixedBeyondBudget(cost: Int, budget: Int)

  /// What is wrong, in English; a face that knows its fields says it better.
  public var description: String {
    switch self {
    case .thresholdMissing(let need):
      "a threshold in minutes is needed: the vocabulary has no default standard for \(need)"
    case .budgetMissing: "a budget is needed: how many sites, or units of cost"
    case .budgetUnused: "everybody is covered for the least cost, so there is no budget"
    case .rotationsNotCounted(let objective):
      "a rotation is there on some half days only: it cannot count for the objective "
        + objective.rawValue
    case .rotationsNoBackup: "rotations of unknown weekdays back nothing up"
    case .backupNotCounted: "a second facility does not count for the objective travel"
    case .farNotCounted: "everybody counts alike where all are covered"
    case .noCandidates:
      "there is nothing to choose from: no facility that lacks the capability alone, or no commune, "
        + "fits the actions and candidates"
    case .notCandidates(let ids):
      ids.joined(separator: ", ")
        + ": not among the candidates (able already, not working, or left out by the actions)"
    case .fixedBeyondBudget(let cost, let budget):
      "what is fixed costs \(cost) units, the budget is \(budget)"
    }
  }
}

extension SitingQuestion {
  /// Checks that the parts of the question go together.
  ///
  /// - Throws: What does not.
  public func validate() throws(SitingError) {
    if objective != .travel && thresholdMinutes == nil {
      throw .thresholdMissing(need: query.need.capability)
    }
    if objective == .all {
      if budget != nil { throw .budgetUnused }
      if favoursFar { throw .farNotCounted }
    } else if budget == nil {
      throw .budgetMissing
    }
    if objective == .travel && countsBackup { throw .backupNotCounted }
    if actions.contains(.rotate) {
      if objective != .cover { throw .rotationsNotCounted(objective) }
      if countsBackup { throw .rotationsNoBackup }
    }
  }
}
