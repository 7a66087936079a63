import Facts
public import HealthNetwork
public import TravelNetwork

/// Finds the best ways to definitive care, directly and by way of a first stop, over all pairs.
///
///     let plan = try PathwayPlan(for: need, in: network)
///     var search = StrategySearch(network, query, plan, TravelHierarchy(network.travel))
///     let answer = search.answer(from: origin, by: .compare)
///     answer.recommendation?.decision
///
/// A first stop must be able on arrival, definitive care on its own arrival, after the stay and by
/// the ferries of that hour. Of a way two things count: when the patient comes to a door behind
/// which treatment starts, and when to definitive care. Kept are the ways that no other beats in
/// both (the Pareto front), so whatever a rule weighs, the best pair is among them.
///
/// First stops are looked at in order of arrival, and from each the definitive centres in order of
/// arrival until one is able. That ends early and stays exact: nobody reaches definitive care
/// before he has left the first stop, so a first stop that is left later than the best definitive
/// arrival so far is beaten by the earlier one, and so is all that comes after it.
public struct StrategySearch: Sendable {
  /// What is asked.
  public let plan: PathwayPlan
  /// The query, with definitive care as its need.
  public var query: ReferralQuery { direct.query }
  /// The query with the first stop as its need.
  public var firstQuery: ReferralQuery { first.query }
  /// The travel network as the vehicle finds it.
  public var graph: TravelGraph { direct.graph }

  var direct: ReferralSearch
  private var first: ReferralSearch
  private var onward: ArrivalStream

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - query: What is asked; the plan says for which need.
  ///   - plan: The pathway.
  ///   - hierarchy: That of the network's travel map.
  public init(
    _ network: Network, _ query: ReferralQuery, _ plan: PathwayPlan, _ hierarchy: TravelHierarchy
  ) {
    self.init(PreparedReferrals(network, hierarchy), query, plan)
  }

  /// Prepares a search in a network that is prepared.
  ///
  /// - Parameters:
  ///   - prepared: The network, prepared for referrals.
  ///   - query: The question; the plan says for which need.
  ///   - plan: The pathway.
  public init(_ prepared: PreparedReferrals, _ query: ReferralQuery, _ plan: PathwayPlan) {
    var query = query
    query.need = plan.definitive
    self.init(ReferralSearch(prepared, query), plan)
  }

  /// Prepares a search with what a referral has prepared.
  ///
  /// - Parameters:
  ///   - referral: A referral of any need; its conditions and rules apply.
  ///   - plan: The pathway.
  public init(_ referral: ReferralSearch, _ plan: PathwayPlan) {
    self.plan = plan
    first = referral.asking(for: plan.first)
    var direct = referral.asking(
      for: plan.definitive, doorToTreatment: referral.query.doorToTreatment)
    let accesses = direct.access.accesses
    // Only they are looked for from each first stop, so their index is small.
    let able = direct.network.facilityIndices.map { direct.isEverAble($0) ? accesses[$0] : nil }
    onward = ArrivalStream(direct.stream.engine, targets: able, usage: .batch)
    self.direct = direct
  }

  /// The best ways from an origin.
  ///
  /// - Complexity: that of one search from the origin, and of one over the definitive centres from
  ///   each first stop that is left before the best definitive arrival.
  public mutating func answer(
    from origin: ReferralOrigin, by strategy: Strategy = .compare
  ) -> StrategyAnswer {
    var answer = StrategyAnswer()
    let directly = direct.answer(from: origin)
    answer.access = directly.access
    guard directly.access != nil else { return answer }
    let firstly = strategy == .direct ? ReferralAnswer() : first.answer(from: origin)
    guard first.start(from: origin), direct.start(from: origin) else { return answer }
    let arrivals = (first: first.arrivals(), direct: direct.arrivals())
    var ways = Ways()
    if strategy != .via {
      ways.options = directly.targets.map {
        directOption($0, arrival: arrivals.first[$0.facility])
      }
    }
    if strategy != .direct { addVias(arrivals.direct, &ways) }
    settle(&ways)
    answer.options = ways.options
    if answer.options.isEmpty {
      answer.start = ways.deadEnd.map {
        TreatmentStart($0, plan, ClockReader(plan: plan, query: query))
      }
    }
    answer.rejectedFirst = ways.withoutChosen(
      ways.rejectedFirst + firstly.rejected.filter { !$0.isForWantOfPlaces },
      answer.options.compactMap { $0.first ?? $0.firstTreatmentThere }
        + [answer.start?.stop].compactMap { $0 })
    answer.rejectedDefinitive = ways.withoutChosen(
      ways.rejectedDirect + directly.rejected, answer.options.map(\.definitive))
    if strategy == .compare {
      let judge = RuleJudge(plan: plan, query: query, network: direct.network)
      answer.recommendation = plan.rule.flatMap { judge.decide($0, answer) }
      answer.otherRules = plan.pathway.rules.filter { $0.id != plan.rule?.id }
        .compactMap { judge.decide($0, answer) }
    }
    if let nearest = answer.nearestVia.flatMap({ answer.options[$0].first }) {
      for stay in plan.dwells where stay.kind != plan.dwell?.kind {
        if let target = definitive(after: nearest, stay.time) {
          answer.otherStays.append((stay, target))
        }
      }
    }
    return answer
  }

