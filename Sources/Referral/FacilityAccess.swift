import Facts
import HealthNetwork
import TravelNetwork

/// How the facilities of a network are joined to the graph of a vehicle, closures ignored.
struct FacilityAccess: Sendable {
  /// The accesses of each facility, by index; none where it cannot be joined.
  let accesses: [[Access]]

  /// Joins every facility to the nearest usable node of its block of land.
  ///
  /// - Complexity: O(*n*), where *n* is the number of facilities, for points spread evenly.
  init(_ network: Network, graph: TravelGraph) {
    accesses = (0..<network.facilityCount).map { index in
      let access = network.records.facilities[index].record.position.point.flatMap {
        graph.access(to: $0, block: network.block(ofFacility: index))
      }
      return access.map { [$0] } ?? []
    }
  }
}
