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
      let entries = try await store.entries(after: board.number, limit: 1_000)
      // Another task may have taken some of them in meanwhile; those are passed over.
      for entry in entries { board.take(entry) }
      if entries.count < 1_000 { return board }
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
    let draft = try EntryDraft(content, by: principal.author, from: origin, senderKey: senderKey)
    if senderKey != nil,
      let old = try await store.entry(by: draft.author, senderKey: draft.senderKey)
    {
      guard old.says(draft) else { throw .keyReused(draft.senderKey, entry: old.number) }
      return old
    }
    switch content {
    case .account, .key, .signIn:
      // These change with the account or key that they tell of, or not at all.
      throw .invalid(
        "kind", content.kind.rawValue,
        Bilingual("ghi qua quầy tài khoản và khóa", "to be written by the desk of accounts or keys")
      )
    default: break
    }
    try content.check(received: received)
    var attempts = 0
    while true {
      let board = try await current()
      try board.require(content, of: principal)
      try board.check(content)
      do throws(BoardError) {
        return try await store.append(draft, received: received, ifUnchangedSince: board.number)
      } catch .conflict(let subject, let entry) {
        attempts += 1
        if attempts == 8 { throw .conflict(subject, entry: entry) }
      }
    }
  }
}
