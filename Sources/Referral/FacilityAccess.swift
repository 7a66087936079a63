import Facts
import HealthNetwork
import TravelNetwork

/// How the facilities of a network are joined to the graph of a vehicle, closures ignored.
struct FacilityAccess: Sendable {
  /// The access of each facility, by index; nil where it cannot be joined.
  let accesses: [PointAccess?]

  /// Joins every facility to the nearest usable street or node of its block of land.
  ///
  /// - Complexity: O(*n*), where *n* is the number of facilities, for points spread evenly.
  init(_ network: Network, graph: TravelGraph, streets: LinkIndex?) {
    accesses = (0..<network.facilityCount).map { index in
      network.records.facilities[index].record.position.point.flatMap {
        graph.join($0, block: network.block(ofFacility: index), streets: streets)
      }
    }
  }
}
