public import HealthNetwork

/// One way to definitive care: directly, or by way of a first stop.
public struct StrategyOption: Sendable {
  /// The first stop, its minutes counted from the departure; nil for a direct way.
  public var first: ReferralTarget?
  /// The patient's stay there.
  public var stay: TimeRange?
  /// From the departure to leaving the first stop.
  public var leaving: TimeRange?
  /// Definitive care.
  ///
  /// Its minutes and kilometres count from the departure, the stay included; its
  /// journey is the one that leads there from the first stop, or from the origin.
  public var definitive: ReferralTarget
  /// The definitive centre judged as the place of the first treatment, for a direct way; nil when
  /// nothing says that it does that.
  public var firstTreatmentThere: ReferralTarget?
  /// From the departure to the first treatment; nil when that is not known, or not given.
  public var firstTreatment: TimeRange?
  /// From the departure to definitive treatment; nil when that is not known.
  public var definitiveTreatment: TimeRange?
  /// Whether everything after the first stop is a best case, as the stay there is not known.
  public var isBestCase = false
  /// How each limit is kept.
  public var readings: [ClockReading] = []

  /// Whether the way is direct.
  public var isDirect: Bool { first == nil }

  /// Minutes from the departure to the first door behind which treatment starts; nil when none does
  /// before definitive care, and nothing says that the centre does it.
  public var minutesToFirstTreatmentDoor: Double? {
    first?.minutes ?? firstTreatmentThere?.minutes
  }

  /// Usual minutes to definitive treatment, or to the door where its time is not known.
  public func definitiveMinutes(to end: ClinicalClock.Event) -> Double {
    end == .treatment ? definitiveTreatment?.usual ?? definitive.minutes : definitive.minutes
  }
}

extension StrategyOption {
  /// The parts of the way that vary on their own, in order.
  struct Parts: Hashable {
    var toFirst: TimeRange?
    var stay: TimeRange?
    var toDefinitive: TimeRange
  }

  /// The parts of this way, the last one being what the whole has more than what is before it.
  var parts: Parts {
    let whole = TimeRange(
      low: definitive.minutesLow, usual: definitive.minutes, high: definitive.minutesHigh)
    guard let first, let stay, let leaving else {
      return Parts(toFirst: nil, stay: nil, toDefinitive: whole)
    }
    let toFirst = TimeRange(
      low: first.minutesLow, usual: first.minutes, high: first.minutesHigh)
    let onward = TimeRange(
      low: max(0, whole.low - leaving.low), usual: whole.usual - leaving.usual,
      high: whole.high - leaving.high)
    return Parts(toFirst: toFirst, stay: stay, toDefinitive: onward)
  }
}
