public import Facts
public import HealthNetwork
public import TravelNetwork

/// Follows the line from commune to last line, a tier at a time.
///
///     let escalation = Escalation(network, query, hierarchy)
///     let chain = escalation.chain(from: origin, facility: nil)
///     chain.steps.first?.chosen?.minutes
///
/// Each step leaves where the one before it ended, at the hour of arrival there: nobody knows how long
/// a patient is kept, so no time is added. A tier without anybody able is passed through the facility
/// that an agreement names, or else the nearest, and said to be broken. `docs/escalation.md` has the
/// rules.
public struct Escalation: Sendable {
  private let network: Network
  private let query: EscalationQuery
  private let prepared: PreparedReferrals?

  /// Prepares an escalation.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - query: What is asked.
  ///   - hierarchy: That of the network's travel map; nil when the network has no travel.
  public init(_ network: Network, _ query: EscalationQuery, _ hierarchy: TravelHierarchy?) {
    self.init(network, query, prepared: hierarchy.map { PreparedReferrals(network, $0) })
  }

  /// Prepares an escalation with what others have prepared.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - query: The question.
  ///   - prepared: The network prepared for referrals; nil when it has no travel.
  public init(_ network: Network, _ query: EscalationQuery, prepared: PreparedReferrals?) {
    self.network = network
    self.query = query
    self.prepared = prepared
  }

  /// Follows the line.
  ///
  /// - Parameters:
  ///   - origin: Where the patient is; nil when the point is not known.
  ///   - facility: The index of the facility where the patient is; nil for elsewhere.
  /// - Returns: A step for each tier above that of the facility: for each from the commune upwards when
  ///   the patient is in none, and from the district upwards in one of unknown tier.
  /// - Complexity: that of a referral a step.
  public func chain(from origin: ReferralOrigin?, facility: FacilityIndex?) -> EscalationChain {
    var finder = TransferBasisFinder(network, need: query.referral.need, on: query.referral.at.day)
    var eligibility = Eligibility(network, query.referral)
    let startTier = facility.map { network.facility($0).tier ?? 4 } ?? 5
    var chain = EscalationChain(
      steps: [], start: facility,
      startReasons: facility.map { eligibility.standing(of: $0).reasons }, withoutTier: [])
    var leg = Leg(
      origin: origin, facility: facility, departure: origin == nil ? nil : query.referral.at,
      passed: facility.map { [$0] } ?? [])
    leg.reached = reached(from: leg)
    let direct = leg.reached
    for tier in stride(from: startTier - 1, through: 1, by: -1) {
      var step = step(to: tier, leg, direct, &finder, &eligibility)
      if let chosen = step.chosen {
        let end = network.facility(chosen.facility).position.point
        let departure = leg.departure
        leg.facility = chosen.facility
        leg.passed.append(chosen.facility)
        leg.departure = departure.flatMap { departure in
          chosen.minutes.map { departure.advanced(by: TravelTime(minutes: $0)) }
        }
        leg.origin = end.map { point in
          ReferralOrigin(
            id: network.facility(chosen.facility).id, name: network.facility(chosen.facility).name,
            point: point, block: network.block(ofFacility: chosen.facility))
        }
        leg.minutes = leg.minutes.flatMap { passed in chosen.minutes.map { passed + $0 } }
        leg.reached = reached(from: leg)
      }
      step.totalMinutes = step.chosen == nil ? nil : leg.minutes
      chain.steps.append(step)
    }
    chain.withoutTier = withoutTier(leg.passed, &finder)
    return chain
  }

  /// Where the chain stands.
  private struct Leg {
    var origin: ReferralOrigin?
    var facility: FacilityIndex?
    var departure: Instant?
    var passed: [FacilityIndex]
    var minutes: Double? = 0
    var reached: ReferralAnswer?
  }

  /// Every facility as it is reached from where the chain stands; nil where no times are known.
  private func reached(from leg: Leg) -> ReferralAnswer? {
    guard let prepared, let origin = leg.origin, let departure = leg.departure else { return nil }
    var query = query.referral
    query.at = departure
    query.count = max(1, network.facilityCount)
    query.explainsUnreached = true
    var referral = prepared.search(query)
    let answer = referral.answer(from: origin)
    return answer.access == nil ? nil : answer
  }

