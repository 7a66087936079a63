import HealthNetwork

/// Where treatment can at least begin when no way leads on to definitive care.
public struct TreatmentStart: Sendable {
  /// The nearest facility that can begin it on arrival.
  public var stop: ReferralTarget
  /// From the departure to the first treatment; nil when that is not known.
  public var treatment: TimeRange?
  /// How each limit of the first stop is kept.
  public var readings: [ClockReading]
}

extension TreatmentStart {
  /// Times a stop and reads its clocks, as if the patient went directly there and no further.
  init(_ stop: ReferralTarget, _ plan: PathwayPlan, _ reader: ClockReader) {
    var option = StrategyOption(definitive: stop)
    option.firstTreatmentThere = stop
    option.time(by: plan)
    self.stop = stop
    treatment = option.firstTreatment
    readings = reader.readings(of: option).filter { $0.limit.stop == .first }
  }
}
