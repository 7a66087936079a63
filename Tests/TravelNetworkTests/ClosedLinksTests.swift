import Facts
import TestSupport
import Testing

@testable import TravelNetwork

/// Links that are closed until a time.
@Suite struct ClosedLinksTests {
  private func at(_ text: String) throws -> Instant {
    try #require(Instant(text, zone: ZoneOffset(minutes: 420)))
  }

  /// Minutes from A to B at ten on a Monday, with the straight road closed for some spans.
  private func minutes(_ spans: [(String, String)]) throws -> Double? {
    var drawn = DrawnMap(
      """
      A-B
      C
      """)
    drawn.road("AB", kilometres: 10)
    drawn.road("AC", kilometres: 60)
    drawn.road("CB", kilometres: 60)
    var map = try drawn.map()
    let link = try #require(map.link("AB"))
    map = map.closing(
      try spans.map {
        ClosedLinks(closure: "#1", links: [link], during: try at($0.0)..<(try at($0.1)))
      })
    let conditions = TravelConditions(vehicle: .ambulance, at: try at("2026-11-23T10:00"))
    return DrawnMap.journey("AB", in: TravelGraph(map, conditions))?.minutes
  }

  @Test func `A road that opens again within the hour is waited for`() throws {
    #expect(try minutes([]) == 10)
    #expect(try minutes([("2026-11-23T09:00", "2026-11-23T10:20")]) == 30)
    #expect(try minutes([("2026-11-22T09:00", "2026-11-23T10:20")]) == 30)
  }

  @Test func `A closure that has ended, or begins later, is none`() throws {
    #expect(try minutes([("2026-11-23T08:00", "2026-11-23T10:00")]) == 10)
    #expect(try minutes([("2026-11-23T10:11", "2026-11-23T12:00")]) == 10)
    #expect(try minutes([("2026-11-21T08:00", "2026-11-22T10:00")]) == 10)
  }

  @Test func `A road that stays closed longer than the way round takes is gone round`() throws {
    #expect(try minutes([("2026-11-23T09:00", "2026-11-23T13:00")]) == 120)
    #expect(try minutes([("2026-11-22T09:00", "2026-11-27T13:00")]) == 120)
  }

  @Test func `Closures that follow each other are one`() throws {
    #expect(
      try minutes([
        ("2026-11-23T10:10", "2026-11-23T10:30"), ("2026-11-23T09:00", "2026-11-23T10:10"),
        ("2026-11-23T09:30", "2026-11-23T10:05"),
      ]) == 40)
  }

  @Test(arguments: 0..<50)
  func `The minutes in which a link is closed are those of its closures`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let monday = try at("2026-11-23")
    var drawn = DrawnMap("A-B")
    drawn.road("AB", kilometres: 10)
    let spans = (0..<4).map { _ in
      let start = Int.random(in: -3_000...9_000, using: &random)
      let length = Int.random(in: 1...4_000, using: &random)
      return start..<start + length
    }
    let link = try #require(try drawn.map().link("AB"))
    let map = try drawn.map().closing(
      spans.map {
        ClosedLinks(
          closure: "#1", links: [link],
          during: monday.advanced(
            bySeconds: $0.lowerBound * 60)..<monday.advanced(
              bySeconds: $0.upperBound * 60))
      })
    let closed = map.closedMinutes(ofLink: link, from: monday.day, days: 5)
    for (one, next) in zip(closed, closed.dropFirst()) {
      #expect(one.upperBound < next.lowerBound, "seed \(seed)")
    }
    for minute in 0..<5 * 1_440 {
      let isClosed = closed.contains { $0.contains(minute) }
      if isClosed != spans.contains(where: { $0.contains(minute) }) {
        Issue.record("seed \(seed), minute \(minute)")
        return
      }
    }
  }
}
