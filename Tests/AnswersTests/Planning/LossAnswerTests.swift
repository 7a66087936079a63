@testable import Answers
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing

@Suite struct LossAnswerTests {
  private let now = Instant(seconds: 1_795_575_600, zone: ZoneOffset(minutes: 420))

  private func answer(_ fields: QuestionFields) throws -> LossAnswer {
    let session = try SharedSession.mekong.get()
    return try session.answer(LossQuestion(fields, in: session, now: now))
  }

  @Test func `the people of a loss are those of its places`() throws {
    let fields: QuestionFields = [
      "need": "stroke.lysis", "threshold": "60", "at": "2026-11-25T02:00", "of": "facilities",
      "of": "crossings", "top": "3", "scheme": "gso-2024",
    ]
    let answer = try answer(fields)
    #expect(
      try self.answer(fields).text(as: .json, AnswerStyle())
        == answer.text(as: .json, AnswerStyle()))
    let need = try #require(answer.needs.first)
    #expect(need.need.need.capability == "stroke.lysis" && need.need.minutes == 60)
    #expect(need.sections.map(\.kind) == [.facilities, .crossings])
    #expect(answer.csv(AnswerStyle())?.split(separator: "\n").count == 7)
    for loss in need.sections.flatMap({ $0.losses.prefix(3) }) {
      #expect(loss.tally.communes == loss.changes.count)
      let losing = loss.changes.filter { $0.wasWithin(36_000) && !$0.isWithin(36_000) }
        .reduce(0) { $0 + answer.demand.communes[$1.commune].people }
      #expect(abs(losing - loss.tally.leaving) < 1)
    }
  }

  @Test func `tables name what is lost, in either language`() throws {
    let answer = try answer([
      "need": "stroke.lysis", "at": "2026-11-25T02:00", "of": "crossings", "pairs": "bridges",
      "top": "2",
    ])
    for language in Language.allCases {
      let table = try #require(answer.table(AnswerStyle(language, width: 200)))
      #expect(table.contains("Cầu Hàm Luông (QL60)"))
      #expect(table.contains(language("Mất hai cầu cùng lúc", "Two bridges lost")))
      #expect(table.contains(language("điều tra dân số 2019", "census 2019")))
    }
    #expect(answer.geoJSON(AnswerStyle())?.text().contains("MultiLineString") == true)
  }

  @Test(arguments: [
    ("threshold", "0"), ("need", "nothing-such"), ("group", "60+"), ("group", "old"),
    ("scheme", "gso-1999"), ("of", "trains"), ("pairs", "ferries"), ("top", "0"),
  ])
  func `a wrong field is named`(field: String, value: String) throws {
    var fields: QuestionFields = ["at": "2026-11-25T10:00"]
    if field != "need" { fields.add("need", "stroke") }
    fields.add(field, value)
    let error = #expect(throws: QuestionError.self) { try answer(fields) }
    #expect(error?.field == field)
  }

  @Test func `Units of one name are not added up`() throws {
    let session = try SharedSession.mekong.get()
    let answer = try session.ask(
      LossQuestion.self,
      [
        "need": "trauma", "at": "2026-11-25T10:00", "scheme": "gso-2024", "of": "facilities",
        "top": "5", "minConfidence": "low",
      ])
    let report = LossReport(answer: answer, style: AnswerStyle(.vi))
    let need = try #require(answer.needs.first)
    for loss in need.sections.flatMap(\.losses) {
      let units = report.units(loss.changes, threshold: need.need.deciseconds)
      #expect(Set(units.map(\.name)).count == units.count)
      // A district is told with its province, as several bear its name.
      #expect(units.allSatisfy { $0.name.contains(", ") })
    }
  }
}
