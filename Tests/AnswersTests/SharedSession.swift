import Answers
import Facts
import TestSupport

/// Sessions of the shipped networks, each loaded once for all tests.
enum SharedSession {
  /// The network of Ho Chi Minh City and the Mekong delta.
  static let mekong = Result {
    try NetworkSession(repositoryFolder + "network-data/hcmc-mekong")
  }

  /// The network of support in the north, which has neither points nor ways.
  static let north = Result {
    try NetworkSession(repositoryFolder + "network-data/northern-support")
  }
}
