import Facts
import TestSupport
import Testing

@testable import TravelNetwork

/// What the weather stops, and what it slows.
@Suite struct WeatherTests {
  private static func effect(
    _ mode: TravelMode, _ factor: Double? = nil, stops: Bool? = nil, from kilometres: Double? = nil,
    of roadClass: RoadClass? = nil
  ) -> Weather.Effect {
    var effect = Weather.Effect()
    effect.mode = mode
    effect.factor = factor
    effect.stops = stops
    effect.kilometresFrom = kilometres
    effect.roadClass = roadClass
    return effect
  }

  private static func weather(_ effects: Weather.Effect...) -> Weather {
    var weather = Weather()
    weather.id = "bad"
    weather.effects = effects
    return weather
  }

  private func graph(_ drawn: DrawnMap, _ weather: Weather?) throws -> TravelGraph {
    TravelGraph(
      try drawn.map(),
      TravelConditions(
        vehicle: .patient, at: try #require(Instant("2026-11-22T21:30+07:00")), weather: weather))
  }

  @Test func `a river ferry is slow where that of the sea stops, and roads take their class`()
    throws
  {
    //  A ~river~ B --local-- C ~~~sea~~~ D --national-- A
    var drawn = DrawnMap("ABCD")
    drawn.ferry("AB", crossing: 10, wait: 0)
    drawn.road("BC", kilometres: 10) { $0.roadClass = .local }
    drawn.ferry("CD", crossing: 60, wait: 0) { $0.kilometres = 20 }
    drawn.road("DA", kilometres: 100) { $0.roadClass = .national }
    let weather = Self.weather(
      Self.effect(.ferry, 1.5), Self.effect(.ferry, stops: true, from: 5),
      Self.effect(.road, 1.2), Self.effect(.road, 2, of: .local))
    let graph = try graph(drawn, weather)
    #expect(graph.refusal(ofLink: 2) == .weather)
    #expect(graph.links(refusedFor: .weather) == [2])
    #expect(DrawnMap.journey("AC", in: graph)?.minutes == 35)
    #expect(DrawnMap.journey("AD", in: graph)?.minutes == 120)
    // Without it, C reaches D over the sea.
    #expect(try DrawnMap.journey("CD", in: self.graph(drawn, nil))?.minutes == 60)
    // The landing of the ferry that is stopped can still be joined.
    #expect(graph.isUsable(3))
  }

  @Test func `the way to a node is slow as a local road is`() throws {
    var drawn = DrawnMap("A-B")
    drawn.road("AB", kilometres: 10)
    let point = Coordinate(latitude: 10.01, longitude: 106)
    let usual = try #require(try graph(drawn, nil).access(to: point))
    let wet = try #require(
      try graph(drawn, Self.weather(Self.effect(.road, 1.5, of: .local))).access(to: point))
    #expect(abs(wet.minutes - usual.minutes * 1.5) < 0.01)
    #expect(
      try graph(drawn, Self.weather(Self.effect(.road, 1.5, of: .national))).access(to: point)
        == usual)
  }

  @Test(arguments: seeds(18))
  func `arrivals are those of Bellman and Ford over what the weather leaves`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var drawn = DrawnMap.random(seed: seed)
    for index in drawn.links.indices { drawn.links[index].windows = [] }
    let effects = (0..<4).map { _ in
      Self.effect(
        TravelMode.allCases.randomElement(using: &random) ?? .road,
        [nil, 1, 1.5, 2].randomElement(using: &random) ?? nil,
        stops: Int.random(in: 0..<4, using: &random) == 0,
        from: [nil, 15].randomElement(using: &random) ?? nil)
    }
    var weather = Weather()
    weather.effects = effects
    let graph = try graph(drawn, weather)
    var best = ["A": 0.0]
    var changed = true
    while changed {
      changed = false
      for link in drawn.links {
        guard [nil, .all, .light, .passenger, .patient].contains(link.carries), link.use != .no,
          link.state != .closed
        else { continue }
        let own = effects.filter {
          $0.mode == link.mode && link.kilometres >= $0.kilometresFrom ?? 0
        }
        if own.contains(where: { $0.stops == true }) { continue }
        let factor = own.compactMap(\.factor).max() ?? 1
        let minutes =
          (link.speed.map { link.kilometres / $0 * 60 }
            ?? (link.crossingMinutes ?? 0) + (link.waitMinutes ?? 0)) * max(1, factor)
        for (tail, head) in [(link.start, link.end), (link.end, link.start)]
          .prefix(link.isOneway == true ? 1 : 2)
        {
          guard let before = best[tail], before + minutes < (best[head] ?? .infinity) - 1e-9 else {
            continue
          }
          best[head] = before + minutes
          changed = true
        }
      }
    }
    let targets = graph.map.nodes.recordIndices.map { PointAccess(Access(node: $0)) }
    var stream = ArrivalStream(TravelEngine(graph, TravelHierarchy(graph.map)), targets: targets)
    stream.start(from: targets[0])
    for (node, arrival) in zip(graph.map.nodes, stream.all()) {
      #expect((arrival == nil) == (best[node.id] == nil), "to \(node.id)")
      guard let arrival, let expected = best[node.id] else { continue }
      #expect(abs(Double(arrival) / 600 - expected) < 0.05, "to \(node.id)")
    }
  }
}
