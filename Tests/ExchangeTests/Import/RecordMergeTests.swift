import Exchange
import Facts
import HealthNetwork
import TestSupport
import Testing

@Suite struct RecordMergeTests {
  private func merged(_ facility: Facility) throws -> Facility {
    let found = try Previewed(foreign: [facility])
    return try #require(found.preview.delta.records.facilities.first?.record)
  }

  @Test func `what a foreign record does not say stays`() throws {
    let said = with(facility("bv-a", "Bệnh viện Cái Nước mới")) {
      $0.nameEn = "Cai Nuoc hospital"
      $0.provenance.source = "export"
      $0.provenance.asserted = PartialDate("2026-11-02")
    }
    let result = try merged(said)
    #expect(result.name == "Bệnh viện Cái Nước mới" && result.nameEn == "Cai Nuoc hospital")
    #expect(result.kind == .districtHospital && result.tier == 3 && result.rank == .first)
    #expect(result.address == "1 Lê Lợi" && result.contacts.count == 1)
    #expect(result.position.precision == .exact)
    #expect(result.extensions.first?.text == "  kept  ")
    #expect(result.provenance.source == "list 1; export")
    #expect(result.provenance.asserted == PartialDate("2026-11-02"))
    #expect(result.provenance.confidence == .high)
  }

  @Test func `lists are joined by what tells their elements apart`() throws {
    let said = with(facility("bv-a", "Bệnh viện Đa khoa Cái Nước")) { facility in
      facility.contacts = [
        with(Contact()) {
          $0.kind = .emergency
          $0.value = "115"
        }
      ]
      facility.beds = [with(Beds()) { $0.measure.value = 120 }]
    }
    let result = try merged(said)
    #expect(result.contacts.map(\.value) == ["0290 1", "115"])
    #expect(result.beds.count == 1 && result.beds[0].measure.value == 120)
    #expect(result.beds[0].measure.unit == "beds")
  }

  @Test func `a point that is rounded has not moved; one that has takes its precision with it`()
    throws
  {
    let rounded = facility("bv-a", "Bệnh viện Đa khoa Cái Nước", at: (10.100001, 106.1))
    #expect(try Previewed(foreign: [rounded]).preview.isEmpty)
    let moved = facility("bv-a", "Bệnh viện Đa khoa Cái Nước", at: (10.102, 106.1))
    #expect(try merged(moved).position.precision == nil)
  }

  @Test func `who says nothing new changes nothing, and no is not wiped by silence`() throws {
    let said = with(facility("bv-a", "Bệnh viện Đa khoa Cái Nước")) {
      $0.provenance.source = "another list"
    }
    #expect(try Previewed(foreign: [said]).preview.isEmpty)
    #expect(
      try Previewed(foreign: [facility("bv-b", "Bệnh viện Hai")]).preview.isEmpty)
  }

  @Test func `a candidate fills what is not known, and changes nothing that is`() throws {
    let candidate = with(facility("bv-a", "Cái Nước General Hospital", at: (10.11, 106.1))) {
      $0.nameEn = "Cai Nuoc hospital"
      $0.activity = .unconfirmed
      $0.address = "another address"
      $0.provenance = Provenance(source: "OpenStreetMap", confidence: .low)
    }
    let folder = try load(["network.xml": previewNetwork])
    var document = ImportedDocument(DocumentFormat(rawValue: "osm"), path: "city.osm.pbf")
    document.isCandidate = true
    document.records.facilities = located(candidate)
    let preview = ImportPreview(of: [document], into: folder, options: PreviewOptions())
    let result = try #require(preview.delta.records.facilities.first?.record)
    #expect(preview.entries.first?.changes.map(\.field).sorted() == ["nameEn", "source"])
    #expect(result.name == "Bệnh viện Đa khoa Cái Nước" && result.nameEn == "Cai Nuoc hospital")
    #expect(result.activity == nil && result.provenance.confidence == .high)
    #expect(result.position.precision == .exact)
  }
}
