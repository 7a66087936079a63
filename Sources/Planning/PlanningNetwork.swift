public import HealthNetwork
public import Referral
public import TravelNetwork

/// A travel network under some conditions with all facilities joined to it: made once, and asked for
/// any number of needs.
public struct PlanningNetwork: Sendable {
  /// The network.
  public let network: Network
  /// The links, prepared.
  public let hierarchy: TravelHierarchy
  /// The travel network under the conditions.
  public let engine: TravelEngine
  /// How the facilities are joined to it.
  public let access: FacilityAccess
  /// The cache that it was taken from.
  private let networks: PreparedNetworks

  /// Prepares a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - hierarchy: That of its travel map.
  ///   - conditions: For which vehicle, when, and without which links.
  /// - Complexity: O(*t* + *n*), where *t* is the number of triangles of the hierarchy and *n* of
  ///   facilities.
  public init(_ network: Network, _ hierarchy: TravelHierarchy, _ conditions: TravelConditions) {
    self.init(network, PreparedReferrals(network, hierarchy).networks, conditions)
  }

  /// Takes a network that is prepared, or is then kept for whoever asks next.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - networks: Its prepared travel networks, as `PreparedReferrals` keeps them.
  ///   - conditions: For which vehicle, on which day, and without which links.
  public init(
    _ network: Network, _ networks: PreparedNetworks, _ conditions: TravelConditions
  ) {
    let prepared = networks.network(conditions, usage: .batch)
    self.network = network
    self.networks = networks
    hierarchy = prepared.hierarchy
    engine = prepared.engine.departing(at: conditions.at)
    access = FacilityAccess(prepared)
  }

  /// The same network under other conditions, kept beside this one for whoever asks next.
  ///
  /// - Complexity: as for the initializer, where nobody asked before.
  func under(_ conditions: TravelConditions) -> PlanningNetwork {
    PlanningNetwork(network, networks, conditions)
  }

  /// How each commune is joined to the travel network; nil for one that is not.
  ///
  /// - Complexity: O(*n*), where *n* is the number of communes, for points spread evenly.
  public func accesses(of demand: Demand) -> [PointAccess?] {
    demand.communes.map { commune in
      commune.point.flatMap {
        engine.graph.join($0, block: commune.block, streets: hierarchy.streets)
      }
    }
  }
}
