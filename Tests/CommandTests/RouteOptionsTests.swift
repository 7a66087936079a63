import Foundation
import TestSupport
import Testing

/// Weather, the second-best card and isochrones on the shipped network.
@Suite struct RouteOptionsTests {
  private static let island = [
    "route", "--from", "Phú Quốc", "--need", "stroke.thrombectomy", "--at", "2026-11-25T23:00",
    "--weather", "bad", "--lang", "en",
  ]

  @Test
  func `rough weather leaves Phú Quốc no boat, names ferry and weather, and tells of the flight`()
    throws
  {
    let ambulance = try tuyen(Self.island)
    #expect(ambulance.code == 1)
    for words in [
      "ferry_not_running", "Phà ô tô Hà Tiên", "rough sea", "words of the source", "--vehicle air",
    ] {
      let flat = ambulance.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(flat.contains(words), "\(words)")
    }
    let air = try tuyen(Self.island + ["--vehicle", "air", "-k", "1"])
    #expect(air.code == 0 && air.output.contains("hand-over 10"))
    let unknown = try tuyen(Array(Self.island.dropLast(3)) + ["snow"])
    #expect(unknown.code == 64 && unknown.errors.contains("bad, storm"))
  }

  @Test func `a fallback equals the query asked again with the links avoided`() throws {
    struct Answer: Decodable {
      struct Fallback: Decodable {
        var links: [String]
        var minutes: Double?
      }
      struct Target: Decodable { var minutes: Double }
      var targets: [Target]
      var fallbacks: [Fallback]?
    }
    let query = [
      "route", "--from", "Mỏ Cày", "--need", "stroke.thrombectomy", "--at", "2026-11-25T23:00",
      "--format", "json", "-k", "1",
    ]
    let card = try JSONDecoder().decode(
      Answer.self, from: Data(try tuyen(query + ["--card"]).output.utf8))
    let fallbacks = try #require(card.fallbacks)
    #expect(!fallbacks.isEmpty)
    for fallback in fallbacks {
      let again = try JSONDecoder().decode(
        Answer.self,
        from: Data(try tuyen(query + fallback.links.flatMap { ["--avoid", $0] }).output.utf8))
      #expect(again.targets.first?.minutes == fallback.minutes)
      #expect(again.fallbacks == nil)
    }
  }

  @Test func `an isochrone is printed as areas and as rows, the same twice`() throws {
    let query = [
      "route", "--from", "Cần Giờ", "--isochrone", "60,30", "--at", "2026-11-25T10:00", "--format",
    ]
    let areas = try tuyen(query + ["geojson"])
    #expect(areas.code == 0 && areas.output.contains("MultiPolygon"))
    #expect(try tuyen(query + ["geojson"]).output == areas.output)
    let rows = try tuyen(query + ["csv"]).output.split(separator: "\n")
    #expect(rows.count == 3 && rows[1].hasPrefix("30,") && rows[2].hasPrefix("60,"))
    #expect(try tuyen(query + ["xml"]).code == 64)
  }

  @Test func `an explained answer says what its numbers rest on`() throws {
    let query = [
      "route", "--from", "Cù Lao Dung", "--need", "stroke", "--at", "2026-11-25T10:00", "--onset",
      "09:15", "--lang", "en",
    ]
    let table = try tuyen(query + ["--explain"]).output
    let basis = try #require(table.range(of: "What the numbers rest on:"))
    // Lines are broken where they are too long.
    let lines = table[basis.upperBound...].split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    for part in [
      "[stroke-ivt-window] 270 / 540 min: AHA/ASA 2026", "slow = 1.49 times the usual",
      "the straight line × 1.3, at 20 km/h", "links of the ways: https://thanhnien.vn/",
    ] { #expect(lines.contains(part), "\(part)") }
    let json = try tuyen(query + ["--explain", "--format", "json"]).output
    #expect(json.contains("\"basis\"") && json.contains("AHA/ASA 2026"))
    #expect(try !tuyen(query).output.contains("What the numbers rest on"))
    #expect(try !tuyen(query + ["--format", "json"]).output.contains("\"basis\""))
  }
}
