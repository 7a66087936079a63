import Facts
import GRDB

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The statements of appending, within a transaction of SQLite.
struct SQLiteTransaction: JournalTransaction {
  let database: Database

  func lockedHead() throws(BoardError) -> JournalHead {
    try SQLiteStore.storing { try SQLiteStore.head(in: database) }
  }

  func entry(by author: String, senderKey: String) throws(BoardError) -> Entry? {
    try SQLiteStore.storing {
      let statement = try database.cachedStatement(
        sql: "SELECT * FROM entry WHERE author = ? AND sender_key = ?")
      return try Row.fetchOne(statement, arguments: [author, senderKey]).map { try Entry($0) }
    }
  }

  func newestEntry(of subject: String, after number: Int) throws(BoardError) -> Int? {
    try SQLiteStore.storing {
      let statement = try database.cachedStatement(
        sql: "SELECT max(number) FROM entry WHERE subject = ? AND number > ?")
      return try Int.fetchOne(statement, arguments: [subject, number])
    }
  }

  func insert(_ entry: Entry) throws(BoardError) {
    try SQLiteStore.storing {
      let statement = try database.cachedStatement(
        sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      try statement.execute(arguments: [
        entry.number, entry.received.seconds, entry.author, entry.origin, entry.senderKey,
        entry.kind, entry.subject, Data(entry.payload), Data(entry.previous.bytes),
        Data(entry.digest.bytes),
      ])
    }
  }

  func endSessions(of account: String, but kept: Digest?) throws(BoardError) {
    try SQLiteStore.storing {
      try database.execute(
        sql: "DELETE FROM session WHERE account = ? AND secret IS NOT ?",
        arguments: [account, kept.map { Data($0.bytes) }])
    }
  }

  func endSession(_ secret: Digest) throws(BoardError) {
    try SQLiteStore.storing {
      try database.execute(
        sql: "DELETE FROM session WHERE secret = ?", arguments: [Data(secret.bytes)])
    }
  }

  func renew(
    _ old: PasswordHash, of account: String, as new: PasswordHash
  ) throws(BoardError) {
    try SQLiteStore.storing {
      try database.execute(
        sql: "UPDATE account SET password = ? WHERE id = ? AND password = ?",
        arguments: [new.text, account, old.text])
    }
  }

  func revokeKey(_ id: String, _ instant: Instant) throws(BoardError) {
    try SQLiteStore.storing {
      try database.execute(
        sql: "UPDATE access_key SET revoked = coalesce(revoked, ?) WHERE id = ?",
        arguments: [instant.seconds, id])
    }
  }

  func exists(_ table: String, _ id: String) throws(BoardError) -> Bool {
    try SQLiteStore.storing {
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE id = ?)", arguments: [id])
        ?? false
    }
  }

  func save(_ account: Account) throws(BoardError) {
    try SQLiteStore.storing {
      try database.execute(
        sql: """
          INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET role = excluded.role, facilities = excluded.facilities,
            password = excluded.password, one_time_secret = excluded.one_time_secret,
            one_time_until = excluded.one_time_until, revoked = excluded.revoked
          """,
        arguments: [
          account.id, account.role.rawValue, joined(account.facilities), account.password?.text,
          account.oneTimeSecret.map { Data($0.bytes) }, account.oneTimeUntil?.seconds,
          account.made.seconds, account.revoked?.seconds,
        ])
    }
  }

  func save(_ key: AccessKey) throws(BoardError) {
    try SQLiteStore.storing {
      try database.execute(
        sql: """
          INSERT INTO access_key VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET revoked = excluded.revoked,
            last_used = excluded.last_used
          """,
        arguments: [
          key.id, key.sender, key.role.rawValue, joined(key.facilities), Data(key.secret.bytes),
          key.from.seconds, key.until.seconds, key.revoked?.seconds, key.lastUsed?.seconds,
        ])
    }
  }
}

/// Ids as one text; ids hold no blanks.
func joined(_ ids: Set<String>) -> String { ids.sorted().joined(separator: " ") }

/// The ids of one text.
func parted(_ text: String) -> Set<String> {
  Set(text.split(separator: " ").map(String.init))
}
