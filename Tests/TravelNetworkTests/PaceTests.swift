import Facts
import TestSupport
import Testing

@testable import TravelNetwork

/// Searches on good, usual and bad days.
@Suite struct PaceTests {
  /// Links whose hours nobody knows or that are always open, so that minutes only add up.
  private func graph(_ drawn: DrawnMap, _ pace: Pace) throws -> TravelGraph {
    let map = try drawn.map()
    return TravelGraph(
      map,
      TravelConditions(
        vehicle: .patient, at: try #require(Instant("2026-11-22T21:30+07:00")), pace: pace))
  }

  /// Minutes of a record at a pace, as the documentation says them.
  private func minutes(_ link: TravelLink, _ pace: Pace, _ profile: TravelProfile) -> Double? {
    if link.mode == .road {
      guard let speed = link.speed else { return nil }
      let typical = link.kilometres / speed * 60
      switch pace {
      case .fast:
        return min(typical, link.freeFlowSpeed.map { link.kilometres / $0 * 60 } ?? typical)
      case .typical: return typical
      case .slow: return typical * profile.slowFactor
      }
    }
    guard let crossing = link.crossingMinutes else { return nil }
    let wait = link.waitMinutes ?? 0
    switch pace {
    case .fast: return crossing
    case .typical: return crossing + wait
    case .slow: return crossing + wait * profile.slowWaitFactor
    }
  }

  @Test(arguments: Pace.allCases, seeds(10))
  func `arrivals are those of Bellman and Ford over records at the pace`(pace: Pace, seed: Int)
    throws
  {
    var drawn = DrawnMap.random(seed: seed)
    for index in drawn.links.indices { drawn.links[index].windows = [] }
    let graph = try graph(drawn, pace)
    var best = ["A": 0.0]
    var changed = true
    while changed {
      changed = false
      for (index, link) in drawn.links.enumerated()
      where graph.refusal(ofLink: LinkIndex(index)) == nil {
        guard let minutes = minutes(link, pace, drawn.profile) else { continue }
        let ways = [(link.start, link.end), (link.end, link.start)]
        for (tail, head) in ways.prefix(link.isOneway == true ? 1 : 2) {
          guard let before = best[tail], before + minutes < (best[head] ?? .infinity) - 1e-9 else {
            continue
          }
          best[head] = before + minutes
          changed = true
        }
      }
    }
    let engine = TravelEngine(graph, TravelHierarchy(graph.map))
    let targets = graph.map.nodes.recordIndices.map { PointAccess(Access(node: $0)) }
    var stream = ArrivalStream(engine, targets: targets, usage: seed % 2 == 0 ? .batch : .single)
    var plain = TravelSearch(graph)
    stream.start(from: targets[0])
    plain.start(from: Access(node: 0))
    while plain.next() != nil {}
    let all = stream.all()
    for (index, node) in graph.map.nodes.enumerated() {
      #expect(all[index] == plain.deciseconds(to: NodeIndex(index)))
      // Each link is rounded to a decisecond.
      let found = all[index].map { Double($0) / 600 }
      #expect((found == nil) == (best[node.id] == nil), "to \(node.id)")
      if let found, let expected = best[node.id] { #expect(abs(found - expected) < 0.05) }
      guard all[index] != nil else { continue }
      let trip = stream.trip(to: index)
      let journey = try #require(trip?.journey)
      let told = [journey.minutesLow, journey.minutes, journey.minutesHigh]
      #expect(told == told.sorted())
      if pace == .slow { #expect(journey.minutes == journey.minutesHigh) }
      if pace == .fast { #expect(journey.minutes == journey.minutesLow) }
    }
  }

  @Test func `the slow way may be another one, and is no longer than the usual way on a bad day`()
    throws
  {
    // Over the ferry F–H it is 10 min and a wait of 10, which doubles; by road 24 min, half as much
    // again.
    var drawn = DrawnMap("F-H")
    drawn.ferry("FH", crossing: 10, wait: 10)
    drawn.road("FH", kilometres: 24) { $0.id = "road" }
    drawn.profile.slowFactor = 1.1
    let usual = try #require(DrawnMap.journey("FH", in: graph(drawn, .typical)))
    let slow = try #require(DrawnMap.journey("FH", in: graph(drawn, .slow)))
    #expect(usual.legs.map(\.mode) == [.ferry] && usual.minutesHigh == 30)
    #expect(slow.legs.map(\.mode) == [.road] && abs(slow.minutes - 26.4) < 0.01)
    #expect(try DrawnMap.journey("FH", in: graph(drawn, .fast))?.minutes == 10)
  }

  @Test func `the ways to nodes are slow too`() throws {
    var drawn = DrawnMap("A-B")
    drawn.road("AB", kilometres: 10)
    let point = Coordinate(latitude: 10.01, longitude: 106)
    let usual = try #require(try graph(drawn, .typical).access(to: point))
    let slow = try #require(try graph(drawn, .slow).access(to: point))
    #expect(abs(slow.minutes - usual.minutes * 1.5) < 0.01)
    #expect(try graph(drawn, .fast).access(to: point) == usual)
  }
}
