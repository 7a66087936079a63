import Columns
import Foundation
import HealthNetwork
import Routing
import TestSupport
import Testing
import TravelNetwork

@testable import Exchange

@Suite struct NetworkLoaderTests {
  /// A network of two documents in a folder of its own, with its snapshot.
  private final class Built {
    let folder: TemporaryFolder
    var warnings: [String] = []

    init() throws {
      folder = try TemporaryFolder([
        "a.xml": networkDocument, "b.xml": Built.document(name: "Trạm một"),
      ])
      _ = try NetworkCompiler.build(folder.path, surroundings: Built.surroundings) { _ in }
    }

    /// The present, in nanoseconds since 1970.
    static var moment: Int { Int(Date().timeIntervalSince1970 * 1e9) }
    static var surroundings: Surroundings { Surroundings(moment: moment) }

    static func document(name: String) -> String {
      ExchangeTests.document(#"<facility id="f" name="\#(name)" kind="commune-health-station"/>"#)
    }

    var snapshot: String { folder.path + "/.tuyen/network.snapshot" }
    var stamp: String { folder.path + "/.tuyen/network.stamp" }

    func load(_ deltas: [String] = []) throws -> LoadedNetwork {
      var loader = NetworkLoader { self.warnings.append($0) }
      loader.surroundings = Built.surroundings
      return try loader.load(folder.path, deltas: deltas)
    }

    func name() throws -> String { try load().network.facility(0).name }
  }

  @Test func `a network with a snapshot is the same network`() throws {
    let built = try Built()
    let fromDocuments = try LoadedNetwork(path: built.folder.path)
    let loaded = try built.load()
    #expect(loaded.wholeDocument == fromDocuments.wholeDocument)
    #expect(loaded.digest == fromDocuments.digest)
    #expect(try built.folder.names == [".tuyen", "a.xml", "b.xml"])
    #expect(try contents(of: built.folder.path + "/.tuyen/.gitignore") == Array("*\n".utf8))
    #expect(built.warnings.isEmpty)
  }

  @Test func `the same documents give the same snapshot in another folder`() throws {
    let (one, other) = (try Built(), try Built())
    #expect(try contents(of: one.snapshot) == contents(of: other.snapshot))
  }

  @Test func `without a snapshot none is made`() throws {
    let folder = try TemporaryFolder(["a.xml": networkDocument])
    _ = try NetworkLoader { _ in }.load(folder.path)
    #expect(try folder.names == ["a.xml"])
  }

  @Test func `a changed, added, removed or renamed document counts at once`() throws {
    let built = try Built()
    let old = try contents(of: built.snapshot)
    try built.folder.write(Array(Built.document(name: "Trạm hai").utf8), to: "b.xml")
    #expect(try built.name() == "Trạm hai")
    // And the snapshot has been renewed.
    #expect(try contents(of: built.snapshot) != old)
    #expect(try built.name() == "Trạm hai")
    let second = document(#"<facility id="g" name="G" kind="commune-health-station"/>"#)
    try built.folder.write(Array(second.utf8), to: "c/d.xml")
    #expect(try built.load().network.facilityCount == 2)
    try FileManager.default.moveItem(
      atPath: built.folder.path + "/c/d.xml", toPath: built.folder.path + "/e.xml")
    #expect(try built.load().documents.map(\.path) == ["a.xml", "b.xml", "e.xml"])
    try FileManager.default.removeItem(atPath: built.folder.path + "/e.xml")
    #expect(try built.load().network.facilityCount == 1)
    #expect(built.warnings.isEmpty)
  }

  @Test func `a stamp is kept of documents left alone, and a change of the same size is seen`()
    throws
  {
    let built = try Built()
    #expect(!FileManager.default.fileExists(atPath: built.stamp))
    Thread.sleep(forTimeInterval: 2.2)
    #expect(try built.name() == "Trạm một")
    #expect(FileManager.default.fileExists(atPath: built.stamp))
    #expect(try built.name() == "Trạm một")
    // The length, the name and the time of writing stay the same.
    let file = built.folder.path + "/b.xml"
    let before = try FileManager.default.attributesOfItem(atPath: file)
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.write(contentsOf: Data(Built.document(name: "Trạm mốt").utf8))
    try handle.close()
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(before[.modificationDate])], ofItemAtPath: file)
    let after = try FileManager.default.attributesOfItem(atPath: file)
    #expect(before[.size] as? Int == after[.size] as? Int)
    #expect(try built.name() == "Trạm mốt")
  }

