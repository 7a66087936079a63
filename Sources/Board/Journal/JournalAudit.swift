public import Facts
import Formats

/// The whole journal looked at: whether it is what was written.
public struct JournalAudit: Hashable, Sendable {
  /// The end of the journal: to be kept elsewhere, for a chain does not show that its end was cut off.
  public private(set) var head = JournalHead.empty
  /// Entries whose kind or payload this program does not know, whose digests are right nonetheless.
  public private(set) var unknown: [Int] = []
  /// Entries that say something that does not fit and count for nothing.
  public private(set) var misfits: [Int] = []

  /// Reads every entry, computes its digest again, and reads its content.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - known: The end of the journal that was noted elsewhere; nil when none was.
  /// - Throws: `BoardError.damaged` with the first entry that is not as it was written, or the end
  ///   that is missing.
  /// - Complexity: O(*n*), where *n* is the number of entries.
  public init(of store: any BoardStore, expecting known: JournalHead? = nil)
    async throws(BoardError)
  {
    var board = Board()
    while true {
      let entries = try await store.entries(after: head.number, limit: 1_000)
      guard !entries.isEmpty else { break }
      for entry in entries {
        try entry.checkLink(after: head)
        head = JournalHead(
          number: entry.number, digest: entry.digest, received: entry.received.seconds)
        if (try? entry.content()) == nil { unknown.append(entry.number) }
        board.take(entry)
        if let known, known.number == entry.number, known.digest != entry.digest {
          throw .damaged(
            entry.number,
            Bilingual(
              "mã băm không phải mã đã ghi lại", "its digest is not the one that was noted"))
        }
      }
    }
    if let known, known.number > head.number {
      throw .damaged(
        head.number + 1,
        Bilingual(
          "nhật ký hết trước mục \(known.number)", "the journal ends before entry \(known.number)"))
    }
    misfits = board.misfits.filter { !unknown.contains($0) }
  }
}

extension Board {
  /// The board as it was at an entry: that which answers given then rest on.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - number: The number of the last entry that counts.
  /// - Returns: The board.
  /// - Throws: `BoardError.unknownEntry` where the journal does not go so far.
  public static func replayed(
    from store: any BoardStore, to number: Int
  ) async throws(BoardError) -> Board {
    var board = Board()
    while board.number < number {
      let limit = min(1_000, number - board.number)
      let entries = try await store.entries(after: board.number, limit: limit)
      guard !entries.isEmpty else { throw .unknownEntry(number) }
      for entry in entries { board.take(entry) }
    }
    return board
  }

  /// The board as it was at an instant.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - instant: The last instant that counts.
  /// - Returns: The board.
  /// - Throws: `BoardError` where the store does not answer.
  public static func replayed(
    from store: any BoardStore, until instant: Instant
  ) async throws(BoardError) -> Board {
    var board = Board()
    while true {
      let entries = try await store.entries(after: board.number, limit: 1_000)
      guard !entries.isEmpty else { return board }
      for entry in entries {
        guard entry.received <= instant else { return board }
        board.take(entry)
      }
    }
  }
}
