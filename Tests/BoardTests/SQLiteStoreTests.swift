import Facts
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Board

/// Matters of SQLite alone.
@Suite struct SQLiteStoreTests {
  let folder: TemporaryFolder
  private var path: String { folder.path + "/board.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  @Test func `The connection that writes waits for the disk`() async throws {
    let store = try SQLiteStore(path: path)
    let synchronous = try await store.pool.writeWithoutTransaction {
      try Int.fetchOne($0, sql: "PRAGMA synchronous")
    }
    #expect(synchronous == 2)
    let journal = try await store.pool.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    #expect(journal == "wal")
    await store.close()
  }

  @Test func `Only the owner of the file may read it`() async throws {
    let store = try SQLiteStore(path: path)
    try await store.probe()
    for name in ["board.sqlite", "board.sqlite-wal"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }
    await store.close()
  }

  @Test func `A file of something else is refused and left as it is`() async throws {
    try folder.write(
      Array("đây không phải cơ sở dữ liệu, mà là một ghi chú".utf8), to: "board.sqlite")
    let before = try contents(of: path)
    #expect(throws: BoardError.notABoard(path)) { _ = try SQLiteStore(path: path) }
    #expect(try contents(of: path) == before)
    let other = folder.path + "/other.sqlite"
    let queue = try DatabaseQueue(path: other)
    try await queue.write { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
    try queue.close()
    #expect(throws: BoardError.self) { _ = try SQLiteStore(path: other) }
    let nowhere = "/khong/co/board.sqlite"
    #expect(throws: BoardError.unusable(nowhere, code: ENOENT)) {
      _ = try SQLiteStore(path: nowhere)
    }
  }

  @Test func `A backup that is none is refused and left as it is`() async throws {
    let store = try SQLiteStore(path: path)
    for bytes in [[], Array("đây không phải bản sao lưu".utf8)] {
      try folder.write(bytes, to: "backup.sqlite")
      let other = folder.path + "/backup.sqlite"
      await #expect(throws: BoardError.notABoard(other)) {
        _ = try await BoardCopy.restore(fromFile: other, to: store)
      }
      #expect(try contents(of: other) == bytes)
    }
    await store.close()
  }

  @Test func `A backup that cannot be written leaves nothing behind`() async throws {
    let store = try SQLiteStore(path: path)
    _ = try await store.append(
      .test(.weather(WeatherNotice(nil, until: noon.plus(minutes: 60)))), received: noon)
    let target = folder.path + "/none/backup.sqlite"
    await #expect(throws: BoardError.unusable(target + ".part", code: ENOENT)) {
      try await store.backup(to: target)
    }
    // A copy that breaks off, for the journal is not whole.
    try await store.pool.write { database in
      try database.execute(sql: "DROP TRIGGER entry_is_not_changed")
      try database.execute(sql: "UPDATE entry SET author = 'account/x'")
    }
    await #expect(throws: BoardError.self) {
      try await store.backup(to: folder.path + "/backup.sqlite")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.hasPrefix("backup") }, "\(left)")
    await store.close()
  }

  @Test func `A board that is opened again goes on where it was`() async throws {
    let store = try SQLiteStore(path: path)
    let entry = try await store.append(
      .test(.weather(WeatherNotice(nil, until: noon.plus(minutes: 60)))), received: noon)
    await store.close()
    let again = try SQLiteStore(path: path)
    #expect(try await again.entry(1) == entry)
    _ = try await again.append(
      .test(.weather(WeatherNotice("storm", until: noon.plus(minutes: 60)))), received: noon)
    #expect(try await JournalAudit(of: again).head.number == 2)
    await again.close()
  }

  @Test func `A store that was closed says so`() async throws {
    let store = try SQLiteStore(path: path)
    await store.close()
    await #expect(throws: BoardError.self) { try await store.probe() }
    var heard = 0
    for await _ in store.changes() { heard += 1 }
    #expect(heard == 0)
  }
}
