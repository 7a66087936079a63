import Columns
import Facts
import Files
import HealthNetwork
import TestSupport
import Testing

@testable import Exchange

@Suite struct CompiledDirectoryTests {
  /// A network with a value in every field, as a folder of two documents.
  private static func fullFolder() throws -> (TemporaryFolder, LoadedNetwork) {
    let folder = try TemporaryFolder()
    var rest = FullRecords.all
    rest.facilities = []
    var facilities = NetworkRecords()
    facilities.facilities = FullRecords.all.facilities
    try folder.write(DocumentWriter.bytes(of: rest, header: header()), to: "a.xml")
    try folder.write(DocumentWriter.bytes(of: facilities, header: header()), to: "b/c.xml")
    return (folder, try LoadedNetwork(path: folder.path))
  }

  private static func compile(_ folder: LoadedNetwork, to path: String) throws {
    var writer = SnapshotWriter()
    CompiledDirectory.add(folder, to: &writer)
    try writer.write(to: path)
  }

  private static func open(_ path: String) throws -> LoadedNetwork {
    try LoadedNetwork(CompiledDirectory(Snapshot(path: path)))
  }

  private func expectSame(_ left: LoadedNetwork, _ right: LoadedNetwork) {
    #expect(Inventory(left.network.records) == Inventory(right.network.records))
    #expect(Origins(left.network.records) == Origins(right.network.records))
    #expect(left.documents.map(\.path) == right.documents.map(\.path))
    #expect(left.documents.map(\.header) == right.documents.map(\.header))
    #expect(left.documents.map(\.rootLine) == right.documents.map(\.rootLine))
    #expect(left.digest == right.digest)
    #expect(left.wholeDocument == right.wholeDocument)
  }

  @Test func `every field of every kind of record comes back`() throws {
    let (files, folder) = try Self.fullFolder()
    try Self.compile(folder, to: files.path + "/x.snapshot")
    expectSame(try Self.open(files.path + "/x.snapshot"), folder)
    #expect(Inventory(folder.network.records) == Inventory(FullRecords.all.inCanonicalOrder()))
  }

  @Test(arguments: Shipped.names)
  func `a shipped network comes back, and gives the same bytes twice`(name: String) throws {
    let files = try TemporaryFolder()
    let folder = try Shipped.folder(name)
    try Self.compile(folder, to: files.path + "/one")
    let again = try Self.open(files.path + "/one")
    expectSame(again, folder)
    try Self.compile(again, to: files.path + "/two")
    #expect(try contents(of: files.path + "/one") == contents(of: files.path + "/two"))
  }

  @Test func `the layout tells every kind of record and every choice`() throws {
    let text = String(decoding: LayoutText.current, as: UTF8.self)
    for kind in Inventory(FullRecords.all).kinds.keys { #expect(text.contains("\n\(kind)\n")) }
    #expect(text.contains("confidence choice? low medium high\n"))
    #expect(LayoutText.current == LayoutText.current)
  }

  @Test func `a snapshot of another layout, or of something else, is refused`() throws {
    let (files, folder) = try Self.fullFolder()
    var other = SnapshotWriter()
    other.add("graph.heads", [1, 2] as [UInt32])
    try other.write(to: files.path + "/other")
    let missing = #expect(throws: FileError.self) { try Self.open(files.path + "/other") }
    #expect(missing?.kind == .missing)
    try Self.compile(folder, to: files.path + "/full")
    try replace("directory.layout", of: files.path + "/full") { $0 + Array("new text\n".utf8) }
    let version = #expect(throws: FileError.self) { try Self.open(files.path + "/full") }
    #expect(version?.kind == .version)
  }

  /// Damage under true checksums: what a checksum does not see must not trap either.
  @Test(arguments: seeds(60)) func `records of any bytes are refused or harmless`(seed: Int) throws
  {
    let files = try TemporaryFolder()
    let folder = try Self.full.get()
    var random = SeededRandom(seed: seed)
    let path = files.path + "/damaged-\(seed)"
    try Self.compile(folder, to: path)
    let names = try Snapshot(path: path).names.filter { $0 != "directory.layout" }
    let name = try #require(names.randomElement(using: &random))
    try replace(name, of: path) { bytes in
      var bytes = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let index = bytes.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = .random(in: .min ... .max, using: &random)
        case 1: bytes.removeSubrange(index...)
        case 2:
          bytes.insert([0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0, at: index)
        default: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
      }
      return bytes
    }
    do {
      let folder = try Self.open(path)
      _ = folder.wholeDocument
      _ = folder.recordsByDocument()
    } catch let error as FileError {
      #expect([.damaged, .kind].contains(error.kind), "seed \(seed): \(error)")
    }
  }

  private static let full = Result { try fullFolder().1 }

  /// Writes a snapshot anew with other bytes in one section.
  private func replace(
    _ section: String, of path: String, _ change: ([UInt8]) -> [UInt8]
  ) throws {
    let snapshot = try Snapshot(path: path)
    var writer = SnapshotWriter()
    for name in snapshot.names {
      if name == "directory.textEnds" {
        let column = try snapshot.column(name, as: UInt32.self)
        if name == section {
          // Some ends changed, as far as bytes of a changed beginning say.
          let changed = change(
            Array(column.array.prefix(200).map { UInt8(truncatingIfNeeded: $0) }))
          writer.add(name, changed.map { UInt32($0) &* 7 })
        } else {
          writer.add(name, column)
        }
        continue
      }
      let bytes = try snapshot.column(name, as: UInt8.self).array
      writer.add(name, name == section ? change(bytes) : bytes)
    }
    try writer.write(to: path)
  }
}

/// Where records stand, kind by kind.
private struct Origins: Equatable, KindVisitor {
  private let records: NetworkRecords
  private var origins: [String: [Origin]] = [:]

  init(_ records: NetworkRecords) {
    self.records = records
    NetworkRecords.visitKinds(&self)
  }

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    origins[Record.kindName] = records[keyPath: kind].map(\.origin)
  }

  static func == (left: Origins, right: Origins) -> Bool { left.origins == right.origins }
}
