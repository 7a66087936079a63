import Foundation
import TestSupport
import Testing

/// `tuyen route --strategy` on the shipped network.
@Suite struct RouteStrategyCommandTests {
  private struct Answer: Decodable {
    struct Facility: Decodable { var id: String }
    struct Stop: Decodable {
      var facility: Facility
      var minutes: Double
      var minutesLow: Double
      var minutesHigh: Double
    }
    struct Range: Decodable {
      var low: Double
      var usual: Double
      var high: Double
    }
    struct Clock: Decodable {
      var id: String
      var limit: Double
      var margin: Double?
      var elapsed: Range?
      var standing: String
      var chance: Double?
      var source: String?
      var latestOnset: String?
    }
    struct Option: Decodable {
      var way: String
      var first: Stop?
      var leaving: Range?
      var definitive: Stop
      var definitiveTreatment: Range?
      var clocks: [Clock]
    }
    struct Recommendation: Decodable {
      var rule: String
      var decision: String
      var option: Int?
      var source: String?
    }
    struct Rejected: Decodable {
      struct Reason: Decodable {
        var code: String
        var text: String
      }
      var facility: Facility
      var reasons: [Reason]
    }
    struct Start: Decodable {
      var stop: Stop
      var treatment: Range?
      var clocks: [Clock]
    }
    var options: [Option]
    var start: Start?
    var recommendation: Recommendation?
    var rejectedFirst: [Rejected]
    var rejectedDefinitive: [Rejected]
  }

  private func route(_ more: String...) throws -> CommandResult {
    try tuyen(["route", "--at", "2026-11-25T23:00"] + more)
  }

  private func answer(_ more: String...) throws -> Answer {
    let result = try tuyen(["route", "--at", "2026-11-25T23:00", "--format", "json"] + more)
    #expect(result.code == 0, "\(result.errors)")
    return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
  }

