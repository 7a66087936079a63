import Facts
import Formats
import HealthNetwork
import Referral
import TestSupport
import Testing

@testable import Answers

/// Ways to definitive care on the shipped network.
struct StrategyAnswerTests {
  private func ask(
    _ more: QuestionFields, at: String = "2026-11-25T23:00"
  ) throws -> PathwayAnswer {
    let session = try SharedSession.mekong.get()
    let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))
    var fields: QuestionFields = ["at": at]
    for (name, value) in more.all { fields.add(name, value) }
    return try session.answer(StrategyQuestion(fields, in: session, now: now))
  }

  private func id(_ target: ReferralTarget, _ answer: PathwayAnswer) -> String {
    answer.session.network.facility(target.facility).id
  }

  private func clock(_ reading: ClockReading) -> String {
    switch reading.limit.standard {
    case .clock(let clock): clock.id
    case .access(let standard): standard.id
    }
  }

  @Test func `Where rough weather cuts an island off, treatment begins on it`() throws {
    let answer = try ask([
      "from": "Phú Quốc", "need": "stroke.thrombectomy", "strategy": "compare", "onset": "22:15",
      "weather": "bad",
    ])
    #expect(answer.found.options.isEmpty && answer.found.recommendation == nil)
    #expect(answer.isFound)
    let start = try #require(answer.found.start)
    #expect(id(start.stop, answer) == "ttyt-phu-quoc")
    #expect(abs(try #require(start.treatment?.usual) - start.stop.minutes - 60) < 0.01)
    let window = try #require(start.readings.first { clock($0) == "stroke-ivt-window" })
    #expect(window.standing == .kept)
    let ferry = try #require(
      answer.found.rejectedDefinitive.flatMap(\.reasons).first { $0.code == .ferryNotRunning })
    #expect(ferry.vi.contains("Hà Tiên") && ferry.vi.contains("vì thời tiết"))
    #expect(ferry.remedies.contains(.vehicle("air")))
    for format in [AnswerFormat.table, .csv, .geojson] {
      #expect(
        answer.text(as: format, AnswerStyle(.vi))?.contains("Trung tâm Y tế Phú Quốc") == true)
    }
  }

  @Test func `A stroke on an island is told both ways, and every number fits`() throws {
    // By day: the last car ferry leaves at 18:00.
    let answer = try ask(
      [
        "from": "Phú Quốc", "need": "stroke.thrombectomy", "strategy": "compare", "onset": "09:15",
      ], at: "2026-11-25T10:00")
    let options = answer.found.options
    #expect(options.map(\.isDirect) == [true, false])
    let first = try #require(options[1].first)
    #expect(id(first, answer) == "ttyt-phu-quoc")
    #expect(abs(try #require(options[1].leaving?.usual) - first.minutes - 174) < 0.01)
    #expect(options[1].definitive.minutes > options[0].definitive.minutes)
    for option in options {
      let treated = try #require(option.definitiveTreatment?.usual)
      #expect(abs(treated - option.definitive.minutes - 90) < 0.01)
      #expect(option.readings.map(clock) == ["stroke-ivt-window", "stroke-evt-window"])
      // The illness began 45 minutes before.
      #expect(abs(option.readings[1].elapsed.usual - treated - 45) < 0.01)
    }
    let recommendation = try #require(answer.found.recommendation)
    #expect(recommendation.rule.id == "stroke-bypass-45")
    #expect(recommendation.decision == .via && recommendation.option == 1)
    #expect(recommendation.rule.provenance.source != nil)
  }

  @Test func `The rule and the stay can be chosen, and the onset left unsaid`() throws {
    let answer = try ask([
      "from": "Cái Nước, Cà Mau", "need": "đột quỵ", "strategy": "compare",
      "rule": "stroke-bypass-60", "dwell": "target",
    ])
    #expect(answer.found.recommendation?.decision == .direct)
    let via = try #require(answer.found.options.last)
    #expect(abs(try #require(via.leaving?.usual) - (via.first?.minutes ?? 0) - 90) < 0.01)
    #expect(via.readings.allSatisfy { $0.standing == .unknown && $0.latestOnset != nil })
    #expect(via.readings.allSatisfy { $0.chance == nil && $0.lacksOnset })
  }

  @Test(arguments: ["stroke", "cardiology", "trauma", "obstetrics", "paediatrics.nicu"])
  func `Every specialty with a pathway answers in every format and both languages`(
    need: String
  ) throws {
    let answer = try ask([
      "from": "Xã Cù Lao Dung", "need": need, "strategy": "compare", "explain": "true",
    ])
    #expect(answer.isFound)
    for language in Language.allCases {
      for format in PathwayAnswer.formats where format != .xlsx {
        let text = try #require(answer.text(as: format, AnswerStyle(language)))
        #expect(!text.contains("\u{A0}") && !text.contains(" --"), "\(format)")
      }
    }
  }

  @Test func `One way only is told when it is asked for`() throws {
    let fields: QuestionFields = ["from": "Cái Nước, Cà Mau", "need": "stroke"]
    var direct = fields
    direct.add("strategy", "direct")
    let directly = try ask(direct).found
    #expect(directly.options.allSatisfy(\.isDirect) && directly.recommendation == nil)
    var via = fields
    via.add("strategy", "via")
    let stopping = try ask(via).found.options
    #expect(!stopping.isEmpty && stopping.allSatisfy { !$0.isDirect })
  }

  @Test func `A newborn's transfer is not recommended by a rule that no source gives`() throws {
    let answer = try ask(["from": "Cái Nước, Cà Mau", "need": "paediatrics.nicu"])
    #expect(!answer.found.options.isEmpty && answer.found.recommendation == nil)
  }

  @Test(arguments: [
    (["need": "oncology"], "need", "no pathway of this network"),
    (["need": "stroke", "rule": "none"], "rule", "stroke-bypass-45"),
    (["need": "cardiology", "dwell": "real"], "dwell", "there are: target"),
    (["need": "stroke", "strategy": "via", "rule": "x"], "rule", "compare"),
    (["need": "stroke", "strategy": "sideways"], "strategy", "direct, via, compare"),
    (["need": "stroke", "card": "true"], "card", "explain"),
  ])
  func `What makes no sense is refused, and what there is is named`(
    fields: [String: String], field: String, hint: String
  ) throws {
    let error = #expect(throws: QuestionError.self) {
      try ask(QuestionFields([("from", "Xã Cù Lao Dung")] + fields.map { ($0.key, $0.value) }))
    }
    #expect(error?.field == field)
    #expect(error?.message(in: .en).contains(hint) == true, "\(error?.message(in: .en) ?? "")")
  }
}
