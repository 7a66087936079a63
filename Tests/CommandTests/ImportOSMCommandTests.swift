import Foundation
import TestSupport
import Testing

@Suite struct ImportOSMCommandTests {
  /// A crossroads, in the middle of the shipped network's box.
  private let map = """
    <?xml version="1.0" encoding="UTF-8"?>
    <osm version="0.6">
    <node id="1" lat="10.77" lon="106.70"/>
    <node id="2" lat="10.78" lon="106.70"/>
    <node id="3" lat="10.78" lon="106.71"/>
    <way id="7" timestamp="2026-03-01T00:00:00Z"><nd ref="1"/><nd ref="2"/>
    <tag k="highway" v="primary"/><tag k="name" v="Lê Lợi"/></way>
    <way id="8" timestamp="2026-03-01T00:00:00Z"><nd ref="2"/><nd ref="3"/>
    <tag k="highway" v="residential"/></way>
    </osm>
    """

  private func withMap<Result>(_ work: (_ folder: String, _ file: String) throws -> Result) throws
    -> Result
  {
    try withTemporaryFolder { folder in
      let file = folder + "/map.osm"
      try map.write(toFile: file, atomically: true, encoding: .utf8)
      return try work(folder, file)
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `streets join a network in place, and a second import replaces the first`() throws {
    try withMap { folder, file in
      let copy = folder + "/region"
      try FileManager.default.copyItem(
        atPath: repositoryFolder + "network-data/hcmc-mekong", toPath: copy)
      let before = try text(copy + "/facilities-96-ca-mau.xml")
      let result = try tuyen([
        "import", "osm", file, "--into", copy, "--join-limit", "5000", "--format", "json",
      ])
      #expect(result.code == 0, "\(result.errors)")
      #expect(result.output.contains("\"joinedNodes\""))
      #expect(try text(copy + "/facilities-96-ca-mau.xml") == before)
      let links = try text(copy + "/travel-links.xml")
      #expect(links.contains("tuyen.replaced-by"))
      #expect(try tuyen(["check", copy]).code == 0)
      let again = try tuyen([
        "import", "osm", file, "--into", copy, "--join-limit", "5000", "--format", "json",
      ])
      // The same streets change nothing, and so are no import of their own.
      #expect(result.output.contains("\"import\": 1") && !again.output.contains("\"import\""))
      #expect(try text(copy + "/travel-links.xml") == links)
      // Without joints, everything of the region is in use again.
      #expect(
        try tuyen(["import", "osm", file, "--into", copy, "--join-limit", "0"]).code == 0)
      let pristine = try text(repositoryFolder + "network-data/hcmc-mekong/travel-links.xml")
      #expect(try text(copy + "/travel-links.xml") == pristine)
      #expect(try tuyen(["undo", "--network", copy]).code == 0)
      #expect(try text(copy + "/travel-links.xml") == links)
      #expect(try tuyen(["undo", "--network", copy]).code == 0)
      #expect(!FileManager.default.fileExists(atPath: copy + "/osm-links.xml"))
      #expect(try tuyen(["undo", "--network", copy]).code == 1)
    }
  }

  @Test func `a folder of one document takes streets, and a single file does not`() throws {
    try withMap { folder, file in
      let one = folder + "/region"
      let exported = try tuyen(["export", "--out", folder + "/region.xml"])
      #expect(exported.code == 0, "\(exported.errors)")
      try FileManager.default.createDirectory(atPath: one, withIntermediateDirectories: false)
      try FileManager.default.copyItem(
        atPath: folder + "/region.xml", toPath: one + "/network.xml")
      let joined = try tuyen(["import", "osm", file, "--into", one, "--join-limit", "5000"])
      #expect(joined.code == 0, "\(joined.errors)")
      #expect(FileManager.default.fileExists(atPath: one + "/osm-links.xml"))
      #expect(try tuyen(["undo", "--network", one]).code == 0)
      let refused = try tuyen(["import", "osm", file, "--into", folder + "/region.xml"])
      #expect(refused.code == 64 && refused.errors.contains("chỉ là một tệp"))
    }
  }

  @Test func `an extract that states no day leaves a network that loads`() throws {
    try withMap { folder, _ in
      let file = folder + "/undated.osm"
      try map.replacing(" timestamp=\"2026-03-01T00:00:00Z\"", with: "")
        .write(toFile: file, atomically: true, encoding: .utf8)
      #expect(try tuyen(["import", "osm", file, "--out", folder + "/out"]).code == 0)
      #expect(try tuyen(["check", folder + "/out"]).code == 0)
      try map.replacing(" timestamp=\"2026-03-01T00:00:00Z\"", with: "")
        .replacing(
          "<node id=\"1\"", with: "<meta osm_base=\"2026-05-04T00:00:00Z\"/>\n<node id=\"1\""
        )
        .write(toFile: file, atomically: true, encoding: .utf8)
      #expect(try tuyen(["import", "osm", file, "--out", folder + "/dated"]).code == 0)
      #expect(try text(folder + "/dated/osm-links.xml").contains("asOf=\"2026-05-04T07:00:00"))
    }
  }

  @Test func `wrong use, wrong files and files that are there are told apart`() throws {
    try withMap { folder, file in
      #expect(try tuyen(["import", "osm", file]).code == 64)
      #expect(try tuyen(["import", "osm", folder + "/none.osm", "--out", folder]).code == 66)
      #expect(try tuyen(["import", "osm", folder + "/none.txt", "--out", folder]).code == 65)
      #expect(try tuyen(["import", "osm", file, "--into", folder + "/none"]).code == 66)
      #expect(try tuyen(["import", "osm", file, "--out", folder + "/out"]).code == 0)
      let there = try tuyen(["import", "osm", file, "--out", folder + "/out"])
      #expect(there.code == 74 && there.errors.contains("--force"))
      #expect(try tuyen(["import", "osm", file, "--out", folder + "/out", "--force"]).code == 0)
      let broken = folder + "/broken.osm"
      try String(map.prefix(400)).write(toFile: broken, atomically: true, encoding: .utf8)
      let result = try tuyen(["import", "osm", broken, "--out", folder + "/none"])
      #expect(result.code == 65 && result.errors.contains("broken.osm: bị hỏng"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/none"))
    }
  }
}
