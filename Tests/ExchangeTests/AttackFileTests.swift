import Exchange
import Files
import Foundation
import TestSupport
import Testing
import XMLStream

/// Published attack files, which are not part of the repository.
@Suite struct AttackFileTests {
  static let folder = ProcessInfo.processInfo.environment["TUYEN_STANDARDS_DIR"].map {
    $0 + "/xml-attacks/xmltestdata"
  }

  static let names =
    folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) }?
    .filter { $0.hasSuffix(".xml") }.sorted() ?? []

  @Test(.enabled(if: folder != nil, "TUYEN_STANDARDS_DIR is not set"), arguments: names)
  func `an attack is refused at once, alone and beside a good network`(name: String) throws {
    let source = try #require(Self.folder) + "/" + name
    let folder = try TemporaryFolder(["a.xml": networkDocument])
    try folder.write(try contents(of: source), to: "b.xml")
    for path in [source, folder.path] {
      let start = ContinuousClock.now
      let error = #expect(throws: ExchangeFailure.self) { _ = try LoadedNetwork(path: path) }
      #expect(ContinuousClock.now - start < .seconds(10))
      #expect(error?.errors.isEmpty == false)
      #expect(
        error?.errors.allSatisfy { $0.path.hasSuffix(path == source ? name : "b.xml") } == true)
    }
  }

  @Test(.enabled(if: folder != nil, "TUYEN_STANDARDS_DIR is not set"))
  func `the attack files are there`() {
    #expect(Self.names.count > 5)
  }
}
