import Exchange
import Facts
import Files
import Formats
import Testing
import TestSupport

@testable import Answers

/// Every answer in every format and both languages, held by files.
@Suite struct GoldenTests {
  /// The present of all questions; each names its own instant.
  static let now = Instant(
    seconds: GoldenQuestion.nowSeconds, zone: ZoneOffset(minutes: 420))

  static let day = GoldenQuestion.day
  static let night = GoldenQuestion.night

  @Test(arguments: GoldenQuestion.whole)
  func `Every answer is as its golden file has it`(_ asked: GoldenQuestion) throws {
    let session = try asked.session.get()
    let ask = try #require(Self.questions[asked.question], "no question \(asked.question)")
    try Goldens.check(try ask(asked, session), asked.name)
  }

  /// How the question of each name is asked.
  private static let questions:
    [String: @Sendable (GoldenQuestion, NetworkSession) throws -> any Answer] =
      [
        "route": { try ask(RouteQuestion.self, $0, $1) },
        "strategy": { try ask(StrategyQuestion.self, $0, $1) },
        "departures": { try ask(DeparturesQuestion.self, $0, $1) },
        "isochrone": { try ask(IsochroneQuestion.self, $0, $1) },
        "patients": { asked, session in
          try PatientsQuestion(
            QuestionFields(asked.fields),
            tables: .init(patients: TableSource(try #require(asked.sources("patients").first))),
            in: session,
            now: now
          ).answer(in: session)
        },
        "escalate": { try ask(EscalationQuestion.self, $0, $1) },
        "coverage": { try ask(CoverageQuestion.self, $0, $1) },
        "gaps": { try ask(GapsQuestion.self, $0, $1) },
        "loss": { try ask(LossQuestion.self, $0, $1) },
        "whatif": { asked, session in
          var question = try WhatIfQuestion(QuestionFields(asked.fields), in: session, now: now)
          question.scenarios = asked.sources("scenario")
          return try question.answer(in: session)
        },
        "support": { try ask(SupportQuestion.self, $0, $1) },
        "levels": { try ask(LevelsQuestion.self, $0, $1) },
        "show": { try ask(ShowQuestion.self, $0, $1) },
        "crossings": { try ask(CrossingsQuestion.self, $0, $1) },
        "search": { try ask(SearchQuestion.self, $0, $1) },
        "places": { try ask(PlacesQuestion.self, $0, $1) },
        "check": { try ask(CheckQuestion.self, $0, $1) },
      ]

  private static func ask<Asked: Question>(
    _ type: Asked.Type, _ asked: GoldenQuestion, _ session: NetworkSession
  ) throws -> any Answer {
    try session.answer(Asked(QuestionFields(asked.fields), in: session, now: now))
  }
}

extension GoldenQuestion {
  /// The session of its network.
  var session: Result<NetworkSession, any Error> {
    network == .mekong ? SharedSession.mekong : SharedSession.north
  }

  /// The documents of a field.
  func sources(_ field: String) -> [DataSource] {
    documents.filter { $0.field == field }.map { document in
      document.text.map { .bytes(Array($0.utf8), name: document.name) }
        ?? .file(repositoryFolder + document.path)
    }
  }
}
