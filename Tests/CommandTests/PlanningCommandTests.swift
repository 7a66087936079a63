import Foundation
import TestSupport
import Testing

/// The commands of planning, as a user runs them.
@Suite struct PlanningCommandTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `classes of all provinces add up to the people of the network`() throws {
    let result = try tuyen([
      "coverage", "--need", "stroke", "--threshold", "60", "--threshold", "120", "--by",
      "province-2025", "--at", "2026-11-25T10:00", "--format", "json",
    ])
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    let answer = try object(result.output)
    let people = try #require((answer["query"] as? [String: Any])?["people"] as? Double)
    let need = try #require((answer["needs"] as? [[String: Any]])?.first)
    let units = try #require(need["units"] as? [[String: Any]])
    #expect(units.count == 14)
    for (place, pace) in [(0, "typical"), (1, "slow")] {
      var sum = 0.0
      for unit in units where unit["ages"] as? String == "all" {
        let within = try #require(unit["within"] as? [[String: Any]])
        let classes = try #require(within[place][pace] as? [String: Double])
        #expect(classes.count == 4)
        sum += classes.values.reduce(0, +)
      }
      #expect(abs(sum - people) < 1)
    }
  }

  @Test func `the same question gives the same bytes, and CSV and GeoJSON have a line each`() throws
  {
    let arguments = ["coverage", "--need", "trauma", "--at", "2026-11-25T02:00"]
    let first = try tuyen(arguments)
    let second = try tuyen(arguments)
    #expect(first.code == 0 && first.output == second.output)
    #expect(first.output.contains("JAMA 2022 PMC9327571"))
    let csv = try tuyen([
      "coverage", "--need", "trauma", "--by", "commune", "--format", "csv", "--at",
      "2026-11-25T02:00",
    ])
    #expect(csv.output.split(separator: "\n").count == 1_844)
    let map = try object(
      try tuyen(["coverage", "--need", "trauma", "--format", "geojson", "--at", "2026-11-25T02:00"])
        .output)
    #expect((map["features"] as? [Any])?.count == 1_843)
  }

  @Test func `gaps tell a cause and changes that were verified`() throws {
    let result = try tuyen([
      "gaps", "--need", "stroke.thrombectomy", "--threshold", "90", "--limit", "3", "--at",
      "2026-11-25T02:00", "--format", "json", "--lang", "en",
    ])
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    let gaps = try #require(try object(result.output)["gaps"] as? [[String: Any]])
    #expect(gaps.count == 3)
    for gap in gaps {
      #expect((gap["cause"] as? [String: Any])?["code"] is String)
      let people = try #require(gap["people"] as? Double)
      for change in try #require(gap["changes"] as? [[String: Any]]) {
        let gained = try #require(change["peopleGained"] as? Double)
        let lost = try #require(change["communesLost"] as? Int)
        #expect(lost > 0 || gained >= people - 1)
      }
    }
  }

  @Test func `wrong use says what to do`() throws {
    for arguments in [
      ["coverage", "--by", "village"], ["coverage", "--need", "magic"],
      ["coverage", "--scheme", "gso-1999"], ["coverage", "--group", "60+", "--need", "stroke"],
      ["coverage", "--by", "district", "--scheme", "gso-2025"], ["gaps"],
      ["coverage", "--threshold", "0"], ["coverage", "--group", "old"],
    ] {
      let result = try tuyen(arguments)
      #expect(result.code == 64, "\(arguments): \(result.errors)")
      #expect(!result.errors.isEmpty && result.output.isEmpty)
    }
  }
}
