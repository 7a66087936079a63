import Answers
import Facts
import TestSupport

/// Sessions of the shipped networks, each loaded once for all tests.
enum SharedSession {
  /// The network of Ho Chi Minh City and the Mekong delta.
  static let mekong = Result {
    try NetworkSession(repositoryFolder + "network-data/hcmc-mekong")
  }

  /// The northern mountains, with agreements and without vehicles.
  static let north = Result {
    try NetworkSession(repositoryFolder + "network-data/northern-support")
  }
  /// An instant at which most things are in force: ten in the morning, on a Wednesday.
  static let now =
    Instant("2026-11-25T10:00+07:00") ?? Instant(seconds: 0, zone: ZoneOffset(minutes: 0))
}

extension NetworkSession {
  /// Asks a question made of fields.
  func ask<Asked: Question>(
    _ type: Asked.Type, _ fields: QuestionFields, now: Instant = SharedSession.now
  ) throws(QuestionError) -> Asked.Reply {
    try answer(Asked(fields, in: self, now: now))
  }
}
