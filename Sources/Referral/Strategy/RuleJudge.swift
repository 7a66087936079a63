import Facts
import HealthNetwork

/// Decides between the options of an answer by a rule of the pathway.
struct RuleJudge {
  let plan: PathwayPlan
  let query: ReferralQuery
  let network: Network

  /// What a rule makes of an answer; nil when there is nothing to choose.
  func decide(_ rule: PathwayRule, _ answer: StrategyAnswer) -> Recommendation? {
    guard let direct = answer.bestDirect else {
      return answer.nearestVia.map {
        only(rule, $0, .via, "không có nơi đi thẳng", "no direct way")
      }
    }
    guard let via = answer.nearestVia else { return directOnly(rule, direct, answer) }
    switch rule.kind {
    case .directWithin: return directWithin(rule, direct, via, answer)
    case .detourWithin: return detourWithin(rule, direct, via, answer)
    case .directKeepsClock: return directKeepsClock(rule, direct, via, answer)
    case .cascade: return cascade(rule, direct, via, answer)
    }
  }

  private func only(
    _ rule: PathwayRule, _ option: Int, _ decision: Recommendation.Decision, _ vi: String,
    _ en: String
  ) -> Recommendation {
    Recommendation(
      rule: rule, decision: decision, option: option, vi: vi, en: en,
      remedies: [.event(vi: "có nơi khác làm được", en: "another place being able")])
  }

  /// Directly, as there is nothing else; when the rule would rather not, that is said.
  private func directOnly(
    _ rule: PathwayRule, _ direct: Int, _ answer: StrategyAnswer
  ) -> Recommendation {
    let known = network.facilityIndices.count { facility in
      !network.evidence(of: plan.first.capability, at: facility, on: query.at.day).yes.isEmpty
    }
    let none = (
      vi: "chưa biết nơi nào ghé trước mà làm được \(plan.first.name) "
        + "(cả mạng lưới biết \(known) nơi)",
      en: "no first stop before it is known to do \(plan.first.nameEn) "
        + "(\(known) of the whole network are)"
    )
    guard rule.kind == .directWithin || rule.kind == .cascade else {
      return only(rule, direct, .direct, none.vi, none.en)
    }
    var recommendation = directWithin(rule, direct, direct, answer)
    guard recommendation.decision != .direct else { return recommendation }
    recommendation.option = direct
    recommendation.decision = .direct
    recommendation.vi += "; nhưng \(none.vi): hỏi các nơi gần"
    recommendation.en += "; but \(none.en): ask those nearby"
    recommendation.remedies = [.event(vi: "có nơi ghé làm được", en: "a first stop being able")]
    return recommendation
  }

  private func directWithin(
    _ rule: PathwayRule, _ direct: Int, _ via: Int, _ answer: StrategyAnswer
  ) -> Recommendation {
    let option = answer.options[direct]
    let end = rule.end ?? .door
    let limit = rule.minutes ?? 0
    let minutes = option.definitiveMinutes(to: end)
    let isDirect = minutes <= limit
    let toDoor = end == .door || option.definitiveTreatment == nil
    if toDoor && end == .treatment && isDirect {
      return undecided(rule, minutes, limit, option.definitive)
    }
    let name = network.facility(option.definitive.facility).name
    return compared(
      rule, minutes, limit, isDirect: isDirect, direct, via,
      vi: "\(toDoor ? "đến" : "được điều trị ở") \(name) mất",
      en: "\(name) \(toDoor ? "is reached" : "treats") in")
  }

  /// The door is reached in time, but nobody says how long treatment takes from there: a rule that
  /// ends at treatment cannot choose before that is asked.
  private func undecided(
    _ rule: PathwayRule, _ minutes: Double, _ limit: Double, _ target: ReferralTarget
  ) -> Recommendation {
    let name = network.facility(target.facility).name
    let shown = Int(clamping: minutes.rounded())
    let left = Int(clamping: limit.rounded()) - shown
    return Recommendation(
      rule: rule, decision: .undecided, option: nil,
      vi:
        "đến \(name) mất \(said(shown).vi), còn \(said(left).vi) từ cửa đến điều trị: hỏi nơi đó có kịp "
        + "không",
      en:
        "\(name) is reached in \(said(shown).en), which leaves \(said(left).en) from the door to "
        + "treatment: ask whether that is enough",
      remedies: [.doorToTreatment])
  }

  private func detourWithin(
    _ rule: PathwayRule, _ direct: Int, _ via: Int, _ answer: StrategyAnswer
  ) -> Recommendation {
    let further =
      answer.options[direct].definitive.minutes - (answer.options[via].first?.minutes ?? 0)
    let limit = rule.minutes ?? 0
    return compared(
      rule, further, limit, isDirect: further <= limit, direct, via,
      vi: "nơi cuối đến muộn hơn chặng đầu", en: "definitive care is further than the first stop by"
    )
  }

