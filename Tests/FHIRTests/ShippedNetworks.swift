import Exchange
import TestSupport

/// The shipped networks, each read once for all tests.
enum ShippedNetworks {
  private static let mekong = Result { try read("hcmc-mekong") }
  private static let north = Result { try read("northern-support") }

  /// The network of a folder of `network-data`.
  static func loaded(_ name: String) throws -> LoadedNetwork {
    try (name == "hcmc-mekong" ? mekong : north).get()
  }

  private static func read(_ name: String) throws -> LoadedNetwork {
    try LoadedNetwork(path: repositoryFolder + "network-data/" + name)
  }
}
