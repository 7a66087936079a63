import Facts
import Testing

@testable import TravelNetwork

@Suite struct TravelSearchTests {
  /// A river with a ferry that sleeps, and a bridge far away.
  private func river() -> DrawnMap {
    var drawn = DrawnMap(
      """
      A---B~~~~C---D
      |            |
      E-----F------G
      """)
    drawn.road("AB", kilometres: 10)
    drawn.ferry("BC", crossing: 12, wait: 8) { $0.windows = [.hours(300, 1_320)] }
    drawn.road("CD", kilometres: 10)
    drawn.road("AE", kilometres: 40) { $0.ref = "QL1" }
    drawn.road("EF", kilometres: 2) {
      $0.ref = "QL1"
      $0.name = "Cầu Mỹ Thuận"
      $0.crossing = "Cầu Mỹ Thuận (QL1)"
    }
    drawn.road("FG", kilometres: 40) { $0.ref = "QL1" }
    drawn.road("GD", kilometres: 40)
    return drawn
  }

  @Test func `by day the ferry is nearer`() throws {
    let journey = try #require(DrawnMap.journey("AD", in: river().graph("10:00")))
    #expect(journey.minutes == 40)
    #expect(journey.kilometres == 21)
    #expect(journey.legs.map(\.mode) == [.road, .ferry, .road])
    // Free flow at 90 km/h and no wait; half as long again and twice the wait.
    #expect(abs(journey.minutesLow - (20 * 60 / 90 + 12)) < 0.01)
    #expect(journey.minutesHigh == 30 + 12 + 16)
  }

  @Test func `by night the bridge is nearer than waiting for the ferry`() throws {
    let journey = try #require(DrawnMap.journey("AD", in: river().graph("02:00")))
    #expect(journey.minutes == 122)
    #expect(journey.legs.map(\.crossing) == [nil, "Cầu Mỹ Thuận (QL1)", nil, nil])
  }

  @Test func `shortly before it opens the ferry is worth a wait, which is told`() throws {
    let journey = try #require(DrawnMap.journey("AD", in: river().graph("04:30")))
    #expect(journey.legs[1].waitedMinutes == 20)
    #expect(journey.legs[1].minutes == 20)
    #expect(journey.minutes == 60)
    // The fast one waits longer at the landing, and is still no later.
    #expect(abs(journey.minutesLow - (30 + 12 + 10 * 60.0 / 90)) < 0.01)
    #expect(journey.minutes == journey.legs.reduce(0) { $0 + $1.minutes + $1.waitedMinutes })
  }

  @Test func `the slow traveller may miss the last ferry`() throws {
    let journey = try #require(
      DrawnMap.journey("AD", in: river().graph("21:48", avoiding: ["cau my thuan"])))
    #expect(journey.minutes == 40)
    // At the landing at 22:03 instead of 21:58: next morning at 05:00.
    #expect(journey.minutesHigh == 15 + 417 + 28 + 15)
  }

  @Test func `who does not honour timetables sails at night`() throws {
    let graph = try river().graph("02:00", honoursTimetables: false)
    #expect(DrawnMap.journey("AD", in: graph)?.minutes == 40)
  }

  @Test func `what is avoided is not used`() throws {
    #expect(
      try DrawnMap.journey("AD", in: river().graph("10:00", avoiding: ["pha bc"]))?.minutes == 122)
    #expect(
      try DrawnMap.journey("AD", in: river().graph("10:00", avoiding: ["pha bc", "EF"])) == nil)
  }

  @Test func `a one-way road is used one way`() throws {
    var drawn = DrawnMap("A>B")
    drawn.road("AB", kilometres: 5) { $0.isOneway = true }
    #expect(try DrawnMap.journey("AB", in: drawn.graph())?.minutes == 5)
    #expect(try DrawnMap.journey("BA", in: drawn.graph()) == nil)
  }

  @Test func `windows of some days only are waited for over the end of the week`() throws {
    var drawn = DrawnMap("A~B")
    drawn.ferry("AB", crossing: 10, wait: 0) { $0.windows = [.hours(480, 600, days: "1")] }
    let journey = DrawnMap.journey("AB", in: try drawn.graph("20:00", day: "2026-11-22"))
    #expect(journey?.minutes == 730.0)
    #expect(journey?.legs.first?.waitedMinutes == 720.0)
  }

  @Test func `hours are unknown without windows of known days`() throws {
    var drawn = DrawnMap("A~B~C~D")
    var sessions = ServiceWindow()
    sessions.sessionsPerWeek = 6
    drawn.ferry("AB", crossing: 10, wait: 0)
    drawn.ferry("BC", crossing: 10, wait: 0) { $0.windows = [sessions] }
    drawn.ferry("CD", crossing: 10, wait: 0) { $0.windows = [.hours(0, 1_440)] }
    let journey = try #require(DrawnMap.journey("AD", in: drawn.graph("02:00")))
    #expect(journey.legs.map(\.hoursUnknown) == [true, true, false])
    #expect(journey.minutes == 30)
  }

  @Test func `times count from the departure and a journey from the first node`() throws {
    let graph = try river().graph()
    var search = TravelSearch(graph)
    let access = try #require(graph.access(to: Coordinate(latitude: 10.01, longitude: 106)))
    search.start(from: access)
    var times: [UInt32] = []
    while let found = search.next() { times.append(found.deciseconds) }
    #expect(times == times.sorted() && times.first == access.deciseconds && times.count == 7)
    let end = try #require(graph.map.node("D"))
    #expect(search.deciseconds(to: end) == access.deciseconds + UInt32(24_000))
    #expect(search.journey(to: end)?.minutes == 40)
    #expect(search.journey(to: access.node)?.legs == [])
  }

  @Test func `of several starts the one that gets there first counts`() throws {
    let graph = try river().graph()
    var search = TravelSearch(graph)
    let starts = try ["A", "G"].map { Access(node: try #require(graph.map.node($0))) }
    search.start(from: starts)
    while search.next() != nil {}
    let end = try #require(graph.map.node("F"))
    #expect(search.journey(to: end)?.start == starts[1].node)
    #expect(search.journey(to: end)?.minutes == 40)
  }
}