  private mutating func directOption(
    _ target: ReferralTarget, arrival: UInt32?
  ) -> StrategyOption {
    var option = StrategyOption(definitive: target)
    if let arrival, case .target(let there) = first.judge(target.facility, deciseconds: arrival) {
      option.firstTreatmentThere = there
    }
    return option
  }

  /// Adds the ways by a first stop that none of them beats, by arrival there.
  private mutating func addVias(_ directArrivals: [UInt32?], _ ways: inout Ways) {
    // Whoever comes to a first stop after this is sooner both at treatment and at definitive care
    // when he goes directly.
    let direct = ways.options.filter { $0.firstTreatmentThere != nil }
      .min { $0.definitive.minutes < $1.definitive.minutes }
    var best: StrategyOption?
    while let (facility, deciseconds) = first.next() {
      // Arrivals only get later: the next ones are beaten too, and a few tell enough.
      if ways.beaten >= query.count { break }
      let minutes = TravelTime(deciseconds: deciseconds).minutes
      guard case .target(let stop) = first.judge(facility, deciseconds: deciseconds),
        !isDefinitive(facility, directArrivals)
      else { continue }
      let leaving = minutes + plan.stay.usual
      if let direct, minutes >= direct.definitive.minutes {
        beat(stop, noEarlierThan: leaving, by: direct, &ways)
        continue
      }
      if let best, leaving >= best.definitive.minutes {
        beat(stop, noEarlierThan: leaving, by: best, &ways)
        continue
      }
      if let target = definitive(after: stop, plan.stay, within: best?.definitive.minutes) {
        let option = viaOption(stop, target)
        best = option
        ways.options.append(option)
      } else if let best {
        beat(stop, noEarlierThan: best.definitive.minutes, by: best, &ways, isLast: false)
      } else {
        ways.deadEnd = ways.deadEnd ?? stop
        ways.rejectedFirst.append(
          Rejection(
            facility: facility, access: stop.access, minutes: stop.minutes,
            reasons: [.noWayOn(plan.definitive)]))
      }
    }
  }

  /// Whether a facility is itself able to give definitive care to a patient who comes directly.
  private mutating func isDefinitive(_ facility: FacilityIndex, _ arrivals: [UInt32?]) -> Bool {
    guard let arrival = arrivals[facility],
      case .target = direct.judge(facility, deciseconds: arrival)
    else { return false }
    return true
  }

  /// The definitive care that is reached first after a stay; nil when none is, or none within a time.
  private mutating func definitive(
    after stop: ReferralTarget, _ stay: TimeRange, within best: Double? = nil
  ) -> ReferralTarget? {
    guard let access = direct.travel.accesses[stop.facility] else { return nil }
    let lead = TripPrelude(
      minutes: stop.minutes + stay.usual, minutesLow: stop.minutesLow + stay.low,
      minutesHigh: stop.minutesHigh + stay.high, stay: stay.usual, kilometres: stop.kilometres)
    onward.start(
      from: access, departure: direct.departure,
      after: UInt32(clamping: (lead.minutes * 600).rounded()))
    while let (target, deciseconds) = onward.next() {
      let facility = FacilityIndex(target)
      if let best, TravelTime(deciseconds: deciseconds).minutes >= best { return nil }
      guard facility != stop.facility, let trip = onward.trip(to: target),
        case .target(let target) = direct.judge(
          facility, deciseconds: deciseconds, over: trip, after: lead)
      else { continue }
      return target
    }
    return nil
  }

  private func viaOption(_ stop: ReferralTarget, _ target: ReferralTarget) -> StrategyOption {
    var option = StrategyOption(definitive: target)
    option.first = stop
    option.stay = plan.stay
    option.leaving =
      TimeRange(low: stop.minutesLow, usual: stop.minutes, high: stop.minutesHigh) + plan.stay
    option.isBestCase = plan.stayIsLeast
    return option
  }

  /// Notes a first stop that a way beats, and all that come after it when that is so.
  private func beat(
    _ stop: ReferralTarget, noEarlierThan minutes: Double, by other: StrategyOption,
    _ ways: inout Ways, isLast: Bool = true
  ) {
    let winner = other.first ?? other.definitive
    let reason = Reason.dominatedBy(
      direct.network.facility(winner.facility).name,
      first: (stop.minutes, other.minutesToFirstTreatmentDoor),
      definitive: (minutes, other.definitive.minutes), isBound: true)
    ways.rejectedFirst.append(
      Rejection(
        facility: stop.facility, access: stop.access, minutes: stop.minutes, reasons: [reason]))
    if isLast { ways.beaten += 1 }
  }
}

extension Rejection {
  /// Whether only the number of targets wanted passed it over: here none is left out for that.
  fileprivate var isForWantOfPlaces: Bool { reasons.first?.code == .notSelectedK }
}
