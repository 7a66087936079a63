/// People within a threshold before and after a change, if every hospital of unknown capability were
/// able: the other end of the range whose one end is what is sure.
///
///     effect.possible.entering    // newly within, were all that are unknown able all along
public struct PossibleTally: Hashable, Sendable {
  /// People within the threshold before.
  public private(set) var before = 0.0
  /// People within the threshold after.
  public private(set) var after = 0.0
  /// People who were not within it and then are.
  public private(set) var entering = 0.0
  /// People who were within it and then are not.
  public private(set) var leaving = 0.0

  /// Counts nobody.
  public init() {}

  /// Counts the people of a commune.
  mutating func count(_ people: Double, _ wasWithin: Bool, _ isWithin: Bool) {
    if wasWithin { before += people }
    if isWithin { after += people }
    if isWithin && !wasWithin { entering += people }
    if wasWithin && !isWithin { leaving += people }
  }
}
