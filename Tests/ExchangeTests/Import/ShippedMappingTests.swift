import Exchange
import Facts
import HealthNetwork
import TestSupport
import Testing

/// The mappings for widespread forms of lists that are shipped with the documentation.
@Suite struct ShippedMappingTests {
  private func read(_ files: [String: String], _ name: String, _ mapping: String) throws -> Facility
  {
    let folder = try TemporaryFolder(files)
    var options = ImportOptions()
    options.mapping = repositoryFolder + "docs/mappings/" + mapping
    let document = try DocumentFormats.exchange.read(folder.path + "/" + name, options: options)
    #expect(!document.findings.contains { $0.importance == .error }, "\(document.findings)")
    #expect(!document.findings.contains { $0.code == "column_ignored" }, "\(document.findings)")
    return try #require(document.records.facilities.first?.record)
  }

  @Test func `organisation units of DHIS2, as a table and as JSON`() throws {
    let table = try read(
      [
        "units.csv": """
        id,name,code,shortName,openingDate,coordinates,parent.id,level,phoneNumber,lastUpdated
        abcDEF12345,Trạm Y tế Ví Dụ,OU_1,TYT,2010-01-01,"[106.7,10.7]",p1,4,028 3822 0001,2026-11-01
        """
      ], "units.csv", "dhis2.csv")
    #expect(table.name == "Trạm Y tế Ví Dụ" && table.contacts.map(\.value) == ["028 3822 0001"])
    #expect(table.identifiers.map(\.value).sorted() == ["OU_1", "abcDEF12345"])
    let json = try read(
      [
        "units.json": """
        {"organisationUnits": [{"id": "abcDEF12345", "name": "Trạm Y tế Ví Dụ", "parent": {"id": "p"},
        "geometry": {"type": "Point", "coordinates": [106.7, 10.7]}}]}
        """
      ], "units.json", "dhis2.csv")
    #expect(json.identifiers.map(\.value) == ["abcDEF12345"])
    #expect(json.position.point?.latitude == 10.7 && json.activity == .unconfirmed)
  }

  @Test func `locations of HSDS`() throws {
    let facility = try read(
      [
        "locations.csv": """
        id,organization_id,name,alternate_name,latitude,longitude,description,location_type
        0c6a1a2e,o-1,Phòng khám Ví Dụ,PK,10.7,106.7,Ban ngày,physical
        """
      ], "locations.csv", "hsds.csv")
    #expect(facility.identifiers.map(\.value) == ["0c6a1a2e"])
    #expect(facility.position.point?.longitude == 106.7)
  }
}
