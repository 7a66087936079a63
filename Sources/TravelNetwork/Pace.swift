/// How fast a traveller passes links, between an empty road and a jammed one.
///
///     let conditions = TravelConditions(vehicle: ambulance, at: departure, pace: .slow)
///
/// A search at the slow pace finds the way that is best when everything goes slowly; it need not be
/// the one whose `minutesHigh` a usual search tells, and from node to node takes no longer. Planning asks
/// who is still in time then.
public enum Pace: String, CaseIterable, Sendable {
  /// Empty roads, and ferries that stand ready.
  case fast
  /// Usual speeds and waits.
  case typical
  /// The slow factors of the profile, on roads and on waits for ferries.
  case slow
}

extension LinkTimes {
  /// Deciseconds at a pace.
  subscript(pace: Pace) -> UInt32 {
    switch pace {
    case .fast: fast
    case .typical: typical
    case .slow: slow
    }
  }
}

extension TravelProfile {
  /// What the time between a point and its travel node is multiplied with at a pace.
  ///
  /// Nothing tells how fast it could go, so the fast pace is the usual one.
  func accessFactor(at pace: Pace) -> Double { pace == .slow ? max(slowFactor, 1) : 1 }
}
