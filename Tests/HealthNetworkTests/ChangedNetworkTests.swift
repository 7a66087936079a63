import Exchange
import Facts
import TestSupport
import Testing
import TravelNetwork

@testable import HealthNetwork

/// A network made from another one, whatever was changed, is the one that the records alone make.
@Suite struct ChangedNetworkTests {
  private static let base = Result {
    try LoadedNetwork(path: repositoryFolder + "network-data/hcmc-mekong").network
  }

  /// A change of each kind that something is kept of, and of kinds that nothing is kept of.
  static let changes: [(name: String, change: @Sendable (inout NetworkRecords) -> Void)] = [
    ("nothing", { _ in }),
    (
      "a closure",
      { records in
        var closure = TravelClosure()
        (closure.id, closure.name) = ("c-test", "thử")
        closure.crossing = records.links.compactMap(\.record.crossing).first
        records.closures += located(closure)
      }
    ),
    ("a link", { $0.links[0].record.kilometres += 1 }),
    ("a node", { $0.nodes[0].record.point.latitude += 0.01 }),
    (
      "a facility's point",
      { records in
        let index = records.facilities.firstIndex { $0.record.position.point != nil } ?? 0
        records.facilities[index].record.position.point?.longitude += 0.3
        records.facilities[index].record.position.precision = .exact
      }
    ),
    ("a facility's name", { $0.facilities[3].record.name = "Bệnh viện Tên Mới" }),
    (
      "a block of a place",
      { records in
        let blocks = Set(records.blocks.map(\.record.id)).sorted()
        for index in records.places.indices where records.places[index].record.block != nil {
          records.places[index].record.block = blocks[index % blocks.count]
        }
      }
    ),
    ("a name of a place", { $0.places[700].record.name = "Xã Tên Mới" }),
    ("the outlines", { $0.outlines.removeFirst(200) }),
  ]

  @Test(arguments: changes.indices)
  func `what is kept of the network before is as it would be made`(number: Int) throws {
    let base = try Self.base.get()
    // Everything is made, so that it could be kept.
    _ = (base.facilityPoints, base.names, base.storage.outlines)
    var records = base.records
    Self.changes[number].change(&records)
    let kept = try Network(records, changedFrom: base)
    let made = try Network(records)
    #expect(kept.facilityPoints == made.facilityPoints)
    let points = made.facilityPoints.compactMap(\.point)
    #expect(
      points.map { kept.block(at: $0) }
        == points.map { made.block(at: $0) })
    let day = try #require(Day(year: 2026, month: 11, day: 25))
    for text in ["Tên Mới", "Cái Nước", "bv da khoa ca mau", "Mỹ Thọ"] {
      #expect(
        kept.places(named: text, scheme: "gso-2025", on: day)
          == made.places(named: text, scheme: "gso-2025", on: day), "\(text)")
    }
  }

  @Test func `lists that stay where they are are known again, and others are not`() throws {
    let base = try Self.base.get()
    func kept(_ number: Int) -> [Bool] {
      var records = base.records
      Self.changes[number].change(&records)
      let kinds = KeptKinds(records.inCanonicalOrder(), base.records)
      return [kinds.names, kinds.outlines, kinds.points]
    }
    #expect(kept(0) == [true, true, true] && kept(1) == [true, true, true])
    #expect(kept(2) == [true, true, false] && kept(3) == [true, true, false])
    #expect(kept(4) == [false, true, false] && kept(5) == [false, true, false])
    #expect(kept(6) == [false, false, false] && kept(8) == [true, false, false])
  }

  @Test func `an outline is checked again where its place is gone or the box is another`() throws {
    let base = try Self.base.get()
    var records = base.records
    let outlined = try #require(records.outlines.first).record.place
    records.places.removeAll { $0.record.reference == outlined }
    let gone = #expect(throws: NetworkProblems.self) {
      try Network(records, changedFrom: base)
    }
    #expect(gone?.problems.contains { $0.message.contains(outlined) } == true)
    records = base.records
    records.networks[0].record.box?.north = 9.5
    let stray = #expect(throws: NetworkProblems.self) { try Network(records, changedFrom: base) }
    #expect(stray?.problems.contains { $0.message.contains("outline") } == true)
  }
}
