import Exchange
import Files
import HealthNetwork
import TestSupport

/// The shipped network, read once for all tests.
enum ShippedNetwork {
  static let loaded = Result {
    try LoadedNetwork(path: repositoryFolder + "network-data/hcmc-mekong")
  }

  /// The network alone.
  static var network: Result<Network, any Error> { loaded.map(\.network) }

  /// The network with delta documents applied.
  static func applying(_ deltas: [DataSource]) throws -> LoadedNetwork {
    try loaded.get().applying(deltas)
  }
}
