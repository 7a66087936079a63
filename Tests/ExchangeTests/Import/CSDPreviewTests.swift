import Exchange
import Facts
import HealthNetwork
import TestSupport
import Testing

@Suite(.enabled(if: Standards.isThere, "set TUYEN_STANDARDS_DIR to the public schemas"))
struct CSDPreviewTests {
  private let samples = (Standards.folder ?? "") + "/csd/samples/"

  /// Sierra Leone without a facility.
  private let empty = document(
    #"<network id="t" name="Sierra Leone" zone="+00:00" south="4" west="-14" north="10.5" east="-7"/>"#
  )

  private func read(_ name: String) throws -> ImportedDocument {
    try DocumentFormats.exchange.read(samples + name)
  }

  @Test
  func `swapped points of a real export are told for each, and the fix is in the country`()
    throws
  {
    let folder = try load(["network.xml": empty])
    var options = ImportOptions()
    options.network = folder.network
    let export = try DocumentFormats.exchange.read(
      samples + "sierra_leone_demo-20141211.xml", options: options)
    let preview = ImportPreview(of: [export], into: folder, options: PreviewOptions())
    let placed = export.records.facilities.compactMap(\.record.position.point)
    let swapped = preview.findings.filter { $0.code == "coordinates_swapped" }
    #expect(placed.count > 100 && swapped.count == placed.count)
    let box = try #require(folder.network.header.box)
    for located in preview.delta.records.facilities {
      if let point = located.record.position.point { #expect(box.contains(point)) }
    }
  }

  @Test func `two consecutive exports differ by content, not by their dates of update`() throws {
    let old = try read("sierra_leone_demo-20141211.xml")
    let new = try read("sierra_leone_demo-20150417a.xml")
    #expect(ImportPreview(from: [old], to: [old]).isEmpty)
    let preview = ImportPreview(from: [old], to: [new])
    let counts = try #require(preview.counts["facility"])
    #expect(
      counts.new + counts.changed + counts.same
        == Set(new.records.facilities.map(\.record.id)).count)
    #expect(counts.changed > 0 && counts.same > counts.changed)
    for entry in preview.entries where entry.status == .changed {
      #expect(!entry.changes.isEmpty)
      #expect(!entry.changes.contains { $0.field == "asserted" })
    }
  }

  @Test func `an export that is imported again changes nothing`() throws {
    let folder = try TemporaryFolder(["network.xml": empty])
    let export = try read("sierra_leone_demo-20141211.xml")
    let network = try LoadedNetwork(path: folder.path)
    let preview = ImportPreview(of: [export], into: network, options: PreviewOptions())
    #expect(!preview.hasErrors, "\(preview.findings.first { $0.importance == .error }?.en ?? "")")
    _ = try NetworkImport.apply(
      preview, of: [export], to: network, at: folder.path,
      now: Instant(seconds: 0, zone: ZoneOffset(minutes: 0)))
    let again = ImportPreview(
      of: [export], into: try LoadedNetwork(path: folder.path), options: PreviewOptions())
    #expect(again.isEmpty, "\(again.entries.prefix(3))")
  }
}
