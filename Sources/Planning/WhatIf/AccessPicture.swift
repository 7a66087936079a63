public import HealthNetwork
public import Referral

/// Where each commune of a network finds care: what two networks are compared by.
public struct AccessPicture: Sendable {
  /// The network.
  public let network: Network
  /// What is needed, when, and how people travel.
  public let query: ReferralQuery
  /// Where people live.
  public let demand: Demand
  /// The nearest facility able on arrival of each commune; nil where there is none.
  public let nearest: [CapableFacilitySearch.Found?]
  /// Deciseconds to the nearest hospital of unknown capability of each commune; nil where none is.
  public let unsure: [UInt32?]

  /// Searches from every commune.
  ///
  /// - Parameters:
  ///   - prepared: The network under the conditions of the query.
  ///   - query: What is needed.
  ///   - demand: Where people live.
  /// - Complexity: two searches for each commune, some microseconds each.
  public init(_ prepared: PlanningNetwork, _ query: ReferralQuery, _ demand: Demand) {
    network = prepared.network
    self.query = query
    self.demand = demand
    let accesses = prepared.accesses(of: demand)
    let reach = NearestTable(accesses, query, on: prepared)
    nearest = demand.communes.indices.map { reach.nearest(of: $0) }
    let possible = NearestTable(
      accesses, among: prepared.network.unsureHospitals(for: query), at: query.at, on: prepared)
    unsure = demand.communes.indices.map { possible.nearest(of: $0)?.deciseconds }
  }

  /// The people who reach care within a threshold, in deciseconds.
  public func people(within threshold: UInt32) -> Double {
    zip(demand.communes, nearest).reduce(0) { sum, pair in
      guard let found = pair.1, found.deciseconds <= threshold else { return sum }
      return sum + pair.0.people
    }
  }

  /// The people who reach no care at all.
  public var unreached: Double {
    zip(demand.communes, nearest).reduce(0) { $0 + ($1.1 == nil ? $1.0.people : 0) }
  }

  /// Whether a commune would be within a threshold, in deciseconds, if every hospital of unknown
  /// capability were able.
  func mayBeWithin(_ threshold: UInt32, _ commune: Int) -> Bool {
    let times = [nearest[commune]?.deciseconds, unsure[commune]]
    return times.compactMap(\.self).contains { $0 <= threshold }
  }

  /// The people who would reach care within a threshold, in deciseconds, if every hospital of unknown
  /// capability were able.
  public func possiblePeople(within threshold: UInt32) -> Double {
    demand.communes.indices.reduce(0) {
      $0 + (mayBeWithin(threshold, $1) ? demand.communes[$1].people : 0)
    }
  }
}
