public import Facts

extension PostgreSQLStore {
  private static let accountColumns =
    "id, role, facilities, password, one_time_secret, one_time_until, made, revoked"
  private static let keyColumns =
    "id, sender, role, facilities, secret, begins, ends, revoked, last_used"
  private static let sessionColumns =
    "secret, account, began, idle_end, ends, only_sets_password, origin, last_used"
  private static let versionColumns = "type, id, version, begins, digest, is_deleted"

  /// Every account, by id.
  public func accounts() async throws(BoardError) -> [Account] {
    try await read(
      "SELECT \(PostgreSQLStore.accountColumns) FROM tuyen.account ORDER BY id COLLATE \"C\"", []
    ) { rows in try (0..<rows.count).map { try Account(rows, $0) } }
  }

  /// An account by its id.
  public func account(_ id: String) async throws(BoardError) -> Account? {
    try await read(
      "SELECT \(PostgreSQLStore.accountColumns) FROM tuyen.account WHERE id = $1", [id]
    ) { rows in rows.count == 0 ? nil : try Account(rows, 0) }
  }

  /// Every key, by id.
  public func keys() async throws(BoardError) -> [AccessKey] {
    try await read(
      "SELECT \(PostgreSQLStore.keyColumns) FROM tuyen.access_key ORDER BY id COLLATE \"C\"", []
    ) { rows in try (0..<rows.count).map { try AccessKey(rows, $0) } }
  }

  /// A key by its id.
  public func key(_ id: String) async throws(BoardError) -> AccessKey? {
    try await read(
      "SELECT \(PostgreSQLStore.keyColumns) FROM tuyen.access_key WHERE id = $1", [id]
    ) { rows in rows.count == 0 ? nil : try AccessKey(rows, 0) }
  }

  /// Notes that a key was used.
  public func touchKey(_ id: String, at instant: Instant) async throws(BoardError) {
    try await write(
      """
      UPDATE tuyen.access_key SET last_used = greatest(coalesce(last_used, 0), $1::bigint)
      WHERE id = $2
      """, ["\(instant.seconds)", id])
  }

  /// Takes over accounts and keys as they are, into a store that has none.
  public func copy(_ accounts: [Account], _ keys: [AccessKey]) async throws(BoardError) {
    try await writing { transaction in
      for account in accounts { try transaction.save(account) }
      for key in keys { try transaction.save(key) }
    }
  }

  /// A session by the digest of its secret.
  public func session(_ secret: Digest) async throws(BoardError) -> Session? {
    try await read(
      """
      SELECT \(PostgreSQLStore.sessionColumns) FROM tuyen.session WHERE secret = $1::bytea
      """, [literal(secret.bytes)]
    ) { rows in rows.count == 0 ? nil : try Session(rows, 0) }
  }

  /// Keeps a session; those that have ended are removed.
  public func add(_ session: Session) async throws(BoardError) {
    try await write(
      "DELETE FROM tuyen.session WHERE idle_end <= $1::bigint OR ends <= $1::bigint",
      ["\(session.began.seconds)"])
    try await write(
      """
      INSERT INTO tuyen.session VALUES ($1::bytea, $2, $3::bigint, $4::bigint, $5::bigint,
        $6::boolean, $7, $8::bigint) ON CONFLICT (secret) DO NOTHING
      """,
      [
        literal(session.secret.bytes), session.account, "\(session.began.seconds)",
        "\(session.idleEnd.seconds)", "\(session.end.seconds)", "\(session.onlySetsPassword)",
        session.origin, "\(session.lastUsed.seconds)",
      ])
  }

  /// The sessions of an account, in the order in which they began.
  public func sessions(of account: String) async throws(BoardError) -> [Session] {
    try await read(
      """
      SELECT \(PostgreSQLStore.sessionColumns) FROM tuyen.session WHERE account = $1
      ORDER BY began, secret
      """, [account]
    ) { rows in try (0..<rows.count).map { try Session(rows, $0) } }
  }

