import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

@Suite struct NetworkRecordsOrderTests {
  @Test func `places stand by scheme, level and code`() {
    let keys: [(String, Place.Level, String)] = [
      ("a", .province, "2"), ("a", .district, "1"), ("a", .district, "10"), ("a", .commune, "0"),
      ("a-b", .province, "1"), ("b", .commune, "1"),
    ]
    let places = keys.map { key in
      with(Place()) { ($0.scheme, $0.level, $0.code) = key }
    }
    expectOrder(places, \.places)
  }

  @Test func `records with keys of several parts stand by one part after the other`() {
    expectOrder(
      [("a", "z"), ("a-b", "a"), ("a.b", "a"), ("aa", "a")].map { key in
        with(Crosswalk()) { ($0.term, $0.system) = key }
      }, \.crosswalks)
    expectOrder(
      [("a", "z.z", nil), ("a", "z.z", "1"), ("a-b", "a.a", nil), ("a.b", "a.a", nil)].map { key in
        with(Capability()) { ($0.facility, $0.code, $0.statement) = key }
      }, \.capabilities)
    expectOrder(
      [("a", .national), ("a", .provincial), ("a-b", .district)].map { key in
        with(SpeedDefault()) { ($0.area, $0.roadClass) = key }
      }, \.speedDefaults)
    expectOrder(
      [("a", "c", "p:1"), ("a", "c-d", "p:0"), ("a-b", "b", "p:0")].map { key in
        with(BlockJoin()) { ($0.block, $0.otherBlock, $0.place) = key }
      }, \.blockJoins)
  }

  @Test func `ids stand in the order of their bytes`() {
    let ids = ["A", "a", "a-b", "a.b", "a0", "a:b", "aB", "a_b", "ab", "z", "đ", "ế"]
    expectOrder(ids.map { id in with(Facility()) { $0.id = id } }, \.facilities)
  }

  @Test(arguments: 0..<10)
  func `the order of a network does not depend on the order of its records`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var shuffler = Shuffler(records: FullRecords.all, random: random)
    NetworkRecords.visitKinds(&shuffler)
    random = shuffler.random
    let network = try Network(shuffler.records)
    let expected = try Network(FullRecords.all)
    #expect(Inventory(network.records) == Inventory(expected.records), "seed \(seed)")
  }

  private func expectOrder<Record: NetworkRecord>(
    _ sorted: [Record], _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for seed in 0..<20 {
      var random = SeededRandom(seed: seed)
      var records = NetworkRecords()
      records[keyPath: kind] = sorted.shuffled(using: &random).map {
        Located($0, at: Origin(document: 0, line: 1))
      }
      let found = records.inCanonicalOrder()[keyPath: kind].map(\.record)
      #expect(found == sorted, "seed \(seed)", sourceLocation: sourceLocation)
    }
  }
}

private struct Shuffler: KindVisitor {
  var records: NetworkRecords
  var random: SeededRandom

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    records[keyPath: kind].shuffle(using: &random)
  }
}
