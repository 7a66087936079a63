import Facts

/// The statements of appending, within a transaction of PostgreSQL.
struct PostgreSQLTransaction: JournalTransaction {
  let link: PostgreSQLLink
  let deadline: ContinuousClock.Instant
  /// Errors of the server, which end the connection or are tried again, pass through what knows only
  /// errors of the board.
  let failure = Failure()

  final class Failure {
    var error: PostgreSQLError?
  }

  static let columns =
    "number, received, author, origin, sender_key, kind, subject, payload, previous, digest"

  private func rows(_ sql: String, _ parameters: [String?] = []) throws(BoardError)
    -> PostgreSQLRows
  {
    do throws(PostgreSQLError) {
      return try link.run(sql, parameters, deadline: deadline)
    } catch {
      failure.error = error
      throw .unavailable(error.description)
    }
  }

  /// Runs a statement that gives no rows.
  func change(_ sql: String, _ parameters: [String?]) throws(BoardError) {
    _ = try rows(sql, parameters)
  }

  /// Runs the rules of appending with these statements.
  static func run<Value>(
    _ link: PostgreSQLLink, _ deadline: ContinuousClock.Instant,
    _ body: (PostgreSQLTransaction) throws -> Value
  ) throws -> Value {
    let transaction = PostgreSQLTransaction(link: link, deadline: deadline)
    do {
      return try body(transaction)
    } catch {
      throw transaction.failure.error ?? error
    }
  }

  func lockedHead() throws(BoardError) -> JournalHead {
    let rows = try rows("SELECT number, digest, received FROM tuyen.audit_head FOR UPDATE")
    return try JournalHead(rows)
  }

  func entry(by author: String, senderKey: String) throws(BoardError) -> Entry? {
    let rows = try rows(
      """
      SELECT \(PostgreSQLTransaction.columns) FROM tuyen.entry
      WHERE author = $1 AND sender_key = $2
      """, [author, senderKey])
    return rows.count == 0 ? nil : try Entry(rows, 0)
  }

  func newestEntry(of subject: String, after number: Int) throws(BoardError) -> Int? {
    try rows(
      "SELECT max(number) FROM tuyen.entry WHERE subject = $1 AND number > $2::bigint",
      [subject, "\(number)"]
    ).integer(0, 0)
  }

  func insert(_ entry: Entry) throws(BoardError) {
    _ = try rows(
      """
      INSERT INTO tuyen.entry VALUES ($1::bigint, $2::bigint, $3, $4, $5, $6, $7, $8::bytea,
        $9::bytea, $10::bytea)
      """,
      [
        "\(entry.number)", "\(entry.received.seconds)", entry.author, entry.origin,
        entry.senderKey, entry.kind, entry.subject, literal(entry.payload),
        literal(entry.previous.bytes), literal(entry.digest.bytes),
      ])
    _ = try rows(
      "UPDATE tuyen.audit_head SET number = $1::bigint, digest = $2::bytea, received = $3::bigint",
      ["\(entry.number)", literal(entry.digest.bytes), "\(entry.received.seconds)"])
  }

  /// Tells every server of the new end when the transaction is committed.
  func notify(_ head: JournalHead) throws(BoardError) {
    _ = try rows("SELECT pg_notify('\(PostgreSQLSchema.channel)', $1)", ["\(head.number)"])
  }

  func endSessions(of account: String, but kept: Digest?) throws(BoardError) {
    _ = try rows(
      "DELETE FROM tuyen.session WHERE account = $1 AND secret IS DISTINCT FROM $2::bytea",
      [account, kept.map { literal($0.bytes) }])
  }

  func endSession(_ secret: Digest) throws(BoardError) {
    _ = try rows("DELETE FROM tuyen.session WHERE secret = $1::bytea", [literal(secret.bytes)])
  }

  func renew(
    _ old: PasswordHash, of account: String, as new: PasswordHash
  ) throws(BoardError) {
    _ = try rows(
      "UPDATE tuyen.account SET password = $1 WHERE id = $2 AND password = $3",
      [new.text, account, old.text])
  }

  func revokeKey(_ id: String, _ instant: Instant) throws(BoardError) {
    _ = try rows(
      "UPDATE tuyen.access_key SET revoked = coalesce(revoked, $1::bigint) WHERE id = $2",
      ["\(instant.seconds)", id])
  }

  func exists(_ table: String, _ id: String) throws(BoardError) -> Bool {
    try rows("SELECT 1 FROM tuyen.\(table) WHERE id = $1", [id]).count > 0
  }

  func save(_ account: Account) throws(BoardError) {
    _ = try rows(
      """
      INSERT INTO tuyen.account VALUES ($1, $2, $3, $4, $5::bytea, $6::bigint, $7::bigint,
        $8::bigint)
      ON CONFLICT (id) DO UPDATE SET role = excluded.role, facilities = excluded.facilities,
        password = excluded.password, one_time_secret = excluded.one_time_secret,
        one_time_until = excluded.one_time_until, revoked = excluded.revoked
      """,
      [
        account.id, account.role.rawValue, joined(account.facilities), account.password?.text,
        account.oneTimeSecret.map { literal($0.bytes) },
        account.oneTimeUntil.map { "\($0.seconds)" }, "\(account.made.seconds)",
        account.revoked.map { "\($0.seconds)" },
      ])
  }

  func save(_ key: AccessKey) throws(BoardError) {
    _ = try rows(
      """
      INSERT INTO tuyen.access_key VALUES ($1, $2, $3, $4, $5::bytea, $6::bigint, $7::bigint,
        $8::bigint, $9::bigint)
      ON CONFLICT (id) DO UPDATE SET revoked = excluded.revoked, last_used = excluded.last_used
      """,
      [
        key.id, key.sender, key.role.rawValue, joined(key.facilities), literal(key.secret.bytes),
        "\(key.from.seconds)", "\(key.until.seconds)", key.revoked.map { "\($0.seconds)" },
        key.lastUsed.map { "\($0.seconds)" },
      ])
  }
}

extension JournalHead {
  /// Reads number, digest and received of the first row; the end of an empty journal where there is none.
  init(_ rows: PostgreSQLRows) throws(BoardError) {
    guard rows.count > 0 else {
      self = .empty
      return
    }
    self.init(
      number: rows.integer(0, 0) ?? 0, digest: try rows.digest(0, 1),
      received: rows.integer(0, 2) ?? 0)
  }
}

extension Entry {
  /// Reads the columns of `PostgreSQLTransaction.columns`.
  init(_ rows: PostgreSQLRows, _ row: Int) throws(BoardError) {
    guard let number = rows.integer(row, 0), let received = rows.integer(row, 1),
      let author = rows.text(row, 2), let origin = rows.text(row, 3),
      let senderKey = rows.text(row, 4), let kind = rows.text(row, 5),
      let subject = rows.text(row, 6), let payload = rows.bytes(row, 7)
    else { throw .unavailable("a row of the journal cannot be read") }
    self.init(
      number: number, received: received, author: author, origin: origin, senderKey: senderKey,
      kind: kind, subject: subject, payload: payload, previous: try rows.digest(row, 8),
      digest: try rows.digest(row, 9))
  }
}