  private func compared(
    _ rule: PathwayRule, _ minutes: Double, _ limit: Double, isDirect: Bool, _ direct: Int,
    _ via: Int, vi: String, en: String
  ) -> Recommendation {
    let (shown, threshold) = (Int(clamping: minutes.rounded()), Int(clamping: limit.rounded()))
    // From the numbers that are shown, so that they agree on one screen.
    let apart = max(isDirect ? 0 : 1, abs(shown - threshold))
    return Recommendation(
      rule: rule, decision: isDirect ? .direct : .via, option: isDirect ? direct : via,
      vi: "\(vi) \(said(shown).vi), ngưỡng \(said(threshold).vi)",
      en: "\(en) \(said(shown).en), the threshold is \(said(threshold).en)",
      remedies: [
        isDirect
          ? .event(vi: "đi chậm thêm quá \(said(apart).vi)", en: "over \(said(apart).en) more")
          : .event(vi: "đường rút ngắn được \(said(apart).vi)", en: "\(said(apart).en) less")
      ])
  }

  private func directKeepsClock(
    _ rule: PathwayRule, _ direct: Int, _ via: Int, _ answer: StrategyAnswer
  ) -> Recommendation {
    func reading(_ option: Int) -> ClockReading? {
      answer.options[option].readings.first { reading in
        if case .clock(let clock) = reading.limit.standard { return clock.id == rule.clock }
        return false
      }
    }
    let clock = network.records.clocks.map(\.record).first { $0.id == rule.clock }
    let (name, nameEn) = (clock?.name ?? "", clock?.nameEn ?? clock?.name ?? "")
    guard let kept = reading(direct) else {
      return Recommendation(
        rule: rule, decision: .via, option: via,
        vi: "đi thẳng thì không rõ có được \(plan.first.name)",
        en: "directly, it is not known whether \(plan.first.nameEn) is given",
        remedies: [
          .event(vi: "biết chắc nơi cuối làm được", en: "knowing that definitive care does it")
        ])
    }
    switch kept.standing {
    case .unknown:
      let begun = kept.latestOnset?.usually
      let time = begun?.clock ?? ""
      let (dayVi, day) = (begun?.day.vi ?? "", begun?.day.description ?? "")
      return Recommendation(
        rule: rule, decision: .undecided, option: nil,
        vi: "chưa biết giờ khởi phát: đi thẳng nếu khởi phát sau \(time) \(dayVi)",
        en: "the onset is not known: directly if it began after \(time) \(day)",
        remedies: [.onset])
    case .kept, .open:
      let left = Int(clamping: kept.margin.rounded())
      return Recommendation(
        rule: rule, decision: .direct, option: direct,
        vi: "đi thẳng vẫn kịp: \(name), còn \(said(left).vi)",
        en: "directly it is still kept: \(nameEn), \(said(left).en) left",
        remedies: [
          .event(vi: "chậm thêm \(said(left + 1).vi)", en: "\(said(left + 1).en) more")
        ])
    case .tight:
      let helps = reading(via)?.standing == .kept
      return Recommendation(
        rule: rule, decision: helps ? .via : .direct, option: helps ? via : direct,
        vi: "đi thẳng thì \(name) dễ trễ hơn là kịp" + (helps ? "" : "; ghé cũng không hơn"),
        en: "directly \(nameEn) is missed more often than kept"
          + (helps ? "" : "; a first stop does no better"),
        remedies: [.event(vi: "đi sớm hơn", en: "leaving earlier")])
    case .extended, .missed:
      let over = max(1, Int(clamping: (-kept.margin).rounded()))
      let helps = reading(via).map { $0.standing == .kept || $0.standing == .open } ?? false
      return Recommendation(
        rule: rule, decision: helps ? .via : .direct, option: helps ? via : direct,
        vi: "đi thẳng thì quá \(said(over).vi): \(name)" + (helps ? "" : "; ghé cũng không kịp"),
        en: "directly it is missed by \(said(over).en): \(nameEn)"
          + (helps ? "" : "; so it is by way of a first stop"),
        remedies: [
          .event(vi: "khởi phát muộn hơn \(said(over).vi)", en: "an onset \(said(over).en) later")
        ])
    }
  }

  private func said(_ minutes: Int) -> SpokenDuration { SpokenDuration(minutes: Double(minutes)) }

  private func cascade(
    _ rule: PathwayRule, _ direct: Int, _ via: Int, _ answer: StrategyAnswer
  ) -> Recommendation {
    let limit = rule.minutes ?? 0
    var recommendation = directWithin(rule, direct, via, answer)
    if recommendation.decision != .via { return recommendation }
    let within = answer.options.indices.filter { number in
      answer.options[number].first.map { $0.minutes <= limit } ?? false
    }
    // Of the first stops that are near enough, the best is the one that leads on soonest; options
    // with the later first stop are those that get there sooner.
    if let best = within.last, let stop = answer.options[best].first {
      recommendation.option = best
      let name = network.facility(stop.facility).name
      let minutes = SpokenDuration(minutes: stop.minutes)
      recommendation.vi += "; \(name) trong \(minutes.vi)"
      recommendation.en += "; \(name) is reached in \(minutes.en)"
      return recommendation
    }
    recommendation.decision = .retrieval
    let threshold = SpokenDuration(minutes: limit)
    recommendation.vi +=
      "; không chặng đầu nào trong \(threshold.vi): nơi gần nhất, và đón chuyển"
    recommendation.en += "; no first stop within \(threshold.en): the nearest one, and retrieval"
    return recommendation
  }
}
