import Facts

extension PostgreSQLRows {
  /// A text that must be there.
  func required(_ row: Int, _ column: Int) throws(BoardError) -> String {
    guard let text = text(row, column) else {
      throw .unavailable("column \(column) holds nothing")
    }
    return text
  }

  /// A word that must be there.
  fileprivate func word<Word: RawRepresentable>(
    _ row: Int, _ column: Int, _: Word.Type = Word.self
  ) throws(BoardError) -> Word where Word.RawValue == String {
    let text = try required(row, column)
    guard let word = Word(rawValue: text) else {
      throw .unavailable("column \(column) holds \(text), which this program does not know")
    }
    return word
  }

  /// An instant; nil where it is NULL.
  fileprivate func instant(_ row: Int, _ column: Int) -> Instant? {
    integer(row, column).map(Instant.init(stored:))
  }

  /// An instant that must be there.
  fileprivate func requiredInstant(_ row: Int, _ column: Int) throws(BoardError) -> Instant {
    guard let instant = instant(row, column) else {
      throw .unavailable("column \(column) holds no instant")
    }
    return instant
  }
}

extension Account {
  init(_ rows: PostgreSQLRows, _ row: Int) throws(BoardError) {
    self.init(
      try rows.required(row, 0), try rows.word(row, 1),
      facilities: parted(try rows.required(row, 2)), made: try rows.requiredInstant(row, 6))
    password = rows.text(row, 3).flatMap(PasswordHash.init)
    oneTimeSecret = rows.bytes(row, 4).flatMap(Digest.init(bytes:))
    oneTimeUntil = rows.instant(row, 5)
    revoked = rows.instant(row, 7)
  }
}

extension AccessKey {
  init(_ rows: PostgreSQLRows, _ row: Int) throws(BoardError) {
    self.init(
      try rows.required(row, 0), of: try rows.required(row, 1), try rows.word(row, 2),
      facilities: parted(try rows.required(row, 3)), secret: try rows.digest(row, 4),
      from: try rows.requiredInstant(row, 5), until: try rows.requiredInstant(row, 6))
    revoked = rows.instant(row, 7)
    lastUsed = rows.instant(row, 8)
  }
}

extension Session {
  init(_ rows: PostgreSQLRows, _ row: Int) throws(BoardError) {
    self.init(
      try rows.digest(row, 0), of: try rows.required(row, 1),
      at: try rows.requiredInstant(row, 2), from: try rows.required(row, 6),
      onlySetsPassword: rows.text(row, 5) == "t")
    lastUsed = try rows.requiredInstant(row, 7)
    idleEnd = try rows.requiredInstant(row, 3)
    end = try rows.requiredInstant(row, 4)
  }
}

extension ResourceVersion {
  init(_ rows: PostgreSQLRows, _ row: Int) throws(BoardError) {
    self.init(
      try rows.required(row, 0), try rows.required(row, 1), version: rows.integer(row, 2) ?? 0,
      from: try rows.requiredInstant(row, 3), digest: try rows.digest(row, 4),
      isDeleted: rows.text(row, 5) == "t", content: rows.bytes(row, 6) ?? [])
  }
}
