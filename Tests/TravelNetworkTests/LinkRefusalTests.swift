import Facts
import TestSupport
import Testing

@testable import TravelNetwork

@Suite struct LinkRefusalTests {
  private func refusal(
    vehicle: Vehicle = .ambulance, day: String = "2026-11-23",
    _ change: (inout TravelLink) -> Void
  ) throws -> LinkRefusal? {
    var drawn = DrawnMap("A B")
    drawn.road("AB", kilometres: 1, change)
    return try drawn.graph(vehicle: vehicle, day: day).refusal(ofLink: 0)
  }

  @Test func `a plain road serves`() throws {
    #expect(try refusal { _ in } == nil)
    #expect(try refusal { $0.state = .unverified } == nil)
    #expect(try refusal { $0.use = .yes } == nil)
  }

  @Test func `a vehicle uses its modes and what carries it`() throws {
    #expect(try refusal { $0.mode = .air } == .mode)
    #expect(try refusal { $0.carries = .motorcycle } == .carriage)
    #expect(try refusal { $0.carries = .patient } == .carriage)
    #expect(try refusal(vehicle: .patient) { $0.carries = .patient } == nil)
    #expect(try refusal { $0.carries = .light } == nil)
    #expect(try refusal { $0.carries = .all } == nil)
  }

  @Test func `a vehicle may be excluded by name`() throws {
    #expect(try refusal { $0.excludes = "truck ambulance" } == .carriage)
    #expect(try refusal { $0.excludes = "ambulances" } == nil)
  }

  @Test func `what is unconfirmed or closed does not serve`() throws {
    #expect(try refusal { $0.use = .no } == .notConfirmed)
    #expect(try refusal { $0.state = .closed } == .closed)
  }

  @Test func `a bridge serves from its opening until the day of its end`() throws {
    let from = Period(from: PartialDate("2025-08-19"), to: PartialDate("2026-05"))
    for (day, expected) in [
      // Whoever comes on the eve waits for midnight.
      ("2025-08-17", LinkRefusal.notInForce), ("2025-08-18", nil), ("2026-04-30", nil),
      ("2026-05-01", .notInForce),
    ] {
      #expect(try refusal(day: day) { $0.period = from } == expected, "on \(day)")
    }
  }

  @Test func `before the first evidence a link may have been there`() throws {
    #expect(
      try refusal(day: "2019-01-01") { $0.period.firstEvidence = PartialDate("2025") } == nil)
  }

  @Test func `the day is that of the zone`() throws {
    var drawn = DrawnMap("A B")
    drawn.road("AB", kilometres: 1) { $0.period = Period(from: PartialDate("2025-08-19")) }
    let map = try drawn.map()
    for (instant, expected) in [
      ("2025-08-17T23:00+07:00", LinkRefusal.notInForce), ("2025-08-18T01:00+07:00", nil),
      ("2025-08-17T18:00Z", .notInForce),
    ] {
      let at = try #require(Instant(instant))
      let graph = TravelGraph(map, TravelConditions(vehicle: .ambulance, at: at))
      #expect(graph.refusal(ofLink: 0) == expected, "at \(instant)")
    }
  }

  @Test func `what the query avoids is told last`() throws {
    var drawn = DrawnMap("A B")
    drawn.road("AB", kilometres: 1)
    #expect(try drawn.graph(avoiding: ["AB"]).refusal(ofLink: 0) == .avoided)
    #expect(try drawn.graph(avoiding: ["AB"]).links(refusedFor: .avoided) == [0])
  }
}
