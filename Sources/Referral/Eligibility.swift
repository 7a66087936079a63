import Facts
import HealthNetwork

/// Judges facilities for one query: what is so all day, once a facility and day, for all queries that
/// share tables; what depends on the hour of arrival, at each arrival.
struct Eligibility {
  /// What is known of a facility on arrival, but for the hours of what it does.
  struct Standing: Sendable {
    /// Reasons that rule it out.
    var reasons: [Reason] = []
    /// Statements that say it can, best first.
    var statements: [Capability] = []
    /// What to ask about.
    var cautions: [Caution] = []
    /// What its own record says of its working on the day; nil when nobody has confirmed it.
    var works: Bool? = true
    /// The report of the facility that was looked at.
    var status: StatusUse?
  }

  let network: Network
  let query: ReferralQuery
  /// The clinical window, counted from the onset to treatment.
  let window: TreatmentWindow?
  private let tables: StandingTables
  private let today: StandingTable
  /// Tables of other days than that of the query.
  private var laterTables: [Day: StandingTable] = [:]

  /// Prepares to judge for a query; without tables to share, with tables of its own.
  init(_ network: Network, _ query: ReferralQuery, _ tables: StandingTables? = nil) {
    self.network = network
    self.query = query
    self.tables = tables ?? StandingTables(network)
    today = self.tables.table(StandingTables.Key(query, on: query.at.day), in: network)
    window =
      query.doorToTreatment == nil
      ? today.window
      : network.treatmentWindow(of: query.need, doorToTreatment: query.doorToTreatment)
  }

  /// What is known of a facility at an arrival, but for the hours of what it does.
  ///
  /// - Parameters:
  ///   - facility: The index of the facility.
  ///   - arrival: When the patient arrives, or is looked for; nil for the departure.
  /// - Returns: The standing, reports included.
  mutating func standing(of facility: FacilityIndex, at arrival: Instant? = nil) -> Standing {
    let arrival = arrival ?? query.at
    var standing = standing(of: facility, on: arrival.day)
    judgeStatus(facility, at: arrival, &standing)
    return standing
  }

  /// Whether a facility has what is needed on a day, whatever it reports and at whatever hour.
  mutating func isEverAble(_ facility: FacilityIndex, on day: Day) -> Bool {
    standing(of: facility, on: day).reasons.isEmpty
  }

  /// Whether a facility has what is needed on the day of the query or one of the two after, within
  /// which whoever leaves arrives.
  mutating func isEverAble(_ facility: FacilityIndex) -> Bool {
    (0...2).contains { isEverAble(facility, on: Day(number: query.at.day.number + $0)) }
  }

  private mutating func standing(of facility: FacilityIndex, on day: Day) -> Standing {
    if day == query.at.day { return today.standing(of: facility) { judge(facility, on: day) } }
    let table = laterTables[day] ?? tables.table(StandingTables.Key(query, on: day), in: network)
    laterTables[day] = table
    return table.standing(of: facility) { judge(facility, on: day) }
  }

  /// The rotations to each facility, by its id.
  var rotations: [String: [Rotation]] { tables.rotations }

  /// How an arrival keeps the clinical window; nil without an onset or a window.
  ///
  /// - Parameters:
  ///   - door: From the departure to the door, in minutes.
  ///   - departure: When the patient leaves.
  /// - Returns: The reading.
  func reading(toDoor door: TimeRange, leaving departure: Instant) -> TreatmentWindow.Reading? {
    guard let onset = query.onset, let window else { return nil }
    return window.reading(toDoor: door, since: departure.time(since: onset).minutes)
  }

  /// Why an arrival is too late or too far, and what to ask about.
  ///
  /// - Parameters:
  ///   - minutes: Minutes to the door.
  ///   - kilometres: Kilometres to it.
  ///   - reading: How the clinical window is kept.
  /// - Returns: The reasons and the cautions.
  func limits(
    minutes: Double, kilometres: Double, _ reading: TreatmentWindow.Reading?
  ) -> (reasons: [Reason], cautions: [Caution]) {
    var reasons: [Reason] = []
    var cautions: [Caution] = []
    switch reading?.standing {
    case .missed: reasons += reading.map { [.outOfTimeWindow($0)] } ?? []
    case .extended: cautions.append(.extendedWindow(minutes: Int(reading?.window.limit ?? 0)))
    case .tight: cautions.append(.lateMoreOftenThanNot)
    case .kept where reading?.chance != .surely: cautions.append(.lateIfSlow)
    case .kept, nil: break
    }
    if let limit = query.maximumMinutes, minutes > limit {
      reasons.append(.outOfRadius(minutes: minutes, limit: limit))
    }
    if let limit = query.maximumKilometres, kilometres > limit {
      reasons.append(.outOfRadius(kilometres: kilometres, limit: limit))
    }
    return (reasons, cautions)
  }

  private func judge(_ index: FacilityIndex, on day: Day) -> Standing {
    let facility = network.facility(index)
    var standing = Standing()
    judgeWorking(facility, on: day, &standing)
    if !standing.reasons.isEmpty {
      let isOnlyUnconfirmed = standing.reasons.count == 1 && facility.activity == .unconfirmed
      standing.works = isOnlyUnconfirmed ? nil : false
    }
    judgeCapability(index, facility, on: day, &standing)
    judgePatient(facility, &standing)
    judgeAges(&standing)
    judgeRules(facility, &standing)
    if let precision = facility.position.precision, precision != .exact, precision != .street {
      standing.cautions.append(.pointNotExact(precision))
    }
    return standing
  }

  private func judgeWorking(_ facility: Facility, on day: Day, _ standing: inout Standing) {
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
    case .unconfirmed:
      let note = facility.provenance.note.map { network.words($0) }
      standing.reasons.append(.workingNotConfirmed(note: note))
    case .inactive:
      let note = facility.provenance.note.map { network.words($0) }
      standing.reasons.append(.notWorking(note: note))
    case .active, nil: break
    }
  }

  private func judgeCapability(
    _ index: FacilityIndex, _ facility: Facility, on day: Day, _ standing: inout Standing
  ) {
    let need = query.need
    let evidence = network.evidence(of: need.capability, at: index, on: day)
    let sure = evidence.yes.filter {
      ($0.provenance.confidence ?? .low) >= query.minimumConfidence
    }
    if let no = evidence.no.first,
      no.provenance.confidence ?? .low >= evidence.yes.first?.provenance.confidence ?? .low
    {
      standing.reasons.append(
        .capabilityMissing(need, statement: no, against: evidence.yes.first))
    } else if let yes = sure.first {
      standing.statements = sure
      if let no = evidence.no.first {
        standing.cautions.append(.remark(.sourcesDisagree(need, yes: yes, no: no)))
      }
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

  /// The ages and sex that the capability itself is for: newborn intensive care takes no adults.
  private func judgeAges(_ standing: inout Standing) {
    guard let type = network.vocabulary.capabilityTypes[query.need.capability],
      type.ageFrom != nil || type.ageTo != nil
    else { return }
    var group = PatientGroup()
    (group.ageFrom, group.ageTo) = (type.ageFrom, type.ageTo)
    if !group.mayHold(age: query.age, sex: query.sex) {
      standing.reasons.append(
        .ageOrSexNotServed([group], age: query.age, sex: query.sex, of: query.need))
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
