import Files
import TestSupport
import Testing

@testable import Columns

/// Files that are not as they were written: refused, whatever they are, and never a trap.
@Suite struct SnapshotDamageTests {
  private static let columns: [UInt32] = [3, 1, 4, 1, 5, 9, 2, 6]

  private func small(in folder: TemporaryFolder) throws -> [UInt8] {
    var writer = SnapshotWriter()
    writer.add("heads", Self.columns)
    writer.add("none", [UInt8]())
    writer.add("bytes", [1, 2, 3] as [UInt8])
    try writer.write(to: folder.path + "/small")
    return try contents(of: folder.path + "/small")
  }

  /// Opens bytes as a snapshot and reads all its columns.
  private func read(_ bytes: [UInt8], in folder: TemporaryFolder) throws(FileError) {
    do { try folder.write(bytes, to: "damaged") } catch { Issue.record("\(error)") }
    let snapshot = try Snapshot(path: folder.path + "/damaged")
    for name in snapshot.names {
      for kind in ElementKind.allCases {
        do throws(FileError) {
          switch kind {
          case .uint8: _ = try snapshot.column(name, as: UInt8.self).array
          case .int8: _ = try snapshot.column(name, as: Int8.self).array
          case .uint16: _ = try snapshot.column(name, as: UInt16.self).array
          case .int16: _ = try snapshot.column(name, as: Int16.self).array
          case .uint32: _ = try snapshot.column(name, as: UInt32.self).array
          case .int32: _ = try snapshot.column(name, as: Int32.self).array
          case .uint64: _ = try snapshot.column(name, as: UInt64.self).array
          case .int64: _ = try snapshot.column(name, as: Int64.self).array
          case .float32: _ = try snapshot.column(name, as: Float.self).array
          case .float64: _ = try snapshot.column(name, as: Double.self).array
          }
        } catch  where error.kind == .kind {
          continue
        }
      }
    }
  }

  private func failure(_ bytes: [UInt8], in folder: TemporaryFolder) -> FileError? {
    do throws(FileError) {
      try read(bytes, in: folder)
      return nil
    } catch {
      return error
    }
  }

  @Test func `every flipped bit is refused`() throws {
    let folder = try TemporaryFolder()
    let bytes = try small(in: folder)
    #expect(failure(bytes, in: folder) == nil)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1 << UInt8(index % 8)
      #expect(failure(damaged, in: folder) != nil, "byte \(index)")
      damaged[index] = ~bytes[index]
      #expect(failure(damaged, in: folder) != nil, "byte \(index)")
    }
  }

  @Test func `every truncation is refused, and bytes too many`() throws {
    let folder = try TemporaryFolder()
    let bytes = try small(in: folder)
    for count in 0..<bytes.count {
      let kind = failure(Array(bytes.prefix(count)), in: folder)?.kind
      #expect(kind == (count < 8 ? .foreign : .truncated), "\(count) bytes")
    }
    #expect(failure(bytes + [0], in: folder)?.kind == .truncated)
    #expect(failure(bytes + bytes, in: folder)?.kind == .truncated)
  }

  @Test(arguments: seeds(30)) func `random bytes are refused`(seed: Int) throws {
    let folder = try TemporaryFolder()
    var random = SeededRandom(seed: seed)
    let noise = (0..<Int.random(in: 0...600, using: &random)).map { _ in
      UInt8.random(in: .min ... .max, using: &random)
    }
    #expect(failure(noise, in: folder) != nil, "seed \(seed)")
    // With a true beginning, and with a true header.
    let bytes = try small(in: folder)
    #expect(failure(SnapshotFormat.magic + noise, in: folder) != nil, "seed \(seed)")
    #expect(failure(Array(bytes.prefix(64)) + noise, in: folder) != nil, "seed \(seed)")
  }

  /// Whoever makes a file by hand can make its checksums too: the table must hold by itself.
  @Test(arguments: seeds(50)) func `a table of any numbers is harmless`(seed: Int) throws {
    let folder = try TemporaryFolder()
    var random = SeededRandom(seed: seed)
    var bytes = try small(in: folder)
    let telling: [UInt64] = [
      0, 1, 63, 64, 0xFFFF_FFFF, 1 << 61, 1 << 62, UInt64(Int.max), UInt64(Int.max) - 62,
      1 << 63, .max, UInt64(bytes.count), UInt64(bytes.count) + 1,
    ]
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let section = Int.random(in: 0..<3, using: &random)
      let field = [48, 56, 64].randomElement(using: &random) ?? 64
      let value = telling.randomElement(using: &random) ?? 0
      let start = 64 + section * 96 + field
      put(value, at: start, in: &bytes)
    }
    if Bool.random(using: &random) {
      bytes[24] = UInt8.random(in: .min ... .max, using: &random)
      bytes[27] = UInt8.random(in: .min ... .max, using: &random)
    }
    seal(&bytes)
    // A count may still fit the padding: whatever opens is read to its end without a trap.
    _ = failure(bytes, in: folder)
  }

  @Test func `each kind of wrong file is told apart`() throws {
    let folder = try TemporaryFolder()
    let bytes = try small(in: folder)
    var version = bytes
    version[12] = 2
    #expect(failure(version, in: folder)?.kind == .version)
    var order = bytes
    order.replaceSubrange(8..<12, with: bytes[8..<12].reversed())
    #expect(failure(order, in: folder)?.kind == .byteOrder)
    #expect(failure(Array("PK\u{3}\u{4}, not ours".utf8), in: folder)?.kind == .foreign)
    #expect(failure([], in: folder)?.kind == .foreign)
    var reserved = bytes
    reserved[30] = 1
    seal(&reserved)
    #expect(failure(reserved, in: folder)?.kind == .damaged)
    var names = bytes
    names.replaceSubrange(64..<69, with: "zytes".utf8)
    seal(&names)
    #expect(
      failure(names, in: folder)?.message == "the order of its sections is damaged; build it again")
    var name = bytes
    name[64] = UInt8(ascii: "/")
    seal(&name)
    #expect(failure(name, in: folder)?.kind == .damaged)
  }

  /// Makes the checksums of the header and the table true again.
  private func seal(_ bytes: inout [UInt8]) {
    put(sum(bytes[64..<384]), at: 48, in: &bytes)
    put(sum(bytes[..<56]), at: 56, in: &bytes)
  }

  private func sum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe Checksum.of($0) }
  }

  private func put(_ value: UInt64, at offset: Int, in bytes: inout [UInt8]) {
    for index in 0..<8 {
      bytes[offset + index] = UInt8(truncatingIfNeeded: value.littleEndian >> UInt64(index * 8))
    }
  }
}
