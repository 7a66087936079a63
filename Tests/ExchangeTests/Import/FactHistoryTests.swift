import Exchange
import Facts
import HealthNetwork
import TestSupport
import Testing

@Suite struct FactHistoryTests {
  private let now = Instant(seconds: 1_800_000_000, zone: ZoneOffset(minutes: 420))

  private func apply(_ text: String, _ name: String, to folder: TemporaryFolder) throws {
    let files = try TemporaryFolder([name: text])
    let network = try LoadedNetwork(path: folder.path)
    let document = try DocumentFormats.exchange.read(files.path + "/" + name)
    let preview = ImportPreview(of: [document], into: network, options: PreviewOptions())
    _ = try NetworkImport.apply(
      preview, of: [document], to: network, at: folder.path, now: now)
  }

  private func history(_ key: String, _ folder: TemporaryFolder) throws -> FactHistory {
    try FactHistory(of: key, in: try LoadedNetwork(path: folder.path), at: folder.path)
  }

  @Test func `each value is that of the last import that set it, or of its document`() throws {
    let folder = try TemporaryFolder(["network.xml": previewNetwork])
    try apply("id,dia chi,tuyen,nguon\nbv-a,2 Lê Lợi,3,Sở Y tế\n", "one.csv", to: folder)
    try apply(
      "id,ten,hang,cap nhat\nbv-a,Bệnh viện Cái Nước,II,2026-11-20\n", "two.csv", to: folder)
    let record = try #require(try history("bv-a", folder).records.first)
    #expect(record.place?.document == "network.xml" && record.goneWith == nil)
    func value(_ field: String) throws -> FactHistory.Value {
      try #require(record.values.first { $0.field == field })
    }
    let address = try value("address")
    #expect(address.entry?.number == 1 && address.replaced == "1 Lê Lợi")
    #expect(address.provenance.source == "Sở Y tế")
    let rank = try value("rank")
    #expect(rank.value == "II" && rank.entry?.number == 2 && rank.replaced == "I")
    #expect(rank.provenance.asserted == PartialDate("2026-11-20"))
    #expect(rank.entry?.sources.first?.path.hasSuffix("/two.csv") == true)
    let tier = try value("tier")
    #expect(tier.entry == nil && tier.provenance.source == "list 1")
  }

  @Test func `a record that is gone tells with which import`() throws {
    let folder = try TemporaryFolder(["network.xml": previewNetwork])
    try apply(
      document(
        #"<retract record="capability" key="bv-b/stroke.lysis" reason="wrong"/>"#, kind: "delta"),
      "delta.xml", to: folder)
    let record = try #require(try history("bv-b/stroke.lysis", folder).records.first)
    #expect(record.place == nil && record.goneWith?.number == 1)
    #expect(record.values.contains { $0.field == "value" && $0.value == "no" })
    #expect(try history("nothing", folder).records.isEmpty)
  }

  @Test func `two sides of different formats are compared by content`() throws {
    let folder = try TemporaryFolder([
      "a.csv": "id,ten,tuyen\na,A,3\nb,B,3\n", "b.csv": "ten;id;tuyen\nA;a;2\nC;c;3\n",
    ])
    var sides: [ImportedDocument] = []
    for name in ["a.csv", "b.csv"] {
      sides.append(try DocumentFormats.exchange.read(folder.path + "/" + name))
    }
    let preview = ImportPreview(from: [sides[0]], to: [sides[1]])
    #expect(preview.counts["facility"]?.changed == 1 && preview.counts["facility"]?.new == 1)
    #expect(preview.counts["facility"]?.gone == 1)
    #expect(preview.entries.first { $0.key == "a" }?.changes.map(\.field) == ["tier"])
  }
}