  /// Notes that a session was used, and moves its end.
  public func touchSession(
    _ secret: Digest, used: Instant, idleEnd: Instant
  ) async throws(BoardError) {
    try await write(
      """
      UPDATE tuyen.session SET idle_end = least(greatest(idle_end, $1::bigint), ends),
        last_used = greatest(last_used, $2::bigint)
      WHERE secret = $3::bytea
      """, ["\(idleEnd.seconds)", "\(used.seconds)", literal(secret.bytes)])
  }

  /// Ends a session.
  public func endSession(_ secret: Digest) async throws(BoardError) {
    try await write(
      "DELETE FROM tuyen.session WHERE secret = $1::bytea", [literal(secret.bytes)])
  }

  /// Keeps the bytes of a document that came with a question, by their digest.
  public func keepDocument(_ bytes: [UInt8]) async throws(BoardError) -> Digest {
    let digest = Digest(of: bytes)
    try await write(
      "INSERT INTO tuyen.answer VALUES ($1::bytea, $2::bytea) ON CONFLICT (digest) DO NOTHING",
      [literal(digest.bytes), literal(bytes)])
    return digest
  }

  /// The bytes of a document; nil where they were not kept.
  public func document(_ digest: Digest) async throws(BoardError) -> [UInt8]? {
    try await read(
      "SELECT bytes FROM tuyen.answer WHERE digest = $1::bytea", [literal(digest.bytes)]
    ) { rows in rows.bytes(0, 0) }
  }

  /// Notes versions of resources; those that are there already stay as they are.
  public func add(_ versions: [ResourceVersion]) async throws(BoardError) {
    // Some at once: each is answered before the next is sent.
    for start in stride(from: 0, to: versions.count, by: 200) {
      let some = Array(versions[start..<min(versions.count, start + 200)])
      try await writing { transaction in
        for version in some { try transaction.add(version) }
      }
    }
  }

  /// The newest version of every resource, by type and id.
  public func newestVersions() async throws(BoardError) -> [ResourceVersion] {
    try await read(
      """
      SELECT DISTINCT ON (type COLLATE "C", id COLLATE "C") \(PostgreSQLStore.versionColumns),
        ''::bytea
      FROM tuyen.resource_version ORDER BY type COLLATE "C", id COLLATE "C", version DESC
      """, []
    ) { rows in try (0..<rows.count).map { try ResourceVersion(rows, $0) } }
  }

  /// The versions of resources, the newest first.
  public func versions(
    ofType type: String?, id: String?, since: Instant?, from place: Int?, limit: Int
  ) async throws(BoardError) -> (page: [ResourceVersion], total: Int) {
    // The bytes are read of those of the page alone.
    try await read(
      """
      SELECT \(PostgreSQLStore.versionColumns), content, total FROM (
        SELECT type, id, version, count(*) OVER () AS total, row_number() OVER (
          ORDER BY begins, type COLLATE "C" DESC, id COLLATE "C" DESC, version) AS place
        FROM tuyen.resource_version
        WHERE ($1::text IS NULL OR type = $1) AND ($2::text IS NULL OR id = $2)
          AND ($3::bigint IS NULL OR begins >= $3::bigint)
      ) AS numbered JOIN tuyen.resource_version USING (type, id, version)
      WHERE $5::bigint IS NULL OR place <= $5::bigint ORDER BY place DESC LIMIT $4::bigint
      """,
      [type, id, since.map { "\($0.seconds)" }, "\(limit)", place.map { "\($0)" }]
    ) { rows in
      let page = try (0..<rows.count).map { try ResourceVersion(rows, $0) }
      return (page, page.isEmpty ? 0 : rows.integer(0, 7) ?? 0)
    }
  }
}

extension PostgreSQLTransaction {
  /// Notes a version that is not there already.
  func add(_ version: ResourceVersion) throws(BoardError) {
    try change(
      """
      INSERT INTO tuyen.resource_version VALUES ($1, $2, $3::bigint, $4::bigint, $5::bytea,
        $6::boolean, $7::bytea) ON CONFLICT (type, id, version) DO NOTHING
      """,
      [
        version.type, version.id, "\(version.version)", "\(version.from.seconds)",
        literal(version.digest.bytes), "\(version.isDeleted)", literal(version.content),
      ])
  }
}
