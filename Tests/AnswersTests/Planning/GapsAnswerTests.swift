import Answers
import Facts
import Formats
import Planning
import TestSupport
import Testing

@Suite struct GapsAnswerTests {
  private let now = Instant(seconds: 1_795_575_600, zone: ZoneOffset(minutes: 420))

  private func answer(_ fields: QuestionFields) throws -> GapsAnswer {
    let session = try SharedSession.mekong.get()
    return try session.answer(GapsQuestion(fields, in: session, now: now))
  }

  @Test func `gaps tell a cause and changes that were verified`() throws {
    let answer = try answer([
      "need": "stroke.thrombectomy", "threshold": "90", "limit": "3", "at": "2026-11-25T02:00",
    ])
    #expect(answer.isFound && answer.gaps.count == 3)
    #expect(answer.demand.scheme == "gso-2025")
    for gap in answer.gaps {
      for change in gap.changes {
        #expect(!change.lost.isEmpty || change.peopleGained >= gap.people - 1)
      }
    }
    let style = AnswerStyle(.en)
    #expect(answer.csv(style)?.split(separator: "\n").count == 4)
    #expect(
      answer.table(style)?.contains("communes, administrative units since 2025-07-01") == true)
  }

  @Test func `no limit is too large`() throws {
    let answer = try answer([
      "need": "stroke.thrombectomy", "threshold": "200", "limit": "10000",
      "at": "2026-11-25T10:00",
    ])
    #expect(answer.gaps.count == answer.communes.count)
  }

  @Test func `where everybody is in time nothing is found`() throws {
    let answer = try answer([
      "need": "trauma", "threshold": "100000", "at": "2026-11-25T10:00", "vehicle": "mixed",
    ])
    #expect(answer.isFound == !answer.communes.isEmpty)
  }

  @Test(arguments: [
    ("need", "magic"), ("limit", "0"), ("limit", "many"), ("threshold", "-1"), ("by", "commune"),
  ])
  func `a wrong field is named`(field: String, value: String) throws {
    var fields: QuestionFields = ["at": "2026-11-25T10:00"]
    if field != "need" { fields.add("need", "stroke") }
    fields.add(field, value)
    #expect(throws: QuestionError.self) { try answer(fields) }
    #expect(throws: QuestionError(field: "need", .missing)) { try answer([:]) }
  }
}
