import Facts
import TestSupport
import Testing

@testable import TravelNetwork

/// Links that are otherwise on some days.
@Suite struct LinkExceptionTests {
  private func day(_ text: String) throws -> Day { try #require(PartialDate(text)).start }

  private func tet(wait: Double?, windows: [ServiceWindow]? = nil) throws -> LinkException {
    var tet = LinkException(first: try day("2027-02-05"), end: try day("2027-02-10"))
    tet.id = "tet"
    tet.windows = windows
    tet.waitMinutes = wait
    tet.waitLowMinutes = wait.map { $0 - 30 }
    tet.waitHighMinutes = wait.map { $0 + 30 }
    return tet
  }

  private func minutes(
    _ clock: String, _ day: String, _ exceptions: [LinkException]
  ) throws -> Journey? {
    var drawn = DrawnMap("A~~B")
    drawn.ferry("AB", crossing: 15, wait: 15)
    drawn.exceptions = ["AB": exceptions]
    return DrawnMap.journey("AB", in: try drawn.graph(clock, day: day))
  }

  @Test func `a queue holds on its days only, with its bounds`() throws {
    let tet = try tet(wait: 90)
    let before = try #require(try minutes("10:00", "2027-02-04", [tet]))
    #expect(before.minutes == 30 && before.minutesLow == 15 && before.minutesHigh == 45)
    let then = try #require(try minutes("10:00", "2027-02-06", [tet]))
    #expect(then.minutes == 105 && then.minutesLow == 75 && then.minutesHigh == 135)
    #expect(then.legs[0].minutes == 30 && then.legs[0].waitedMinutes == 75)
    #expect(then.legs[0].queuedMinutes == 75 && then.legs[0].exceptions == [tet])
    #expect(before.legs[0].exceptions.isEmpty)
  }

  @Test func `who comes just before the queue ends is across as soon as those who come after`()
    throws
  {
    let journey = try #require(try minutes("23:50", "2027-02-09", [try tet(wait: 90)]))
    #expect(journey.minutes == 10 + 30)
  }

  @Test func `closed days are waited out, and ordinary hours come back`() throws {
    let journey = try #require(
      try minutes("10:00", "2027-02-09", [try tet(wait: nil, windows: [])]))
    #expect(journey.minutes == 14 * 60 + 30)
    #expect(journey.legs[0].queuedMinutes == 0)
    var drawn = DrawnMap("A~B")
    drawn.ferry("AB", crossing: 15, wait: 15)
    drawn.exceptions = ["AB": [try tet(wait: nil, windows: [])]]
    let map = try drawn.map()
    #expect(map.isClosed(0, at: try #require(Instant("2027-02-06T10:00+07:00"))))
    #expect(!map.isClosed(0, at: try #require(Instant("2027-02-10T00:00+07:00"))))
  }

  @Test func `a bridge that opens at midnight is waited for, and one that ends is caught`() throws {
    var drawn = DrawnMap("A--B")
    drawn.road("AB", kilometres: 10) { $0.period.from = PartialDate("2026-11-24") }
    let early = DrawnMap.journey("AB", in: try drawn.graph("23:45", day: "2026-11-23"))
    #expect(early?.minutes == 25)
    #expect(try drawn.graph("23:45", day: "2026-11-22").refusal(ofLink: 0) == .notInForce)
    drawn.links[0].period = Period(from: nil, to: PartialDate("2026-11-24"))
    let last = DrawnMap.journey("AB", in: try drawn.graph("23:59", day: "2026-11-23"))
    #expect(last?.minutes == 10)
    drawn.road("BC", kilometres: 5)
    drawn.nodes.append(with(TravelNode()) { $0.id = "C" })
    #expect(DrawnMap.journey("CA", in: try drawn.graph("23:50", day: "2026-11-23"))?.minutes == 15)
    #expect(DrawnMap.journey("CA", in: try drawn.graph("23:56", day: "2026-11-23")) == nil)
  }