  @Test func `a stamp of anything proves nothing`() throws {
    let built = try Built()
    for text in ["", "tuyen stamp 1\n", String(repeating: "9", count: 5_000)] {
      try built.folder.write(Array(text.utf8), to: ".tuyen/network.stamp")
      #expect(try built.name() == "Trạm một")
    }
    let stamps = DocumentStamps(
      of: ["a.xml", "b.xml"], in: built.folder.path + "/", at: Built.moment)
    #expect(!stamps.prove("0123456789abcdef", by: built.stamp))
  }

  @Test func `a damaged snapshot is told of, not trusted, and built again`() throws {
    let built = try Built()
    let whole = try contents(of: built.snapshot)
    var random = SeededRandom(seed: 7)
    for round in 0..<40 {
      var bytes = whole
      switch round % 4 {
      case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      case 1: bytes = Array("no snapshot at all".utf8)
      default: bytes[Int.random(in: bytes.indices, using: &random)] ^= 0x20
      }
      try built.folder.write(bytes, to: ".tuyen/network.snapshot")
      built.warnings = []
      #expect(try built.name() == "Trạm một", "round \(round)")
      #expect(built.warnings.count == 1, "round \(round): \(built.warnings)")
      #expect(try contents(of: built.snapshot) == whole, "round \(round)")
    }
  }

