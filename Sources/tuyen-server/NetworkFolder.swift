import Answers
import Exchange
import Files
import Logging

/// The documents that a network is loaded from, and whether they have changed since.
struct NetworkFolder: Sendable {
  let path: String
  let scenarios: [String]
  let logger: Logger

  /// The path of the network where none is named.
  static var defaultPath: String {
    let named = Machine.environment["TUYEN_NETWORK"] ?? ""
    return named.isEmpty ? "network-data/hcmc-mekong" : named
  }

  /// Loads the network.
  func load() throws(ExchangeFailure) -> NetworkSession {
    let logger = logger
    var loader = NetworkLoader { logger.warning("snapshot", metadata: ["reason": .string($0)]) }
    loader.surroundings = Machine.surroundings
    return NetworkSession(try loader.load(path, deltas: scenarios)) {
      logger.warning("hierarchy", metadata: ["reason": .string($0)])
    }
  }

  /// The stamps of the documents in the file system; nil where they cannot be listed.
  var stamps: [String: FileStamp]? {
    guard var stamps = try? NetworkLoader.stamps(of: path) else { return nil }
    for scenario in scenarios { stamps[scenario] = FileStamp(path: scenario) }
    return stamps
  }
}
