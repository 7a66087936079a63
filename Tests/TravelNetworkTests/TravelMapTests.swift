import Facts
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

@Suite struct TravelMapCrossingsTests {
  private func map() throws -> TravelMap {
    var drawn = DrawnMap("A B C D E F")
    drawn.road("AB", kilometres: 1) { $0.crossing = "Cầu Rạch Miễu (nhịp Bắc, Mỹ Tho – Thới Sơn)" }
    drawn.road("BC", kilometres: 1) { $0.crossing = "Cầu Rạch Miễu (nhịp Nam)" }
    drawn.road("AC", kilometres: 1) { $0.crossing = "Cầu Rạch Miễu 2" }
    drawn.road("CD", kilometres: 1) { $0.name = "Đường Rạch Miễu" }
    drawn.ferry("DE", crossing: 9, wait: 9) { $0.crossing = "Phà Đình Khao (QL57, sông Cổ Chiên)" }
    drawn.ferry("EF", crossing: 9, wait: 9) { $0.crossing = "Phà Đình Khao (QL57, sông Cổ Chiên)" }
    return try drawn.map()
  }

  @Test(arguments: [
    ("Cầu Rạch Miễu", [0, 1, 2]), ("cau rach mieu", [0, 1, 2]), ("CẦU  RẠCH-MIỄU", [0, 1, 2]),
    ("Cầu Rạch Miễu 2", [2]), ("Cau Rach Mieu (nhip", [0, 1]), ("Cau Rach Mie", []),
    ("Rạch Miễu", []), ("đường rạch", [3]), ("duong rach", [3]), ("pha dinh khao", [4, 5]),
    ("Phà Đình Khao (QL57, sông Cổ Chiên)", [4, 5]), ("AC", [2]), ("ac", []), ("", []), (" – ", []),
  ])
  func `a crossing is avoided by the beginning of its name`(text: String, links: [Int]) throws {
    #expect(try map().links(avoiding: text) == links)
  }

  @Test func `composed and decomposed marks are the same`() throws {
    #expect(try map().links(avoiding: "Ca\u{302}\u{300}u Ra\u{323}ch") == [0, 1, 2])
  }

  @Test func `each crossing is named once`() throws {
    #expect(
      try map().crossingNames == [
        "Cầu Rạch Miễu (nhịp Bắc, Mỹ Tho – Thới Sơn)", "Cầu Rạch Miễu (nhịp Nam)",
        "Cầu Rạch Miễu 2", "Phà Đình Khao (QL57, sông Cổ Chiên)",
      ])
  }
}
