public import Facts

/// Where the journal is kept, with the accounts, keys and versions that belong to it.
///
///     let store: any BoardStore = try await SQLiteStore(path: "data/board.sqlite")
///     let entry = try await store.append(draft, received: now)
///
/// The operations are those that mean something to the board. Whatever the store, what `append`
/// returned is there after a loss of power, and entries are neither changed nor removed.
public protocol BoardStore: Sendable {
  /// Appends entries, all of them or none, and changes accounts and keys with them.
  ///
  /// Sending the same again gives the entries that were written first and changes nothing: an entry
  /// is known by its author and its sender's key.
  ///
  /// - Parameters:
  ///   - drafts: What to write.
  ///   - received: When it came.
  ///   - known: The number of the entry that the sender's decision rests on; nil when it rests on
  ///     none. Where a subject of the drafts has a newer entry nothing is written.
  ///   - changes: What changes with the entries.
  /// - Returns: The entries, in the order of the drafts.
  /// - Throws: `BoardError`, as `keyReused` and `conflict`; after `unavailable` the entries may or
  ///   may not be there, and sending them again finds out; after `cancelled`, which a task gets that
  ///   was cancelled before they were committed, none is there.
  func append(
    _ drafts: [EntryDraft], received: Instant, ifUnchangedSince known: Int?,
    changing changes: [CredentialChange]
  ) async throws(BoardError) -> [Entry]

  /// Takes entries over from another journal as they are: they must follow the end of this one.
  func copy(_ entries: [Entry]) async throws(BoardError)

  /// Entries behind a number, in order.
  ///
  /// - Parameters:
  ///   - number: The number of the last entry that is not wanted.
  ///   - limit: The most entries.
  /// - Returns: The entries.
  /// - Throws: `BoardError` where the store does not answer.
  func entries(after number: Int, limit: Int) async throws(BoardError) -> [Entry]

  /// An entry by its number; nil where there is none.
  func entry(_ number: Int) async throws(BoardError) -> Entry?

  /// The entry that an author wrote under a sender's key; nil where there is none.
  func entry(by author: Author, senderKey: String) async throws(BoardError) -> Entry?

  /// The end of the journal.
  func head() async throws(BoardError) -> JournalHead

  /// The numbers of the last entry, each time it changes, from whichever server; never the same
  /// twice.
  func changes() -> AsyncStream<Int>

  /// The failed attempts of a subject and origin to sign in since an instant, and since the last one
  /// that succeeded.
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - origin: From where; nil for anywhere.
  ///   - since: The earliest attempts that count.
  /// - Returns: How many, and when the last was received.
  /// - Throws: `BoardError` where the store does not answer.
  func failedSignIns(
    of account: String?, from origin: String?, since: Instant
  ) async throws(BoardError) -> (count: Int, last: Instant?)

  /// Every account, by id.
  func accounts() async throws(BoardError) -> [Account]
  /// An account by its id.
  func account(_ id: String) async throws(BoardError) -> Account?
  /// Every key, by id.
  func keys() async throws(BoardError) -> [AccessKey]
  /// A key by its id.
  func key(_ id: String) async throws(BoardError) -> AccessKey?
  /// Notes that a key was used.
  func touchKey(_ id: String, at instant: Instant) async throws(BoardError)
  /// Takes over accounts and keys as they are, into a store that has none.
  func copy(_ accounts: [Account], _ keys: [AccessKey]) async throws(BoardError)

  /// A session by the digest of its secret.
  func session(_ secret: Digest) async throws(BoardError) -> Session?
  /// Keeps a session; those that have ended are removed.
  func add(_ session: Session) async throws(BoardError)
  /// The sessions of an account, in the order in which they began.
  func sessions(of account: String) async throws(BoardError) -> [Session]
  /// Notes that a session was used, and moves its end.
  func touchSession(
    _ secret: Digest, used: Instant, idleEnd: Instant
  ) async throws(BoardError)
  /// Ends a session.
  func endSession(_ secret: Digest) async throws(BoardError)

  /// Keeps the bytes of a document that came with a question, by their digest.
  func keepDocument(_ bytes: [UInt8]) async throws(BoardError) -> Digest
  /// The bytes of a document; nil where they were not kept.
  func document(_ digest: Digest) async throws(BoardError) -> [UInt8]?