  @Test(arguments: 0..<12)
  func `arrivals are those of Bellman and Ford over the records, at any later departure`(
    seed: Int
  ) throws {
    var random = SeededRandom(seed: seed)
    var drawn = DrawnMap.random(seed: seed)
    let monday = try day("2026-11-16")
    for link in drawn.links where Int.random(in: 0..<3, using: &random) == 0 {
      let first = monday.number + Int.random(in: 4..<10, using: &random)
      var exception = LinkException(
        first: Day(number: first), end: Day(number: first + .random(in: 1...3, using: &random)))
      switch Int.random(in: 0..<3, using: &random) {
      case 0: exception.windows = []
      case 1:
        exception.windows = [
          .hours(.random(in: 0...1_439, using: &random), .random(in: 1...1_440, using: &random))
        ]
      default: break
      }
      if Bool.random(using: &random) {
        exception.waitMinutes = Double(Int.random(in: 10...150, using: &random))
      }
      drawn.exceptions[link.id] = [exception]
    }
    let graph = try drawn.graph("21:30", vehicle: .patient, day: "2026-11-21")
    let engine = TravelEngine(graph, TravelHierarchy(graph.map))
    let nodes = graph.map.nodes.recordIndices.map { PointAccess(Access(node: $0)) }
    var stream = ArrivalStream(engine, targets: nodes, usage: seed % 2 == 0 ? .batch : .single)
    let plain = PlainCalendar(drawn, monday: monday)
    for later in [0, 95, 1_400] {
      let departure = graph.conditions.at.advanced(bySeconds: later * 60)
      let start = 5 * 1_440 + 21 * 60 + 30 + later
      let expected = plain.arrivals(from: 0, at: start) {
        graph.refusal(ofLink: LinkIndex($0)) == nil
      }
      stream.start(from: nodes[0], departure: departure)
      #expect(
        stream.all() == expected.map { $0.map { UInt32(($0 - start * 600)) } },
        "seed \(seed), \(later) min later")
      for target in [3, 17, 40] where expected[target] != nil {
        let found = stream.trip(to: target)
        let journey = try #require(found).journey
        #expect(
          Int((journey.minutes * 600).rounded()) == (expected[target] ?? 0) - start * 600,
          "seed \(seed)")
        #expect(
          journey.minutesLow <= journey.minutes && journey.minutes <= journey.minutesHigh)
      }
    }
  }
}

/// Arrivals over records with exceptions, every minute of joining looked at one by one.
private struct PlainCalendar {
  let drawn: DrawnMap
  let monday: Day
  let minutes = 40 * 1_440
  /// For each link whether it is open, by minutes from the Monday.
  private let open: [[Bool]]

  init(_ drawn: DrawnMap, monday: Day) {
    self.drawn = drawn
    self.monday = monday
    let minutes = minutes
    open = drawn.links.map { link in
      var isOpen = [Bool](repeating: false, count: minutes + 2_880)
      for number in -1..<40 {
        let day = Day(number: monday.number + number)
        let exception = drawn.exceptions[link.id]?.first { $0.first <= day && day < $0.end }
        let always = [ServiceWindow.hours(0, 1_440)]
        let ordinary = link.windows.isEmpty ? always : link.windows
        for window in exception?.windows ?? ordinary
        where window.days.map({ $0.contains(String(day.weekday)) }) ?? true {
          guard let opens = window.opens, var closes = window.closes else { continue }
          if closes <= opens { closes += 1_440 }
          for minute in opens..<closes where number * 1_440 + minute >= 0 {
            isOpen[number * 1_440 + minute] = true
          }
        }
      }
      return isOpen
    }
  }

  /// Deciseconds from the Monday at which each node is reached.
  func arrivals(from start: Int, at minute: Int, _ serves: (Int) -> Bool) -> [Int?] {
    let indices = Dictionary(
      uniqueKeysWithValues: drawn.nodes.enumerated().map { ($1.id, $0) })
    var clocks = [Int?](repeating: nil, count: drawn.nodes.count)
    clocks[start] = minute * 600
    var changed = true
    while changed {
      changed = false
      for (number, link) in drawn.links.enumerated() where serves(number) {
        let ways = [(link.start, link.end), (link.end, link.start)]
        for (tail, head) in ways.prefix(link.isOneway == true ? 1 : 2) {
          guard let tail = indices[tail], let head = indices[head], let clock = clocks[tail],
            let across = across(number, at: clock), across < clocks[head] ?? .max
          else { continue }
          clocks[head] = across
          changed = true
        }
      }
    }
    return clocks
  }

  private func across(_ number: Int, at clock: Int) -> Int? {
    let link = drawn.links[number]
    let usual = link.waitMinutes ?? 0
    let travel =
      link.speed.map { link.kilometres * 60 / $0 } ?? (link.crossingMinutes ?? 0) + usual
    let weight = max(Int((travel * 600).rounded()), link.kilometres > 0 ? 1 : 0)
    var best: Int?
    // Whoever stands by may join whenever it is best; no queue is longer than three hours.
    var minute = clock / 600
    while minute < minutes {
      if let best, minute * 600 >= best { break }
      if open[number][minute] {
        let day = Day(number: monday.number + minute / 1_440)
        let exception = drawn.exceptions[link.id]?.first { $0.first <= day && day < $0.end }
        let queue = max(0, (exception?.waitMinutes ?? usual) - usual)
        let entry = max(clock, minute * 600) + Int(queue * 600)
        best = min(best ?? .max, entry)
      }
      minute += 1
    }
    return best.map { $0 + weight }
  }
}
