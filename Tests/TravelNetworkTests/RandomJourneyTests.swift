import Facts
import TestSupport
import Testing

@testable import TravelNetwork

/// Compares journeys with a plain algorithm that reads the records itself.
@Suite struct RandomJourneyTests {
  /// Whether a link is open, for each minute of the week, going through them one by one.
  private func openMinutes(_ link: TravelLink) -> [Bool] {
    guard !link.windows.isEmpty else { return Array(repeating: true, count: 10_080) }
    var isOpen = [Bool](repeating: false, count: 10_080)
    for window in link.windows {
      guard let opens = window.opens, let closes = window.closes else { continue }
      let length = closes > opens ? closes - opens : closes - opens + 1_440
      for day in (window.days ?? "1234567").compactMap(\.wholeNumberValue) {
        for minute in 0..<length { isOpen[((day - 1) * 1_440 + opens + minute) % 10_080] = true }
      }
    }
    return isOpen
  }

  /// When one who comes to a link at a minute of the week is across.
  private func arrival(over link: TravelLink, open: [Bool], at clock: Double) -> Double {
    var entered = clock
    while !open[Int(entered.rounded(.down)) % 10_080] { entered = entered.rounded(.down) + 1 }
    if let speed = link.speed { return entered + link.kilometres * 60 / speed }
    return entered + (link.crossingMinutes ?? 0) + (link.waitMinutes ?? 0)
  }

  private func serves(_ link: TravelLink) -> Bool {
    [nil, .all, .light, .passenger, .patient].contains(link.carries) && link.use != .no
      && link.state != .closed
  }

  @Test(arguments: seeds(20))
  func `arrivals are those of Bellman and Ford over the records`(seed: Int) throws {
    let drawn = DrawnMap.random(seed: seed)
    let graph = try drawn.graph("21:30", vehicle: .patient, day: "2026-11-22")
    let departure = 6.0 * 1_440 + 21 * 60 + 30
    var clocks = ["A": departure]
    let open = drawn.links.map(openMinutes)
    var changed = true
    while changed {
      changed = false
      for (link, open) in zip(drawn.links, open) where serves(link) {
        let ways = [(link.start, link.end), (link.end, link.start)]
        for (tail, head) in ways.prefix(link.isOneway == true ? 1 : 2) {
          guard let clock = clocks[tail] else { continue }
          let then = arrival(over: link, open: open, at: clock)
          if then < (clocks[head] ?? .infinity) - 1e-6 {
            clocks[head] = then
            changed = true
          }
        }
      }
    }
    var search = TravelSearch(graph)
    search.start(from: Access(node: 0))
    while search.next() != nil {}
    for (index, node) in graph.map.nodes.enumerated() {
      let minutes = search.deciseconds(to: NodeIndex(index)).map { Double($0) / 600 }
      #expect((minutes == nil) == (clocks[node.id] == nil))
      guard let minutes, let clock = clocks[node.id] else { continue }
      #expect(abs(minutes - (clock - departure)) < 1e-6, "to \(node.id)")
    }
  }

  @Test(arguments: seeds(20))
  func `a journey adds up and its low, typical and high minutes are in order`(seed: Int) throws {
    let graph = try DrawnMap.random(seed: seed).graph("21:30", vehicle: .patient, day: "2026-11-22")
    var search = TravelSearch(graph)
    search.start(from: Access(node: 0))
    while let (node, deciseconds) = search.next() {
      let journey = try #require(search.journey(to: node))
      #expect(journey.minutes == Double(deciseconds) / 600)
      #expect(journey.minutesLow <= journey.minutes && journey.minutes <= journey.minutesHigh)
      let sum = journey.legs.reduce(0) { $0 + $1.minutes + $1.waitedMinutes }
      #expect(abs(sum - journey.minutes) < 1e-6)
      let nodes = journey.legs.flatMap { leg in
        #expect(leg.nodes.count == leg.links.count + 1)
        return leg.nodes.dropLast()
      }
      #expect(journey.start == 0 && journey.end == node)
      #expect((nodes + [node]).first == 0)
      #expect(Set(journey.legs.flatMap(\.links)).allSatisfy { graph.refusal(ofLink: $0) == nil })
    }
  }
}
