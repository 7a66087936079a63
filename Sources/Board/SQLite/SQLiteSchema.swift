import GRDB

/// The tables of a board in SQLite.
///
/// The journal cannot be changed by a slip: triggers refuse it. Who means to change it can; the chain of
/// digests shows that.
enum SQLiteSchema {
  /// The mark of such a file in SQLite's header: "TYbo".
  static let applicationID = 0x5459_626F
  /// The version of the tables.
  static let version = 2

  /// The steps from each version to the next, the first from version 1.
  static let upgrades = [
    """
    ALTER TABLE session ADD COLUMN origin TEXT NOT NULL DEFAULT '';
    ALTER TABLE session ADD COLUMN last_used INTEGER NOT NULL DEFAULT 0;
    UPDATE session SET last_used = began;
    """
  ]

  static let tables = """
    CREATE TABLE entry (
      number INTEGER PRIMARY KEY,
      received INTEGER NOT NULL,
      author TEXT NOT NULL,
      origin TEXT NOT NULL,
      sender_key TEXT NOT NULL,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      payload BLOB NOT NULL,
      previous BLOB NOT NULL,
      digest BLOB NOT NULL UNIQUE,
      UNIQUE (author, sender_key)
    ) STRICT;
    CREATE INDEX entry_subject ON entry (subject, number);
    CREATE INDEX entry_sign_in ON entry (received) WHERE kind IN ('signin.ok', 'signin.failed');
    CREATE TRIGGER entry_only_follows BEFORE INSERT ON entry
    WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry)
      OR NEW.previous <> coalesce(
        (SELECT digest FROM entry ORDER BY number DESC LIMIT 1), zeroblob(32))
    BEGIN SELECT RAISE(ABORT, 'an entry must follow the last one'); END;
    CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'entries are not changed'); END;
    CREATE TRIGGER entry_is_not_removed BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'entries are not removed'); END;
    CREATE TABLE account (
      id TEXT PRIMARY KEY,
      role TEXT NOT NULL,
      facilities TEXT NOT NULL,
      password TEXT,
      one_time_secret BLOB,
      one_time_until INTEGER,
      made INTEGER NOT NULL,
      revoked INTEGER
    ) STRICT;
    CREATE TABLE access_key (
      id TEXT PRIMARY KEY,
      sender TEXT NOT NULL,
      role TEXT NOT NULL,
      facilities TEXT NOT NULL,
      secret BLOB NOT NULL,
      begins INTEGER NOT NULL,
      ends INTEGER NOT NULL,
      revoked INTEGER,
      last_used INTEGER
    ) STRICT;
    CREATE TABLE session (
      secret BLOB PRIMARY KEY,
      account TEXT NOT NULL,
      began INTEGER NOT NULL,
      idle_end INTEGER NOT NULL,
      ends INTEGER NOT NULL,
      only_sets_password INTEGER NOT NULL,
      origin TEXT NOT NULL,
      last_used INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE answer (digest BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE resource_version (
      type TEXT NOT NULL,
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      begins INTEGER NOT NULL,
      digest BLOB NOT NULL,
      is_deleted INTEGER NOT NULL,
      content BLOB NOT NULL,
      PRIMARY KEY (type, id, version)
    ) STRICT;
    CREATE INDEX resource_version_begins ON resource_version (begins);
    CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL) STRICT;
    INSERT INTO probe VALUES (1, 0);
    """
}
