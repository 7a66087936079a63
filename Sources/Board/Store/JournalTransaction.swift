import Facts
import Formats

/// The operations that appending needs within one transaction that nobody else writes in.
///
/// The rules of appending are written once, here; a store has only the statements.
protocol JournalTransaction {
  /// The end of the journal, locked until the transaction ends.
  func lockedHead() throws(BoardError) -> JournalHead
  /// The entry that an author wrote under a key.
  func entry(by author: String, senderKey: String) throws(BoardError) -> Entry?
  /// The newest entry of a subject behind a number.
  func newestEntry(of subject: String, after number: Int) throws(BoardError) -> Int?
  /// Writes an entry that follows the end.
  func insert(_ entry: Entry) throws(BoardError)
  /// Whether there is a row of an id in `account` or `access_key`.
  func exists(_ table: String, _ id: String) throws(BoardError) -> Bool
  /// Writes an account, over one of the same id.
  func save(_ account: Account) throws(BoardError)
  /// Writes a key, over one of the same id.
  func save(_ key: AccessKey) throws(BoardError)
  /// Ends the sessions of an account, but one that is kept.
  func endSessions(of account: String, but kept: Digest?) throws(BoardError)
  /// Ends a session.
  func endSession(_ secret: Digest) throws(BoardError)
  /// Replaces the stored form of a password, unless the password was changed meanwhile.
  func renew(_ old: PasswordHash, of account: String, as new: PasswordHash) throws(BoardError)
  /// Revokes a key; the first instant stays.
  func revokeKey(_ id: String, _ instant: Instant) throws(BoardError)
}

extension JournalTransaction {
  /// Appends entries; those that were written before are given back as they are.
  ///
  /// - Returns: The entries, and the end of the journal where it moved.
  func append(
    _ drafts: [EntryDraft], received: Instant, ifUnchangedSince known: Int?,
    changing changes: [CredentialChange]
  ) throws(BoardError) -> (entries: [Entry], moved: JournalHead?) {
    var head = try lockedHead()
    let before = head.number
    var entries: [Entry] = []
    for draft in drafts {
      if let old = try entry(by: draft.author.text, senderKey: draft.senderKey) {
        guard old.says(draft) else { throw .keyReused(draft.senderKey, entry: old.number) }
        entries.append(old)
        continue
      }
      try draft.content.check(received: received)
      let entry = Entry(draft, after: head, received: received)
      guard entry.payload.count <= EntryDraft.mostPayloadBytes else {
        throw .invalid("payload", "", Bilingual("không quá 1 MiB", "at most 1 MiB"))
      }
      if let known, let newer = try newestEntry(of: entry.subject, after: known), newer <= before {
        throw .conflict(entry.subject, entry: newer)
      }
      try insert(entry)
      entries.append(entry)
      head = JournalHead(
        number: entry.number, digest: entry.digest, received: entry.received.seconds)
    }
    guard head.number > before else { return (entries, nil) }
    for change in changes { try apply(change) }
    return (entries, head)
  }

  /// Changes accounts or keys: none is made twice, and none changed that is not there.
  private func apply(_ change: CredentialChange) throws(BoardError) {
    switch change {
    case .add(let account):
      guard try !exists("account", account.id) else { throw .taken(account.id) }
      try save(account)
    case .set(let account):
      guard try exists("account", account.id) else { throw .notFound(account.id) }
      try save(account)
      try endSessions(of: account.id, but: nil)
    case .addKey(let key):
      guard try !exists("access_key", key.id) else { throw .taken(key.id) }
      try save(key)
    case .revokeKey(let id, let instant):
      guard try exists("access_key", id) else { throw .notFound(id) }
      try revokeKey(id, instant)
    case .endSession(let secret): try endSession(secret)
    case .endSessions(let account, let kept): try endSessions(of: account, but: kept)
    case .renew(let old, let account, let new): try renew(old, of: account, as: new)
    }
  }

  /// Takes over entries that follow the end, as they are; each digest is computed again.
  ///
  /// - Returns: The end of the journal where it moved.
  func copy(_ entries: [Entry]) throws(BoardError) -> JournalHead? {
    var head = try lockedHead()
    for entry in entries {
      try entry.checkLink(after: head)
      try insert(entry)
      head = JournalHead(
        number: entry.number, digest: entry.digest, received: entry.received.seconds)
    }
    return entries.isEmpty ? nil : head
  }
}

extension Entry {
  /// Whether the entry follows the end of a journal and is as it was written.
  ///
  /// - Throws: `BoardError.damaged` with the reason.
  func checkLink(after head: JournalHead) throws(BoardError) {
    guard number == head.number + 1 else {
      throw .damaged(
        number, Bilingual("phải là mục \(head.number + 1)", "expected entry \(head.number + 1)"))
    }
    guard previous == head.digest else {
      throw .damaged(
        number,
        Bilingual(
          "không nối mã băm của mục trước", "it does not follow the digest of the entry before"))
    }
    guard received.seconds >= head.received else {
      throw .damaged(
        number, Bilingual("cũ hơn mục trước", "it is older than the entry before"))
    }
    guard computedDigest == digest else {
      throw .damaged(
        number,
        Bilingual("mã băm không khớp nội dung", "its digest is not that of its fields"))
    }
  }
}
