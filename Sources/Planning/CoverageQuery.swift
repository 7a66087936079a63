public import Referral

/// What is asked of a coverage.
public struct CoverageQuery: Sendable {
  /// The need, when, by which vehicle, and on how sure statements; whatever it says of one patient
  /// holds for all people.
  public var referral: ReferralQuery
  /// The thresholds, in the order in which they are told.
  public var thresholds: [AccessThreshold]

  /// Creates a query.
  public init(_ referral: ReferralQuery, _ thresholds: [AccessThreshold]) {
    self.referral = referral
    self.thresholds = thresholds
  }
}
