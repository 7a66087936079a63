import Exchange
import Facts
import Files
import Formats
import Testing
import TestSupport

@testable import Answers

/// Every answer in every format and both languages, held by files.
@Suite struct GoldenTests {
  /// A question with a name.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let network: Result<NetworkSession, any Error>
    let ask: @Sendable (NetworkSession) throws -> any Answer
    var testDescription: String { name }

    init(
      _ name: String, on network: Result<NetworkSession, any Error> = SharedSession.mekong,
      _ ask: @escaping @Sendable (NetworkSession) throws -> any Answer
    ) {
      self.name = name
      self.network = network
      self.ask = ask
    }

    init<Asked: Question>(
      _ name: String, _ type: Asked.Type,
      on network: Result<NetworkSession, any Error> = SharedSession.mekong,
      _ fields: QuestionFields
    ) {
      self.init(name, on: network) { session in
        try session.answer(Asked(fields, in: session, now: GoldenTests.now))
      }
    }
  }

  /// The present of all questions; each names its own instant.
  static let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 420))

  @Test(arguments: cases)
  func `Every answer is as its golden file has it`(_ one: Case) throws {
    try Goldens.check(try one.ask(one.network.get()), one.name)
  }

  static let day = "2026-11-25T10:00"
  static let night = "2026-11-25T02:00"

  static let cases: [Case] =
    [
      Case(
        "route", RouteQuestion.self,
        [
          "from": "Cái Nước, Cà Mau", "need": "stroke.thrombectomy", "at": day, "explain": "true",
        ]),
      Case(
        "route-card", RouteQuestion.self,
        [
          "from": "Mỏ Cày", "need": "nhồi máu cơ tim", "at": night, "avoid": "Cầu Rạch Miễu",
          "card": "true",
        ]),
      Case(
        "route-none", RouteQuestion.self,
        [
          "from": "Phú Quốc", "need": "stroke.thrombectomy", "at": "2026-11-25T23:00",
          "weather": "bad",
        ]),
      Case(
        "route-onset", RouteQuestion.self,
        [
          "from": "Xã Cù Lao Dung", "need": "stroke", "at": "2026-11-25T06:00", "onset": "03:05",
          "k": "2",
        ]),
      Case(
        "strategy", StrategyQuestion.self,
        [
          "from": "Xã Cù Lao Dung", "need": "stroke", "at": night, "onset": "01:15",
          "strategy": "compare",
        ]),
      Case(
        "departures-onset", DeparturesQuestion.self,
        [
          "from": "Xã Cù Lao Dung", "need": "stroke", "at": "2026-11-25T06:00", "onset": "05:05",
          "leaveUntil": "10:00",
        ]),
      Case(
        "departures", DeparturesQuestion.self,
        [
          "from": "Cần Giờ", "need": "stroke", "at": "2026-11-25T20:00", "leaveUntil": "20:30",
          "within": "130",
        ]),
      Case(
        "isochrone", IsochroneQuestion.self,
        [
          "from": "Cần Giờ", "isochrone": "30,60", "at": day, "resolution": "5000",
        ]),
      Case("patients") { session in
        let table =
          "id,need,severity,age,sex,count\na,trauma,T1,30,male,2\nb,stroke,T2,70,female,1\n"
        return try PatientsQuestion(
          ["from": "Cái Bè", "capacity": "2", "at": day],
          tables: .init(patients: .bytes(Array(table.utf8), name: "patients.csv")), in: session,
          now: now
        ).answer(in: session)
      },
      Case(
        "escalate", EscalationQuestion.self,
        [
          "from": "Cái Nước, Cà Mau", "need": "stroke.thrombectomy", "at": day,
        ]),
      Case(
        "coverage", CoverageQuestion.self,
        [
          "need": "stroke", "by": "province", "at": day, "curve": "true", "fairness": "true",
        ]),
      Case(
        "gaps", GapsQuestion.self,
        [
          "need": "stroke.thrombectomy", "threshold": "90", "at": night, "limit": "4",
        ]),
      Case(
        "loss", LossQuestion.self,
        [
          "need": "stroke.lysis", "at": night, "top": "3", "of": "crossings",
        ]),
      Case("whatif") { session in
        var question = try WhatIfQuestion(
          ["need": "stroke.thrombectomy", "at": night, "top": "5"], in: session, now: now)
        question.scenarios = ["rach-mieu-closed", "dong-thap-thrombectomy"].map {
          .file(repositoryFolder + "network-data/scenarios/\($0).xml")
        }
        return try question.answer(in: session)
      },
      Case("support", SupportQuestion.self, on: SharedSession.north, ["at": day]),
      Case("levels", LevelsQuestion.self, ["ladder": "emonc", "at": day]),
      Case("show", ShowQuestion.self, ["id": "bv-ca-mau", "at": day]),
      Case("show-place", ShowQuestion.self, ["id": "gso-2025:32128", "at": day]),
      Case("crossings", CrossingsQuestion.self, ["text": "rach mieu", "at": day]),
      Case("search", SearchQuestion.self, ["text": "bv da khoa ca mau", "at": day]),
      Case("places", PlacesQuestion.self, ["level": "province", "at": day]),
      Case("check", CheckQuestion.self, on: SharedSession.north, ["at": day, "grade": "true"]),
    ]
}
