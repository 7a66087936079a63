import Foundation
import Testing
import TestSupport

@Suite struct BuildCommandTests {
  /// Commands of every kind, whose whole output must not depend on a snapshot.
  private static let commands: [[String]] = [
    ["route", "--from", "Cái Nước, Cà Mau", "--need", "stroke.thrombectomy"],
    ["route", "--from", "nam can", "--need", "obstetrics.cemonc", "-k", "5", "--explain"],
    ["route", "--from", "bv-nam-can", "--need", "stroke", "--format", "json"],
    ["route", "--from", "Mỏ Cày", "--need", "nhồi máu cơ tim", "--avoid", "Cầu Rạch Miễu"],
    ["route", "--from", "9.0,104.9", "--need", "trauma", "--lang", "en", "--format", "csv"],
    ["route", "--from", "32191", "--need", "trauma", "--format", "geojson"],
    ["route", "--from", "Năm Căn", "--need", "trauma", "--format", "xml"],
    ["route", "--from", "xyzzy", "--need", "trauma"], ["route", "--from", "32191", "--need", "x"],
    ["search", "ttyt"], ["search", "cái nước", "--format", "json"], ["search", "zzzzqq"],
    ["search", "--crossings"], ["show", "bv-cho-ray"], ["show", "gso-2025:32128", "--lang", "en"],
    ["show", "bv-cho-ray", "--format", "xml"], ["places", "--format", "json"],
    ["matrix", "--from", "32191", "--to", "bv-cho-ray"],
  ]

  @Test func `a snapshot changes no answer`() throws {
    try withTemporaryFolder { folder in
      let copy = folder + "/network"
      try FileManager.default.copyItem(
        atPath: repositoryFolder + "network-data/hcmc-mekong", toPath: copy)
      try? FileManager.default.removeItem(atPath: copy + "/.tuyen")
      let plain = try Self.commands.map { try tuyen($0 + Self.time($0), network: copy) }
      let built = try tuyen(["build"], network: copy)
      #expect(built.code == 0 && built.output == copy + "/.tuyen/network.snapshot\n")
      #expect(built.errors.contains("tuyen: reading 23 documents\n"))
      let file = folder + "/out.snapshot"
      #expect(try tuyen(["build", "--network", copy, "--out", file]).code == 0)
      for (command, expected) in zip(Self.commands, plain) {
        for network in [copy, file] {
          let result = try tuyen(command + Self.time(command), network: network)
          #expect(result.code == expected.code, "\(command)")
          #expect(result.output == expected.output, "\(command)")
          #expect(result.errors == expected.errors, "\(command)")
        }
      }
      let exported = try tuyen(["export"], network: file)
      #expect(exported.output == (try tuyen(["export", "--no-snapshot"], network: copy).output))
    }
  }

  @Test func `a damaged snapshot is told of on standard error, and does no harm`() throws {
    try withTemporaryFolder { folder in
      let copy = folder + "/network"
      try FileManager.default.copyItem(
        atPath: repositoryFolder + "network-data/northern-support", toPath: copy)
      try? FileManager.default.removeItem(atPath: copy + "/.tuyen")
      let expected = try tuyen(["export"], network: copy)
      #expect(try tuyen(["build"], network: copy).code == 0)
      let snapshot = copy + "/.tuyen/network.snapshot"
      let whole = try Data(contentsOf: URL(fileURLWithPath: snapshot))
      try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: snapshot))
      let damaged = try tuyen(["export"], network: copy)
      #expect(damaged.code == 0 && damaged.output == expected.output)
      #expect(damaged.errors.contains("build it again; the documents are read instead"))
      let renewed = try tuyen(["export"], network: copy)
      #expect(renewed.errors.isEmpty && renewed.output == expected.output)
      #expect(try Data(contentsOf: URL(fileURLWithPath: snapshot)) == whole)
    }
  }

  @Test func `what cannot be built is told with its exit code`() throws {
    try withTemporaryFolder { folder in
      #expect(try tuyen(["build", "--network", folder + "/none"]).code == 66)
      try "<exchange".write(toFile: folder + "/a.xml", atomically: true, encoding: .utf8)
      #expect(try tuyen(["build", "--network", folder]).code == 65)
      #expect(try tuyen(["build", "--out", folder + "/no/such/x.snapshot"]).code == 74)
    }
  }

  private static func time(_ command: [String]) -> [String] { ["--at", "2026-11-25T02:00"] }
}
