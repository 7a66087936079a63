import Facts
import HealthNetwork
import Referral
import TravelNetwork

/// The places beyond a threshold, by people, and what would close each gap.
///
///     let gaps = GapSearch(coverage, on: prepared, within: 60).gaps(first: 20)
///     gaps.first?.changes.first
public struct GapSearch {
  private var verifier: ChangeVerifier
  private let coverage: Coverage
  private let prepared: PreparedDemand
  private let minutes: Double
  private var able: CapableFacilitySearch
  private var unknown: CapableFacilitySearch
  /// Those to which the capability might be given.
  private var hospitals: CapableFacilitySearch
  private var anyHospital: CapableFacilitySearch
  /// The same network with every ferry running at all hours.
  private var ferries: CapableFacilitySearch

  /// How likely each hospital is to have the capability, or to get it.
  private let plausibility: Plausibility

  /// How many hospitals are considered for a telephone call, for each place.
  private static let mostAsked = 3

  /// Prepares the search.
  ///
  /// - Parameters:
  ///   - coverage: The coverage, of everybody prepared.
  ///   - prepared: The communes that it was made for.
  ///   - minutes: The threshold.
  public init(
    _ coverage: Coverage, on prepared: PreparedDemand, within minutes: Double
  ) {
    let query = coverage.query.referral
    let typical = prepared.typical.travel
    func search(_ facilities: [FacilityIndex]) -> CapableFacilitySearch {
      CapableFacilitySearch(
        only: facilities.map { SupposedAbility(of: $0) }, typical.engine, typical.access,
        at: query.at)
    }
    let abilities = coverage.abilities
    let plausibility = Plausibility(
      specialty: query.need.specialty, capability: query.need.capability, in: prepared.network,
      on: query.at.day)
    let plausible = prepared.hospitals.filter { plausibility.rank(of: $0) != nil }
    self.plausibility = plausibility
    able = search(prepared.network.facilityIndices.filter { abilities[$0] == .able })
    unknown = search(plausible.filter { abilities[$0] == .unknown })
    hospitals = search(plausible)
    anyHospital = search(prepared.hospitals)
    var conditions = typical.engine.graph.conditions
    conditions.honoursTimetables = false
    let open = typical.under(conditions)
    ferries = CapableFacilitySearch(prepared.network, query, open.engine, open.access)
    verifier = ChangeVerifier(coverage, on: prepared, within: minutes)
    self.coverage = coverage
    self.prepared = prepared
    self.minutes = minutes
  }

  /// The numbers of all communes beyond the threshold, the most people first.
  public var communes: [Int] {
    let people = coverage.demand.communes
    return verifier.unserved.filter { people[$0].people > 0 }
      .sorted { (people[$0].people, $1) > (people[$1].people, $0) }
  }

  /// The gaps with most people.
  ///
  /// - Parameter count: How many are wanted.
  /// - Returns: The gaps, the one with most people first.
  /// - Complexity: a few searches from each unserved commune, whatever the number of candidates, and
  ///   a coverage for each different set of ferries.
  public mutating func gaps(first count: Int) -> [Gap] {
    let chosen = communes.prefix(count)
    let accesses = coverage.accesses()
    var candidates: [(cause: Gap.Cause, changes: [PlannedChange])] = []
    for commune in chosen { candidates.append(self.candidates(commune)) }
    verifier.prepare(candidates.flatMap(\.changes))
    return zip(chosen, candidates).map { gap($0, accesses[$0], $1) }
  }

  private mutating func gap(
    _ commune: Int, _ access: CommuneAccess,
    _ candidates: (cause: Gap.Cause, changes: [PlannedChange])
  ) -> Gap {
    let changes = candidates.changes.map { verifier.verify($0) }
      .filter { $0.gained.contains(commune) }
      .enumerated().sorted { left, right in
        // Candidates stand in order of likelihood and arrival, which decides between equal ones.
        let ranks = [left, right].map { rank(of: $0.element.change) }
        return (
          left.element.change.cost.rawValue, -ranks[0], -left.element.peopleGained, left.offset
        ) < (
          right.element.change.cost.rawValue, -ranks[1], -right.element.peopleGained, right.offset
        )
      }.map(\.element)
    return Gap(
      commune: commune, people: coverage.demand.communes[commune].people, nearest: access.able,
      minutesOver: access.able.map { $0.minutes - minutes }, cause: candidates.cause,
      changes: changes)
  }

  /// How likely the facility of a telephone call is; the same for all else.
  private func rank(of change: PlannedChange) -> Int {
    guard case .ask(let facility) = change else { return 0 }
    return plausibility.rank(of: facility) ?? 0
  }

  /// Why a commune is beyond the threshold, and what might change that.
  private mutating func candidates(
    _ commune: Int
  ) -> (cause: Gap.Cause, changes: [PlannedChange]) {
    guard let access = prepared.typical.accesses[commune] else { return (.notJoined, []) }
    let limit = TravelTime(minutes: minutes).deciseconds(rounded: .down)
    // The likeliest first; of equally likely ones the nearest, in which order they come.
    let asked = unknown.all(within: limit, from: access).enumerated().sorted { left, right in
      (plausibility.rank(of: right.element.facility) ?? 0, left.offset)
        < (plausibility.rank(of: left.element.facility) ?? 0, right.offset)
    }.prefix(GapSearch.mostAsked).map(\.element)
    let closed = able.all(within: limit, from: access).first
    let nearest = hospitals.all(within: limit, from: access).first
    let links = ferryLinks(from: access)
    var changes = asked.map { PlannedChange.ask(facility: $0.facility) }
    if let closed { changes.append(.openService(facility: closed.facility)) }
    if let links { changes.append(.runFerries(links: links)) }
    if let nearest {
      changes.append(.rotate(facility: nearest.facility))
      changes.append(.upgrade(facility: nearest.facility))
    }
    changes.append(.build(commune: commune))
    let cause: Gap.Cause
    if let first = asked.first {
      cause = .capabilityUnknown(facility: first.facility)
    } else if let links {
      cause = .ferryNotRunning(links: links)
    } else if let closed {
      cause = .closedOnArrival(facility: closed.facility)
    } else if let nearest = anyHospital.all(within: limit, from: access).first {
      cause = .noCapability(facility: nearest.facility)
    } else {
      cause = .distance
    }
    return (cause, changes)
  }

  /// The ferries with hours on the way that would be in time if they ran; nil when there is none.
  private mutating func ferryLinks(from access: PointAccess) -> [LinkIndex]? {
    guard let found = ferries.nearest(1, from: access).first, found.minutes <= minutes,
      let trip = ferries.trip(to: found.facility)
    else { return nil }
    let graph = prepared.typical.travel.engine.graph
    let timed = trip.journey.legs.flatMap(\.links).filter { !graph.map.links[$0].windows.isEmpty }
    return timed.isEmpty ? nil : Set(timed).sorted()
  }
}
