import Files
import TestSupport
import Testing

@testable import Columns

@Suite struct SnapshotTests {
  @Test func `columns come back as they were written`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.snapshot"
    var writer = SnapshotWriter()
    writer.add("heads", Column<UInt32>([3, 1, 4, 1, 5]))
    writer.add("bytes", [UInt8](0...130))
    writer.add("a.16", [Int16.min, 0, .max])
    writer.add("long", [UInt64.max, 7])
    writer.add("points", [8.5, -0.0, .infinity])
    writer.add("empty", [Int8]())
    writer.add("last", [Float]())
    try writer.write(to: path)
    let snapshot = try Snapshot(path: path)
    #expect(snapshot.names == ["a.16", "bytes", "empty", "heads", "last", "long", "points"])
    #expect(try snapshot.column("heads", as: UInt32.self).array == [3, 1, 4, 1, 5])
    #expect(try snapshot.column("bytes", as: UInt8.self).array == [UInt8](0...130))
    #expect(try snapshot.column("a.16", as: Int16.self).array == [Int16.min, 0, .max])
    #expect(try snapshot.column("long", as: UInt64.self).array == [UInt64.max, 7])
    #expect(try snapshot.column("points", as: Double.self).array == [8.5, -0.0, .infinity])
    #expect(try snapshot.column("empty", as: Int8.self).array.isEmpty)
    #expect(try snapshot.column("last", as: Float.self).array.isEmpty)
    #expect(snapshot.contains("last") && !snapshot.contains("first"))
    #expect(try folder.names == ["a.snapshot"])
  }

  @Test func `the same columns give the same bytes, whatever their order`() throws {
    let folder = try TemporaryFolder()
    var one = SnapshotWriter()
    one.add("a", [1, 2, 3] as [UInt16])
    one.add("b", [4] as [UInt8])
    try one.write(to: folder.path + "/one")
    var other = SnapshotWriter()
    other.add("b", [4] as [UInt8])
    other.add("a", [1, 2, 3] as [UInt16])
    try other.write(to: folder.path + "/other")
    let bytes = try contents(of: folder.path + "/one")
    #expect(try contents(of: folder.path + "/other") == bytes)
    #expect(bytes.count == 384)
  }

  @Test func `a snapshot without sections is one`() throws {
    let folder = try TemporaryFolder()
    try SnapshotWriter().write(to: folder.path + "/none")
    let snapshot = try Snapshot(path: folder.path + "/none")
    #expect(snapshot.names.isEmpty && snapshot.length == 64)
  }

  @Test func `a column outlives its snapshot, and the file that was replaced`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a"
    let numbers = (0..<10_000).map { UInt32($0) }
    var writer = SnapshotWriter()
    writer.add("numbers", numbers)
    try writer.write(to: path)
    let column = try Snapshot(path: path).column("numbers", as: UInt32.self)
    try SnapshotWriter().write(to: path)
    #expect(column.array == numbers)
    #expect(try Snapshot(path: path).names.isEmpty)
  }

  @Test func `what is asked for wrongly is told`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a"
    var writer = SnapshotWriter()
    writer.add("heads", [1, 2] as [UInt32])
    try writer.write(to: path)
    let snapshot = try Snapshot(path: path)
    let missing = #expect(throws: FileError.self) {
      try snapshot.column("tails", as: UInt32.self)
    }
    #expect(missing?.kind == .missing)
    let kind = #expect(throws: FileError.self) { try snapshot.column("heads", as: Int32.self) }
    #expect(kind?.kind == .kind)
    let none = #expect(throws: FileError.self) { try Snapshot(path: path + "none") }
    #expect(none?.kind == .unreadable)
    let aFolder = #expect(throws: FileError.self) { try Snapshot(path: folder.path) }
    #expect(aFolder?.kind == .unreadable)
    let unwritable = #expect(throws: FileError.self) {
      try writer.write(to: folder.path + "/no/such/folder")
    }
    #expect(unwritable?.kind == .unwritable)
  }

  @Test func `a name that cannot be one is a bug of the caller`() async {
    for name in ["", "đường", "a b", String(repeating: "a", count: 49)] {
      #expect(!SnapshotFormat.isName(name.utf8))
    }
    await #expect(processExitsWith: .failure) {
      var writer = SnapshotWriter()
      writer.add("a", [UInt8]())
      writer.add("a", [UInt8]())
    }
  }

  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func `the checksum is XXH64`(text: String, sum: UInt64) {
    let found = unsafe Array(text.utf8).withUnsafeBytes { unsafe Checksum.of($0) }
    #expect(found == sum)
  }
}
