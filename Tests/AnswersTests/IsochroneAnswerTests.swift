import Facts
import Formats
import TestSupport
import Testing

@testable import Answers

struct IsochroneAnswerTests {
  private func ask(_ more: QuestionFields) throws -> IsochroneAnswer {
    let session = try SharedSession.mekong.get()
    let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))
    var fields: QuestionFields = ["from": "Cần Giờ", "at": "2026-11-25T10:00"]
    for (name, value) in more.all { fields.add(name, value) }
    return try session.answer(IsochroneQuestion(fields, in: session, now: now))
  }

  @Test func `What is reached is told as areas and as rows, the same twice`() throws {
    let answer = try ask(["isochrone": "60,30"])
    let style = AnswerStyle(.vi)
    let areas = try #require(answer.geoJSON(style))
    #expect(areas.text().contains("MultiPolygon"))
    #expect(try ask(["isochrone": "60,30"]).geoJSON(style) == areas)
    let rows = try #require(answer.csv(style)).split(separator: "\n")
    #expect(rows.count == 3 && rows[1].hasPrefix("30,") && rows[2].hasPrefix("60,"))
    #expect(answer.table(style)?.hasPrefix("Đến được từ") == true)
    #expect(answer.xml(style) == nil)
  }

  @Test(arguments: [
    ("isochrone", "30,,60"), ("isochrone", "-5"), ("isochrone", "half"), ("resolution", "10"),
    ("resolution", "wide"), ("need", "stroke"),
  ])
  func `A wrong field is named`(name: String, value: String) throws {
    var fields: QuestionFields = name == "isochrone" ? [:] : ["isochrone": "30"]
    fields.add(name, value)
    let error = #expect(throws: QuestionError.self) { try ask(fields) }
    #expect(error?.field == name)
  }
}
