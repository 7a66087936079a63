public import Facts
import Formats

/// The board of now: follows a store, and writes what fits.
///
///     let board = LiveBoard(store)
///     let entry = try await board.write(.status(statement), by: principal, from: address,
///       senderKey: key, received: now)
///
/// Whether something fits is decided on the board as it is; where another server wrote about the same
/// subject meanwhile, it is decided again.
public actor LiveBoard {
  /// The store that it follows.
  public nonisolated let store: any BoardStore
  private var board = Board()

  /// Follows a store from its first entry.
  public init(_ store: any BoardStore) {
    self.store = store
  }

  /// The board with every entry that the store has.
  ///
  /// - Complexity: O(*n*), where *n* is the number of new entries.
  public func current() async throws(BoardError) -> Board {
    while true {
      let entries = try await store.entries(
        after: board.number, limit: 1_000, mostBytes: 16 << 20)
      if entries.isEmpty { return board }
      // Another task may have taken some of them in meanwhile; those are passed over.
      for entry in entries { board.take(entry) }
    }
  }

  /// Writes an entry, if it fits and its author may write it.
  ///
  /// - Parameters:
  ///   - content: What to write.
  ///   - principal: Who writes it.
  ///   - origin: From where.
  ///   - senderKey: The sender's key; nil where nobody will send it again.
  ///   - received: When it came.
  /// - Returns: The entry; the one written first when the same is sent again.
  /// - Throws: `BoardError` that says what is not permitted, does not fit, and what would.
  public func write(
    _ content: EntryContent, by principal: Principal, from origin: String,
    senderKey: String? = nil, received: Instant
  ) async throws(BoardError) -> Entry {
    let entries = try await write(
      [(content, senderKey)], by: principal, from: origin, received: received)
    guard let entry = entries.first else {
      throw .damaged(
        0, Bilingual("mục vừa ghi không có", "the entry that was written is missing"))
    }
    return entry
  }

  /// Writes several entries, all of them or none, if each fits and its author may write it.
  ///
  /// - Parameters:
  ///   - contents: The contents, each with the sender's key; nil where nobody will send it again.
  ///   - principal: Their author.
  ///   - origin: From where.
  ///   - received: When they came.
  /// - Returns: The entries; those written first when the same are sent again.
  /// - Throws: `BoardError` that says what is not permitted, does not fit, and what would.
  public func write(
    _ contents: [(content: EntryContent, senderKey: String?)], by principal: Principal,
    from origin: String, received: Instant
  ) async throws(BoardError) -> [Entry] {
    var drafts: [EntryDraft] = []
    var known: [Entry] = []
    for (content, senderKey) in contents {
      let draft = try EntryDraft(content, by: principal.author, from: origin, senderKey: senderKey)
      drafts.append(draft)
      guard senderKey != nil,
        let old = try await store.entry(by: draft.author, senderKey: draft.senderKey)
      else { continue }
      guard old.says(draft) else { throw .keyReused(draft.senderKey, entry: old.number) }
      known.append(old)
    }
    if known.count == drafts.count { return known }
    for draft in drafts {
      switch draft.content {
      case .account, .key, .signIn:
        // These change with the account or key that they tell of, or not at all.
        throw .invalid(
          "kind", draft.content.kind.rawValue,
          Bilingual(
            "ghi qua quầy tài khoản và khóa", "to be written by the desk of accounts or keys"))
      default: break
      }
      try draft.content.check(received: received)
    }
    var attempts = 0
    while true {
      let board = try await current()
      for draft in drafts {
        try board.require(draft.content, of: principal)
        try board.check(draft.content)
      }
      do throws(BoardError) {
        return try await store.append(
          drafts, received: received, ifUnchangedSince: board.number, changing: [])
      } catch .conflict(let subject, let entry) {
        attempts += 1
        if attempts == 8 { throw .conflict(subject, entry: entry) }
      }
    }
  }
}
