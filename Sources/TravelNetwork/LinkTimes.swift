import Facts
internal import Routing

/// How long a link takes on a good, a usual and a bad day, in deciseconds.
///
/// Waiting for the hours of operation is not in it; the usual wait for a ferry is, but on a good
/// day, when the ferry stands ready. Times never decrease from fast to slow, so that neither do the
/// arrivals of one way (every link is first in, first out).
struct LinkTimes: Hashable {
  /// The free-flow time of a road; the mere crossing of a ferry, boat or flight.
  let fast: UInt32
  /// The typical time of a road; crossing and usual wait.
  let typical: UInt32
  /// The typical time of a road times `slowFactor`; crossing and `slowWaitFactor` times the wait.
  let slow: UInt32

  /// Puts times together that do not decrease.
  init(fast: UInt32, typical: UInt32, slow: UInt32) {
    self.fast = fast
    self.typical = typical
    self.slow = slow
  }

  /// Times a link; nil when it lacks the speed or the minutes, or they make no finite time.
  init?(_ link: TravelLink, profile: TravelProfile) {
    let minutes: (fast: Double, typical: Double, slow: Double)
    switch link.mode {
    case .road:
      guard let speed = link.speed, speed > 0 else { return nil }
      let typical = link.kilometres / speed * 60 * profile.factor(of: link.roadClass)
      let free = link.freeFlowSpeed.map { $0 > 0 ? link.kilometres / $0 * 60 : typical }
      minutes = (free ?? typical, typical, typical * profile.slowFactor)
    case .ferry, .waterway, .air:
      guard let crossing = link.crossingMinutes else { return nil }
      let wait = link.waitMinutes ?? 0
      minutes = (crossing, crossing + wait, crossing + wait * profile.slowWaitFactor)
    }
    let least: UInt32 = link.kilometres > 0 ? 1 : 0
    guard let fast = deciseconds(ofMinutes: minutes.fast),
      let typical = deciseconds(ofMinutes: minutes.typical),
      let slow = deciseconds(ofMinutes: minutes.slow)
    else { return nil }
    self.typical = max(typical, least)
    self.fast = max(min(fast, typical), least)
    self.slow = max(slow, typical, least)
  }
}

/// Whole deciseconds, the nearest; nil when they are negative, no number, or too many to search.
func deciseconds(ofMinutes minutes: Double) -> UInt32? {
  let rounded = (minutes * 600).rounded()
  guard rounded >= 0, rounded < Double(Graph.infinity) else { return nil }
  return UInt32(clamping: rounded)
}

/// Minutes of deciseconds.
func minutes(ofDeciseconds deciseconds: UInt32) -> Double {
  TravelTime(deciseconds: deciseconds).minutes
}
