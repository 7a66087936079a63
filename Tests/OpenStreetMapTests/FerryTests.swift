import Facts
import TravelNetwork
import Testing

@testable import OpenStreetMap

@Suite struct FerryTests {
  @Test(arguments: [
    ("1:30", 90.0), ("01:30:30", 90.5), ("45", 45), ("45 min", 45), ("PT1H30M", 90),
    ("PT20M", 20), ("2 h", 120), ("1:75", nil), ("soon", nil), ("", nil), ("PT", nil),
    ("-5", nil), ("99999999999", nil), ("0", nil),
  ])
  func `lengths of time are read`(_ text: String, _ expected: Double?) {
    #expect(Durations.minutes(text) == expected)
  }

  @Test(arguments: [
    ("24/7", ["* 0-1440"]), ("05:00-23:00", ["* 300-1380"]),
    ("Mo-Fr 05:00-09:00,15:00-19:00", ["12345 300-540", "12345 900-1140"]),
    ("Mo-Su 05:00-22:00; Su off", ["123456 300-1320"]),
    ("Sa-Mo 06:00-18:00", ["167 360-1080"]), ("Mo,We 22:00-02:00", ["13 1320-120"]),
    ("Mo-Fr 05:00-22:00; Sa 06:00-20:00", ["12345 300-1320", "6 360-1200"]),
  ])
  func `hours that can be read become windows`(_ text: String, _ expected: [String]) throws {
    let windows = try #require(OpeningHours.windows(text))
    #expect(
      windows.map { "\($0.days ?? "*") \($0.opens ?? -1)-\($0.closes ?? -1)" } == expected)
  }

  @Test(arguments: [
    "sunrise-sunset", "Mo-Su 05:00-22:00; PH off", "05:00+", "Dec-Mar 05:00-20:00", "25:00-26:00",
    "Mo-Xx 05:00-06:00", "off", "", "05:00", "05:00-23:00 \"ask\"", "cả ngày",
  ])
  func `hours that say more are left in words`(_ text: String) {
    #expect(OpeningHours.windows(text) == nil)
  }

  @Test func `a ferry has its share of minutes on each piece, and keeps its hours`() throws {
    // A ferry over an island, with a street on each bank.
    var drawn = DrawnStreets(
      """
      A~B~C
      | | |
      D E F
      """)
    drawn.way(
      "ABC",
      [
        "route": "ferry", "name": "Phà Ví Dụ", "duration": "0:20", "interval": "00:30",
        "opening_hours": "05:00-22:00", "motor_vehicle": "yes",
      ])
    drawn.way("AD")
    drawn.way("BE")
    drawn.way("CF")
    let streets = try drawn.streets()
    let ferries = streets.links.filter { $0.mode == .ferry }
    #expect(ferries.map(\.crossingMinutes) == [10, 10])
    #expect(ferries.map(\.waitMinutes) == [7.5, 7.5])
    #expect(ferries.allSatisfy { $0.crossing == "Phà Ví Dụ" && $0.speed == nil })
    #expect(ferries.allSatisfy { $0.hours == "05:00-22:00" && $0.windows.count == 1 })
    #expect(ferries.allSatisfy { $0.provenance.confidence == .medium })
    #expect(streets.nodes.first { $0.id == "osm-n1" }?.kind == .ferryLanding)
    #expect(streets.nodes.first { $0.id == "osm-n4" }?.kind == .junction)
  }

  @Test func `a ferry of two ways waits once; two ferries at one landing wait each`() throws {
    var drawn = DrawnStreets("D-A~B~C-E")
    drawn.way("DA")
    drawn.way("AB", ["route": "ferry", "name": "Phà Hai", "motor_vehicle": "yes"])
    drawn.way("BC", ["route": "ferry", "name": "Phà Hai", "motor_vehicle": "yes"])
    drawn.way("CE")
    let once = try drawn.streets().links.filter { $0.mode == .ferry }
    #expect(once.map(\.waitMinutes) == [5, 5])
    drawn = DrawnStreets("D-A~B~C-E")
    drawn.way("DA")
    drawn.way("AB", ["route": "ferry", "name": "Phà Một", "motor_vehicle": "yes"])
    drawn.way("BC", ["route": "ferry", "name": "Phà Hai", "motor_vehicle": "yes"])
    drawn.way("CE")
    let twice = try drawn.streets().links.filter { $0.mode == .ferry }
    #expect(twice.map(\.waitMinutes) == [10, 10])
  }

  @Test func `minutes by rule say so, and are of low confidence`() throws {
    var drawn = DrawnStreets("D-A~B-E")
    drawn.way("DA")
    drawn.way("AB", ["route": "ferry", "name": "Phà Lớn"])
    drawn.way("BE")
    let ferry = try #require(try drawn.streets().links.first { $0.mode == .ferry })
    // 2.18 km at 10 km/h and three minutes.
    #expect(abs((ferry.crossingMinutes ?? 0) - 16.1) < 0.11 && ferry.waitMinutes == 10)
    #expect(ferry.provenance.confidence == .low)
    #expect(ferry.provenance.basis?.contains("minutes by rule") == true)
    #expect(ferry.windows.isEmpty && ferry.hours == nil)
  }
}
