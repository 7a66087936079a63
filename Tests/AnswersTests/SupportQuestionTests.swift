import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import TestSupport
import Testing

@testable import Answers

struct SupportQuestionTests {
  private let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 420))

  private func ask(
    _ fields: QuestionFields, north: Bool = false
  ) throws -> SupportAnswer {
    let session = try (north ? SharedSession.north : SharedSession.mekong).get()
    return try session.answer(SupportQuestion(fields, in: session, now: now))
  }

  private func rows(_ json: JSONValue?, _ key: String) throws -> [[String: JSONValue]] {
    guard case .object(let fields)? = json, case .array(let rows)?? = fields[key] else {
      throw QuestionError(field: key, .missing)
    }
    return rows.compactMap { row in
      if case .object(let fields) = row { fields.compactMapValues { $0 } } else { nil }
    }
  }

  @Test func `A network without travel gets no minutes`() throws {
    let answer = try ask(["at": "2026-11-25"], north: true)
    guard case .object(let fields)? = answer.json(AnswerStyle()) else {
      Issue.record("an object")
      return
    }
    let parts = SupportQuestion.Part.allCases.map(\.rawValue)
    #expect(Set(fields.keys) == Set(parts + ["query"]))
    let communes = try rows(answer.json(AnswerStyle()), "communes")
    #expect(communes.count == 3 && communes.allSatisfy { $0["minutes"] == nil })
    let techniques = try rows(answer.json(AnswerStyle()), "techniques")
    #expect(techniques.contains { $0["derived"] == .bool(true) })
    let text = answer.table(AnswerStyle(.en))
    #expect(text?.contains("This network has no travel: no minutes") == true)
  }

  @Test func `Before its first evidence nothing is known to be in force`() throws {
    let answer = try ask(["at": "2026-03-10", "part": "communes"], north: true)
    let communes = try rows(answer.json(AnswerStyle()), "communes")
    #expect(communes.allSatisfy { $0["way"] == .string("none") })
    #expect(
      communes.contains { $0["not_in_force"] == .array([.string("van-dinh-van-dinh")]) })
  }

  @Test func `Each commune of the Delta has a row, and most a proposal with its minutes`() throws {
    let answer = try ask(["at": "2026-11-25T08:00", "part": "communes"])
    let lines = try #require(answer.csv(AnswerStyle())).split(separator: "\n")
    #expect(lines.count == 659)
    #expect(
      lines[0]
        == "code,name,unit,way,supporters,by,not_in_force,source,proposed,proposed_name,minutes,nearness"
    )
    #expect(lines.filter { $0.contains(",none,") }.count == 644)
  }

  @Test func `Support and what-if count the same communes as supported`() throws {
    let answer = try ask(["at": "2026-11-25", "part": "communes"])
    let network = try SharedSession.mekong.get().network
    let supported = SupportedCommunes(network, on: answer.question.at.day)
    let communes = answer.support.communes.filter(\.isSupported).map {
      network.place($0.place).reference
    }
    #expect(
      Set(communes) == Set(supported.supporters.keys.filter { $0.hasPrefix("gso-2025:") }))
  }

  @Test func `Several parts have no form as separated values`() throws {
    let answer = try ask(["at": "2026-11-25", "part": "agreements", "part": "chains"], north: true)
    #expect(answer.csv(AnswerStyle()) == nil)
    #expect(answer.tables(AnswerStyle()).map(\.key) == ["agreements", "chains"])
  }

  @Test(arguments: [
    ("scheme", "x"), ("months", "-1"), ("limit", "0"), ("by", "moon"), ("vehicle", "tank"),
    ("at", "soon"), ("part", "hearts"), ("minConfidence", "sure"), ("colour", "red"),
  ])
  func `A wrong field is named`(name: String, value: String) throws {
    let error = #expect(throws: QuestionError.self) {
      _ = try ask(QuestionFields([(name, value)]))
    }
    #expect(error?.field == name)
  }
}
