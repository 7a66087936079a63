import Answers
import Facts
import TestSupport

/// Sessions of the shipped networks, each loaded once for all tests.
enum SharedSession {
  /// The network of Ho Chi Minh City and the Mekong delta.
  static let mekong = Result {
    try NetworkSession(repositoryFolder + "network-data/hcmc-mekong")
  }
}
