import Exchange
import Facts
import Files
import Formats
import Foundation
import HealthNetwork
import TestSupport
import Testing

@testable import tuyen

@Suite struct ExportCommandTests {
  private let small = repositoryFolder + "network-data/northern-support"

  @Test(arguments: ["fhir", "geojson", "kml", "gpx", "csv"])
  func `a file is the same as standard output, and what is lost is listed`(
    format: String
  ) throws {
    try withTemporaryFolder { folder in
      let printed = try tuyen(["export", "--as", format, "--lang", "en"], network: small)
      #expect(printed.code == 0 && !printed.output.isEmpty)
      #expect(printed.errors.contains("has no place for it"))
      let file = folder + "/out"
      let written = try tuyen(["export", "--as", format, "--quiet", "--out", file], network: small)
      #expect(written.code == 0 && written.errors.isEmpty)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == printed.output)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out"])
      let again = try tuyen(["export", "--as", format, "--out", file], network: small)
      #expect(again.code == 74 && again.errors.contains("--force"))
    }
  }

  @Test func `a table reads back with our own reader, row by row`() throws {
    try withTemporaryFolder { folder in
      let file = folder + "/facilities.csv"
      #expect(try tuyen(["export", "--as", "csv", "--out", file, "--quiet"]).code == 0)
      let network = try NetworkOptions.load(repositoryFolder + "network-data/hcmc-mekong").network
      var reader = try CSVReader(.file(file))
      let header = try #require(try reader.next()).fields
      let tags = try #require(try reader.next()).fields
      #expect(tags.count == header.count)
      let name = try #require(header.firstIndex(of: "name"))
      let latitude = try #require(header.firstIndex(of: "lat"))
      for index in 0..<network.facilityCount {
        let row = try #require(try reader.next()).fields
        let facility = network.facility(index)
        #expect(row.count == header.count)
        #expect(row[0] == facility.id && row[name] == facility.name)
        #expect(Double(row[latitude]) == facility.position.point?.latitude)
      }
      #expect(try reader.next() == nil)
    }
  }

  @Test func `a format says which tables it writes`() throws {
    let result = try tuyen(["export", "--as", "kml", "--records", "links"], network: small)
    #expect(result.code == 64 && result.errors.contains("geojson, csv"))
  }
}
