import Foundation
import TestSupport
import Testing

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

  @Test func `a format says which tables it writes`() throws {
    let result = try tuyen(["export", "--as", "kml", "--records", "links"], network: small)
    #expect(result.code == 64 && result.errors.contains("geojson, csv"))
  }
}
