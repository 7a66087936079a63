public import Facts
public import HealthNetwork

/// The communes that have a supporting hospital, in every geography of a network.
///
///     let supported = SupportedCommunes(network, on: day)
///     supported.supporters["gso-2024:28270"]
///
/// A commune is supported as `CommuneSupport` says; what is said of a whole area without naming who is
/// supported is support of no commune by name.
public struct SupportedCommunes: Sendable {
  /// The ids of the supporters of each supported commune, by its reference.
  public private(set) var supporters: [String: Set<String>] = [:]

  /// Gathers who is supported.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - day: The day.
  ///   - minimumConfidence: Records less sure than this do not count.
  /// - Complexity: that of `CommuneSupport`, for each geography.
  public init(_ network: Network, on day: Day, minimumConfidence: Confidence = .medium) {
    let graph = SupportGraph(network)
    for scheme in network.records.schemes.map(\.record.id) {
      let support = CommuneSupport(
        graph, scheme: scheme, on: day, minimumConfidence: minimumConfidence)
      for commune in support.communes where commune.isSupported {
        supporters[network.place(commune.place).reference] = Set(
          commune.links.map { graph.id(of: graph.links[$0].supporter) })
      }
    }
  }

  /// The communes of a geography that others do not support and these do, in ascending order.
  public func communes(notIn other: SupportedCommunes, ofScheme scheme: String) -> [String] {
    supporters.keys.filter { $0.hasPrefix(scheme + ":") && other.supporters[$0] == nil }.sorted()
  }
}
