public import Facts
public import HealthNetwork
public import TravelNetwork

/// Finds the nearest facilities able to treat a patient on arrival, and says why not the nearer.
///
///     var referral = ReferralSearch(network, query, TravelHierarchy(network.travel))
///     let answer = referral.answer(from: origin)
///     answer.targets.first?.minutes
///
/// Facilities come in order of arrival. Each is a target, or gets reasons; the search goes on until
/// there are enough targets. So every facility nearer than the last target is one or the other, and
/// none is both. What is prepared serves any number of origins.
public struct ReferralSearch: Sendable {
  /// The network.
  public let network: Network
  /// What is asked.
  public internal(set) var query: ReferralQuery
  /// The travel network as the vehicle finds it.
  public var graph: TravelGraph { stream.engine.graph.departing(at: departure) }

  let prepared: PreparedReferrals
  let travel: PreparedNetwork
  /// When the patient leaves, on the day of the travel network.
  let departure: Instant
  var eligibility: Eligibility
  var stream: ArrivalStream
  var counterfactuals: [Counterfactual]
  var anyVehicle: Counterfactual?

  /// Prepares a query.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - query: What is asked.
  ///   - hierarchy: That of the network's travel map.
  ///   - departure: The day whose links are used, where it is another than that of the query.
  ///   - usage: Whether answers for more than a few origins follow.
  /// - Complexity: O(*n* + *m*), where *n* is the number of facilities and *m* of travel links.
  public init(
    _ network: Network, _ query: ReferralQuery, _ hierarchy: TravelHierarchy,
    leaving departure: Instant? = nil, usage: SearchUsage = .single
  ) {
    self.init(PreparedReferrals(network, hierarchy), query, leaving: departure, usage: usage)
  }

  /// How the facilities are joined to the travel network.
  var access: FacilityAccess { FacilityAccess(travel) }

  /// The links, prepared.
  var hierarchy: TravelHierarchy { travel.hierarchy }

  /// The same query for its first target alone, without some more links.
  ///
  /// Where facilities are joined does not depend on closures: that is kept.
  func without(_ links: Set<LinkIndex>) -> ReferralSearch {
    var query = query
    query.count = 1
    query.explainsUnreached = false
    query.avoided.formUnion(links)
    return ReferralSearch(prepared, query)
  }

  /// Asks a prepared network.
  init(
    _ prepared: PreparedReferrals, _ query: ReferralQuery, leaving departure: Instant? = nil,
    usage: SearchUsage = .single
  ) {
    network = prepared.network
    self.prepared = prepared
    self.query = query
    self.departure = departure ?? query.at
    var conditions = query.conditions
    conditions.at = self.departure
    travel = prepared.networks.network(conditions, usage: usage)
    eligibility = Eligibility(network, query, prepared.tables)
    stream = travel.stream()
    counterfactuals =
      query.explainsUnreached ? Counterfactual.all(prepared, query, joinedAs: travel) : []
  }

  /// Asks something else of a network that is prepared already: same vehicle, hour and avoided links.
  init(_ prepared: ReferralSearch, asking query: ReferralQuery) {
    precondition(
      query.conditions == prepared.query.conditions && !query.explainsUnreached,
      "the network was prepared for another journey")
    network = prepared.network
    self.query = query
    self.prepared = prepared.prepared
    travel = prepared.travel
    departure = prepared.departure
    eligibility = Eligibility(network, query, prepared.prepared.tables)
    stream = prepared.stream
    counterfactuals = []
  }

  /// Answers for one origin.
  ///
  /// - Complexity: O((*n* + *m*) log *n*) at worst, where *n* is the number of travel nodes and *m*
  ///   of links; mostly far less, as the search ends with the last target.
  public mutating func answer(from origin: ReferralOrigin) -> ReferralAnswer {
    var answer = ReferralAnswer()
    guard let start = join(origin) else { return answer }
    answer.access = start.departures.first
    stream.start(from: start, departure: departure)
    var beyond: [Rejection] = []
    while let (facility, deciseconds) = next() {
      let verdict = judge(facility, deciseconds: deciseconds)
      if answer.targets.count < query.count {
        switch verdict {
        case .target(let target): answer.targets.append(target)
        case .rejection(let rejection): answer.rejected.append(rejection)
        }
        if answer.targets.count == query.count && !query.explainsUnreached { break }
      } else {
        guard case .target(let target) = verdict else { continue }
        beyond.append(
          Rejection(
            facility: facility, access: target.access, minutes: target.minutes,
            reasons: [
              .notSelected(rank: query.count + beyond.count + 1, count: query.count)
            ]))
        if beyond.count == ReferralSearch.furtherTargets { break }
      }
    }
    guard query.explainsUnreached else { return answer }
    let cut = explainUnreached(from: start, answer: answer)
    let explained = Set(cut.map(\.facility))
    answer.rejected += beyond.filter { !explained.contains($0.facility) } + cut
    return answer
  }

