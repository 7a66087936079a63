public import Facts
import Formats
import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The board of one server, in a file of SQLite.
///
///     let store = try SQLiteStore(path: "data/board.sqlite")
///
/// Every entry is on the disk before it is acknowledged (`synchronous` is `FULL` on the
/// connection that writes). Reading goes on while something is written.
public final class SQLiteStore: BoardStore {
  let pool: DatabasePool
  private let hub = ChangeHub()
  private let follower: Task<Void, Never>

  /// Opens a board, and makes it where there is none.
  ///
  /// - Parameter path: The file; only its owner may read it.
  /// - Throws: `BoardError` where the file cannot be used or is no board.
  public init(path: String) throws(BoardError) {
    // SQLite gives its further files the rights of the first one.
    try makeFile(path)
    let pool: DatabasePool
    do {
      pool = try SQLiteStore.makePool(path)
    } catch {
      throw SQLiteStore.boardError(error, path)
    }
    self.pool = pool
    let hub = hub
    // Another process may write as well: the commands of the operator do.
    follower = Task { [weak hub] in
      while !Task.isCancelled {
        let number = try? await pool.read { try SQLiteStore.head(in: $0).number }
        guard let hub else { return }
        if let number { hub.publish(number) }
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }

  deinit { follower.cancel() }

  private static func makePool(_ path: String) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA recursive_triggers = ON")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { database in
      // The pool has set NORMAL on its writer by now: an acknowledged entry could be lost with power.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
        throw BoardError.unavailable("SQLite does not write through to the disk")
      }
      try database.inTransaction(.immediate) {
        try prepare(database, path)
        return .commit
      }
    }
    return pool
  }

  /// Makes the tables of a new file, and refuses a file of something else.
  private static func prepare(_ database: Database, _ path: String) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    if application == SQLiteSchema.applicationID, version > 0 {
      guard version <= SQLiteSchema.version else {
        throw BoardError.otherVersion(path, isNewer: true)
      }
      guard version < SQLiteSchema.version else { return }
      for step in SQLiteSchema.upgrades.dropFirst(version - 1) { try database.execute(sql: step) }
      try database.execute(sql: "PRAGMA user_version = \(SQLiteSchema.version)")
      return
    }
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard version == 0, application == 0, tables == 0 else {
      throw BoardError.notABoard(path)
    }
    try database.execute(sql: SQLiteSchema.tables)
    try database.execute(
      sql: """
        PRAGMA user_version = \(SQLiteSchema.version);
        PRAGMA application_id = \(SQLiteSchema.applicationID)
        """)
  }

  // MARK: Journal

  /// Appends entries, all of them or none, and changes accounts and keys with them.
  public func append(
    _ drafts: [EntryDraft], received: Instant, ifUnchangedSince known: Int?,
    changing changes: [CredentialChange]
  ) async throws(BoardError) -> [Entry] {
    let written = try await write { database in
      try SQLiteTransaction(database: database).append(
        drafts, received: received, ifUnchangedSince: known, changing: changes)
    }
    if let head = written.moved { hub.publish(head.number) }
    return written.entries
  }

  /// Takes entries over from another journal as they are: they must follow the end of this one.
  public func copy(_ entries: [Entry]) async throws(BoardError) {
    let head = try await write { try SQLiteTransaction(database: $0).copy(entries) }
    if let head { hub.publish(head.number) }
  }

  /// Entries behind a number, in order.
  public func entries(after number: Int, limit: Int) async throws(BoardError) -> [Entry] {
    try await read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT * FROM entry WHERE number > ? ORDER BY number LIMIT ?")
      return try Row.fetchAll(statement, arguments: [number, limit]).map { try Entry($0) }
    }
  }

  /// An entry by its number; nil where there is none.
  public func entry(_ number: Int) async throws(BoardError) -> Entry? {
    try await read { database in
      let statement = try database.cachedStatement(sql: "SELECT * FROM entry WHERE number = ?")
      return try Row.fetchOne(statement, arguments: [number]).map { try Entry($0) }
    }
  }

  /// The entry that an author wrote under a sender's key; nil where there is none.
  public func entry(by author: Author, senderKey: String) async throws(BoardError) -> Entry? {
    try await read {
      try SQLiteTransaction(database: $0).entry(by: author.text, senderKey: senderKey)
    }
  }

  /// The end of the journal.
  public func head() async throws(BoardError) -> JournalHead {
    try await read { try SQLiteStore.head(in: $0) }
  }

  /// The numbers of the last entry, each time it changes, from whichever server; never the same
  /// twice.
  public func changes() -> AsyncStream<Int> { hub.listen() }

  static func head(in database: Database) throws -> JournalHead {
    let statement = try database.cachedStatement(
      sql: "SELECT number, digest, received FROM entry ORDER BY number DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement) else { return .empty }
    return JournalHead(
      number: row["number"], digest: try row.digest("digest"), received: row["received"])
  }

  // MARK: Upkeep

  /// Whether something can be written now.
  public func probe() async throws(BoardError) {
    try await write { try $0.execute(sql: "UPDATE probe SET count = count + 1") }
  }

  /// Writes everything but sessions into a new file of SQLite, as of one instant.
  public func backup(to path: String) async throws(BoardError) {
    try await BoardCopy.write(self, toFile: path)
  }

  /// Ends all work with the store.
  public func close() async {
    follower.cancel()
    hub.finish()
    await follower.value
    // It waits for readings that need the threads of tasks to end: not on one of these.
    await withCheckedContinuation { continuation in
      startThread { [pool] in
        try? pool.close()
        continuation.resume()
      }
    }
  }

  // MARK: Errors

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(BoardError) -> Value {
    do {
      return try await pool.read(body)
    } catch {
      throw SQLiteStore.boardError(error, pool.path)
    }
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(BoardError) -> Value {
    do {
      // A write that is cancelled before the commit is rolled back; one that returns is on the disk.
      return try await pool.write(body)
    } catch {
      throw SQLiteStore.boardError(error, pool.path)
    }
  }

  static func storing<Value>(_ body: () throws -> Value) throws(BoardError) -> Value {
    do {
      return try body()
    } catch {
      throw boardError(error)
    }
  }

  private static func boardError(_ error: any Error, _ path: String? = nil) -> BoardError {
    switch error {
    case let error as BoardError: error
    case is CancellationError: .cancelled
    case let error as DatabaseError:
      switch error.resultCode.primaryResultCode {
      case .SQLITE_FULL: .file(path ?? "SQLite", BoardError.noRoom)
      case .SQLITE_NOTADB: .notABoard(path ?? "SQLite")
      case .SQLITE_CORRUPT:
        .file(path ?? "SQLite", Bilingual("tệp hỏng", "the file is damaged"))
      case .SQLITE_READONLY:
        .file(path ?? "SQLite", Bilingual("không ghi được", "it cannot be written to"))
      default: .unavailable("SQLite: \(error)")
      }
    default: .unavailable("SQLite: \(error)")
    }
  }
}

/// Makes a file that only its owner may read, unless it is there.
///
/// - Throws: `BoardError` where it cannot be opened.
private func makeFile(_ path: String) throws(BoardError) {
  let descriptor = unsafe open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw .unusable(path, code: errno) }
  close(descriptor)
}
