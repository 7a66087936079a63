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

  /// Searches from every commune.
  ///
  /// - Parameters:
  ///   - ground: The network under the conditions of the query.
  ///   - query: What is needed.
  ///   - demand: Where people live.
  /// - Complexity: some microseconds for each commune.
  public init(_ ground: PlanningGround, _ query: ReferralQuery, _ demand: Demand) {
    network = ground.network
    self.query = query
    self.demand = demand
    let reach = NearestTable(ground.accesses(of: demand), query, on: ground)
    nearest = demand.communes.indices.map { reach.nearest(of: $0) }
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
}
