import Facts
import TestSupport
import Testing

@testable import TravelNetwork

@Suite struct TravelMapTests {
  @Test func `a link to no node is refused by name`() {
    var drawn = DrawnMap("A B")
    drawn.road("AB", kilometres: 1)
    drawn.road("AX", kilometres: 1)
    #expect(throws: TravelMapError.unknownNode(id: "X", link: "AX")) { try drawn.map() }
    #expect(
      TravelMapError.unknownNode(id: "X", link: "AX").description
        == "link AX ends at X, which is no node")
  }

  @Test func `an id belongs to one record`() {
    var drawn = DrawnMap("A B")
    drawn.road("AB", kilometres: 1)
    drawn.road("AB", kilometres: 2)
    #expect(throws: TravelMapError.twice(id: "AB")) { try drawn.map() }
    #expect(throws: TravelMapError.twice(id: "A")) { try DrawnMap("A A").map() }
  }

  @Test func `ids lead to indices in the given order`() throws {
    var drawn = DrawnMap("C A B")
    drawn.road("AB", kilometres: 1)
    let map = try drawn.map()
    #expect(map.node("A") == 1 && map.node("Z") == nil)
    #expect(map.link("AB") == 0 && map.link("BA") == nil)
    #expect(map.ends(ofLink: 0) == (1, 2))
    #expect(map.vehicle("ambulance")?.modes == "road ferry")
    #expect(map.vehicle("balloon") == nil)
  }

  @Test func `without a profile the fallback values count`() throws {
    let map = try TravelMap(nodes: [], links: [], vehicles: [], profiles: [])
    #expect(map.profile == TravelProfile())
  }

  @Test func `links without a speed or minutes are reported`() throws {
    var drawn = DrawnMap("A B C")
    drawn.road("AB", kilometres: 1)
    drawn.road("BA", kilometres: 1) { $0.speed = nil }
    drawn.road("AC", kilometres: 1) { $0.speed = 0 }
    drawn.ferry("BC", crossing: 8, wait: 0) { $0.crossingMinutes = nil }
    #expect(try drawn.map().linksWithoutTimes == [1, 2, 3])
    #expect(try drawn.graph().links(refusedFor: .withoutTimes) == [1, 2, 3])
  }
}
