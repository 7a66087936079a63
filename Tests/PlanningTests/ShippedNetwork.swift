import Exchange
import HealthNetwork
import TestSupport

/// The shipped network, read once for all tests.
enum ShippedNetwork {
  static let network = Result {
    try LoadedNetwork(path: repositoryFolder + "network-data/hcmc-mekong").network
  }
}
