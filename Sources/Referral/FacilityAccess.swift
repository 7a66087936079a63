import Facts
public import HealthNetwork
public import TravelNetwork

/// How the facilities of a network are joined to the graph of a vehicle, closures ignored.
public struct FacilityAccess: Sendable {
  /// The access of each facility, by index; nil where it cannot be joined.
  public let accesses: [PointAccess?]

  /// Joins every facility to the nearest usable street or node of its block of land.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - graph: Its travel network as the vehicle finds it.
  ///   - streets: The streets of its travel map; nil when it has none.
  /// - Complexity: O(*n*), where *n* is the number of facilities, for points spread evenly.
  public init(_ network: Network, graph: TravelGraph, streets: StreetIndex?) {
    accesses = network.facilityPoints.map { graph.join($0, streets: streets) }
  }

  /// The facilities as they are joined to a prepared network.
  public init(_ prepared: PreparedNetwork) { accesses = prepared.accesses }
}
