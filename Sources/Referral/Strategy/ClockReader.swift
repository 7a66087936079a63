import Facts
import HealthNetwork

/// Reads the limits of a plan on a way.
struct ClockReader {
  /// What lies between the departure and an event: times that vary each on its own, and the whole,
  /// which is more than their sum where a slow patient misses a ferry.
  private struct Span {
    var parts: [TimeRange]
    var whole: TimeRange
    var endsAtDoor = false
    var isBestCase = false

    /// The same with a time before it or after it; a negative one takes off what is before.
    func adding(_ minutes: Double) -> Span {
      var span = self
      span.parts.append(TimeRange(minutes))
      span.whole = span.whole + minutes
      return span
    }
  }

  let plan: PathwayPlan
  let query: ReferralQuery

  /// The readings of the limits that apply to a way, in the order of the plan.
  func readings(of option: StrategyOption) -> [ClockReading] {
    plan.limits.compactMap { limit in
      switch limit.standard {
      case .access(let standard):
        guard let minutes = standard.minutes, let door = span(toDoorOf: limit.stop, option) else {
          return nil
        }
        return reading(limit, minutes: minutes, extended: nil, door, lacksOnset: false)
      case .clock(let clock):
        guard let minutes = clock.minutes ?? clock.extendedMinutes,
          let end = span(toEndOf: clock, at: limit.stop, option)
        else { return nil }
        let extended = clock.extendedMinutes.flatMap { $0 > minutes ? $0 : nil }
        switch clock.start {
        case .onset:
          let elapsed = query.onset.map { query.at.time(since: $0).minutes }
          return reading(
            limit, minutes: minutes, extended: extended, end.adding(elapsed ?? 0),
            lacksOnset: elapsed == nil)
        case .firstMedicalContact:
          return reading(limit, minutes: minutes, extended: extended, end, lacksOnset: false)
        case .firstDoorIn:
          // It is a clock of two hospitals: a direct way has no first door.
          guard !option.isDirect, let after = spanAfterFirstDoor(toEndOf: clock, limit, option)
          else { return nil }
          return reading(limit, minutes: minutes, extended: extended, after, lacksOnset: false)
        case .door, .ecg, .treatment, .firstDoorOut, .transferDecision:
          return nil
        }
      }
    }
  }

  /// From the departure to the door of a stop; nil when the way has no such stop.
  private func span(toDoorOf stop: Pathway.Stop, _ option: StrategyOption) -> Span? {
    let parts = option.parts
    let target = option.definitive
    let whole = TimeRange(low: target.minutesLow, usual: target.minutes, high: target.minutesHigh)
    switch (stop, option.first) {
    case (.first, .some):
      return parts.toFirst.map { Span(parts: [$0], whole: $0) }
    case (.first, nil):
      return option.firstTreatmentThere == nil ? nil : Span(parts: [whole], whole: whole)
    case (.definitive, _):
      return Span(
        parts: [parts.toFirst, parts.stay, parts.toDefinitive].compactMap { $0 }, whole: whole,
        isBestCase: option.isBestCase)
    }
  }

  /// From the departure to the event that ends a clock, or to the door before it.
  private func span(
    toEndOf clock: ClinicalClock, at stop: Pathway.Stop, _ option: StrategyOption
  ) -> Span? {
    guard var span = span(toDoorOf: stop, option) else { return nil }
    guard clock.end == .treatment else { return clock.end == .door ? span : nil }
    let interval = stop == .first ? plan.firstTreatment : plan.definitiveTreatment
    if let interval {
      span.parts.append(interval.time)
      span.whole = span.whole + interval.time
    } else {
      span.endsAtDoor = true
    }
    return span
  }

  private func spanAfterFirstDoor(
    toEndOf clock: ClinicalClock, _ limit: PathwayPlan.Limit, _ option: StrategyOption
  ) -> Span? {
    guard var span = span(toEndOf: clock, at: limit.stop, option),
      let toFirst = option.parts.toFirst
    else { return nil }
    span.parts.removeFirst()
    span.whole = TimeRange(
      low: span.whole.low - toFirst.low, usual: span.whole.usual - toFirst.usual,
      high: span.whole.high - toFirst.high)
    return span
  }

  private func reading(
    _ limit: PathwayPlan.Limit, minutes: Double, extended: Double?, _ span: Span, lacksOnset: Bool
  ) -> ClockReading {
    let isOpen = span.endsAtDoor || span.isBestCase
    func chance(within limit: Double) -> Chance? {
      let chance = Chance(that: span.parts, making: span.whole, within: limit)
      // What is still to be added can make it worse, never better.
      return isOpen || lacksOnset ? (chance == .never ? .never : nil) : chance
    }
    let usual = span.whole.usual
    let standing: ClockReading.Standing =
      if usual <= minutes {
        lacksOnset
          ? .unknown
          : isOpen ? .open : chance(within: minutes)?.isAgainst ?? false ? .tight : .kept
      } else if let extended, usual <= extended {
        isOpen ? .open : .extended
      } else {
        .missed
      }
    func begun(_ elapsed: Double) -> Instant {
      query.at.advanced(bySeconds: Int(clamping: ((elapsed - minutes) * 60).rounded(.up)))
    }
    return ClockReading(
      limit: limit, minutes: minutes, extendedMinutes: extended, elapsed: span.whole,
      lacksOnset: lacksOnset, endsAtDoor: span.endsAtDoor, isBestCase: span.isBestCase,
      standing: standing,
      chance: chance(within: minutes),
      extendedChance: extended.flatMap { chance(within: $0) },
      latestOnset: lacksOnset
        ? ClockReading.LatestOnset(usually: begun(usual), surely: begun(span.whole.high)) : nil)
  }
}
