import Facts
import Routing
import TestSupport
import Testing

@testable import TravelNetwork

@Suite struct TravelGraphTests {
  @Test func `arcs are the links that serve, in the directions in which they do`() throws {
    var drawn = DrawnMap("A-B~C")
    drawn.road("AB", kilometres: 5) { $0.isOneway = true }
    drawn.ferry("BC", crossing: 10, wait: 5) { $0.windows = [.hours(300, 1_320)] }
    drawn.road("AC", kilometres: 5) { $0.use = .no }
    let arcs = try drawn.graph().arcs
    #expect(arcs.map(\.start) == [0, 1, 2])
    #expect(arcs.map(\.end) == [1, 2, 1])
    #expect(arcs.map(\.minutes) == [5, 15, 15])
    #expect(arcs.map(\.link) == [0, 1, 1])
    #expect(arcs.map(\.hasTimetable) == [false, true, true])
  }

  @Test func `equal hours are one timetable, and hours around the clock none`() throws {
    var drawn = DrawnMap("A~B~C~D~E")
    drawn.ferry("AB", crossing: 1, wait: 0) { $0.windows = [.hours(300, 1_320)] }
    drawn.ferry("BC", crossing: 1, wait: 0) { $0.windows = [.hours(300, 600), .hours(600, 1_320)] }
    drawn.ferry("CD", crossing: 1, wait: 0) { $0.windows = [.hours(0, 1_440)] }
    drawn.ferry("DE", crossing: 1, wait: 0)
    let graph = try drawn.graph()
    #expect(graph.graph.timetables.count == 1)
    #expect(graph.graph.brokenInvariant == nil)
    #expect(graph.arcs.filter(\.hasTimetable).map(\.link) == [0, 0, 1, 1])
  }

  @Test func `a closed link leaves no arc but its ends stay usable`() throws {
    var drawn = DrawnMap("A-B-C")
    drawn.road("AB", kilometres: 5)
    drawn.road("BC", kilometres: 5) { $0.state = .closed }
    let graph = try drawn.graph(avoiding: ["AB"])
    #expect(graph.arcs == [])
    #expect(graph.usableNodes == [0, 1])
    #expect(graph.refusal(ofLink: 0) == .avoided && graph.refusal(ofLink: 1) == .closed)
  }
}
