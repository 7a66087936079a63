extension StrategyAnswer {
  /// A limit that the recommended way usually misses, and another one usually keeps.
  public struct Loss: Hashable, Sendable {
    /// How the recommended way misses it.
    public let lost: ClockReading
    /// The number of the way that keeps it.
    public let option: Int
    /// How that one keeps it.
    public let kept: ClockReading
  }

  /// What following the rule costs: a rule may look at one number only, as the minutes to a door, and
  /// a coordinator must see when that gives away a clock.
  public var losses: [Loss] {
    guard let chosen = recommendation?.option else { return [] }
    return options[chosen].readings.compactMap { lost in
      guard lost.standing == .missed || lost.standing == .extended else { return nil }
      for (number, option) in options.enumerated() where number != chosen {
        let kept = option.readings.first { $0.limit == lost.limit && $0.standing == .kept }
        if let kept { return Loss(lost: lost, option: number, kept: kept) }
      }
      return nil
    }
  }
}
