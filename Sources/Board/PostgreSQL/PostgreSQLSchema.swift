/// The tables of a board in PostgreSQL, in a schema of their own.
enum PostgreSQLSchema {
  /// The version of the tables.
  static let version = 2

  /// The steps from each version to the next, the first from version 1.
  ///
  /// A server that runs with the version before goes on working.
  static let upgrades = [
    """
    ALTER TABLE tuyen.session ADD COLUMN origin text NOT NULL DEFAULT '';
    ALTER TABLE tuyen.session ADD COLUMN last_used bigint NOT NULL DEFAULT 0;
    UPDATE tuyen.session SET last_used = began;
    """
  ]
  /// The channel on which the number of the newest entry is told.
  static let channel = "tuyen_journal"

  static let tables = """
    CREATE SCHEMA IF NOT EXISTS tuyen;
    CREATE TABLE tuyen.version (number integer NOT NULL);
    CREATE TABLE tuyen.entry (
      number bigint PRIMARY KEY,
      received bigint NOT NULL,
      author text NOT NULL,
      origin text NOT NULL,
      sender_key text NOT NULL,
      kind text NOT NULL,
      subject text NOT NULL,
      payload bytea NOT NULL,
      previous bytea NOT NULL,
      digest bytea NOT NULL UNIQUE,
      UNIQUE (author, sender_key)
    );
    CREATE INDEX entry_subject ON tuyen.entry (subject, number);
    CREATE INDEX entry_sign_in ON tuyen.entry (received)
      WHERE kind IN ('signin.ok', 'signin.failed');
    CREATE TABLE tuyen.audit_head (
      id integer PRIMARY KEY CHECK (id = 1),
      number bigint NOT NULL,
      digest bytea NOT NULL,
      received bigint NOT NULL
    );
    INSERT INTO tuyen.audit_head VALUES (1, 0, decode(repeat('00', 32), 'hex'), 0);
    CREATE FUNCTION tuyen.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'entries are neither changed nor removed'; END $$;
    CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE ON tuyen.entry
      FOR EACH ROW EXECUTE FUNCTION tuyen.refuse();
    CREATE TRIGGER entries_stay BEFORE TRUNCATE ON tuyen.entry
      FOR EACH STATEMENT EXECUTE FUNCTION tuyen.refuse();
    CREATE FUNCTION tuyen.follow() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM tuyen.audit_head
        WHERE number + 1 = NEW.number AND digest = NEW.previous) THEN
        RAISE EXCEPTION 'an entry must follow the last one';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER entry_follows BEFORE INSERT ON tuyen.entry
      FOR EACH ROW EXECUTE FUNCTION tuyen.follow();
    CREATE TABLE tuyen.account (
      id text PRIMARY KEY,
      role text NOT NULL,
      facilities text NOT NULL,
      password text,
      one_time_secret bytea,
      one_time_until bigint,
      made bigint NOT NULL,
      revoked bigint
    );
    CREATE TABLE tuyen.access_key (
      id text PRIMARY KEY,
      sender text NOT NULL,
      role text NOT NULL,
      facilities text NOT NULL,
      secret bytea NOT NULL,
      begins bigint NOT NULL,
      ends bigint NOT NULL,
      revoked bigint,
      last_used bigint
    );
    CREATE TABLE tuyen.session (
      secret bytea PRIMARY KEY,
      account text NOT NULL,
      began bigint NOT NULL,
      idle_end bigint NOT NULL,
      ends bigint NOT NULL,
      only_sets_password boolean NOT NULL,
      origin text NOT NULL DEFAULT '',
      last_used bigint NOT NULL DEFAULT 0
    );
    CREATE TABLE tuyen.answer (digest bytea PRIMARY KEY, bytes bytea NOT NULL);
    CREATE TABLE tuyen.resource_version (
      type text NOT NULL,
      id text NOT NULL,
      version bigint NOT NULL,
      begins bigint NOT NULL,
      digest bytea NOT NULL,
      is_deleted boolean NOT NULL,
      content bytea NOT NULL,
      PRIMARY KEY (type, id, version)
    );
    CREATE INDEX resource_version_begins ON tuyen.resource_version (begins);
    CREATE TABLE tuyen.probe (id integer PRIMARY KEY CHECK (id = 1), count bigint NOT NULL);
    INSERT INTO tuyen.probe VALUES (1, 0);
    INSERT INTO tuyen.version VALUES (\(version));
    """

  /// Makes the tables where there are none; of several servers that start at once one does.
  static func prepare(
    _ link: PostgreSQLLink, _ deadline: ContinuousClock.Instant
  ) throws {
    try link.run("SELECT pg_advisory_xact_lock(5459626)", deadline: deadline)
    let known = try link.run("SELECT to_regclass('tuyen.version')", deadline: deadline)
    guard known.text(0, 0) != nil else {
      try link.run(tables, deadline: deadline)
      return
    }
    let found = try link.run("SELECT number FROM tuyen.version", deadline: deadline)
    let number = found.integer(0, 0) ?? 0
    guard number != version else { return }
    guard (1..<version).contains(number) else {
      throw BoardError.otherVersion("PostgreSQL", isNewer: number > version)
    }
    let steps = upgrades.dropFirst(number - 1) + ["UPDATE tuyen.version SET number = \(version)"]
    do throws(PostgreSQLError) {
      for step in steps { try link.run(step, deadline: deadline) }
    } catch {
      // Only the owner of tables changes them.
      guard error.state == "42501" else { throw error }
      throw BoardError.otherVersion("PostgreSQL", isNewer: false)
    }
  }
}
