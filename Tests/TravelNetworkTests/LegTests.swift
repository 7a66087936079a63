import Facts
import TestSupport
import Testing

@testable import TravelNetwork

@Suite struct LegTests {
  @Test func `a road that goes on is one leg, and a bridge is its own`() throws {
    var drawn = DrawnMap("A-B-C=D-E-F-G-H")
    for ends in ["AB", "BC", "DE"] {
      drawn.road(ends, kilometres: 5) { $0.ref = "QL60" }
    }
    drawn.road("CD", kilometres: 1) {
      $0.ref = "QL60"
      $0.crossing = "Cầu Cổ Chiên"
    }
    drawn.road("EF", kilometres: 3) { $0.name = "Đường Lê Lợi" }
    drawn.road("FG", kilometres: 2)
    drawn.road("GH", kilometres: 2)
    let journey = try #require(DrawnMap.journey("AH", in: drawn.graph()))
    #expect(
      journey.legs.map(\.name) == ["QL60", "Cầu Cổ Chiên", "QL60", "Đường Lê Lợi", nil])
    #expect(journey.legs.map(\.kilometres) == [10, 1, 5, 3, 4])
    #expect(journey.legs.map(\.minutes) == [10, 1, 5, 3, 4])
    #expect(journey.legs.map(\.links) == [[0, 1], [3], [2], [4], [5, 6]])
    #expect(journey.legs.map(\.nodes) == [[0, 1, 2], [2, 3], [3, 4], [4, 5], [5, 6, 7]])
    #expect(journey.legs.map(\.crossing) == [nil, "Cầu Cổ Chiên", nil, nil, nil])
  }

  @Test func `a bridge of several links is one leg`() throws {
    var drawn = DrawnMap("A-B=C=D=E")
    drawn.road("AB", kilometres: 1)
    for (ends, name) in [("BC", "Cầu Sài Gòn 1"), ("CD", "Cầu Sài Gòn 1"), ("DE", "Nhánh")] {
      drawn.road(ends, kilometres: 1) {
        $0.name = name
        $0.crossing = "Cầu Sài Gòn"
      }
    }
    let legs = try #require(DrawnMap.journey("AE", in: drawn.graph())).legs
    #expect(legs.map(\.name) == [nil, "Cầu Sài Gòn"])
    #expect(legs.map(\.kilometres) == [1, 3])
  }

  @Test func `a leg is as sure as its least sure link and keeps every restriction`() throws {
    var drawn = DrawnMap("A-B-C-D")
    drawn.road("AB", kilometres: 1) {
      $0.ref = "QL1"
      $0.name = "Đoạn Bắc"
      $0.restriction = "no motorcycles; tolls"
    }
    drawn.road("BC", kilometres: 1) {
      $0.ref = "QL1"
      $0.name = "Đoạn Nam"
      $0.restriction = "no motorcycles; tolls"
      $0.provenance.confidence = .medium
    }
    drawn.road("CD", kilometres: 1) {
      $0.ref = "QL1"
      $0.name = "Đoạn Nam"
      $0.restriction = "under 30 t"
      $0.provenance.confidence = nil
    }
    let legs = try #require(DrawnMap.journey("AD", in: drawn.graph())).legs
    #expect(legs.count == 1)
    #expect(legs[0].name == "QL1" && legs[0].ref == "QL1")
    #expect(legs[0].confidence == .low)
    #expect(legs[0].restrictions == ["no motorcycles; tolls", "under 30 t"])
  }

  @Test func `two ferries after one another are two legs`() throws {
    var drawn = DrawnMap("A~B~C")
    drawn.ferry("AB", crossing: 5, wait: 5)
    drawn.ferry("BC", crossing: 5, wait: 5)
    let legs = try #require(DrawnMap.journey("AC", in: drawn.graph())).legs
    #expect(legs.map(\.name) == ["Phà AB", "Phà BC"])
    #expect(legs.map(\.minutes) == [10, 10])
    #expect(legs.map(\.confidence) == [.medium, .medium])
  }
}
