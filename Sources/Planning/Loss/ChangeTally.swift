/// How many people changes concern.
///
/// Minutes are only added where care was and is reached: people cut off altogether are counted as
/// that, not as so many minutes.
public struct ChangeTally: Hashable, Sendable {
  /// People who were within the threshold and no longer are, those cut off among them.
  public private(set) var leaving = 0.0
  /// People who were not within the threshold and now are.
  public private(set) var entering = 0.0
  /// People who travel longer than before.
  public private(set) var slower = 0.0
  /// People who travel less long than before.
  public private(set) var faster = 0.0
  /// People who could reach care and no longer can.
  public private(set) var cutOff = 0.0
  /// People who could not reach care and now can.
  public private(set) var joined = 0.0
  /// People times minutes added; less than 0 when minutes are saved.
  public private(set) var personMinutes = 0.0
  /// How many communes there are with a change.
  public private(set) var communes = 0

  /// Counts nobody.
  public init() {}

  /// Counts the people of changes.
  ///
  /// - Parameters:
  ///   - changes: The changes.
  ///   - demand: Where people live.
  ///   - threshold: Deciseconds within which people ought to reach care.
  public init(_ changes: [AccessChange], _ demand: Demand, threshold: UInt32) {
    for change in changes {
      add(change, people: demand.communes[change.commune].people, threshold: threshold)
    }
  }

  /// Counts the people of one more commune.
  public mutating func add(_ change: AccessChange, people: Double, threshold: UInt32) {
    communes += 1
    switch (change.wasWithin(threshold), change.isWithin(threshold)) {
    case (true, false): leaving += people
    case (false, true): entering += people
    default: break
    }
    if let added = change.added {
      if added > 0 { slower += people }
      if added < 0 { faster += people }
      personMinutes += people * Double(added) / 600
    } else if change.before != nil {
      cutOff += people
    } else if change.after != nil {
      joined += people
    }
  }

  /// Whether it is worse than another: more people leave the threshold, or else are cut off, or else
  /// more minutes are added.
  public func isWorse(than other: ChangeTally) -> Bool {
    (leaving, cutOff, personMinutes) > (other.leaving, other.cutOff, other.personMinutes)
  }
}