  @Test func `where rough weather cuts an island off, treatment begins on it`() throws {
    let answer = try answer(
      "--from", "Phú Quốc", "--need", "stroke.thrombectomy", "--strategy", "compare", "--onset",
      "22:15", "--weather", "bad")
    #expect(answer.options.isEmpty && answer.recommendation == nil)
    let start = try #require(answer.start)
    #expect(start.stop.facility.id == "ttyt-phu-quoc")
    #expect(abs(try #require(start.treatment?.usual) - start.stop.minutes - 60) < 0.01)
    let window = try #require(start.clocks.first { $0.id == "stroke-ivt-window" })
    #expect(window.standing == "kept" && window.source != nil)
    #expect(!answer.rejectedFirst.contains { $0.facility.id == "ttyt-phu-quoc" })
    let ferry = try #require(
      answer.rejectedDefinitive.flatMap(\.reasons).first { $0.code == "ferry_not_running" })
    #expect(ferry.text.contains("Hà Tiên") && ferry.text.contains("vì thời tiết"))
    #expect(ferry.text.contains("--vehicle air"))
    for format in ["table", "csv", "geojson"] {
      let result = try route(
        "--from", "Phú Quốc", "--need", "stroke.thrombectomy", "--strategy", "compare",
        "--weather", "bad", "--format", format)
      #expect(result.code == 0 && result.output.contains("Trung tâm Y tế Phú Quốc"))
    }
  }

  @Test func `a stroke on an island is told both ways, and every number fits`() throws {
    let answer = try answer(
      "--from", "Phú Quốc", "--need", "stroke.thrombectomy", "--strategy", "compare", "--onset",
      "22:15")
    #expect(answer.options.map(\.way) == ["direct", "via"])
    let (direct, via) = (answer.options[0], answer.options[1])
    let first = try #require(via.first)
    #expect(first.facility.id == "ttyt-phu-quoc")
    #expect(abs(try #require(via.leaving?.usual) - first.minutes - 174) < 0.01)
    #expect(via.definitive.minutes > direct.definitive.minutes)
    for option in answer.options {
      let treated = try #require(option.definitiveTreatment?.usual)
      #expect(abs(treated - option.definitive.minutes - 90) < 0.01)
      #expect(option.clocks.map(\.id) == ["stroke-ivt-window", "stroke-evt-window"])
      for clock in option.clocks {
        let elapsed = try #require(clock.elapsed)
        #expect(abs(clock.limit - elapsed.usual - (clock.margin ?? 0)) < 0.01)
        #expect(clock.source != nil)
      }
      // The illness began 45 minutes before.
      #expect(abs(try #require(option.clocks[1].elapsed?.usual) - treated - 45) < 0.01)
    }
    #expect(answer.recommendation?.rule == "stroke-bypass-45")
    #expect(answer.recommendation?.decision == "via" && answer.recommendation?.option == 2)
    #expect(answer.recommendation?.source != nil)
    #expect(!answer.rejectedFirst.map(\.facility.id).contains("ttyt-phu-quoc"))
  }

  @Test func `the rule and the stay can be chosen, and the onset left unsaid`() throws {
    let answer = try answer(
      "--from", "Cái Nước, Cà Mau", "--need", "đột quỵ", "--strategy", "compare", "--rule",
      "stroke-bypass-60", "--dwell", "target")
    #expect(answer.recommendation?.decision == "direct")
    let via = try #require(answer.options.last)
    #expect(abs(try #require(via.leaving?.usual) - (via.first?.minutes ?? 0) - 90) < 0.01)
    #expect(via.clocks.allSatisfy { $0.standing == "unknown" && $0.latestOnset != nil })
    #expect(via.clocks.allSatisfy { $0.chance == nil && $0.margin == nil })
  }

  @Test(arguments: ["stroke", "cardiology", "trauma", "obstetrics", "paediatrics.nicu"])
  func `every specialty with a pathway answers in every format and both languages`(
    need: String
  ) throws {
    let ways = [
      ("table", "vi"), ("table", "en"), ("json", "en"), ("csv", "vi"), ("geojson", "vi"),
    ]
    for (format, language) in ways {
      let result = try route(
        "--from", "Cù Lao Dung", "--need", need, "--strategy", "compare", "--format", format,
        "--lang", language, "--explain")
      #expect(result.code == 0 && result.errors.isEmpty, "\(format): \(result.errors)")
      #expect(!result.output.contains("\u{A0}"), "\(format)")
    }
  }

  @Test func `the same question has the same bytes, and one way only is told when so asked`() throws
  {
    let arguments = ["--from", "Cái Nước, Cà Mau", "--need", "stroke", "--strategy"]
    let one = try tuyen(["route", "--at", "2026-11-25T23:00"] + arguments + ["compare"])
    let two = try tuyen(["route", "--at", "2026-11-25T23:00"] + arguments + ["compare"])
    #expect(one.output == two.output)
    let direct = try answer(
      "--from", "Cái Nước, Cà Mau", "--need", "stroke", "--strategy", "direct")
    #expect(direct.options.allSatisfy { $0.way == "direct" } && direct.recommendation == nil)
    let via = try answer("--from", "Cái Nước, Cà Mau", "--need", "stroke", "--strategy", "via")
    #expect(!via.options.isEmpty && via.options.allSatisfy { $0.way == "via" })
  }

  @Test func `a newborn's transfer is not recommended by a rule that nobody has`() throws {
    let answer = try answer(
      "--from", "Cái Nước, Cà Mau", "--need", "paediatrics.nicu", "--strategy", "compare")
    #expect(!answer.options.isEmpty && answer.recommendation == nil)
  }

  @Test func `what makes no sense is refused, and what there is is named`() throws {
    func refused(_ message: String, _ more: String...) throws {
      let result = try tuyen(["route", "--at", "2026-11-25T23:00"] + more)
      #expect(result.code == 64 && result.errors.contains(message), "\(more): \(result.errors)")
    }
    try refused(
      "no pathway of this network", "--from", "Cù Lao Dung", "--need", "oncology", "--strategy",
      "compare")
    try refused(
      "stroke-bypass-45", "--from", "Cù Lao Dung", "--need", "stroke", "--strategy", "compare",
      "--rule", "none")
    try refused(
      "known: target", "--from", "Cù Lao Dung", "--need", "cardiology", "--strategy", "compare",
      "--dwell", "real")
    try refused("need --strategy", "--from", "x", "--need", "stroke", "--dwell", "real")
    try refused(
      "--strategy compare", "--from", "x", "--need", "stroke", "--strategy", "via", "--rule", "x")
    try refused("not for a --batch", "--batch", "x.csv", "--need", "stroke", "--strategy", "via")
    try refused(
      "table, json, geojson or csv", "--from", "x", "--need", "stroke", "--strategy", "via",
      "--format", "xml")
    try refused("sideways", "--from", "x", "--need", "stroke", "--strategy", "sideways")
  }
}
