public import Referral

/// What becomes of the way to care from one commune.
public struct AccessChange: Hashable, Sendable {
  /// The number of the commune in the demand.
  public let commune: Int
  /// The nearest facility before; nil when there was none.
  public let before: CapableFacilitySearch.Found?
  /// The nearest facility after; nil when there is none.
  public let after: CapableFacilitySearch.Found?

  /// Creates a change.
  public init(
    commune: Int, before: CapableFacilitySearch.Found?, after: CapableFacilitySearch.Found?
  ) {
    self.commune = commune
    self.before = before
    self.after = after
  }

  /// Deciseconds that are added; nil when one of the two cannot be reached.
  public var added: Int? {
    guard let before, let after else { return nil }
    return Int(after.deciseconds) - Int(before.deciseconds)
  }

  /// Whether the facility before was within a threshold, in deciseconds.
  public func wasWithin(_ threshold: UInt32) -> Bool {
    before.map { $0.deciseconds <= threshold } ?? false
  }

  /// Whether the facility after is within a threshold, in deciseconds.
  public func isWithin(_ threshold: UInt32) -> Bool {
    after.map { $0.deciseconds <= threshold } ?? false
  }
}
