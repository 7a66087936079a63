import Exchange
import Facts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The clock and the environment, at which only the command line looks.
enum Machine {
  /// The environment variables.
  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The present instant, in no particular zone.
  static var now: Instant {
    Instant(seconds: Int(Date().timeIntervalSince1970), zone: ZoneOffset(minutes: 0))
  }

  /// The facts of the machine that loading a network needs.
  static var surroundings: Surroundings {
    Surroundings(
      environment: environment, moment: Int(Date().timeIntervalSince1970 * 1e9))
  }
}
