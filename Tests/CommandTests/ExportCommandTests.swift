import Foundation
import TestSupport
import Testing

@Suite struct ExportCommandTests {
  private let small = repositoryFolder + "network-data/northern-support"

  @Test(arguments: [
    (["export", "--out"], "/file/out"), (["export", "--split"], "/file/out"),
    (["build", "--out"], "/file/x.snapshot"),
    (["places", "--format", "csv", "--output"], "/file/out"),
    (["graph", "--out"], "/file/out"), (["report", "--need", "stroke", "--out"], "/file"),
  ])
  func `a file that cannot be written is told in the language asked for`(
    command: [String], ending: String
  ) throws {
    // The small network has no vehicles.
    let network = ["graph", "report"].contains(command[0]) ? nil : small
    try withTemporaryFolder { folder in
      try "x".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
      let words = [("en", "cannot be|is a file"), ("vi", "không|là tệp")]
      for (language, known) in words {
        let result = try tuyen(
          command + [folder + ending, "--lang", language], network: network)
        #expect(result.code == 74, "\(command): \(result.errors)")
        let isKnown = known.split(separator: "|").contains { result.errors.contains($0) }
        let isOther = language == "vi" && result.errors.contains(" be ")
        #expect(isKnown && !isOther, "\(command): \(result.errors)")
      }
    }
  }

  @Test func `a file that is there already is told in the language asked for`() throws {
    try withTemporaryFolder { folder in
      let file = folder + "/out"
      try "x".write(toFile: file, atomically: true, encoding: .utf8)
      let vietnamese = try tuyen(["export", "--out", file], network: small)
      #expect(vietnamese.code == 74 && vietnamese.errors.contains("đã có sẵn; thêm --force"))
      let english = try tuyen(["export", "--out", file, "--lang", "en"], network: small)
      #expect(english.code == 74 && english.errors.contains("is there already; add --force"))
    }
  }

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
