import Exchange
import Facts
import HealthNetwork
import TestSupport
import Testing

@Suite(.enabled(if: Standards.isThere, "set TUYEN_STANDARDS_DIR to the public schemas"))
struct CSDSampleTests {
  /// Where the points of the two exports lie once they are swapped.
  static let box = Box(south: 4.2, west: -11.6, north: 8.6, east: -7.3)

  private func read(
    _ name: String, box: Box? = nil, strict: Bool = false
  ) throws -> ImportedDocument {
    var options = ImportOptions()
    options.box = box
    options.isStrict = strict
    return try CSDReader.read(path: Standards.path("csd/samples/\(name).xml"), options: options)
  }

  @Test(arguments: [
    ("CSD-Facilities-Connectathon-20131201draft", 1, 0),
    ("CSD-Facilities-Connectathon-20150120", 3, 0),
    ("CSD-Organizations-Connectathon-20131227", 0, 5),
    ("CSD-Services-Connectathon-20131202draft", 0, 0),
    ("CSD-Services-Connectathon-20150120", 0, 0), ("sierra_leone_demo-20141211", 989, 161),
    ("sierra_leone_demo-20150417a", 989, 161),
  ])
  func `every sample is read`(name: String, facilities: Int, parties: Int) throws {
    let document = try read(name)
    #expect(document.isComplete)
    #expect(document.records.facilities.count == facilities)
    #expect(document.records.parties.count == parties)
    #expect(!document.findings.contains { $0.importance == .error })
  }

  @Test(arguments: [
    ("CSD-Facilities-Connectathon-20131201draft", false),
    ("CSD-Facilities-Connectathon-20150120", true),
    ("CSD-Organizations-Connectathon-20131227", false),
    ("CSD-Services-Connectathon-20131202draft", true),
    ("CSD-Services-Connectathon-20150120", true), ("sierra_leone_demo-20141211", false),
    ("sierra_leone_demo-20150417a", false),
  ])
  func `our structural rules say what the public schema says`(name: String, valid: Bool) throws {
    if valid {
      _ = try read(name, strict: true)
    } else {
      #expect(throws: ExchangeFailure.self) { try read(name, strict: true) }
    }
  }

  @Test func `two consecutive exports differ in what changed, not in how it is written`() throws {
    let old = try read("sierra_leone_demo-20141211").records
    let new = try read("sierra_leone_demo-20150417a").records
    #expect(changed(old.facilities, new.facilities) == 35)
    #expect(changed(old.parties, new.parties) == 18)
    #expect(Set(old.facilities.map(\.record.id)) == Set(new.facilities.map(\.record.id)))
    #expect(Set(old.parties.map(\.record.id)) == Set(new.parties.map(\.record.id)))
  }

  @Test(arguments: ["sierra_leone_demo-20141211", "sierra_leone_demo-20150417a"])
  func `every swapped point is reported with the point that was meant`(name: String) throws {
    let document = try read(name, box: Self.box)
    let points = document.records.facilities.filter { $0.record.position.point != nil }
    #expect(points.count == 474)
    #expect(document.findings("coordinates_swapped").count == 474)
    for located in points {
      let point = try #require(located.record.position.point)
      let repair = try #require(PointRepair(of: point, in: Self.box))
      #expect(repair.kind == .swapped)
      #expect(Self.box.contains(repair.point))
    }
  }

  private func changed<Record: NetworkRecord>(
    _ old: [Located<Record>], _ new: [Located<Record>]
  ) -> Int {
    let byKey = Dictionary(uniqueKeysWithValues: new.map { ($0.record.key, $0.record) })
    return old.count { byKey[$0.record.key] != $0.record }
  }
}
