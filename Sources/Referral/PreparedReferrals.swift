public import HealthNetwork
public import TravelNetwork

/// A network prepared for referrals of any need, vehicle and hour, shared by any number of tasks.
///
///     let prepared = PreparedReferrals(network, hierarchy)
///     var search = prepared.search(query)       // one per task
///     search.answer(from: origin)
///
/// The travel network of each situation and what is known of facilities for each need are made when
/// they are first asked for, and kept.
public final class PreparedReferrals: Sendable {
  /// The network, with its live reports.
  public let network: Network
  /// The travel networks, with the facilities joined to them by index.
  public let networks: PreparedNetworks
  let tables: StandingTables

  /// Prepares a network: nothing is made yet.
  public init(_ network: Network, _ hierarchy: TravelHierarchy) {
    self.network = network
    networks = PreparedNetworks(network.travel, hierarchy, points: network.facilityPoints)
    tables = StandingTables(network)
  }

  private init(_ other: PreparedReferrals, _ network: Network) {
    self.network = network
    networks = other.networks
    tables = other.tables
  }

  /// The same with other live reports: all that is prepared is shared.
  ///
  /// - Parameter network: The network with the reports, made by `Network.reporting`.
  /// - Returns: The same, with the reports of the network.
  public func reporting(_ network: Network) -> PreparedReferrals {
    PreparedReferrals(self, network)
  }

  /// A search for a query.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - usage: Whether answers for thousands of origins follow.
  /// - Returns: A search of its own for one task.
  /// - Complexity: O(1) in a known situation.
  public func search(_ query: ReferralQuery, usage: SearchUsage = .single) -> ReferralSearch {
    ReferralSearch(self, query, usage: usage)
  }
}
