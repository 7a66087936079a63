import Facts
import Foundation
import TestSupport
import Testing

@testable import Board

/// An acknowledged entry survives the death of whoever wrote it.
///
/// A thousand deaths are tried by `tools/kill-test`; here are a few of each kind.
@Suite(.serialized) struct KillTests {
  /// Writes in a process of its own, which is killed at an instant that it does not choose.
  private func writeAndDie(_ kind: StoreKind, _ target: String, notes: String) async {
    unsafe setenv("TUYEN_TEST_STORE", kind.rawValue, 1)
    unsafe setenv("TUYEN_TEST_TARGET", target, 1)
    unsafe setenv("TUYEN_TEST_NOTES", notes, 1)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      let environment = ProcessInfo.processInfo.environment
      let target = environment["TUYEN_TEST_TARGET"] ?? ""
      let store: any BoardStore =
        environment["TUYEN_TEST_STORE"] == "sqlite"
        ? try SQLiteStore(path: target) : try await PostgreSQLStore(target)
      startThread {
        pause(milliseconds: UInt32.random(in: 5...300))
        kill(getpid(), SIGKILL)
      }
      let name = UUID().uuidString
      _ = await Writer(store: store, notes: environment["TUYEN_TEST_NOTES"] ?? "", name: name).run()
    }
  }

  @Test(arguments: StoreKind.here)
  func `A server that is killed in mid-write loses nothing that it acknowledged`(
    kind: StoreKind
  ) async throws {
    let house = try await kind.make()
    let folder = try TemporaryFolder()
    let notes = folder.path + "/notes"
    for _ in 0..<4 {
      await writeAndDie(kind, house.target, notes: notes)
      let store = try await house.open()
      #expect(try await Writer.missing(notes, in: store) == [])
      let audit = try await JournalAudit(of: store)
      #expect(audit.misfits.isEmpty && audit.unknown.isEmpty)
      let head = try await store.head()
      #expect(audit.head == head)
      await store.close()
    }
    let text = try String(contentsOfFile: notes, encoding: .utf8)
    #expect(text.split(separator: "\n").count > 4, "nothing was written before the deaths")
    house.end()
  }
}

/// The fate of the servers of PostgreSQL.
@Suite(
  .serialized,
  .enabled(if: PostgreSQLServer.programs != nil, "needs Debian's package postgresql"))
struct FailOverTests {
  @Test
  func `A server of PostgreSQL that is killed and started again loses nothing, and writes go on`()
    async throws
  {
    let server = try PostgreSQLServer()
    let folder = try TemporaryFolder()
    let store = try await PostgreSQLStore(try server.makeDatabase(), patience: .seconds(60))
    let writer = Writer(store: store, notes: folder.path + "/notes", name: "w")
    let writing = Task { await writer.run() }
    try await wait(until: { try await store.head().number > 20 })
    server.kill()
    server.stop()
    try server.start([])
    let before = try await store.head().number
    try await wait(until: { try await store.head().number > before + 20 })
    writing.cancel()
    _ = await writing.value
    #expect(try await Writer.missing(writer.notes, in: store) == [])
    #expect(try await JournalAudit(of: store).head.number > before)
    await store.close()
  }

  enum Fate: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case killed, frozen
    var testDescription: String { rawValue }
  }

  @Test(arguments: Fate.allCases)
  func `When the primary is lost its standby takes over, and no acknowledged entry is lost`(
    fate: Fate
  ) async throws {
    let primary = try PostgreSQLServer([
      "wal_level=replica", "max_wal_senders=4", "wal_keep_size=64",
    ])
    let standby = try PostgreSQLServer(standbyOf: primary, name: "s1")
    try primary.query("ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (s1)'")
    try primary.query("SELECT pg_reload_conf()")
    try primary.query("CREATE DATABASE board")
    let folder = try TemporaryFolder()
    let target = PostgreSQLServer.connection([primary, standby], "board")
    let store = try await PostgreSQLStore(target, patience: .seconds(90))
    let other = try await PostgreSQLStore(target, patience: .seconds(90))
    let writer = Writer(store: store, notes: folder.path + "/notes", name: "w")
    let writing = Task { await writer.run() }
    try await wait(until: { try await store.head().number > 20 })
    switch fate {
    case .killed: primary.kill()
    case .frozen: primary.freeze()
    }
    try standby.promote()
    let before = Int(try standby.query("SELECT number FROM tuyen.audit_head", in: "board")) ?? 0
    try await wait(until: {
      let number = try standby.query("SELECT number FROM tuyen.audit_head", in: "board")
      return Int(number) ?? 0 > before + 20
    })
    writing.cancel()
    _ = await writing.value
    #expect(try await Writer.missing(writer.notes, in: other) == [])
    let audit = try await JournalAudit(of: other)
    #expect(audit.head.number > before + 20 && audit.misfits.isEmpty)
    await store.close()
    await other.close()
  }

  /// Waits for something that other processes do; a minute and a half at most.
  private func wait(until isDone: () async throws -> Bool) async throws {
    for _ in 0..<900 {
      if try await isDone() { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("it did not happen in time")
  }
}
