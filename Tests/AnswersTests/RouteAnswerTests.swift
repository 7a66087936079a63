import Facts
import Formats
import Foundation
import HealthNetwork
import Referral
import TestSupport
import Testing
import TravelNetwork

@testable import Answers

/// Answers about one patient on the shipped network.
struct RouteAnswerTests {
  private func ask(_ fields: QuestionFields) throws -> RouteAnswer {
    let session = try SharedSession.mekong.get()
    let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))
    return try session.answer(RouteQuestion(fields, in: session, now: now))
  }

  private func ids(_ answer: RouteAnswer) -> [String] {
    answer.found.targets.map { answer.session.network.facility($0.facility).id }
  }

  /// A text whose lines are not broken.
  private func flat(_ text: String?) -> String {
    (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `A place nearer to where the data ends than to the first target says so`() throws {
    func table(_ place: String) throws -> String {
      flat(
        try ask(["from": place, "need": "stroke", "at": "2026-11-25T10:00"]).table(AnswerStyle(.vi))
      )
    }
    // Vũng Tàu, whose hospitals are not held, lies across the water.
    #expect(try table("Xã Cần Giờ, Thành phố Hồ Chí Minh").contains("gần rìa dữ liệu: Vũng Tàu"))
    #expect(try !table("Cái Nước, Cà Mau").contains("rìa dữ liệu"))
  }

  @Test func `Marks are not needed, and the same question has the same bytes`() throws {
    func table(_ place: String, _ language: Language) throws -> String? {
      try ask(["from": place, "need": "stroke.thrombectomy", "at": "2026-11-25T10:00"])
        .table(AnswerStyle(language))
    }
    let marked = try table("Cái Nước, Cà Mau", .vi)
    #expect(try marked == table("cai nuoc, ca mau", .vi))
    #expect(try marked == table("cai nuoc, ca mau", .vi))
    #expect(marked?.contains("Bệnh viện Đa khoa Cà Mau") == true)
    #expect(try table("cai nuoc, ca mau", .en)?.contains("Why not others") == true)
  }

  @Test(arguments: ["9.0,104.9", "bv-nam-can", "32191", "gso-2024:32191", "gso-2025:32128"])
  func `An origin may be a point, a facility or a code of either geography`(place: String) throws {
    let answer = try ask(["from": place, "need": "stroke", "at": "2026-11-25T10:00"])
    #expect(answer.found.targets.count == 3)
    #expect(answer.question.query.need.capability == "stroke.lysis")
  }

  @Test func `A bridge out of use changes the way or is the reason`() throws {
    var fields: QuestionFields = [
      "from": "gso-2024:28804", "need": "stroke.thrombectomy", "at": "2026-11-25T10:00",
    ]
    let before = try ask(fields)
    fields.add("avoid", "cau rach mieu")
    fields.add("avoid", "cau rach mieu 2")
    let after = try ask(fields)
    let crossings = after.found.targets.flatMap(\.journey.legs).compactMap(\.crossing)
    #expect(!crossings.contains { $0.hasPrefix("Cầu Rạch Miễu") })
    let isCut = after.found.rejected.flatMap(\.reasons).contains { $0.code == .pathCutByScenario }
    #expect(isCut || before.found.targets.map(\.minutes) != after.found.targets.map(\.minutes))
  }

  @Test(arguments: [
    (["from": "xyzzyx", "need": "stroke"], "from", "xyzzyx"),
    (["from": "104.9,9.0", "need": "stroke"], "from", "9.0,104.9"),
    (["from": "Tân Phú", "need": "stroke"], "from", "gso-2025:"),
    (["need": "stroke"], "from", "from"),
    (["from": "32191"], "need", "stroke (Stroke)"),
    (["from": "32191", "need": "miracle"], "need", "stroke (Stroke)"),
    (["from": "32191", "need": "stroke", "card": "maybe"], "card", "true"),
    (["from": "32191", "need": "stroke", "strategy": "via"], "strategy", "strategy"),
    (["from": "32191", "need": "stroke", "explian": "true"], "explian", "explain"),
  ])
  func `A wrong field is refused, and says what to do`(
    fields: [String: String], field: String, hint: String
  ) throws {
    let error = #expect(throws: QuestionError.self) {
      try ask(QuestionFields(fields.map { ($0.key, $0.value) }))
    }
    #expect(error?.field == field)
    #expect(error?.message(in: .en).contains(hint) == true, "\(error?.message(in: .en) ?? "")")
  }

  @Test func `Every format is whole`() throws {
    let answer = try ask(["from": "32191", "need": "stroke", "at": "2026-11-25T10:00"])
    let style = AnswerStyle(.vi)
    #expect(answer.text(as: .geojson, style)?.contains("\"type\": \"FeatureCollection\"") == true)
    #expect(answer.text(as: .xml, style)?.hasSuffix("</answer>\n") == true)
    let csv = try #require(answer.text(as: .csv, style))
    #expect(csv.split(separator: "\n").filter { $0.hasPrefix("target,") }.count == 3)
    #expect(RouteAnswer.formats.allSatisfy { answer.bytes(as: $0, style) != nil })
    let sheet = try #require(answer.csv(AnswerStyle(.vi, csv: CSVWriter(excel: .vi))))
    #expect(sheet.hasPrefix("\u{FEFF}role;rank;") && sheet.contains("target;1;"))
  }

  @Test func `Rough weather leaves an island no boat, and tells of the flight`() throws {
    var fields: QuestionFields = [
      "from": "Phú Quốc", "need": "stroke.thrombectomy", "at": "2026-11-25T23:00",
      "weather": "bad",
    ]
    let ambulance = try ask(fields)
    #expect(!ambulance.isFound)
    let style = AnswerStyle(.en, naming: { "--" + $0 })
    let text = flat(ambulance.table(style))
    for words in [
      "What now: - call 115", "Phà ô tô Hà Tiên", "rough sea", "03:30 2026-11-26", "--vehicle air",
    ] { #expect(text.contains(words), "\(words)") }
    fields.add("vehicle", "air")
    let air = try ask(fields)
    #expect(air.isFound && flat(air.table(style)).contains("hand-over 10"))
  }

  @Test func `What would change a reason is a value, and plain words name no option`() throws {
    var fields: QuestionFields = [
      "from": "Phú Quốc", "need": "stroke.thrombectomy", "at": "2026-11-25T23:00",
      "weather": "bad", "explain": "true",
    ]
    let island = try ask(fields)
    #expect(
      island.found.rejected.flatMap(\.reasons).flatMap(\.remedies).contains(.vehicle("air")))
    fields = ["from": "32191", "need": "stroke", "at": "2026-11-25T10:00", "k": "1"]
    let near = try ask(fields)
    #expect(near.found.rejected.flatMap(\.reasons).flatMap(\.remedies).contains(.count(2)))
    for (answer, words) in [(island, "(helicopter, then mixed means)"), (near, "asking for 2")] {
      for language in Language.allCases {
        let style = AnswerStyle(language)
        for format in RouteAnswer.formats where format != .xlsx {
          #expect(answer.text(as: format, style)?.contains(" --") == false)
          #expect(answer.text(as: format, style)?.contains("[air]") == false)
        }
      }
      #expect(answer.text(as: .json, AnswerStyle(.en))?.contains(words) == true)
    }
    #expect(near.text(as: .json, AnswerStyle(.en, naming: { "-" + $0 }))?.contains("-k 2") == true)
  }

  @Test func `An hour of a limit does not read like the hour of a clock in Vietnamese`() throws {
    let answer = try ask([
      "from": "Xã Cù Lao Dung", "need": "stroke.lysis", "at": "2026-11-25T06:00",
      "onset": "03:05", "k": "2",
    ])
    let text = flat(answer.table(AnswerStyle(.vi)))
    #expect(text.contains("Khởi phát: 03:05 25/11/2026 (2 giờ 55 phút trước khi đi)"))
    #expect(text.contains("quá mốc 4 giờ 30 phút từ khởi phát; chỉ áp dụng"))
    #expect(text.contains("được chọn lọc, đến mốc 9 giờ; kịp mốc 9 giờ: chắc chắn"))
    #expect(
      flat(answer.table(AnswerStyle(.en))).contains("Onset: 03:05 2026-11-25 (2 h 55 min before"))
  }

  @Test func `Reasons are told to their end, and one stopped ferry once`() throws {
    let fields: QuestionFields = [
      "from": "Phú Quốc", "need": "stroke.thrombectomy", "at": "2026-11-25T23:00",
      "weather": "bad",
    ]
    for language in Language.allCases {
      let table = try #require(try ask(fields).table(AnswerStyle(language)))
      #expect(table.split(separator: "\n").allSatisfy { $0.count <= 80 })
      let text = flat(table)
      #expect(text.replacing("… " + language("và", "and"), with: "").contains("…") == false)
      #expect(text.contains(language(": như trên", ": as above")))
      #expect(text.split(separator: "03:30").count == 2)
    }
  }

  @Test func `Degrees of a point are shown without what reckoning leaves behind`() throws {
    let answer = try ask([
      "from": "9°10'30\"N 105°9'E", "need": "stroke", "at": "2026-11-25T10:00", "k": "1",
    ])
    #expect(answer.table(AnswerStyle(.vi))?.contains("Từ:  9.175,105.15 (") == true)
  }

  @Test func `A fallback equals the question asked again without the links`() throws {
    let fields: QuestionFields = [
      "from": "Mỏ Cày", "need": "stroke.thrombectomy", "at": "2026-11-25T23:00", "k": "1",
    ]
    var withCard = fields
    withCard.add("card", flag: true)
    let answer = try ask(withCard)
    let fallbacks = try #require(answer.fallbacks)
    #expect(!fallbacks.isEmpty)
    for fallback in fallbacks {
      var again = fields
      again.add("avoid", fallback.links.map { answer.session.network.travel.links[$0].id })
      let other = try ask(again)
      #expect(other.found.targets.first?.minutes == fallback.target?.minutes)
      #expect(other.fallbacks == nil)
    }
    #expect(answer.table(AnswerStyle(.en))?.contains("If a bridge or ferry") == true)
  }

  @Test func `An explained answer says what its numbers rest on`() throws {
    var fields: QuestionFields = [
      "from": "Xã Cù Lao Dung", "need": "stroke", "at": "2026-11-25T10:00", "onset": "09:15",
    ]
    let style = AnswerStyle(.en)
    let plain = try ask(fields)
    #expect(plain.table(style)?.contains("What the numbers rest on") == false)
    #expect(plain.text(as: .json, style)?.contains("\"basis\"") == false)
    fields.add("explain", "true")
    let answer = try ask(fields)
    let table = try #require(answer.table(style))
    let basis = try #require(table.range(of: "What the numbers rest on:"))
    let text = flat(String(table[basis.upperBound...]))
    for part in [
      "[stroke-ivt-window] 4 h 30 min / 9 h: AHA/ASA 2026", "slow = 1.49 times the usual",
      "the straight line × 1.3, at 20 km/h", "of the ways: https://thanhnien.vn/",
    ] { #expect(text.contains(part), "\(part)") }
    let json = try #require(answer.text(as: .json, style))
    #expect(json.contains("\"basis\"") && json.contains("AHA/ASA 2026"))
  }

  @Test func `At Tet the queue of a ferry changes the answer, and says why`() throws {
    func ask(at: String) throws -> RouteAnswer {
      try self.ask(["from": "gso-2024:29344", "need": "cardiology.pci", "k": "1", "at": at])
    }
    #expect(try ids(ask(at: "2027-02-16T09:00")) == ["bv-soc-trang"])
    let tet = try ask(at: "2027-02-06T09:00")
    #expect(ids(tet) != ["bv-soc-trang"])
    #expect(tet.found.rejected.flatMap(\.reasons).contains { $0.code == .ferryQueue })
  }
}
