import Facts
import GRDB

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Instant {
  /// The instant of a number of seconds, in UTC.
  init(stored seconds: Int) {
    self.init(seconds: seconds, zone: ZoneOffset(minutes: 0))
  }
}

extension Row {
  /// The digest in a column.
  func digest(_ column: String) throws(BoardError) -> Digest {
    let bytes: [UInt8] = bytes(column)
    guard let digest = Digest(bytes: bytes) else {
      throw .unavailable("the column \(column) holds no digest")
    }
    return digest
  }

  /// The bytes in a column.
  func bytes(_ column: String) -> [UInt8] {
    switch self[column] as DatabaseValue? {
    case let value?:
      if case .blob(let data) = value.storage { return Array(data) }
      return []
    case nil: return []
    }
  }

  /// The word in a column.
  fileprivate func word<Word: RawRepresentable>(
    _ column: String, _: Word.Type = Word.self
  ) throws(BoardError) -> Word where Word.RawValue == String {
    let text: String = self[column]
    guard let word = Word(rawValue: text) else {
      throw .unavailable("the column \(column) holds \(text), which this program does not know")
    }
    return word
  }

  /// The instant in a column; nil where there is none.
  fileprivate func instant(_ column: String) -> Instant? {
    let seconds: Int? = self[column]
    return seconds.map(Instant.init(stored:))
  }
}

extension Account {
  init(_ row: Row) throws(BoardError) {
    let facilities: String = row["facilities"]
    self.init(
      row["id"], try row.word("role"), facilities: parted(facilities),
      made: Instant(stored: row["made"]))
    let password: String? = row["password"]
    self.password = password.flatMap(PasswordHash.init)
    let secret: Data? = row["one_time_secret"]
    oneTimeSecret = secret.flatMap { Digest(bytes: Array($0)) }
    oneTimeUntil = row.instant("one_time_until")
    revoked = row.instant("revoked")
  }
}

extension AccessKey {
  init(_ row: Row) throws(BoardError) {
    let facilities: String = row["facilities"]
    self.init(
      row["id"], of: row["sender"], try row.word("role"), facilities: parted(facilities),
      secret: try row.digest("secret"), from: Instant(stored: row["begins"]),
      until: Instant(stored: row["ends"]))
    revoked = row.instant("revoked")
    lastUsed = row.instant("last_used")
  }
}

extension Session {
  init(_ row: Row) throws(BoardError) {
    self.init(
      try row.digest("secret"), of: row["account"], at: Instant(stored: row["began"]),
      from: row["origin"], onlySetsPassword: row["only_sets_password"])
    lastUsed = Instant(stored: row["last_used"])
    idleEnd = Instant(stored: row["idle_end"])
    end = Instant(stored: row["ends"])
  }
}

extension ResourceVersion {
  init(_ row: Row) throws(BoardError) {
    self.init(
      row["type"], row["id"], version: row["version"], from: Instant(stored: row["begins"]),
      digest: try row.digest("digest"), isDeleted: row["is_deleted"],
      content: row.bytes("content"))
  }
}

extension Entry {
  init(_ row: Row) throws(BoardError) {
    self.init(
      number: row["number"], received: row["received"], author: row["author"],
      origin: row["origin"], senderKey: row["sender_key"], kind: row["kind"],
      subject: row["subject"], payload: row.bytes("payload"),
      previous: try row.digest("previous"), digest: try row.digest("digest"))
  }
}
