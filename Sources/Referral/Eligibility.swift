import Facts
import HealthNetwork

/// Judges facilities for one query: what does not depend on the way, once a facility; what
/// depends on the hour of arrival, at each arrival.
struct Eligibility {
  /// What is known of a facility whatever the hour of arrival.
  struct Standing {
    /// Reasons that rule it out.
    var reasons: [Reason] = []
    /// Statements that say it can, best first.
    var statements: [Capability] = []
    /// What to ask about.
    var cautions: [Caution] = []
    /// What its own record says of its working on the day; nil when nobody has confirmed it.
    var works: Bool? = true
  }

  let network: Network
  let query: ReferralQuery
  private let day: Day
  /// The clock that runs from the onset, and its limits in minutes.
  let window: (limit: Double?, extended: Double?, clock: ClinicalClock)?
  private var standings: [Standing?]

  init(_ network: Network, _ query: ReferralQuery) {
    self.network = network
    self.query = query
    day = query.at.day
    standings = Array(repeating: nil, count: network.facilityCount)
    // The clock of the capability itself comes before one of its whole specialty.
    let clocks = network.records.clocks.map(\.record).filter { clock in
      guard clock.start == .onset, clock.specialty == query.need.specialty else { return false }
      // A clock that rests on little, as the golden hour does, must not rule anything out.
      guard clock.provenance.confidence ?? .low >= .medium else { return false }
      guard clock.minutes != nil || clock.extendedMinutes != nil else { return false }
      return clock.capability == nil || clock.capability == query.need.capability
    }
    let clock = clocks.first { $0.capability != nil } ?? clocks.first
    window = clock.map { ($0.minutes, $0.extendedMinutes, $0) }
  }

  /// What is known of a facility whatever the hour of arrival.
  mutating func standing(of facility: Int) -> Standing {
    if let known = standings[facility] { return known }
    let standing = judge(facility)
    standings[facility] = standing
    return standing
  }

  /// The statement to rely on at an arrival, or why there is none.
  ///
  /// - Parameters:
  ///   - statements: Those that say the facility can, best first.
  ///   - arrival: The instant of arrival.
  /// - Returns: The first that is surely there, else the likeliest, else the first absent one.
  func service(
    of statements: [Capability], at arrival: Instant
  ) -> (statement: Capability, presence: Presence)? {
    var uncertain: (Capability, Presence)?
    var absent: (Capability, Presence)?
    for statement in statements {
      let presence = Presence(statement.windows, at: arrival)
      switch presence {
      case .always, .open: return (statement, presence)
      case .hoursUnknown: uncertain = uncertain ?? (statement, presence)
      case .chance(let chance, _) where chance >= query.minimumProbability:
        uncertain = uncertain ?? (statement, presence)
      case .chance, .closed: absent = absent ?? (statement, presence)
      }
    }
    return uncertain ?? absent
  }

  /// Whether a presence will do.
  func suffices(_ presence: Presence) -> Bool { presence.suffices(query.minimumProbability) }

  /// Why an arrival is too late or too far, and what to ask about.
  func limits(
    minutes: Double, minutesHigh: Double, kilometres: Double, arrival: Instant
  ) -> (reasons: [Reason], cautions: [Caution]) {
    var reasons: [Reason] = []
    var cautions: [Caution] = []
    if let onset = query.onset, let window {
      let elapsed = Double(arrival.seconds - onset.seconds) / 60
      let late = elapsed + minutesHigh - minutes
      let last = max(window.limit ?? 0, window.extended ?? 0)
      if elapsed > last {
        reasons.append(.outOfTimeWindow(elapsed: elapsed, limit: last, clock: window.clock))
      } else if let limit = window.limit, elapsed > limit {
        cautions.append(.extendedWindow(minutes: Int(limit)))
      } else if late > (window.limit ?? last) {
        cautions.append(.lateIfSlow)
      }
    }
    if let limit = query.maximumMinutes, minutes > limit {
      reasons.append(.outOfRadius(minutes: minutes, limit: limit))
    }
    if let limit = query.maximumKilometres, kilometres > limit {
      reasons.append(.outOfRadius(kilometres: kilometres, limit: limit))
    }
    return (reasons, cautions)
  }

  private func judge(_ index: Int) -> Standing {
    let facility = network.facility(index)
    var standing = Standing()
    judgeWorking(facility, &standing)
    if !standing.reasons.isEmpty {
      let isOnlyUnconfirmed = standing.reasons.count == 1 && facility.activity == .unconfirmed
      standing.works = isOnlyUnconfirmed ? nil : false
    }
    judgeCapability(index, facility, &standing)
    judgePatient(facility, &standing)
    judgeRules(facility, &standing)
    judgeStatus(index, &standing)
    if let precision = facility.position.precision, precision != .exact, precision != .street {
      standing.cautions.append(.pointNotExact(precision))
    }
    return standing
  }

