import Formats
import Referral
import TestSupport
import Testing
import TravelNetwork

@testable import Answers

/// A session prepares a situation once, whichever question asks about it.
@Suite struct SharedPreparationTests {
  /// One question of every kind that searches ways.
  private static let questions:
    [(name: String, ask: @Sendable (NetworkSession) async throws -> Void)] =
      [
        one(RouteQuestion.self, ["from": "Năm Căn", "need": "stroke"]),
        one(RouteQuestion.self, ["from": "Năm Căn", "need": "stroke", "avoid": "rach-mieu"]),
        one(StrategyQuestion.self, ["from": "Năm Căn", "need": "stroke.thrombectomy"]),
        one(DeparturesQuestion.self, ["from": "Năm Căn", "need": "stroke", "leaveUntil": "12:00"]),
        one(IsochroneQuestion.self, ["from": "Năm Căn", "isochrone": "30"]),
        one(EscalationQuestion.self, ["from": "bv-nam-can", "need": "stroke"]),
        one(CoverageQuestion.self, ["need": "stroke"]),
        one(AccessQuestion.self, ["need": "stroke"]),
        one(GapsQuestion.self, ["need": "stroke", "limit": "3"]),
        one(LevelsQuestion.self, ["within": "60"]),
        one(SupportQuestion.self, [:]),
      ]

  private static func one<Asked: Question>(
    _ type: Asked.Type, _ fields: QuestionFields
  ) -> (name: String, ask: @Sendable (NetworkSession) async throws -> Void) {
    (
      "\(type) \(fields)",
      { session in
        var fields = fields
        fields.add("at", "2026-11-25T10:00")
        let question = try Asked(fields, in: session, now: SharedSession.now)
        _ = try await session.ask(question)
      }
    )
  }

  @Test func `A question that is asked again prepares nothing`() async throws {
    // Not the session of all tests, which others ask meanwhile.
    let session = try NetworkSession(repositoryFolder + "network-data/hcmc-mekong")
    for (name, ask) in Self.questions {
      try await ask(session)
      let made = session.prepared.networks.madeCount
      #expect(made > 0, "\(name)")
      try await ask(session)
      #expect(session.prepared.networks.madeCount == made, "\(name)")
    }
  }
}
