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
    ("Cầu Rạch Miễu", [0, 1, 2]), ("cau rach mieu", [0, 1, 2]), ("CẦU  RẠCH-MIỄU", [0, 1, 2]),
    ("Cầu Rạch Miễu 2", [2]), ("Cau Rach Mieu (nhip", [0, 1]), ("Cau Rach Mie", []),
    ("Rạch Miễu", []), ("đường rạch", [3]), ("duong rach", [3]), ("pha dinh khao", [4, 5]),
    ("Phà Đình Khao (QL57, sông Cổ Chiên)", [4, 5]), ("AC", [2]), ("ac", []), ("", []), (" – ", []),
  ])
  func `a crossing is avoided by the beginning of its name`(text: String, links: [Int]) throws {
    #expect(try map().links(avoiding: text).map(\.rawValue) == links)
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
