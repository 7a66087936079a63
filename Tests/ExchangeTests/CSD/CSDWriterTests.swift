import Facts
import HealthNetwork
import TestSupport
import Testing
import XMLStream

@testable import Exchange

@Suite struct CSDWriterTests {
  static func write(_ network: Network) -> (bytes: [UInt8], losses: [Finding]) {
    var bytes: [UInt8] = []
    let losses = CSDWriter.write(network) { bytes += $0 }
    return (bytes, losses)
  }

  static func read(_ bytes: [UInt8], for network: Network? = nil) throws -> ImportedDocument {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "csd.xml")
    var options = ImportOptions()
    options.isStrict = true
    options.network = network
    return try CSDReader.read(path: folder.path + "/csd.xml", options: options)
  }

  static func shipped(_ name: String) throws -> Network {
    try LoadedNetwork(path: repositoryFolder + "network-data/" + name).network
  }

  static func check(_ network: Network, _ document: ImportedDocument) {
    func compare<Record: NetworkRecord>(
      _ kind: KeyPath<NetworkRecords, [Located<Record>]>
    ) {
      let back = Dictionary(
        uniqueKeysWithValues: document.records[keyPath: kind].map { ($0.record.key, $0.record) })
      let all = network.records[keyPath: kind].map(\.record)
      #expect(back.count == all.count)
      for record in all where back[record.key] != record {
        Issue.record("\(record)\n→ \(back[record.key].map { "\($0)" } ?? "nothing")")
        return
      }
    }
    compare(\.facilities)
    compare(\.parties)
    compare(\.capabilities)
  }

  @Test func `facilities, parties and capabilities come back with every field`() throws {
    let network = try Network(FullRecords.all)
    let (bytes, losses) = Self.write(network)
    let document = try Self.read(bytes)
    Self.check(network, document)
    #expect(document.findings.filter { $0.importance > .note } == [])
    #expect(Set(losses.map(\.code)) == ["only_in_extension", "not_written"])
    #expect(losses.filter { $0.code == "not_written" }.count == 36)
  }

  @Test func `what an export lacks is told in words, without codes and lines`() throws {
    let (_, losses) = Self.write(try Network(FullRecords.all))
    let terms = Set(Term.names.names)
    for loss in losses {
      let words = loss.vi.split { !$0.isLetter }.map(String.init)
      #expect(terms.isDisjoint(with: words), "\(loss.vi)")
      #expect(
        !loss.vi.contains("dòng 0") && !loss.en.contains("line 0"), "\(loss.vi); \(loss.en)")
    }
    let texts = losses.map(\.vi)
    for words in ["nguồn (cơ sở)", "giường (cơ sở)"] {
      #expect(texts.contains { $0.hasPrefix("CSD không có chỗ cho \(words); chỉ Tuyến") })
    }
  }

  @Test(arguments: ["northern-support", "hcmc-mekong"])
  func `the shipped networks come back, and as the same bytes`(name: String) throws {
    let network = try Self.shipped(name)
    let (bytes, _) = Self.write(network)
    #expect(Self.write(network).bytes == bytes)
    Self.check(network, try Self.read(bytes))
  }

  @Test func `what is denied, guessed, planned or ended is not offered as a service`() throws {
    var records = FullRecords.all
    let capability = records.capabilities[0].record
    let changes: [(inout Capability) -> Void] = [
      { $0.value = .no }, { $0.provenance.confidence = .low },
      { $0.provenance.confidence = nil }, { $0.stage = .planned },
      { $0.period.to = PartialDate("2026") },
    ]
    var offered = capability
    offered.period.to = nil
    records.capabilities = located(offered)
    for (index, change) in changes.enumerated() {
      records.capabilities += located(
        with(offered) {
          $0.statement = "s\(index)"
          change(&$0)
        })
    }
    let network = try Network(records)
    let text = String(decoding: Self.write(network).bytes, as: UTF8.self)
    let services = text.split(separator: "<service entityID").count - 1
    // The directory holds three.
    #expect(services == 3 + 1)
    Self.check(network, try Self.read(Array(text.utf8)))
  }

  @Test func `what is edited in CSD wins over what our extension remembers`() throws {
    let network = try Network(FullRecords.all)
    var text = String(decoding: Self.write(network).bytes, as: UTF8.self)
    text.replace("Bệnh viện cũ", with: "Tên khác")
    text.replace("0200 000 000", with: "0200 111 111")
    text.replace("1 Đường A", with: "2 Đường B")
    let facility = try #require(
      try Self.read(Array(text.utf8)).records.facilities.first { $0.record.id == "hospital" })
    #expect(facility.record.address == "2 Đường B, Phường B")
    #expect(facility.record.rank == .second)
  }
}

@Suite(.enabled(if: Standards.isThere, "set TUYEN_STANDARDS_DIR to the public schemas"))
struct CSDPublicSchemaTests {
  @Test(arguments: ["", "northern-support", "hcmc-mekong"])
  func `what is written is valid against the public schema`(name: String) throws {
    let network = try name.isEmpty ? Network(FullRecords.all) : CSDWriterTests.shipped(name)
    try PublicValidator.check(
      CSDWriterTests.write(network).bytes, against: "csd/xsd/CSD.xsd")
  }

  @Test(arguments: [
    "CSD-Facilities-Connectathon-20131201draft", "CSD-Facilities-Connectathon-20150120",
    "CSD-Organizations-Connectathon-20131227", "sierra_leone_demo-20141211",
    "sierra_leone_demo-20150417a",
  ])
  func `a foreign directory is written back valid, and reads as before`(name: String) throws {
    let document = try CSDReader.read(
      path: Standards.path("csd/samples/\(name).xml"), options: ImportOptions())
    var records = document.records
    records.networks = located(
      with(NetworkHeader()) {
        ($0.id, $0.name) = ("n", "N")
      })
    let network = try Network(records)
    let (bytes, _) = CSDWriterTests.write(network)
    try PublicValidator.check(bytes, against: "csd/xsd/CSD.xsd")
    let again = try Network(
      with(try CSDWriterTests.read(bytes).records) { $0.networks = records.networks })
    let (second, _) = CSDWriterTests.write(again)
    #expect(second == bytes)
  }
}
