import Facts
public import Referral

/// A need that is planned for, and how near is near enough.
public struct PlannedNeed: Hashable, Sendable {
  /// The need.
  public var need: Need
  /// How many minutes are near enough, and who says so.
  public var limit: AccessThreshold

  /// Creates a planned need.
  public init(need: Need, limit: AccessThreshold) {
    self.need = need
    self.limit = limit
  }

  /// The threshold in minutes.
  public var minutes: Double { limit.minutes }

  /// The threshold in deciseconds.
  public var deciseconds: UInt32 {
    TravelTime(minutes: minutes).deciseconds(rounded: .toNearestOrAwayFromZero)
  }
}