  private func judgeWorking(_ facility: Facility, _ standing: inout Standing) {
    // `Facility.mayWork` tells the same without words.
    if let closed = facility.closed, day >= closed.start {
      let successor = facility.successor.flatMap { network.facilityIndex(of: $0) }
      standing.reasons.append(
        .facilityClosed(on: closed, successor: successor.map { network.facility($0).name }))
    }
    if let opened = facility.opened, day < opened.start {
      standing.reasons.append(.notYetActivated(from: opened))
    } else if let activated = facility.activated, day < activated.start {
      standing.reasons.append(.notYetActivated(from: activated))
    }
    switch facility.activity {
    case .unconfirmed: standing.reasons.append(.workingNotConfirmed(note: facility.provenance.note))
    case .inactive: standing.reasons.append(.notWorking(note: facility.provenance.note))
    case .active, nil: break
    }
  }

  private func judgeCapability(
    _ index: Int, _ facility: Facility, _ standing: inout Standing
  ) {
    let need = query.need
    let evidence = network.evidence(of: need.capability, at: index, on: day)
    let sure = evidence.yes.filter {
      ($0.provenance.confidence ?? .low) >= query.minimumConfidence
    }
    if let no = evidence.no.first,
      no.provenance.confidence ?? .low >= evidence.yes.first?.provenance.confidence ?? .low
    {
      standing.reasons.append(.capabilityMissing(need, statement: no))
    } else if !sure.isEmpty {
      standing.statements = sure
    } else if let unsure = evidence.yes.first {
      standing.reasons.append(
        .confidenceTooLow(need, statement: unsure, required: query.minimumConfidence))
    } else if let later = evidence.notYet.first, let from = later.period.from {
      standing.reasons.append(.capabilityNotYet(need, from: from))
    } else if let ended = evidence.ended.first, let to = ended.period.to {
      standing.reasons.append(.capabilityEnded(need, to: to))
    } else {
      let lower = network.vocabulary.codes(requiredBy: need.capability)
      let known = network.capabilities(of: index).first {
        $0.value == .yes && $0.code != need.capability && lower.contains($0.code)
          && $0.period.standing(on: day) == .inForce
      }
      let name = known.map { network.vocabulary.capabilityTypes[$0.code]?.name ?? $0.code }
      let nameEn = known.map { network.vocabulary.capabilityTypes[$0.code]?.nameEn ?? $0.code }
      standing.reasons.append(.capabilityUnknown(need, known: name, knownEn: nameEn))
    }
  }

  private func judgePatient(_ facility: Facility, _ standing: inout Standing) {
    let groups = facility.serves
    guard !groups.isEmpty else { return }
    let possible = groups.filter { $0.mayHold(age: query.age, sex: query.sex) }
    if possible.isEmpty {
      standing.reasons.append(.ageOrSexNotServed(groups, age: query.age, sex: query.sex))
    } else if !possible.contains(where: { $0.surelyHolds(age: query.age, sex: query.sex) }) {
      standing.cautions.append(.patientsServed(possible))
    }
  }

  private func judgeRules(_ facility: Facility, _ standing: inout Standing) {
    if let highest = query.highestTier, let tier = facility.tier, tier < highest {
      standing.reasons.append(.tierRule(tier: tier, highest: highest))
    }
    if let required = query.minimumLevel, facility.level.map({ $0.order < required.order }) ?? true
    {
      standing.reasons.append(.levelBelowRequired(facility.level, required: required))
    }
  }

  private func judgeStatus(_ index: Int, _ standing: inout Standing) {
    // What is only reported later is not yet known.
    guard let status = network.status(of: index), let expires = status.expires,
      status.reported.map({ $0 <= query.at }) ?? true
    else {
      if let type = query.bedType { standing.reasons.append(.statusMissing(bedType: type)) }
      return
    }
    guard query.at < expires else {
      // Expired is unknown: it neither opens nor closes anything, unless a report is required.
      if let type = query.bedType {
        standing.reasons.append(.statusTooOld(expired: expires, bedType: type))
      } else {
        standing.cautions.append(.statusTooOld)
      }
      return
    }
    if status.traffic == .closed { standing.reasons.append(.diverting(until: expires)) }
    if status.traffic == .advisory { standing.cautions.append(.advisory) }
    let required = network.vocabulary.codes(requiredBy: query.need.capability)
    if let off = status.off.first(where: { required.contains($0.capability) }) {
      standing.reasons.append(.serviceOff(query.need, note: off.note, until: expires))
    }
    if let type = query.bedType {
      // A report that is silent about a type of bed says nothing of it: that is not none.
      switch status.beds.first(where: { $0.type == type })?.available {
      case nil: standing.reasons.append(.statusMissing(bedType: type))
      case 0: standing.reasons.append(.noBed(ofType: type, until: expires))
      default: break
      }
    }
  }
}

extension Facility.Level {
  /// 0 for the lowest level.
  var order: Int {
    switch self {
    case .initial: 0
    case .basic: 1
    case .specialised: 2
    }
  }
}
