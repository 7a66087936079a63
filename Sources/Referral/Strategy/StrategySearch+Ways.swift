import HealthNetwork

extension StrategySearch {
  /// Keeps the options that none beats in both respects, times them and reads their clocks.
  func settle(_ ways: inout Ways) {
    let reader = ClockReader(plan: plan, query: query)
    var kept: [StrategyOption] = []
    for (number, option) in ways.options.enumerated() {
      let better = ways.options.enumerated().first { other in
        other.element.beats(option, isEarlier: other.offset < number)
      }
      if let better {
        let rejection = rejection(of: option, by: better.element)
        if option.isDirect {
          ways.rejectedDirect.append(rejection)
        } else {
          ways.rejectedFirst.append(rejection)
        }
        continue
      }
      var option = option
      option.time(by: plan)
      option.readings = reader.readings(of: option)
      kept.append(option)
    }
    ways.options = kept
    ways.rejectedFirst.sort { ($0.minutes ?? 0, $0.facility) < ($1.minutes ?? 0, $1.facility) }
  }

  private func rejection(of option: StrategyOption, by other: StrategyOption) -> Rejection {
    let target = option.first ?? option.definitive
    let winner = other.first ?? other.definitive
    let reason = Reason.dominatedBy(
      direct.network.facility(winner.facility).name,
      first: (option.minutesToFirstTreatmentDoor, other.minutesToFirstTreatmentDoor),
      definitive: (option.definitive.minutes, other.definitive.minutes), isBound: false)
    return Rejection(
      facility: target.facility, access: target.access, minutes: target.minutes, reasons: [reason])
  }
}

extension StrategyOption {
  /// Whether a way is at least as good in both respects and better in one, or, equal in both, the
  /// earlier one of the list.
  fileprivate func beats(_ other: StrategyOption, isEarlier: Bool) -> Bool {
    // A best case may yet turn out worse than a way whose times are known.
    if isBestCase && other.isDirect { return false }
    let mine = (minutesToFirstTreatmentDoor ?? .infinity, definitive.minutes)
    let theirs = (other.minutesToFirstTreatmentDoor ?? .infinity, other.definitive.minutes)
    guard mine.0 <= theirs.0, mine.1 <= theirs.1 else { return false }
    return mine != theirs || isEarlier
  }

  /// Tells when treatment is, as far as the plan knows.
  mutating func time(by plan: PathwayPlan) {
    let door = first ?? firstTreatmentThere
    if let door, let delay = plan.firstTreatment {
      firstTreatment =
        TimeRange(low: door.minutesLow, usual: door.minutes, high: door.minutesHigh) + delay.time
    }
    if let delay = plan.definitiveTreatment {
      let whole = TimeRange(
        low: definitive.minutesLow, usual: definitive.minutes, high: definitive.minutesHigh)
      definitiveTreatment = whole + delay.time
    }
  }
}

/// The ways found so far, and the facilities passed over.
struct Ways {
  var options: [StrategyOption] = []
  var rejectedFirst: [Rejection] = []
  var rejectedDirect: [Rejection] = []
  /// The nearest first stop from which no way leads on.
  var deadEnd: ReferralTarget?
  /// How many first stops were passed over because all later ones are beaten too.
  var beaten = 0

  /// Rejections, each facility once, and none that was chosen.
  func withoutChosen(_ rejections: [Rejection], _ chosen: [ReferralTarget]) -> [Rejection] {
    var seen = Set(chosen.map(\.facility))
    return rejections.filter { seen.insert($0.facility).inserted }
  }
}
