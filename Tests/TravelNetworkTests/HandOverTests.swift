import Facts
import TestSupport
import Testing

@testable import TravelNetwork

/// Changes between road, boat and aircraft, against a plain search that knows what carries the patient.
@Suite struct HandOverTests {
  private static func vehicle(handOver: Double?) -> Vehicle {
    var vehicle = Vehicle.patient
    vehicle.handOverMinutes = handOver
    return vehicle
  }

  private func graph(_ drawn: DrawnMap, handOver: Double?, pace: Pace = .typical) throws
    -> TravelGraph
  {
    TravelGraph(
      try drawn.map(),
      TravelConditions(
        vehicle: Self.vehicle(handOver: handOver),
        at: try #require(Instant("2026-11-22T21:30+07:00")), pace: pace))
  }

  @Test func `each change takes its minutes, a chain of boats none between them`() throws {
    //  A --road 10-- B ~boat 20~ C ~boat 20~ D --road 5-- E
    var drawn = DrawnMap("ABCDE")
    drawn.road("AB", kilometres: 10)
    for ends in ["BC", "CD"] {
      drawn.ferry(ends, crossing: 20, wait: 0) { $0.carries = .passenger }
    }
    drawn.road("DE", kilometres: 5)
    drawn.profile.slowFactor = 1
    let journey = try #require(DrawnMap.journey("AE", in: graph(drawn, handOver: 10)))
    #expect(journey.minutes == 75 && journey.minutesHigh == 95)
    #expect(journey.legs.map(\.isHandOver) == [false, true, false, false, true, false])
    #expect(journey.legs.map(\.minutes).reduce(0, +) == 75)
    // At a pier nobody has to leave the boat, but whoever ends there does.
    #expect(try DrawnMap.journey("AC", in: graph(drawn, handOver: 10))?.minutes == 50)
    #expect(try DrawnMap.journey("AE", in: graph(drawn, handOver: nil))?.legs.count == 4)
  }

  @Test func `a car ferry takes the ambulance aboard`() throws {
    var drawn = DrawnMap("ABC")
    drawn.road("AB", kilometres: 10)
    drawn.ferry("BC", crossing: 20, wait: 0)
    #expect(try DrawnMap.journey("AC", in: graph(drawn, handOver: 10))?.minutes == 30)
  }

  @Test func `a road round may beat a boat only because of the hand-overs`() throws {
    var drawn = DrawnMap("ABC")
    drawn.road("AB", kilometres: 1)
    drawn.ferry("BC", crossing: 10, wait: 0) { $0.carries = .passenger }
    drawn.road("AC", kilometres: 20)
    #expect(try DrawnMap.journey("AC", in: graph(drawn, handOver: nil))?.minutes == 11)
    #expect(try DrawnMap.journey("AC", in: graph(drawn, handOver: 10))?.minutes == 20)
  }

  private enum Aboard: Hashable { case land, boat, aircraft }

  private func aboard(_ link: TravelLink) -> Aboard {
    if link.mode == .air { return .aircraft }
    if link.mode == .waterway { return .boat }
    let takesCars = [nil, .all, .light].contains(link.carries)
    return link.mode == .ferry && !takesCars ? .boat : .land
  }

  @Test(arguments: seeds(20))
  func `arrivals are those of Bellman and Ford over nodes and what carries the patient`(seed: Int)
    throws
  {
    struct State: Hashable {
      var node: String
      var aboard: Aboard
    }
    var drawn = DrawnMap.random(seed: seed)
    // Hours are the business of other tests; here they would hide the changes.
    for index in drawn.links.indices { drawn.links[index].windows = [] }
    let pace = seed % 2 == 0 ? Pace.typical : .slow
    let graph = try graph(drawn, handOver: 7, pace: pace)
    let change = pace == .slow ? 14.0 : 7
    var best = [State(node: "A", aboard: .land): 0.0]
    var changed = true
    while changed {
      changed = false
      func reach(_ state: State, _ minutes: Double) {
        guard minutes < (best[state] ?? .infinity) - 1e-9 else { return }
        best[state] = minutes
        changed = true
      }
      for link in drawn.links {
        guard [nil, .all, .light, .passenger, .patient].contains(link.carries), link.use != .no,
          link.state != .closed
        else { continue }
        let minutes =
          link.speed.map { link.kilometres / $0 * 60 * (pace == .slow ? 1.5 : 1) }
          ?? (link.crossingMinutes ?? 0) + (link.waitMinutes ?? 0) * (pace == .slow ? 2 : 1)
        for (tail, head) in [(link.start, link.end), (link.end, link.start)]
          .prefix(link.isOneway == true ? 1 : 2)
        {
          guard let before = best[State(node: tail, aboard: aboard(link))] else { continue }
          reach(State(node: head, aboard: aboard(link)), before + minutes)
        }
      }
      for (state, minutes) in best {
        for other in [Aboard.land, .boat, .aircraft] where other != state.aboard {
          reach(State(node: state.node, aboard: other), minutes + change)
        }
      }
    }
    let targets = graph.map.nodes.recordIndices.map { PointAccess(Access(node: $0)) }
    var stream = ArrivalStream(
      TravelEngine(graph, TravelHierarchy(graph.map)), targets: targets,
      usage: seed % 3 == 0 ? .batch : .single)
    stream.start(from: targets[0])
    let all = stream.all()
    var plain = TravelSearch(graph)
    plain.start(from: Access(node: 0))
    while plain.next() != nil {}
    for (index, node) in graph.map.nodes.enumerated() {
      #expect(all[index] == plain.deciseconds(to: NodeIndex(index)))
      let expected = best[State(node: node.id, aboard: .land)]
      #expect((all[index] == nil) == (expected == nil), "to \(node.id)")
      guard let arrival = all[index], let expected else { continue }
      #expect(abs(Double(arrival) / 600 - expected) < 0.05, "to \(node.id)")
      let trip = stream.trip(to: index)
      let journey = try #require(trip?.journey)
      let sum = journey.legs.reduce(0) { $0 + $1.minutes + $1.waitedMinutes }
      #expect(abs(sum - journey.minutes) < 1e-6)
      #expect(journey.minutesLow <= journey.minutes && journey.minutes <= journey.minutesHigh)
    }
  }

  @Test(arguments: seeds(8))
  func `whoever needs no time for it finds what was found before`(seed: Int) throws {
    let drawn = DrawnMap.random(seed: seed)
    let (without, zero) = (try graph(drawn, handOver: nil), try graph(drawn, handOver: 0))
    #expect(without.arcs == zero.arcs)
    #expect(without.arcs.allSatisfy { $0.link != nil })
  }
}
