import Facts
import Formats
import HealthNetwork
import Referral
import Testing
import TravelNetwork

@testable import Answers

/// Codes as people type them, wherever they are typed.
@Suite struct CodeTests {
  private let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))

  private func query(_ fields: QuestionFields) throws -> RouteQuestion {
    var fields = fields
    fields.add("need", "stroke")
    fields.add("from", "bv-nam-can")
    fields.add("at", "2026-11-25T10:00")
    return try RouteQuestion(fields, in: try SharedSession.mekong.get(), now: now)
  }

  @Test func `case and marks of codes do not matter, and names are as good`() throws {
    let query = try query([
      "bed": "ICU", "vehicle": "Ambulance", "weather": "BAD", "severity": "Critical",
      "minConfidence": "HIGH", "sex": "nữ", "minLevel": "Basic", "within": "90,5",
    ]).query
    #expect(query.bedType == "icu" && query.vehicle.id == "ambulance")
    #expect(query.weather?.id == "bad" && query.severity?.code == "critical")
    #expect(query.minimumConfidence == .high && query.sex == .female)
    #expect(query.minimumLevel == .basic && query.maximumMinutes == 90.5)
    #expect(try self.query(["vehicle": "xe cứu thương", "bed": "hồi sức"]).query.bedType == "icu")
    #expect(try self.query(["weather": "bình thường"]).query.weather == nil)
    #expect(try self.query(["minConfidence": "cao"]).query.minimumConfidence == .high)
  }

  @Test(arguments: [
    ("bed", "xyz"), ("bed", ""), ("vehicle", "tank"), ("weather", "snow"), ("severity", "dead"),
    ("minConfidence", "sure"), ("sex", "x"), ("minLevel", "best"),
  ])
  func `an unknown code is refused with what is allowed`(field: String, text: String) throws {
    let error = #expect(throws: QuestionError.self) { try self.query([field: text]) }
    #expect(error?.field == field && error?.problem == .unknown)
    #expect((error?.choices.count ?? 0) > 1)
  }

  @Test func `a bridge named exactly is that bridge, and a word that fits many is refused`() throws
  {
    let session = try SharedSession.mekong.get()
    let network = session.network
    let exact = try query(["avoid": "Cầu Rạch Miễu"])
    let closed = Set(exact.query.avoided.compactMap { network.travel.links[$0].crossing })
    #expect(closed.count == 2 && closed.allSatisfy { !$0.contains("Rạch Miễu 2") })
    let answer = try exact.answer(in: session)
    #expect(answer.table(AnswerStyle())?.contains("Cầu Rạch Miễu 2 (công trình khác") == true)
    let error = #expect(throws: QuestionError.self) { try self.query(["avoid": "Cầu"]) }
    #expect(error?.problem == .ambiguous && (error?.choices.count ?? 0) > 40)
    let unknown = #expect(throws: QuestionError.self) { try self.query(["avoid": "Cầu Đình Khao"]) }
    #expect(unknown?.choices.first?.value == "Phà Đình Khao")
  }

  @Test func `control characters of what was typed are shown, not sent`() throws {
    let error = #expect(throws: QuestionError.self) { try self.query(["avoid": "M\u{1B}[2Jx"]) }
    #expect(error?.message(in: .vi).contains("\u{1B}") == false)
    #expect(error?.message(in: .vi).contains("\\u{1B}[2Jx") == true)
    #expect(CSVWriter().line(["a\u{1B}b\u{202E}"]) == "a\\u{1B}b\\u{202E}\n")
  }
}