  /// Notes versions of resources; those that are there already stay as they are.
  func add(_ versions: [ResourceVersion]) async throws(BoardError)
  /// The newest version of every resource, by type and id, without its bytes.
  func newestVersions() async throws(BoardError) -> [ResourceVersion]
  /// The versions of resources, the newest first, page by page.
  ///
  /// - Parameters:
  ///   - type: The type of resource; nil for all.
  ///   - id: The id of the resource; nil for all.
  ///   - since: The earliest that are wanted; nil for all.
  ///   - place: The page begins with the version of this number, counted from the oldest as 1, so that what is
  ///     added meanwhile moves no page; nil for the newest.
  ///   - limit: The most versions, at least 1.
  /// - Returns: The versions of the page, and how many there are on all pages; 0 also where `place` is less
  ///   than 1.
  /// - Throws: `BoardError` where the store does not answer.
  func versions(
    ofType type: String?, id: String?, since: Instant?, from place: Int?, limit: Int
  ) async throws(BoardError) -> (page: [ResourceVersion], total: Int)

  /// Whether something can be written now.
  func probe() async throws(BoardError)

  /// Writes everything but sessions into a new file of SQLite, as of one instant.
  func backup(to path: String) async throws(BoardError)

  /// Ends all work with the store.
  func close() async
}

extension BoardStore {
  /// The versions of resources, the newest first.
  ///
  /// - Parameters:
  ///   - type: The type of resource; nil for all.
  ///   - id: The id of the resource; nil for all.
  ///   - since: The earliest that are wanted; nil for all.
  ///   - limit: The most versions.
  /// - Returns: The versions.
  /// - Throws: `BoardError` where the store does not answer.
  public func versions(
    ofType type: String?, id: String?, since: Instant?, limit: Int
  ) async throws(BoardError) -> [ResourceVersion] {
    try await versions(ofType: type, id: id, since: since, from: nil, limit: limit).page
  }

  /// Entries behind a number, in order, as many as have room: payloads of a mebibyte each are not held a
  /// thousand at once.
  ///
  /// - Parameters:
  ///   - number: The number of the last entry that is not wanted.
  ///   - limit: The most entries.
  ///   - mostBytes: The most bytes of payloads; one entry is given however long it is.
  /// - Returns: The entries; none at the end of the journal.
  /// - Throws: `BoardError` where the store does not answer.
  public func entries(
    after number: Int, limit: Int, mostBytes: Int
  ) async throws(BoardError) -> [Entry] {
    var all: [Entry] = []
    var length = 0
    var step = 16
    while all.count < limit {
      let wanted = min(step, limit - all.count)
      let some = try await entries(after: all.last?.number ?? number, limit: wanted)
      for entry in some {
        length += entry.payload.count
        guard length <= mostBytes || all.isEmpty else { return all }
        all.append(entry)
      }
      if some.count < wanted { return all }
      // Short ones are taken in larger steps.
      if length < all.count << 12 { step = min(step * 8, 1_000) }
    }
    return all
  }

  /// Appends an entry.
  ///
  /// - Parameters:
  ///   - draft: What to write.
  ///   - received: When it came.
  ///   - known: The number of the entry that the decision rests on; nil when it rests on none.
  ///   - changes: What changes with the entry.
  /// - Returns: The entry; the one written first when the same is sent again.
  /// - Throws: `BoardError`.
  public func append(
    _ draft: EntryDraft, received: Instant, ifUnchangedSince known: Int? = nil,
    changing changes: [CredentialChange] = []
  ) async throws(BoardError) -> Entry {
    let entries = try await append(
      [draft], received: received, ifUnchangedSince: known, changing: changes)
    guard let entry = entries.first else { throw .unavailable("nothing was written") }
    return entry
  }
}

/// A version of a resource that the service gave out: ids and versions stay over restarts.
public struct ResourceVersion: Hashable, Sendable {
  /// The type, as Location.
  public var type: String
  /// The id.
  public var id: String
  /// The version, from 1.
  public var version: Int
  /// From when on it holds.
  public var from: Instant
  /// The digest of its bytes.
  public var digest: Digest
  /// Whether the resource was removed with it.
  public var isDeleted: Bool
  /// Its bytes; none of a deletion, and where only the newest versions were asked for.
  public var content: [UInt8]

  /// Names a version.
  public init(
    _ type: String, _ id: String, version: Int, from: Instant, digest: Digest,
    isDeleted: Bool = false, content: [UInt8] = []
  ) {
    self.type = type
    self.id = id
    self.version = version
    self.from = from
    self.digest = digest
    self.isDeleted = isDeleted
    self.content = content
  }
}
