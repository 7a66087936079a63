import Exchange
import FHIR
import Facts
import Foundation
import HealthNetwork
import TestSupport
import Testing

/// HL7's own examples, where the standards are at hand.
@Suite(.enabled(if: fhirFolder != nil, "TUYEN_STANDARDS_DIR is not set"))
struct FHIRSampleTests {
  static let names =
    fhirFolder.flatMap {
      try? FileManager.default.contentsOfDirectory(atPath: $0 + "/samples").sorted()
    } ?? []

  private func read(_ name: String) throws -> ImportedDocument {
    let folder = try #require(fhirFolder)
    return try FHIRReader.read(path: folder + "/samples/" + name, options: ImportOptions())
  }

  @Test(arguments: names)
  func `every example is read, and nothing of it vanishes unsaid`(name: String) throws {
    let document = try read(name)
    let records = document.records
    let made =
      records.facilities.count + records.parties.count + records.agreements.count
      + records.capabilities.count
    #expect(made > 0 || !document.findings.isEmpty, "\(name)")
  }

  @Test func `the service that opens at 08:30 and closes at 05:30 is reported`() throws {
    let folder = try #require(fhirFolder)
    let samples = folder + "/samples/"
    func element(_ name: String) throws -> String {
      let text = String(decoding: try contents(of: samples + name), as: UTF8.self)
      return entry(text.drop { $0 != "\n" }.description)
    }
    let bytes = bundle(
      "collection", try element("healthcareservice-example.xml"),
      try element("organization-example-f001-burgers.xml"), try element("location-example.xml"))
    let document = try readFHIR(bytes)
    // Without a crosswalk it is a service by its name; its hours are kept in words.
    #expect(document.facilities.map(\.id) == ["fhir-f001"])
    #expect(document.facilities[0].services.map(\.name).first?.hasPrefix("Consulting") == true)
    #expect(document.facilities[0].departments.map(\.name) == ["South Wing, second floor"])
    let found = document.findings.filter { $0.code == "hours_end_before_begin" }
    #expect(found.count == 2)
    #expect(found.first?.en.contains("mon tue thu fri 08:30:00–05:30:00") == true)
    #expect(found.first?.importance == .odd)
  }

  @Test func `longitude comes first in what HL7 wrote, and is the longitude`() throws {
    let hq = try read("location-example-hl7hq.xml")
    // HL7 swapped its own coordinates: the format is right, the content is for the preview to tell.
    #expect(hq.facilities[0].position.point?.longitude == 42.2565)
    #expect(hq.facilities[0].position.point?.latitude == -83.69471)
    #expect(hq.facilities[0].contacts.map(\.value) == ["(+1) 734-677-7777"])
    #expect(hq.facilities[0].extensions.map(\.key).contains("fhir.Location.telecom.email"))
  }
}
