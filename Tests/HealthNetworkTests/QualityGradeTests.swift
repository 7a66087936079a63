import Facts
import HealthNetwork
import TestSupport
import Testing

@Suite struct QualityGradeTests {
  private let instant = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 420))

  @Test func `the worst come first, each with what it lacks`() throws {
    var records = FullRecords.all
    let bare = with(Facility()) {
      $0.id = "bare"
      $0.name = "Bare"
    }
    let station = with(Facility()) { facility in
      facility.id = "tram"
      facility.name = "Station"
      facility.tier = 4
      facility.position.point = Coordinate(latitude: 10.7, longitude: 106.7)
      facility.contacts = [with(Contact()) { $0.value = "115" }]
      facility.provenance = Provenance(source: "page", confidence: .high)
    }
    records.facilities += located(bare, station)
    let quality = QualityGrade(of: try Network(records), at: instant)
    let first = try #require(quality.facilities.first)
    #expect(first.id == "bare" && first.score == 0)
    #expect(
      first.issues == [
        .positionMissing, .phoneMissing, .bedsMissing, .capabilitiesUnknown, .noEvidence,
      ])
    let last = try #require(quality.facilities.first { $0.id == "tram" })
    #expect(last.score == 100 && last.issues.isEmpty)
    let scores = quality.provinces.map(\.score)
    #expect(scores == scores.sorted())
    #expect(quality.provinces.reduce(0) { $0 + $1.facilities } == quality.facilities.count)
  }
}