  private func step(
    to tier: Int, _ leg: Leg, _ direct: ReferralAnswer?, _ finder: inout TransferBasisFinder,
    _ eligibility: inout Eligibility
  ) -> EscalationChain.Step {
    let facilities = network.facilityIndices.filter { facility in
      network.records.facilities[facility].record.tier == tier && !leg.passed.contains(facility)
        && ![.emergencyCentre, .emergencyStation].contains(
          network.records.facilities[facility].record.kind)
    }
    var targets: [FacilityIndex: ReferralTarget] = [:]
    for target in leg.reached?.targets ?? [] { targets[target.facility] = target }
    var rejections: [FacilityIndex: Rejection] = [:]
    for rejection in leg.reached?.rejected ?? [] { rejections[rejection.facility] = rejection }
    var directMinutes: [FacilityIndex: Double] = [:]
    for target in direct?.targets ?? [] { directMinutes[target.facility] = target.minutes }
    for one in direct?.rejected ?? [] { directMinutes[one.facility] = one.minutes }

    let candidates = facilities.map { facility in
      let target = targets[facility]
      let standing = eligibility.standing(of: facility).reasons
      return EscalationChain.Candidate(
        facility: facility, minutes: target?.minutes ?? rejections[facility]?.minutes,
        target: target,
        reasons: target != nil ? [] : rejections[facility]?.reasons ?? standing,
        backings: finder.backings(from: leg.passed, to: facility),
        directMinutes: directMinutes[facility])
    }
    let from = leg.facility.map { network.facility($0).tier } ?? nil
    var step = EscalationChain.Step(
      tier: tier, from: leg.facility, departure: leg.departure, facilityCount: facilities.count,
      lapsed: candidates.flatMap(\.backings).filter {
        $0.standing != .inForce && $0.precision < .authorities
      },
      verdicts: verdicts(from: from, to: tier))
    step.nearest = nearest(of: candidates) { $0.minutes != nil && isWorking($0.reasons) }
    step.nearestAble = nearest(of: candidates) { $0.minutes != nil && $0.isAble }
    let isNamed = { (candidate: EscalationChain.Candidate) in
      candidate.named.map {
        $0.provenance.confidence ?? .low >= query.referral.minimumConfidence
      } ?? false
    }
    // Without times the order of the directory decides between two that are named alike.
    let named = candidates.filter { isNamed($0) && isWorking($0.reasons) }
    step.named = nearest(of: named) { $0.isAble } ?? nearest(of: named) { _ in true }
    if query.rules == .enforce, let refused = step.verdicts.first(where: { $0.answer == .refused })
    {
      step.breakage = .notAllowed(refused)
      return step
    }
    let ableAndNamed = step.named.flatMap { $0.isAble ? $0 : nil }
    let able: EscalationChain.Candidate? =
      switch query.preference {
      case .nearest: step.nearestAble ?? ableAndNamed
      case .agreement: ableAndNamed ?? step.nearestAble
      }
    step.chosen = able ?? step.named ?? step.nearest
    // What authorities once agreed matters for the facility that is taken, not for all of the tier.
    step.lapsed += (step.chosen?.backings ?? []).filter {
      $0.standing != .inForce && $0.precision == .authorities
    }
    if able == nil { step.breakage = breakage(candidates, leg, &eligibility) }
    return step
  }

  /// The first to be reached; those of unknown way last, in the order of the directory.
  private func nearest(
    of candidates: [EscalationChain.Candidate], where holds: (EscalationChain.Candidate) -> Bool
  ) -> EscalationChain.Candidate? {
    candidates.filter(holds).min { left, right in
      (left.minutes ?? .infinity, left.facility) < (right.minutes ?? .infinity, right.facility)
    }
  }

  /// Whether a facility works, whatever it can do for this need.
  private func isWorking(_ reasons: [Reason]) -> Bool {
    reasons.allSatisfy {
      [.capabilityMissing, .capabilityUnknown, .confidenceTooLow].contains($0.code)
    }
  }

  private func breakage(
    _ candidates: [EscalationChain.Candidate], _ leg: Leg, _ eligibility: inout Eligibility
  ) -> EscalationChain.Break {
    guard !candidates.isEmpty else { return .noFacility }
    let standings = candidates.map { eligibility.standing(of: $0.facility).reasons }
    let able = zip(candidates, standings).filter { $0.1.isEmpty }.map(\.0)
    if !able.isEmpty {
      guard leg.reached != nil else { return .distancesUnknown(able: able.count) }
      let first = nearest(of: able) { _ in true }
      if let first { return .notReached(facility: first.facility, reasons: first.reasons) }
    }
    let codes = standings.compactMap { $0.first?.code }
    let no = codes.count { $0 == .capabilityMissing }
    let unknown = codes.count { $0 == .capabilityUnknown || $0 == .confidenceTooLow }
    return .noneAble(no: no, unknown: unknown, other: codes.count - no - unknown)
  }

  private func verdicts(from: Int?, to tier: Int) -> [TransferVerdict] {
    guard query.rules != .ignore else { return [] }
    return network.records.transferRules.map(\.record).filter {
      ($0.topic ?? "transfer") == "transfer"
        && $0.period.standing(on: query.referral.at.day) == .inForce
    }.compactMap { TransferVerdict($0, from: from, to: tier, isEmergency: query.isEmergency) }
  }

  private func withoutTier(_ passed: [FacilityIndex], _ finder: inout TransferBasisFinder)
    -> [TransferBasis]
  {
    var found: [TransferBasis] = []
    for facility in network.facilityIndices
    where network.records.facilities[facility].record.tier == nil && !passed.contains(facility) {
      found += finder.backings(from: passed, to: facility).filter {
        $0.standing == .inForce && $0.precision < .authorities
      }
    }
    return found
  }
}

extension Network {
  /// Whether a facility is said to be the last line: of its region, or by a capability `lastline` of
  /// the need's specialty.
  public func isLastLine(_ facility: FacilityIndex, for need: Need, on day: Day) -> Bool {
    if records.facilities[facility].record.isLastLine == true { return true }
    let code = need.specialty + ".lastline"
    guard vocabulary.capabilityTypes[code] != nil else { return false }
    let evidence = evidence(of: code, at: facility, on: day)
    return !evidence.yes.isEmpty && evidence.no.isEmpty
  }
}