  /// How an origin is joined to the network: a facility with a helipad there too.
  func join(_ origin: ReferralOrigin) -> PointAccess? {
    let graph = stream.engine.graph
    let access = graph.join(origin.point, block: origin.block, streets: hierarchy.streets)
    guard let facility = origin.id.flatMap({ network.facilityIndex(of: $0) }) else { return access }
    return network.joined(access, atPadOf: facility, graph)
  }

  /// How many eligible facilities after the last target are told of.
  private static let furtherTargets = 2

  /// What a facility is for the patient.
  enum Verdict {
    case target(ReferralTarget)
    case rejection(Rejection)
  }

  /// Judges a facility that the stream has found.
  mutating func judge(_ facility: FacilityIndex, deciseconds: UInt32) -> Verdict {
    let arrival = query.at.advanced(byDeciseconds: deciseconds)
    let standing = eligibility.standing(of: facility, at: arrival)
    guard standing.reasons.isEmpty, let trip = stream.trip(to: facility.rawValue) else {
      return .rejection(
        Rejection(
          facility: facility, access: travel.accesses[facility]?.arrivals.first,
          minutes: Double(deciseconds) / 600, reasons: standing.reasons, status: standing.status))
    }
    return judge(facility, deciseconds: deciseconds, over: trip, after: TripPrelude())
  }

  /// Judges an able facility at an arrival.
  ///
  /// - Parameters:
  ///   - facility: The facility.
  ///   - deciseconds: From the departure of the query to the arrival.
  ///   - trip: The way there.
  ///   - lead: What lies between the departure and the beginning of the trip.
  /// - Returns: A target, its minutes and kilometres counted from the departure, or a rejection.
  mutating func judge(
    _ facility: FacilityIndex, deciseconds: UInt32, over trip: Trip, after lead: TripPrelude
  ) -> Verdict {
    let minutes = TravelTime(deciseconds: deciseconds).minutes
    let arrival = query.at.advanced(byDeciseconds: deciseconds)
    let standing = eligibility.standing(of: facility, at: arrival)
    let (start, journey, end) = (trip.start, trip.journey, trip.end)
    let doors = start.minutes + end.minutes
    let low =
      lead.minutesLow + doors
      + (lead.isNone
      ? journey : graph.retimed(trip, startingAfter: lead.minutesLow, departure: departure).journey)
      .minutesLow
    let high =
      lead.minutesHigh + doors * network.travel.profile.slowFactor
      + (lead.isNone
      ? journey
      : graph.retimed(trip, startingAfter: lead.minutesHigh, departure: departure).journey)
      .minutesHigh
    let kilometres =
      lead.kilometres + journey.kilometres + (start.metres + end.metres) / 1_000
      * network.travel.profile.accessDetour
    var reasons: [Reason] = []
    var cautions = standing.cautions
    let service = eligibility.service(of: standing.statements, at: arrival)
    if let service {
      reasons += [eligibility.absence(of: service.statement, service.presence, at: arrival)]
        .compactMap { $0 }
    }
    let reading = eligibility.reading(
      toDoor: TimeRange(low: low, usual: minutes, high: high), leaving: query.at)
    let limits = eligibility.limits(
      minutes: minutes - lead.stay, kilometres: kilometres, reading)
    reasons += limits.reasons
    cautions += limits.cautions
    guard reasons.isEmpty, let service else {
      return .rejection(
        Rejection(
          facility: facility, access: end, minutes: minutes, reasons: reasons,
          status: standing.status))
    }
    cautions += eligibility.cautions(of: service.statement, service.presence, at: arrival)
    cautions += eligibility.disagreement(
      of: standing.statements, service.presence, at: arrival)
    let late = query.at.advanced(by: TravelTime(minutes: high))
    if case .closed = eligibility.presence(of: service.statement, at: late) {
      cautions.append(.closedIfSlow)
    }
    cautions += ferryCautions(of: trip, from: query.at)
    return .target(
      ReferralTarget(
        facility: facility, start: start, access: end, minutes: minutes,
        minutesLow: min(low, minutes),
        minutesHigh: max(high, minutes), kilometres: kilometres, arrival: arrival,
        statement: service.statement, presence: service.presence, journey: journey,
        cautions: cautions, status: standing.status, window: reading))
  }

  /// What to ask about the ferries, boats and flights of a way on the days on which they are taken.
  private func ferryCautions(of trip: Trip, from departure: Instant) -> [Caution] {
    var cautions: [Caution] = []
    var passed = trip.start.minutes
    for leg in trip.journey.legs {
      let came = departure.advanced(by: TravelTime(minutes: passed))
      passed += leg.minutes + leg.waitedMinutes
      let name = leg.crossing ?? leg.name ?? ""
      if leg.hoursUnknown {
        cautions.append(.ferryHoursUnknown(name, words: leg.hoursInWords))
      } else if let words = leg.hoursInWords {
        cautions.append(.ferryHoursInWords(name, words))
      }
      cautions += leg.exceptions.map { .remark(.ferryException(name, $0, on: came.day)) }
      if leg.mode != .road, leg.exceptions.isEmpty, let holiday = network.holiday(on: came.day) {
        cautions.append(.remark(.ferryHoliday(name, holiday, came.day)))
      }
    }
    return cautions
  }
}
