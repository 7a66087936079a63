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
    guard format == "kml" else { return }
    let tables = try tuyen(["export", "--as", format, "--records", "links"], network: small)
    #expect(tables.code == 64 && tables.errors.contains("geojson, csv"))
  }
}
