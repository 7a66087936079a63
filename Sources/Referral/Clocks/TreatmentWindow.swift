public import HealthNetwork

/// The clinical window of a need: the clock that runs from the onset, and what lies between the door
/// and the event that ends it.
///
/// Referrals, departures, plans for several patients and pathways all count it alike: from the onset
/// to treatment, not to the door.
public struct TreatmentWindow: Hashable, Sendable {
  /// The clock.
  public let clock: ClinicalClock
  /// From the door to treatment; nil where the clock ends at the door.
  public let delay: TreatmentDelay?

  /// How an arrival keeps a window.
  public struct Reading: Hashable, Sendable {
    /// Whether the window is kept.
    public enum Standing: String, CaseIterable, Sendable {
      /// Kept, usually, and more likely than not.
      case kept
      /// Kept when all goes as usual, but missed more often than not.
      case tight
      /// Only the limit for selected patients is kept, usually.
      case extended
      /// Missed, usually.
      case missed
    }

    /// The window.
    public let window: TreatmentWindow
    /// From the onset to the event that ends the clock.
    public let elapsed: TimeRange
    /// Whether the window is kept.
    public let standing: Standing
    /// How likely the limit for all patients is kept; nil where there is none.
    public let chance: Chance?
    /// How likely the limit for selected patients is kept; nil where there is none.
    public let extendedChance: Chance?

    /// Minutes that are left to the limit that is kept, or that the last one is missed by.
    public var margin: Double {
      let limit =
        switch standing {
        case .kept, .tight: window.limit ?? window.last
        case .extended, .missed: window.last
        }
      return limit - elapsed.usual
    }
  }

  /// The limit for all patients, in minutes; nil where there is only one for selected patients.
  public var limit: Double? { clock.minutes }
  /// The limit for selected patients, in minutes; nil where there is none beyond that for all.
  public var extended: Double? {
    clock.extendedMinutes.flatMap { $0 > clock.minutes ?? 0 ? $0 : nil }
  }
  /// The last limit.
  public var last: Double { max(limit ?? 0, extended ?? 0) }
  /// Usual minutes from the door to the end of the clock.
  public var minutesAfterDoor: Double { delay?.time.usual ?? 0 }

  /// Makes the window of a clock that ends at the door.
  init(_ clock: ClinicalClock) {
    self.clock = clock
    delay = nil
  }

  /// Makes the window of a clock that starts with the illness.
  init(_ clock: ClinicalClock, of need: Need, in network: Network, stated minutes: Double?) {
    self.clock = clock
    switch clock.end {
    case .treatment:
      delay =
        minutes.map { TreatmentDelay(stated: $0) } ?? TreatmentDelay(of: need, in: network)
    default: delay = nil
    }
  }

  /// Reads the window for an arrival.
  ///
  /// - Parameters:
  ///   - door: From the departure to the door, in minutes.
  ///   - since: From the onset to the departure, in minutes.
  /// - Returns: How the window is kept.
  public func reading(toDoor door: TimeRange, since: Double) -> Reading {
    let parts = [door, TimeRange(since)] + (delay.map { [$0.time] } ?? [])
    let elapsed = parts.dropFirst().reduce(door, +)
    func chance(_ limit: Double?) -> Chance? {
      limit.map { Chance(that: parts, making: elapsed, within: $0) }
    }
    let kept = chance(limit)
    let standing: Reading.Standing =
      if let limit, elapsed.usual <= limit {
        kept?.isAgainst ?? false ? .tight : .kept
      } else if let extended, elapsed.usual <= extended {
        .extended
      } else {
        .missed
      }
    return Reading(
      window: self, elapsed: elapsed, standing: standing, chance: kept,
      extendedChance: chance(extended))
  }
}

extension Network {
  /// The clinical window of a need; nil when no clock that may rule anything out is known.
  ///
  /// - Parameters:
  ///   - need: The need.
  ///   - minutes: From door to treatment, where that was asked for; nil takes what the network says.
  /// - Returns: The window.
  public func treatmentWindow(of need: Need, doorToTreatment minutes: Double? = nil)
    -> TreatmentWindow?
  {
    onsetClock(of: need).map { TreatmentWindow($0, of: need, in: self, stated: minutes) }
  }
}
