public import Facts
import GRDB

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension SQLiteStore {
  /// Every account, by id.
  public func accounts() async throws(BoardError) -> [Account] {
    try await read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM account ORDER BY id").map { try Account($0) }
    }
  }

  /// An account by its id.
  public func account(_ id: String) async throws(BoardError) -> Account? {
    try await read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM account WHERE id = ?", arguments: [id])
        .map { try Account($0) }
    }
  }

  /// Every key, by id.
  public func keys() async throws(BoardError) -> [AccessKey] {
    try await read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM access_key ORDER BY id")
        .map { try AccessKey($0) }
    }
  }

  /// A key by its id.
  public func key(_ id: String) async throws(BoardError) -> AccessKey? {
    try await read { database in
      let statement = try database.cachedStatement(sql: "SELECT * FROM access_key WHERE id = ?")
      return try Row.fetchOne(statement, arguments: [id]).map { try AccessKey($0) }
    }
  }

  /// Notes that a key was used.
  public func touchKey(_ id: String, at instant: Instant) async throws(BoardError) {
    try await write { database in
      try database.execute(
        sql: """
          UPDATE access_key SET last_used = max(coalesce(last_used, 0), ?) WHERE id = ?
          """, arguments: [instant.seconds, id])
    }
  }

  /// Takes over accounts and keys as they are, into a store that has none.
  public func copy(_ accounts: [Account], _ keys: [AccessKey]) async throws(BoardError) {
    try await write { database in
      let transaction = SQLiteTransaction(database: database)
      for account in accounts { try transaction.save(account) }
      for key in keys { try transaction.save(key) }
    }
  }

  /// A session by the digest of its secret.
  public func session(_ secret: Digest) async throws(BoardError) -> Session? {
    try await read { database in
      let statement = try database.cachedStatement(sql: "SELECT * FROM session WHERE secret = ?")
      return try Row.fetchOne(statement, arguments: [Data(secret.bytes)]).map { try Session($0) }
    }
  }

  /// Keeps a session; those that have ended are removed.
  public func add(_ session: Session) async throws(BoardError) {
    try await write { database in
      let now = session.began.seconds
      try database.execute(
        sql: "DELETE FROM session WHERE idle_end <= ? OR ends <= ?", arguments: [now, now])
      try database.execute(
        sql: "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          Data(session.secret.bytes), session.account, now, session.idleEnd.seconds,
          session.end.seconds, session.onlySetsPassword, session.origin,
          session.lastUsed.seconds,
        ])
    }
  }

  /// The sessions of an account, in the order in which they began.
  public func sessions(of account: String) async throws(BoardError) -> [Session] {
    try await read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM session WHERE account = ? ORDER BY began, secret",
        arguments: [account]
      ).map { try Session($0) }
    }
  }

  /// Notes that a session was used, and moves its end.
  public func touchSession(
    _ secret: Digest, used: Instant, idleEnd: Instant
  ) async throws(BoardError) {
    try await write { database in
      try database.execute(
        sql: """
          UPDATE session SET idle_end = min(max(idle_end, ?), ends),
            last_used = max(last_used, ?) WHERE secret = ?
          """,
        arguments: [idleEnd.seconds, used.seconds, Data(secret.bytes)])
    }
  }

  /// Ends a session.
  public func endSession(_ secret: Digest) async throws(BoardError) {
    try await write { database in
      try database.execute(
        sql: "DELETE FROM session WHERE secret = ?", arguments: [Data(secret.bytes)])
    }
  }

  /// Keeps the bytes of a document that came with a question, by their digest.
  public func keepDocument(_ bytes: [UInt8]) async throws(BoardError) -> Digest {
    let digest = Digest(of: bytes)
    try await write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO answer VALUES (?, ?)",
        arguments: [Data(digest.bytes), Data(bytes)])
    }
    return digest
  }

  /// The bytes of a document; nil where they were not kept.
  public func document(_ digest: Digest) async throws(BoardError) -> [UInt8]? {
    try await read { database in
      try Row.fetchOne(
        database, sql: "SELECT bytes FROM answer WHERE digest = ?",
        arguments: [Data(digest.bytes)])?.bytes("bytes")
    }
  }

  /// Notes versions of resources; those that are there already stay as they are.
  public func add(_ versions: [ResourceVersion]) async throws(BoardError) {
    try await write { database in
      let statement = try database.cachedStatement(
        sql: "INSERT OR IGNORE INTO resource_version VALUES (?, ?, ?, ?, ?, ?, ?)")
      for version in versions {
        try statement.execute(arguments: [
          version.type, version.id, version.version, version.from.seconds,
          Data(version.digest.bytes), version.isDeleted, Data(version.content),
        ])
      }
    }
  }

  /// The newest version of every resource, by type and id.
  public func newestVersions() async throws(BoardError) -> [ResourceVersion] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT type, id, version, begins, digest, is_deleted, x'' AS content
          FROM resource_version AS newest WHERE version = (
            SELECT max(version) FROM resource_version
            WHERE type = newest.type AND id = newest.id)
          ORDER BY type, id
          """
      ).map { try ResourceVersion($0) }
    }
  }

  /// The versions of resources, the newest first.
  public func versions(
    ofType type: String?, id: String?, since: Instant?, from place: Int?, limit: Int
  ) async throws(BoardError) -> (page: [ResourceVersion], total: Int) {
    try await read { database in
      // The bytes are read of those of the page alone.
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT resource_version.*, place, total FROM (
            SELECT type, id, version, count(*) OVER () AS total, row_number() OVER (
              ORDER BY begins, type DESC, id DESC, version) AS place
            FROM resource_version
            WHERE (:type IS NULL OR type = :type) AND (:id IS NULL OR id = :id)
              AND (:since IS NULL OR begins >= :since)
          ) JOIN resource_version USING (type, id, version)
          WHERE :place IS NULL OR place <= :place ORDER BY place DESC LIMIT :limit
          """,
        arguments: [
          "type": type, "id": id, "since": since?.seconds, "place": place, "limit": limit,
        ])
      return (try rows.map { try ResourceVersion($0) }, rows.first?["total"] ?? 0)
    }
  }

  /// The failed attempts of a subject and origin to sign in since an instant, and since the last
  /// one that succeeded.
  public func failedSignIns(
    of account: String?, from origin: String?, since: Instant
  ) async throws(BoardError) -> (count: Int, last: Instant?) {
    let subject = account.map { "account/\($0)" }
    return try await read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT count(*) AS count, max(received) AS last FROM entry AS failure
          WHERE kind = 'signin.failed' AND received >= :since
            AND (:subject IS NULL OR subject = :subject) AND (:origin IS NULL OR origin = :origin)
            AND number > coalesce((SELECT max(number) FROM entry
              WHERE kind = 'signin.ok' AND received >= :since AND subject = :subject
                AND (:origin IS NULL OR origin = :origin)), 0)
          """)
      let row = try Row.fetchOne(
        statement, arguments: ["since": since.seconds, "subject": subject, "origin": origin])
      let last: Int? = row?["last"]
      return (row?["count"] ?? 0, last.map(Instant.init(stored:)))
    }
  }
}

extension SQLiteStore {
  /// Puts everything into the one file, so that it can be moved.
  func settle() async throws(BoardError) {
    do {
      try await pool.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      throw .unavailable("SQLite: \(error)")
    }
  }
}