  @Test func `deltas apply to a snapshot as to documents, with the same messages`() throws {
    let built = try Built()
    let good = document(
      #"<facility id="f" name="Mới" kind="commune-health-station"/>"#, kind: "delta")
    let bad = document(#"<retract record="facility" key="x" reason="gone"/>"#, kind: "delta")
    let foreign = document("", kind: "delta", network: "other")
    for (index, text) in [good, bad, foreign, "<exchange"].enumerated() {
      let path = built.folder.path + "/delta-\(index)"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let plain = Result { try LoadedNetwork(path: built.folder.path, deltas: [path]) }
      let fast = Result { try built.load([path]) }
      switch (plain, fast) {
      case (.success(let left), .success(let right)):
        #expect(left.wholeDocument == right.wholeDocument && left.digest == right.digest)
        #expect(right.network.facility(0).name == "Mới")
      case (.failure(let left), .failure(let right)): #expect("\(left)" == "\(right)")
      default: Issue.record("one failed, the other did not")
      }
    }
  }

  @Test func `a snapshot file is a network by itself`() throws {
    let built = try Built()
    let path = built.folder.path + "/out.snapshot"
    _ = try NetworkCompiler.build(built.folder.path, output: path) { _ in }
    #expect(try contents(of: path) == contents(of: built.snapshot))
    let loaded = try NetworkLoader { _ in }.load(path)
    #expect(loaded.wholeDocument == (try built.load().wholeDocument))
    try built.folder.write(Array(try contents(of: path).dropLast(9)), to: "out.snapshot")
    let failure = #expect(throws: ExchangeFailure.self) { try NetworkLoader { _ in }.load(path) }
    #expect(failure?.description.contains("were written; build it again") == true)
  }

  @Test(.timeLimit(.minutes(1))) func `a pipe among the documents is refused, not waited for`()
    throws
  {
    let built = try Built()
    for name in ["c.xml", ".tuyen/network.snapshot"] {
      let path = built.folder.path + "/" + name
      try? FileManager.default.removeItem(atPath: path)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["mkfifo", path]
      try process.run()
      process.waitUntilExit()
      #expect(throws: ExchangeFailure.self) { try built.load() }
      #expect(throws: ExchangeFailure.self) {
        try NetworkCompiler.build(built.folder.path) { _ in }
      }
      #expect(throws: ExchangeFailure.self) { try NetworkLoader { _ in }.load(path) }
    }
  }

  @Test func `a delta that leaves nodes and links as they are keeps the order of the snapshot`()
    throws
  {
    let files = try TemporaryFolder()
    let path = files.path + "/x.snapshot"
    _ = try NetworkCompiler.build(Shipped.path("hcmc-mekong"), output: path) { _ in }
    let scenarios = repositoryFolder + "network-data/scenarios/"
    for delta in ["rach-mieu-closed.xml", "dong-thap-thrombectomy.xml"] {
      let changed = try NetworkLoader { _ in }.load(path, deltas: [scenarios + delta])
      // The order of a snapshot was not made anew.
      #expect(changed.hierarchy.snapshot != nil)
      let made = TravelHierarchy(changed.network.travel)
      #expect(changed.hierarchy.hierarchy.ranks == made.hierarchy.ranks)
      #expect(changed.hierarchy.graph == made.graph)
    }
  }

  @Test func `copies of a network share its hierarchy`() throws {
    let loaded = try Shipped.folder("hcmc-mekong")
    let copy = loaded
    let first = loaded.knownHierarchy.hierarchy { TravelHierarchy(loaded.network.travel) }
    var isAsked = false
    let second = copy.knownHierarchy.hierarchy {
      isAsked = true
      return TravelHierarchy(loaded.network.travel)
    }
    #expect(!isAsked && first.hierarchy.ranks == second.hierarchy.ranks)
  }

  @Test func `the hierarchy comes from the snapshot, and is made anew where it is damaged`()
    throws
  {
    let files = try TemporaryFolder()
    let path = files.path + "/x.snapshot"
    _ = try NetworkCompiler.build(Shipped.path("hcmc-mekong"), output: path) { _ in }
    var warnings: [String] = []
    let kept = try NetworkLoader { _ in }.load(path).hierarchy { warnings.append($0) }
    #expect(warnings.isEmpty)
    let made = try Shipped.folder("hcmc-mekong").hierarchy
    #expect(kept.hierarchy.ranks == made.hierarchy.ranks)
    #expect(kept.hierarchy.heads == made.hierarchy.heads)
    #expect(kept.hierarchy.slots == made.hierarchy.slots)
    var bytes = try contents(of: path)
    let entry = try #require(bytes.firstRange(of: Array("travel.hierarchy.heads".utf8) + [0]))
    let offset = (0..<8).reduce(0) { $0 | Int(bytes[entry.lowerBound + 56 + $1]) << ($1 * 8) }
    bytes[offset] ^= 1
    try files.write(bytes, to: "x.snapshot")
    let anew = try NetworkLoader { _ in }.load(path).hierarchy { warnings.append($0) }
    #expect(warnings.count == 1 && warnings[0].contains("hierarchy.heads"))
    #expect(anew.hierarchy.heads == made.hierarchy.heads)
  }

  @Test func `one document has its snapshot beside it`() throws {
    let folder = try TemporaryFolder(["a.xml": networkDocument])
    let path = try NetworkCompiler.build(folder.path + "/a.xml") { _ in }
    #expect(path == folder.path + "/.tuyen/a.xml.snapshot")
    #expect(try NetworkLoader { _ in }.load(folder.path + "/a.xml").documents.count == 1)
  }

  @Test func `where a folder cannot be written to, the cache is used`() throws {
    let folder = try TemporaryFolder(["net/a.xml": networkDocument])
    // A file in the way, which keeps even the superuser from making the folder.
    try folder.write([], to: "net/.tuyen")
    let cache = Surroundings(environment: ["XDG_CACHE_HOME": folder.path + "/cache"]).cacheFolder
    let place = SnapshotPlace.made(for: folder.path + "/net", cacheFolder: cache)
    #expect(place?.snapshot.hasPrefix(folder.path + "/cache/tuyen/") == true)
    #expect(SnapshotPlace.existing(of: folder.path + "/net", cacheFolder: cache) == nil)
    try SnapshotWriter().write(to: try #require(place?.snapshot))
    let found = SnapshotPlace.existing(of: folder.path + "/net/", cacheFolder: cache)
    #expect(found?.snapshot == place?.snapshot)
    let home = SnapshotPlace.made(
      for: folder.path + "/net",
      cacheFolder: Surroundings(environment: ["HOME": folder.path]).cacheFolder)
    #expect(home?.snapshot.hasPrefix(folder.path + "/.cache/tuyen/") == true)
    #expect(
      SnapshotPlace.made(
        for: folder.path + "/net",
        cacheFolder: Surroundings(environment: ["XDG_CACHE_HOME": "relative"]).cacheFolder) == nil)
  }
}
