import Exchange
import Facts
import Foundation
import HealthNetwork
import TestSupport
import Testing

@Suite struct NetworkImportTests {
  private let now =
    Instant("2026-11-25T10:00:00+07:00") ?? Instant(seconds: 0, zone: ZoneOffset(minutes: 0))

  /// A network of two documents, one of them not in canonical form.
  private func network() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(["network.xml": previewNetwork])
    let more = document("<!-- by hand -->\n" + #"<party kind="other" id="p" name="Bên P"/>"#)
    try folder.write(Array(more.utf8), to: "parties.xml")
    return folder
  }

  private func bytes(_ folder: TemporaryFolder) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try folder.names where name.hasSuffix(".xml") {
      files[name] = try contents(of: folder.path + "/" + name)
    }
    return files
  }

  @discardableResult
  private func apply(
    _ text: String, to folder: TemporaryFolder, as name: String = "update.xml"
  ) throws -> HistoryEntry {
    let files = try TemporaryFolder([name: text])
    let network = try LoadedNetwork(path: folder.path)
    let imported = try DocumentFormats.exchange.read(files.path + "/" + name)
    let preview = ImportPreview(of: [imported], into: network, options: PreviewOptions())
    #expect(!preview.hasErrors, "\(preview.findings)")
    return try NetworkImport.apply(
      preview, of: [imported], to: network, at: folder.path, now: now)
  }

  private let update = document(
    #"""
    <facility id="bv-b" name="Bệnh viện Hai mới" kind="provincial-general" tier="2"/>
    <facility id="bv-n" name="Bệnh viện Mới" kind="other"/>
    <retract record="capability" key="bv-b/stroke.lysis" reason="wrong"/>
    """#, kind: "delta")

  @Test func `only what changes is written, and undo restores every byte`() throws {
    let folder = try network()
    let before = try bytes(folder)
    let entry = try apply(update, to: folder)
    #expect(entry.number == 1 && entry.documents.map(\.path) == ["network.xml", "update.xml"])
    let after = try bytes(folder)
    #expect(after["parties.xml"] == before["parties.xml"])
    #expect(after["network.xml"] != before["network.xml"])
    let loaded = try LoadedNetwork(path: folder.path).network
    #expect(loaded.facilityIndex(of: "bv-n") != nil && loaded.records.capabilities.isEmpty)
    #expect(loaded.records.facilities.first?.record.extensions.first?.text == "  kept  ")
    #expect(try NetworkImport.undo(at: folder.path)?.number == 1)
    #expect(try bytes(folder) == before)
    #expect(try NetworkImport.undo(at: folder.path) == nil)
  }

  @Test func `the undo delta of the history says the same as undo does`() throws {
    let folder = try network()
    let before = Inventory(try LoadedNetwork(path: folder.path).network.records)
    try apply(update, to: folder)
    let undone = try LoadedNetwork(
      path: folder.path, deltas: [folder.path + "/.tuyen/history/000001/undo.xml"])
    #expect(Inventory(undone.network.records) == before)
  }

  @Test func `the same import gives the same bytes twice`() throws {
    let (one, other) = (try network(), try network())
    try apply(update, to: one)
    try apply(update, to: other)
    #expect(try bytes(one) == bytes(other))
    for name in ["change.xml", "undo.xml"] {
      let path = "/.tuyen/history/000001/" + name
      #expect(try contents(of: one.path + path) == contents(of: other.path + path))
    }
  }

  @Test func `imports are undone one after the other, unless somebody changed a document since`()
    throws
  {
    let folder = try network()
    let before = try bytes(folder)
    try apply(update, to: folder)
    let between = try bytes(folder)
    try apply(document(#"<facility id="bv-m" name="Mới nữa" kind="other"/>"#), to: folder)
    #expect(try NetworkImport.undo(at: folder.path)?.number == 2)
    #expect(try bytes(folder) == between)
    let hand = String(decoding: try #require(between["update.xml"]), as: UTF8.self)
      .replacing("Mới", with: "Tay")
    try folder.write(Array(hand.utf8), to: "update.xml")
    let failure = #expect(throws: ExchangeFailure.self) {
      try NetworkImport.undo(at: folder.path)
    }
    #expect(failure?.description.contains("was changed after import 1") == true)
    try folder.write(try #require(between["update.xml"]), to: "update.xml")
    #expect(try NetworkImport.undo(at: folder.path)?.number == 1)
    #expect(try bytes(folder) == before)
  }

  @Test func `a journal that would reach outside the folder is refused`() throws {
    for line in [
      "write\thistory/a\t../x.xml", "remove\t/etc/x.xml", "mark\thistory/../../a\thistory/b",
      "write\thistory/a\t.tuyen/x.xml", "remove\tREADME.md",
    ] {
      let folder = try network()
      let journal = "tuyen journal 1\n\(line)\nend\n"
      try folder.write(Array(journal.utf8), to: ".tuyen/journal")
      let failure = #expect(throws: ExchangeFailure.self) {
        try LoadedNetwork(path: folder.path)
      }
      #expect(failure?.description.contains("reach outside") == true)
    }
  }

  @Test func `what is not canonical in documents of ours survives where it has a meaning`() throws {
    let folder = try network()
    try apply(
      document(#"<party kind="other" id="p" name="Bên P mới"/>"#, kind: "delta"), to: folder)
    let text = String(decoding: try contents(of: folder.path + "/parties.xml"), as: UTF8.self)
    #expect(text.contains("Bên P mới"))
  }
}
