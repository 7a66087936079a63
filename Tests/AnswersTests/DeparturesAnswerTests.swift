import Facts
import Formats
import Referral
import TestSupport
import Testing

@testable import Answers

struct DeparturesAnswerTests {
  private func ask(_ fields: QuestionFields) throws -> DeparturesAnswer {
    let session = try SharedSession.mekong.get()
    let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))
    return try session.answer(DeparturesQuestion(fields, in: session, now: now))
  }

  @Test func `Every minute is asked, as a table and for programs`() throws {
    let answer = try ask([
      "from": "gso-2025:27664", "need": "stroke", "at": "2026-11-25T20:00", "leaveUntil": "20:20",
      "within": "130",
    ])
    #expect(answer.isFound)
    let style = AnswerStyle(.vi)
    #expect(answer.table(style)?.contains("Đi muộn nhất") == true)
    #expect(
      answer.text(as: .json, style)?
        .contains("\"leaveUntil\": \"2026-11-25T20:20:00+07:00\"") == true)
    #expect(answer.csv(style)?.hasPrefix("leave_from,leave_to,") == true)
    #expect(answer.xml(style) == nil && answer.geoJSON(style) == nil)
  }

  @Test func `The last departure on slow roads is itself in time, in both languages`() throws {
    let answer = try ask([
      "from": "Xã Cù Lao Dung", "need": "stroke", "at": "2026-11-25T06:00", "onset": "05:05",
      "leaveUntil": "08:00",
    ])
    let latest = try #require(answer.departures.latest.first)
    let slow = try #require(latest.leaveIfSlow).clock
    let texts = Language.allCases.map { language in
      (answer.table(AnswerStyle(language, width: 400)) ?? "")
    }
    #expect(texts.contains { $0.contains("Đường chậm: muộn nhất \(slow).") })
    #expect(texts.contains { $0.contains("On slow roads: by \(slow).") })
    #expect(texts.contains { $0.contains("bắt đầu điều trị khi đã 4 giờ 31 phút từ khởi phát") })
  }

  @Test func `A clock before the departure is that of the next day`() throws {
    let session = try SharedSession.mekong.get()
    let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))
    let question = try DeparturesQuestion(
      ["from": "32191", "need": "stroke", "at": "2026-11-25T20:00", "leaveUntil": "05:00"],
      in: session, now: now)
    #expect(question.last.description == "2026-11-26T05:00:00+07:00")
  }

  @Test(arguments: ["2026-11-24", "2026-12-25", "soon"])
  func `The last departure lies within a week of the first`(last: String) throws {
    let error = #expect(throws: QuestionError.self) {
      try ask([
        "from": "32191", "need": "stroke", "at": "2026-11-25T20:00", "leaveUntil": last,
      ])
    }
    #expect(error?.field == "leaveUntil" && error?.value == last)
  }
}
