public import Facts
import Synchronization

/// The board of several servers, in PostgreSQL.
///
///     let store = try await PostgreSQLStore(
///       "host=a,b port=5432,5432 dbname=tuyen user=tuyen sslmode=verify-full")
///
/// The string is one of libpq and may name several hosts: the one that takes writes is used, also after
/// a fail-over. For no acknowledged entry to be lost with a server, replication must be synchronous
/// (`synchronous_standby_names`).
public final class PostgreSQLStore: BoardStore {
  /// How long an operation is tried again while no server answers.
  public static let usualPatience = Duration.seconds(20)

  private let writer: PostgreSQLConnection
  private let reader: PostgreSQLConnection
  private let hub = ChangeHub()
  private let listener: PostgreSQLListener
  private let patience: Duration

  /// Opens a board, and makes its tables where there are none.
  ///
  /// - Parameters:
  ///   - target: A connection string or URI of libpq.
  ///   - patience: How long an operation is tried again while no server answers.
  /// - Throws: `BoardError` where no server answers, or it holds tables of another version.
  public init(
    _ target: String, patience: Duration = PostgreSQLStore.usualPatience
  ) async throws(BoardError) {
    self.patience = patience
    writer = PostgreSQLConnection(target, name: "tuyen writer")
    reader = PostgreSQLConnection(target, name: "tuyen reader")
    listener = PostgreSQLListener(target, hub)
    try await writer.transaction(until: .now + patience, PostgreSQLSchema.prepare)
    listener.start()
  }

  deinit { listener.stop() }

  /// Appends entries, all of them or none, and changes accounts and keys with them.
  public func append(
    _ drafts: [EntryDraft], received: Instant, ifUnchangedSince known: Int?,
    changing changes: [CredentialChange]
  ) async throws(BoardError) -> [Entry] {
    let written = try await writer.transaction(until: .now + patience) { link, deadline in
      try PostgreSQLTransaction.run(link, deadline) { transaction in
        let written = try transaction.append(
          drafts, received: received, ifUnchangedSince: known, changing: changes)
        if let head = written.moved { try transaction.notify(head) }
        return written
      }
    }
    if let head = written.moved { hub.publish(head.number) }
    return written.entries
  }

  /// Takes entries over from another journal as they are: they must follow the end of this one.
  public func copy(_ entries: [Entry]) async throws(BoardError) {
    guard !entries.isEmpty else { return }
    try await writer.transaction(until: .now + patience) { link, _ in
      // A thousand entries, one by one: as long as each is answered.
      try PostgreSQLTransaction.run(link, .now + .seconds(120)) { transaction in
        let head = try transaction.lockedHead()
        // Sent again after a loss, they may be there already.
        let rest = entries.filter { $0.number > head.number }
        if let head = try transaction.copy(rest) { try transaction.notify(head) }
      }
    }
  }

  /// Entries behind a number, in order.
  public func entries(after number: Int, limit: Int) async throws(BoardError) -> [Entry] {
    try await read(
      """
      SELECT \(PostgreSQLTransaction.columns) FROM tuyen.entry WHERE number > $1::bigint
      ORDER BY number LIMIT $2::bigint
      """, ["\(number)", "\(limit)"]
    ) { rows in try (0..<rows.count).map { try Entry(rows, $0) } }
  }

  /// An entry by its number; nil where there is none.
  public func entry(_ number: Int) async throws(BoardError) -> Entry? {
    try await read(
      "SELECT \(PostgreSQLTransaction.columns) FROM tuyen.entry WHERE number = $1::bigint",
      ["\(number)"]
    ) { rows in rows.count == 0 ? nil : try Entry(rows, 0) }
  }

  /// The entry that an author wrote under a sender's key; nil where there is none.
  public func entry(by author: Author, senderKey: String) async throws(BoardError) -> Entry? {
    try await read(
      """
      SELECT \(PostgreSQLTransaction.columns) FROM tuyen.entry
      WHERE author = $1 AND sender_key = $2
      """, [author.text, senderKey]
    ) { rows in rows.count == 0 ? nil : try Entry(rows, 0) }
  }

  /// The end of the journal.
  public func head() async throws(BoardError) -> JournalHead {
    try await read("SELECT number, digest, received FROM tuyen.audit_head", []) { rows in
      try JournalHead(rows)
    }
  }

  /// The numbers of the last entry, each time it changes, from whichever server; never the same
  /// twice.
  public func changes() -> AsyncStream<Int> { hub.listen() }

  /// The failed attempts of a subject and origin to sign in since an instant, and since the last
  /// one that succeeded.
  public func failedSignIns(
    of account: String?, from origin: String?, since: Instant
  ) async throws(BoardError) -> (count: Int, last: Instant?) {
    try await read(
      """
      SELECT count(*), max(received) FROM tuyen.entry
      WHERE kind = 'signin.failed' AND received >= $1::bigint
        AND ($2::text IS NULL OR subject = $2) AND ($3::text IS NULL OR origin = $3)
        AND number > coalesce((SELECT max(number) FROM tuyen.entry
          WHERE kind = 'signin.ok' AND received >= $1::bigint AND subject = $2
            AND ($3::text IS NULL OR origin = $3)), 0)
      """, ["\(since.seconds)", account.map { "account/\($0)" }, origin]
    ) { rows in (rows.integer(0, 0) ?? 0, rows.integer(0, 1).map(Instant.init(stored:))) }
  }

  /// Whether something can be written now.
  public func probe() async throws(BoardError) {
    // Whether it works now is asked, not whether it will.
    try await writer.transaction(until: .now) { link, deadline in
      _ = try link.run("UPDATE tuyen.probe SET count = count + 1", deadline: deadline)
    }
  }

  /// Writes everything but sessions into a new file of SQLite, as of one instant.
  public func backup(to path: String) async throws(BoardError) {
    try await BoardCopy.write(self, toFile: path)
  }

  /// Ends all work with the store.
  public func close() async {
    listener.stop()
    hub.finish()
    await writer.close()
    await reader.close()
  }

  /// Reads with one statement.
  func read<Value: Sendable>(
    _ sql: String, _ parameters: [String?],
    _ body: @escaping @Sendable (PostgreSQLRows) throws -> Value
  ) async throws(BoardError) -> Value {
    try await reader.run(until: .now + patience) { link, deadline in
      try body(try link.run(sql, parameters, deadline: deadline))
    }
  }

  /// Writes with one statement that may be repeated.
  func write(_ sql: String, _ parameters: [String?]) async throws(BoardError) {
    try await writer.run(until: .now + patience) { link, deadline in
      _ = try link.run(sql, parameters, deadline: deadline)
    }
  }

  /// Writes with several statements, all of them or none.
  func writing(
    _ body: @escaping @Sendable (PostgreSQLTransaction) throws -> Void
  ) async throws(BoardError) {
    try await writer.transaction(until: .now + patience) { link, deadline in
      try PostgreSQLTransaction.run(link, deadline, body)
    }
  }
}
