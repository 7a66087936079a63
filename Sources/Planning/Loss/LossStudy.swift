public import Facts
public import HealthNetwork
public import Referral
import TravelNetwork

/// What breaks when one thing is lost: every facility, every bridge and ferry, each in turn.
///
///     let study = LossStudy(prepared, query, demand, threshold: 36_000)
///     study.facilityLosses().ranked.first    // without it most people lose the hour
///     study.crossingLosses().ranked.first
///
/// Nothing is estimated. When a facility is lost, its communes go to the next one able on arrival,
/// which the first search has found too. When a crossing is lost, nothing changes for communes whose
/// answer does not rest on it (see `CapableFacilitySearch.nearestWithLinks`); for the others the weights that
/// depend on it are made anew and they are searched again.
public struct LossStudy: Sendable {
  /// The network under the conditions of the query.
  public let prepared: PlanningNetwork
  /// What is needed, when, and how people travel.
  public let query: ReferralQuery
  /// Where people live.
  public let demand: Demand
  /// Deciseconds within which people ought to reach care.
  public let threshold: UInt32
  /// The bridges and ferries in use.
  public let crossings: [Crossing]

  /// How each commune is joined to the travel network.
  let accesses: [PointAccess?]
  let search: CapableFacilitySearch
  /// The two nearest facilities of each commune.
  private let reach: NearestTable
  /// The crossing of each link; -1 for links of none.
  let crossingOfLink: [Int32]
  /// For each crossing the communes whose answers rest on it, in ascending order.
  let communesOverCrossing: [[Int]]

  /// Searches from every commune.
  ///
  /// - Parameters:
  ///   - prepared: The network under the conditions of the query.
  ///   - query: What is needed.
  ///   - demand: Where people live.
  ///   - threshold: Deciseconds within which people ought to reach care.
  ///   - findsWays: Whether it is to be asked about crossings.
  /// - Complexity: some microseconds for each commune, and as much again for its way.
  public init(
    _ prepared: PlanningNetwork, _ query: ReferralQuery, _ demand: Demand, threshold: UInt32,
    findsWays: Bool = true
  ) {
    self.prepared = prepared
    self.query = query
    self.demand = demand
    self.threshold = threshold
    accesses = prepared.accesses(of: demand)
    search = CapableFacilitySearch(prepared.network, query, prepared.engine, prepared.access)
    reach = NearestTable(accesses, query, on: prepared, depth: 2)
    let crossings = findsWays ? Crossing.all(of: prepared.engine.graph) : []
    var crossingOfLink = [Int32](
      repeating: -1, count: findsWays ? prepared.network.travel.links.count : 0)
    for (number, crossing) in crossings.enumerated() {
      for link in crossing.links { crossingOfLink[link] = Int32(number) }
    }
    self.crossings = crossings
    self.crossingOfLink = crossingOfLink
    let table = ClosedSearch(prepared, search, accesses, crossingOfLink, crossings.count)
    let all = Array(accesses.indices)
    let parts = stride(from: 0, to: crossings.isEmpty ? 0 : all.count, by: 64).map { start in
      ClosedSearch.ClosureCase(links: [], communes: Array(all[start..<min(all.count, start + 64)]))
    }
    let found = table.run(parts, findsWays: true)
    var communes = [[Int]](repeating: [], count: crossings.count)
    for (part, task) in parts.enumerated() {
      for (place, commune) in task.communes.enumerated() {
        for crossing in found.crossings(part, place) { communes[crossing].append(commune) }
      }
    }
    communesOverCrossing = communes
  }

  /// The facilities that are able whatever the way and the hour, in ascending order.
  public var able: [FacilityIndex] { search.able }

  /// The nearest facility of a commune as things are.
  public func nearest(ofCommune commune: Int) -> CapableFacilitySearch.Found? {
    reach.nearest(of: commune)
  }

  /// The people who reach care within a threshold, in deciseconds, as things are.
  public func people(within threshold: UInt32) -> Double {
    demand.communes.indices.reduce(0) { sum, commune in
      guard let found = nearest(ofCommune: commune), found.deciseconds <= threshold else {
        return sum
      }
      return sum + demand.communes[commune].people
    }
  }

  /// The people who reach no care at all as things are.
  public var unreached: Double {
    demand.communes.indices.reduce(0) { sum, commune in
      nearest(ofCommune: commune) == nil ? sum + demand.communes[commune].people : sum
    }
  }

  /// The loss of each facility that is able, in ascending order.
  public func facilityLosses() -> [Loss] {
    changesByFacility().map { Loss(.facility($0.facility), $0.changes, self) }
  }

  /// The loss of what is needed at each facility that has it.
  ///
  /// To whoever needs it that is the same as the loss of the facility; not so to others.
  public func capabilityLosses() -> [Loss] {
    changesByFacility().map { Loss(.capability(facility: $0.facility), $0.changes, self) }
  }

  private func changesByFacility() -> [(facility: FacilityIndex, changes: [AccessChange])] {
    var changes: [FacilityIndex: [AccessChange]] = [:]
    for commune in demand.communes.indices {
      guard let nearest = reach.nearest(of: commune) else { continue }
      changes[nearest.facility, default: []].append(
        AccessChange(
          commune: commune, before: nearest, after: reach.nearest(of: commune, rank: 1)))
    }
    return able.map { ($0, changes[$0] ?? []) }
  }
}
