import Facts
import TestSupport
import Testing

@testable import TravelNetwork

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
    ("Cầu Rạch Miễu", [0, 1]), ("cau rach mieu", [0, 1]), ("CẦU  RẠCH-MIỄU", [0, 1]),
    ("Cầu Rạch Miễu 2", [2]), ("Cau Rach Mieu (nhip", [0, 1]), ("nhip bac", [0]),
    ("Cau Rach Mie", []), ("Rạch Miễu 2", [2]), ("đường rạch miễu", [3]),
    ("pha dinh khao", [4, 5]),
    ("Phà Đình Khao (QL57, sông Cổ Chiên)", [4, 5]), ("đình khao", [4, 5]), ("AC", [2]), ("ac", []),
    ("", []), (" – ", []), ("cầu", []), ("rạch", []),
  ])
  func `a crossing is avoided by its name, and no other with it`(
    text: String, links: [Int]
  ) throws {
    #expect(try map().links(avoiding: text).map(\.rawValue) == links)
  }

  @Test func `a bridge of the same name with a number stays open, and is told`() throws {
    #expect(
      try map().avoided("Cầu Rạch Miễu") == .links([0, 1], othersOpen: ["Cầu Rạch Miễu 2"]))
    #expect(try map().avoided("Cầu Rạch Miễu 2") == .links([2], othersOpen: []))
  }

  @Test func `words that fit several crossings are asked back`() throws {
    #expect(
      try map().avoided("cầu") == .ambiguous(["Cầu Rạch Miễu", "Cầu Rạch Miễu 2"]))
    // A bridge and a road of the same name.
    #expect(
      try map().avoided("Rạch Miễu") == .ambiguous(["Cầu Rạch Miễu", "Đường Rạch Miễu"]))
    #expect(try map().avoided("Cầu Cần Thơ") == .unknown)
    #expect(try map().crossings(near: "Cầu Đình Khao") == ["Phà Đình Khao"])
  }

  @Test func `composed and decomposed marks are the same`() throws {
    #expect(
      try map().links(avoiding: "Ca\u{302}\u{300}u Ra\u{323}ch Mie\u{302}\u{303}u") == [0, 1])
  }

  @Test func `each crossing is named once`() throws {
    #expect(
      try map().crossingNames == [
        "Cầu Rạch Miễu (nhịp Bắc, Mỹ Tho – Thới Sơn)", "Cầu Rạch Miễu (nhịp Nam)",
        "Cầu Rạch Miễu 2", "Phà Đình Khao (QL57, sông Cổ Chiên)",
      ])
  }
}
