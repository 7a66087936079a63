import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

@Suite struct NetworkRecordsDeltaTests {
  private func retract(_ kind: String, _ key: String) -> Located<Retraction> {
    Located(
      with(Retraction()) { ($0.kind, $0.key, $0.reason) = (kind, key, "it was wrong") },
      at: Origin(document: 3, line: 5))
  }

  private func failures(_ delta: NetworkDelta, leave records: NetworkRecords) -> [Problem] {
    var changed = records
    do throws(NetworkProblems) {
      try changed.apply(delta)
      return []
    } catch {
      #expect(Inventory(changed) == Inventory(records))
      return error.problems
    }
  }

  @Test func `a record of a known key replaces the whole record, another one is added`() throws {
    var delta = NetworkDelta()
    var renamed = Facility()
    renamed.id = "station"
    renamed.name = "Trạm Y tế"
    delta.records.facilities = located(renamed, with(renamed) { $0.id = "third" })
    var records = FullRecords.all
    try records.apply(delta)
    #expect(records.facilities.map(\.record.id) == ["hospital", "station", "third"])
    #expect(records.facilities[1].record == renamed)
    #expect(records.facilities[0].record == FullRecords.all.facilities[0].record)
    #expect(records.facilities[1].origin == delta.records.facilities[0].origin)
  }

  @Test func `a retraction takes its record away and no other`() throws {
    var delta = NetworkDelta()
    delta.retractions = [
      retract("capability", "hospital/stroke.lysis/night"), retract("place", "old:26740"),
      retract("speedDefault", "delta/provincial"), retract("status", "hospital"),
      retract("crosswalk", "stroke/http://example.org/service-type/454"),
      retract("blockJoin", "north/south/old:26740/new:26740"),
    ]
    var records = FullRecords.all
    try records.apply(delta)
    var expected = FullRecords.all
    expected.capabilities.remove(at: 0)
    expected.places.remove(at: 1)
    expected.speedDefaults = []
    expected.statuses = []
    expected.crosswalks = []
    expected.blockJoins = []
    #expect(Inventory(records) == Inventory(expected))
  }

  @Test(arguments: [
    ("facility", "nowhere"), ("facility", "stroke"), ("capability", "hospital/stroke.lysis"),
    ("hospital", "hospital"), ("", ""),
  ])
  func `what is not there cannot be retracted, and then nothing changes`(kind: String, key: String)
  {
    var delta = NetworkDelta()
    delta.records.facilities = located(with(Facility()) { $0.id = "third" })
    delta.retractions = [retract("link", "l1"), retract(kind, key)]
    let problems = failures(delta, leave: FullRecords.all)
    #expect(problems.map(\.message) == ["there is no \(kind) \"\(key)\" to retract"])
    #expect(problems.map(\.origin) == [Origin(document: 3, line: 5)])
  }

  @Test func `a record changed twice in one delta is refused`() {
    var delta = NetworkDelta()
    let third = with(Facility()) { $0.id = "third" }
    delta.records.facilities = located(third, third)
    #expect(
      failures(delta, leave: FullRecords.all).map(\.message)
        == ["facility \"third\" is changed twice in one delta"])
    delta.records.facilities = located(with(third) { $0.id = "station" })
    delta.retractions = [retract("facility", "station")]
    #expect(
      failures(delta, leave: FullRecords.all).map(\.message)
        == ["facility \"station\" is changed twice in one delta"])
  }

  @Test func `a delta of everything upon nothing gives everything`() throws {
    var delta = NetworkDelta()
    delta.records = FullRecords.all
    var records = NetworkRecords()
    try records.apply(delta)
    #expect(Inventory(records) == Inventory(FullRecords.all))
    #expect(Inventory(records).kinds.count == 39)
  }
}
