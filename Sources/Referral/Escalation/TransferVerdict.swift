public import HealthNetwork

/// What a rule says of sending a patient from one tier to another.
public struct TransferVerdict: Hashable, Sendable {
  /// Whether it may be done.
  public enum Answer: String, Sendable {
    /// The transfer is allowed.
    case allowed
    /// The transfer is not allowed.
    case refused
    /// The rule does not say, or its text is not known.
    case unknown
    /// It may not, but emergencies may.
    case exempt
  }

  /// The rule.
  public var rule: TransferRule
  /// What it says.
  public var answer: Answer

  /// Asks a rule; nil when it does not speak of these tiers.
  ///
  /// - Parameters:
  ///   - rule: The rule; one whose text is not known answers "unknown", never "allowed".
  ///   - from: The tier that the patient leaves; nil when the patient is not in a facility, or its tier
  ///     is not known: then only rules for every tier speak.
  ///   - to: The tier that the patient is sent to.
  ///   - isEmergency: Whether the patient is an emergency.
  init?(_ rule: TransferRule, from: Int?, to: Int, isEmergency: Bool) {
    guard rule.fromTier == nil || rule.fromTier == from, rule.toTier == nil || rule.toTier == to
    else { return nil }
    self.rule = rule
    switch (rule.isAllowed, isEmergency, rule.exemptsEmergencies) {
    case (true?, _, _): answer = .allowed
    case (nil, _, _): answer = .unknown
    case (false?, false, _), (false?, true, false?): answer = .refused
    case (false?, true, true?): answer = .exempt
    case (false?, true, nil): answer = .unknown
    }
  }
}
