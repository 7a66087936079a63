import Facts
import Files
import Formats
import TestSupport
import Testing

@testable import Answers

/// One session asked by hundreds of tasks at once.
///
/// `tools/test --sanitize thread` runs it under the thread sanitizer.
@Suite struct ConcurrentSessionTests {
  /// A question that gives its answer as text.
  private typealias Asking = @Sendable (NetworkSession) async throws -> String

  private static func asking<Asked: Question>(
    _ type: Asked.Type, _ fields: QuestionFields, as format: AnswerFormat = .json
  ) -> Asking {
    { session in
      let question = try Asked(fields, in: session, now: SharedSession.now)
      return try await session.ask(question).text(as: format, AnswerStyle()) ?? ""
    }
  }

  private static let matrix: Asking = { session in
    let question = try MatrixQuestion(
      ["from": "Năm Căn", "from": "bv-ca-mau", "to": "bv-cho-ray", "at": "\(day)"], in: session,
      now: SharedSession.now)
    var rows = try question.rows(in: session)
    var text = ""
    while let row = try rows.next() { text += row.text(as: .csv, AnswerStyle()) }
    return text
  }

  private static let whatIf: Asking = { session in
    var question = try WhatIfQuestion(
      ["need": "stroke.lysis", "at": "\(day)"], in: session, now: SharedSession.now)
    question.scenarios = [
      .file(repositoryFolder + "network-data/scenarios/rach-mieu-closed.xml")
    ]
    return try question.answer(in: session).text(as: .json, AnswerStyle()) ?? ""
  }

  private static let day = "2026-11-25T10:00"
  private static let night = "2026-11-26T02:00"

  /// Questions that take long, each asked once.
  private static let long: [Asking] = [
    asking(CoverageQuestion.self, ["need": "stroke", "by": "province", "at": "\(day)"], as: .csv),
    asking(GapsQuestion.self, ["need": "stroke.thrombectomy", "limit": "3", "at": "\(night)"]),
    whatIf, matrix,
  ]

  /// Questions about one place or one facility.
  private static var short: [Asking] {
    var all: [Asking] = [
      asking(SearchQuestion.self, ["text": "bv da khoa ca mau", "at": "\(day)"]),
      asking(ShowQuestion.self, ["id": "bv-ca-mau", "at": "\(day)"]),
      asking(ShowQuestion.self, ["id": "gso-2025:32128", "at": "\(day)"], as: .table),
      asking(CrossingsQuestion.self, ["text": "rach mieu", "at": "\(day)"]),
      asking(PlacesQuestion.self, ["level": "province", "at": "\(day)"], as: .csv),
      asking(
        EscalationQuestion.self, ["from": "32191", "need": "stroke.thrombectomy", "at": "\(day)"]),
      asking(
        StrategyQuestion.self,
        ["from": "32191", "need": "stroke", "strategy": "compare", "at": "\(night)"]),
      asking(
        DeparturesQuestion.self,
        ["from": "Cần Giờ", "need": "stroke", "at": "2026-11-25T20:00", "leaveUntil": "20:10"]),
    ]
    for (number, from) in ["32191", "bv-nam-can", "9.0,104.9"].enumerated() {
      for need in ["stroke.thrombectomy", "trauma"] {
        let avoid = number % 2 == 0 ? "Cầu Rạch Miễu" : "Cầu Hàm Luông"
        all += [
          asking(
            RouteQuestion.self, ["from": "\(from)", "need": "\(need)", "at": "\(day)"], as: .table),
          asking(
            RouteQuestion.self,
            ["from": "\(from)", "need": "\(need)", "at": "\(night)", "avoid": "\(avoid)"],
            as: .xml),
        ]
      }
    }
    return all
  }

  @Test func `Two hundred tasks have the same bytes as one after the other`() async throws {
    let loaded = try SharedSession.mekong.get().loaded
    let (long, short) = (Self.long, Self.short)
    let distinct = long + short
    // The long ones once each, the others until there are two hundred.
    let numbers =
      Array(long.indices) + (0..<(200 - long.count)).map { long.count + $0 * 7 % short.count }
    // Nothing is prepared yet: the tasks meet where things are made for the first time.
    let shared = NetworkSession(loaded)
    let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for number in numbers {
        group.addTask { (number, try await distinct[number](shared)) }
      }
      return try await group.reduce(into: [(Int, String)]()) { $0.append($1) }
    }
    #expect(answers.count == 200)
    let alone = NetworkSession(loaded)
    var expected: [String] = []
    for ask in distinct { expected.append(try await ask(alone)) }
    #expect(expected.allSatisfy { !$0.isEmpty })
    let different = answers.filter { $0.1 != expected[$0.0] }.map(\.0)
    #expect(different.isEmpty, "questions \(Set(different).sorted())")
  }
}
