import Answers
import Facts
import TestSupport

/// The shipped networks, each loaded once for all tests.
enum SharedSession {
  /// Ho Chi Minh City and the Mekong delta, with vehicles and links.
  static let mekong = load("hcmc-mekong")
  /// The northern mountains, with agreements and without vehicles.
  static let north = load("northern-support")
  /// An instant at which most things are in force: ten in the morning, on a Wednesday.
  static let now = instant("2026-11-25T10:00")

  /// An instant in the zone of the networks.
  static func instant(_ text: String) -> Instant {
    Instant(text, zone: ZoneOffset(minutes: 7 * 60))!
  }

  private static func load(_ name: String) -> NetworkSession {
    try! NetworkSession(repositoryFolder + "network-data/" + name)
  }
}

extension NetworkSession {
  /// Asks a question made of fields.
  func ask<Asked: Question>(
    _ type: Asked.Type, _ fields: QuestionFields, now: Instant = SharedSession.now
  ) throws(QuestionError) -> Asked.Reply {
    try answer(Asked(fields, in: self, now: now))
  }
}
