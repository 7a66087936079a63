import Facts
public import HealthNetwork

extension Network {
  /// The clock that runs for a need from the beginning of the illness; nil when none is known.
  ///
  /// The clock of the capability itself comes before one of its whole specialty. One that rests on
  /// little, as the golden hour does, must not rule anything out, and is none.
  ///
  /// - Complexity: O(*n*), where *n* is the number of clocks.
  public func onsetClock(of need: Need) -> ClinicalClock? {
    let clocks = records.clocks.map(\.record).filter { clock in
      guard clock.start == .onset, clock.specialty == need.specialty else { return false }
      guard clock.provenance.confidence ?? .low >= .medium else { return false }
      guard clock.minutes != nil || clock.extendedMinutes != nil else { return false }
      return clock.capability == nil || clock.capability == need.capability
    }
    return clocks.first { $0.capability != nil } ?? clocks.first
  }
}
