import Facts

extension NetworkCheck {
  /// Finds what keeps a pathway from being used: terms and clocks that are not there, times and
  /// thresholds of nothing, two rules that both decide by default.
  mutating func check(_ pathway: Pathway, _ origin: Origin) {
    require(specialties, "specialty", pathway.specialty, origin)
    for code in [pathway.first, pathway.definitive] {
      require(capabilityTypes, "capabilityType", code, origin)
    }
    func wrong(_ what: String) {
      problems.append(Problem(at: origin, "pathway \"\(pathway.id)\": \(what)"))
    }
    for clock in pathway.intervals.map(\.clock) + pathway.rules.map(\.clock) {
      if let clock { require(clocks, "clock", clock, origin) }
    }
    for limit in pathway.limits
    where !clocks.contains(limit.ref) && !accessStandards.contains(limit.ref) {
      missing("clock or accessStandard", limit.ref, origin)
    }
    for interval in pathway.intervals {
      if interval.minutes == nil && interval.clock == nil {
        wrong("\(interval.kind.rawValue) has neither minutes nor a clock")
      }
      let ordered = [interval.low, interval.minutes, interval.high].compactMap { $0 }
      if ordered != ordered.sorted() {
        wrong("low, minutes and high of \(interval.kind.rawValue) do not ascend")
      }
    }
    var kinds: Set<PathwayInterval.Kind> = []
    for interval in pathway.intervals where !kinds.insert(interval.kind).inserted {
      wrong("\(interval.kind.rawValue) is there twice")
    }
    var ids: Set<String> = []
    for rule in pathway.rules {
      if !ids.insert(rule.id).inserted { wrong("rule \"\(rule.id)\" is there twice") }
      let needsClock = rule.kind == .directKeepsClock
      if needsClock ? rule.clock == nil : rule.minutes == nil {
        wrong("rule \"\(rule.id)\" needs \(needsClock ? "a clock" : "minutes")")
      }
      if let end = rule.end, end != .door && end != .treatment {
        wrong("rule \"\(rule.id)\" ends at \(end.rawValue); expected door or treatment")
      }
    }
    if pathway.rules.count(where: { $0.isDefault == true }) > 1 {
      wrong("only one rule can be the default")
    }
  }
}
