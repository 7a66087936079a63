import Answers
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TestSupport
import TravelNetwork
import Testing

@Suite struct CoverageAnswerTests {
  private let now = Instant(seconds: 1_795_575_600, zone: ZoneOffset(minutes: 420))

  private func answer(_ fields: QuestionFields) throws -> CoverageAnswer {
    let session = try SharedSession.mekong.get()
    return try session.answer(CoverageQuestion(fields, in: session, now: now))
  }

  @Test func `classes of all provinces add up to the people of the network`() throws {
    let answer = try answer([
      "need": "stroke", "threshold": "60", "threshold": "120", "by": "province",
      "at": "2026-11-25T10:00",
    ])
    let need = try #require(answer.needs.first)
    #expect(need.thresholds.map(\.minutes) == [60, 120])
    let parts = answer.question.division.parts(
      of: answer.demand, in: try SharedSession.mekong.get().network)
    #expect(parts.count == 7)
    for (minutes, pace) in [(60.0, Pace.typical), (120, .slow)] {
      let sum = parts.reduce(0) {
        $0 + need.coverage.people(within: minutes, at: pace, in: $1.communes).all
      }
      #expect(abs(sum - answer.demand.people) < 1)
    }
  }

  @Test func `the geography in force on the day counts, and every answer names it`() throws {
    let today = try answer(["need": "trauma", "at": "2026-11-25T02:00"])
    #expect(today.demand.scheme == "gso-2025" && today.demand.basis == .censusRecut)
    #expect(
      today.table(AnswerStyle(.en))?.contains(
        "communes, administrative units since 2025-07-01 (census 2019, recut") == true)
    let json = today.json(AnswerStyle())?.text()
    #expect(json?.contains("\"scheme\": \"gso-2025\"") == true)
    let before = try answer(["need": "trauma", "at": "2025-06-30T02:00"])
    #expect(before.demand.scheme == "gso-2024" && before.demand.basis == .censusResident)
    let named = try answer([
      "need": "trauma", "at": "2026-11-25T02:00", "scheme": "gso-2024",
    ])
    #expect(named.demand.scheme == "gso-2024")
  }

  @Test func `the same question gives the same bytes, and CSV and GeoJSON have a line each`() throws
  {
    let fields: QuestionFields = [
      "need": "trauma", "at": "2026-11-25T02:00", "by": "commune", "scheme": "gso-2024",
    ]
    let (first, second) = (try answer(fields), try answer(fields))
    let style = AnswerStyle()
    for format in CoverageAnswer.formats {
      #expect(first.text(as: format, style) == second.text(as: format, style))
    }
    let wide = AnswerStyle(width: 400)
    #expect(first.table(wide)?.contains("JAMA 2022 PMC9327571") == true)
    #expect(first.csv(style)?.split(separator: "\n").count == 1_844)
    guard case .object(let map)? = first.geoJSON(style),
      case .array(let features)?? = map["features"]
    else {
      Issue.record("no features")
      return
    }
    #expect(features.count == 1_843)
    let excel = first.csv(AnswerStyle(.vi, csv: CSVWriter(excel: .vi)))
    #expect(excel?.hasPrefix("\u{FEFF}place;name;need;") == true)
  }

  @Test func `without a need every specialty in which minutes matter is told`() throws {
    let answer = try answer(["at": "2026-11-25T10:00", "fairness": "true", "curve": ""])
    #expect(answer.needs.count > 3)
    #expect(answer.needs.contains { $0.group?.ages == AgeGroup(from: 65) })
    #expect(answer.table(AnswerStyle(.en))?.contains("Fairness: ") == true)
  }

  @Test(arguments: [
    ("by", "village"), ("need", "magic"), ("scheme", "gso-1999"), ("group", "60+"),
    ("group", "old"), ("by", "district"), ("by", "province-1999"), ("threshold", "0"),
    ("threshold", "soon"), ("at", "99:99"), ("vehicle", "tank"), ("weather", "hail"),
    ("avoid", "xyz"), ("basis", "guess"), ("basis", "census-resident"),
    ("minConfidence", "certain"), ("decay", "none"), ("curve", "perhaps"), ("color", "red"),
  ])
  func `a wrong field is named with what is allowed`(field: String, value: String) throws {
    var fields: QuestionFields = ["at": "2026-11-25T10:00"]
    if field == "at" { fields = QuestionFields() }
    if field != "need" { fields.add("need", "stroke") }
    fields.add(field, value)
    let error = #expect(throws: QuestionError.self) { try answer(fields) }
    let named = try #require(error)
    #expect(named.field == (field == "basis" && value == "census-resident" ? "scheme" : field))
    #expect(!named.message(in: .vi).contains("--"))
  }

  @Test func `a geography without figures names those that have some`() throws {
    let error = #expect(throws: QuestionError.self) {
      try answer(["need": "stroke", "scheme": "gso-2024", "basis": "registered"])
    }
    #expect(error?.message(in: .en).contains("with figures: gso-2025") == true)
  }
}
