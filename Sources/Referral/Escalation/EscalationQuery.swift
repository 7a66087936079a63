/// What is asked of an escalation.
public struct EscalationQuery: Sendable {
  /// Which of two facilities that are able a step takes.
  public enum Preference: String, CaseIterable, Sendable {
    /// The nearest.
    case nearest
    /// The nearest of those whom an agreement in force names.
    case agreement
  }

  /// What rules on transfer do.
  public enum Rules: String, CaseIterable, Sendable {
    /// They are told.
    case show
    /// A step that a rule refuses is not taken.
    case enforce
    /// They are left out.
    case ignore
  }

  /// Need, hour, vehicle and patient.
  public var referral: ReferralQuery
  /// Which of two able facilities a step takes.
  public var preference = Preference.nearest
  /// What rules on transfer do.
  public var rules = Rules.show
  /// Whether the patient is an emergency.
  public var isEmergency = true

  /// Creates a query with the default rules.
  public init(_ referral: ReferralQuery) { self.referral = referral }
}
