import Foundation
import Testing
import TestSupport

@Suite struct BuildCommandTests {
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

  @Test func `only a snapshot is replaced unless that is wanted`() throws {
    try withTemporaryFolder { folder in
      let north = repositoryFolder + "network-data/northern-support"
      let document = folder + "/own.xml"
      try "<mine/>".write(toFile: document, atomically: true, encoding: .utf8)
      let refused = try tuyen(["build", "--out", document], network: north)
      #expect(refused.code == 74 && refused.errors.contains("--force"))
      #expect(try String(contentsOfFile: document, encoding: .utf8) == "<mine/>")
      #expect(try tuyen(["build", "--out", document, "--force"], network: north).code == 0)
      // Now it is a file of ours.
      #expect(try tuyen(["build", "--out", document], network: north).code == 0)
      let link = folder + "/link"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: document)
      #expect(try tuyen(["build", "--out", link, "--force"], network: north).code == 74)
    }
  }
}
