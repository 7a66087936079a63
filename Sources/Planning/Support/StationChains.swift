public import Facts
public import HealthNetwork

/// How many commune stations an unbroken chain of support leads to from the hubs of a specialty.
///
/// Every link of the chain is in force, and is about the specialty or about all.
public struct StationChains: Hashable, Sendable {
  /// The specialty.
  public let specialty: String
  /// The stations that a chain reaches, in ascending order.
  public let reached: [FacilityIndex]
  /// How many stations are in service.
  public let stations: Int

  /// Follows the chains of every specialty that has a network.
  ///
  /// - Parameters:
  ///   - graph: Who supports whom.
  ///   - day: The day.
  ///   - minimumConfidence: Links less sure than this break a chain.
  /// - Returns: One for each specialty, in order of its code.
  /// - Complexity: O(*n* + *l*) for each, where *n* is the number of actors and *l* of links.
  public static func all(
    _ graph: SupportGraph, on day: Day, minimumConfidence: Confidence = .medium
  ) -> [StationChains] {
    let network = graph.network
    let networks = network.records.specialtyNetworks.map(\.record)
    let stations = network.facilityIndices.filter {
      network.facility($0).kind == .communeHealthStation
        && network.facility($0).isInService(on: day, isConfirmed: false)
    }
    return Set(networks.map(\.specialty)).sorted().map { specialty in
      var reached = Set<Int>()
      for record in networks
      where record.specialty == specialty && record.period.standing(on: day) == .inForce {
        for member in record.members
        where (member.role == .hub || member.role == .lastLine)
          && member.period.standing(on: day) == .inForce
        {
          if let hub = network.facilityIndex(of: member.ref),
            network.facility(hub).isInService(on: day, isConfirmed: false)
          {
            reached.insert(hub.rawValue)
          }
        }
      }
      let links = graph.links.filter { link in
        (link.specialties.isEmpty || link.specialties.contains(specialty))
          && graph.counts(link, on: day, minimumConfidence: minimumConfidence)
      }
      let below = Dictionary(grouping: links, by: \.supporter)
      var queue = reached.sorted()
      while let here = queue.popLast() {
        for link in below[here] ?? [] where reached.insert(link.recipient).inserted {
          queue.append(link.recipient)
        }
      }
      return StationChains(
        specialty: specialty, reached: stations.filter { reached.contains($0.rawValue) },
        stations: stations.count)
    }
  }
}
