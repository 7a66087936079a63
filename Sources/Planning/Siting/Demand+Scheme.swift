import Facts
public import HealthNetwork

extension Demand {
  /// The geography whose communes are smallest among those with figures: the one with most of them.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - basis: What is to be counted; nil for census figures.
  /// - Returns: nil when no communes have figures.
  /// - Complexity: O(*n*), where *n* is the number of places.
  public static func finestScheme(of network: Network, basis: Population.Basis?) -> String? {
    let bases = basis.map { [$0] } ?? [.censusResident, .censusRecut]
    var counts: [String: Int] = [:]
    for located in network.records.places where located.record.level == .commune {
      if bases.contains(where: { located.record.population($0) != nil }) {
        counts[located.record.scheme, default: 0] += 1
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
