public import HealthNetwork
public import Referral
public import TravelNetwork

/// A travel network under some conditions with all facilities joined to it: made once, and asked for
/// any number of needs.
public struct PlanningGround: Sendable {
  /// The network.
  public let network: Network
  /// The links, prepared.
  public let hierarchy: TravelHierarchy
  /// The travel network under the conditions.
  public let engine: TravelEngine
  /// How the facilities are joined to it.
  public let access: FacilityAccess

  /// Prepares a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - hierarchy: That of its travel map.
  ///   - conditions: For which vehicle, when, and without which links.
  /// - Complexity: O(*t* + *n*), where *t* is the number of triangles of the hierarchy and *n* of
  ///   facilities.
  public init(_ network: Network, _ hierarchy: TravelHierarchy, _ conditions: TravelConditions) {
    let graph = TravelGraph(network.travel, conditions)
    var engine = TravelEngine(graph, hierarchy)
    engine.optimizeForManyQueries()
    self.network = network
    self.hierarchy = hierarchy
    self.engine = engine
    access = FacilityAccess(network, graph: graph, streets: hierarchy.streets)
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
