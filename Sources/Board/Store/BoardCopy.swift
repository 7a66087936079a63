import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Takes a whole board from one store into another: migration, backup and restore are this.
public enum BoardCopy {
  /// The numbers of things taken over.
  public struct Count: Hashable, Sendable {
    /// Entries of the journal.
    public var entries = 0
    /// Accounts of people.
    public var accounts = 0
    /// Keys of machines.
    public var keys = 0
    /// Documents that came with questions.
    public var documents = 0
    /// Versions of resources.
    public var versions = 0

    /// Creates a count of nothing.
    public init() {}
  }

  /// Entries taken over in one transaction.
  private static let block = 1_000

  /// Takes everything but sessions over, every digest computed again on the way.
  ///
  /// An interrupted copy is gone on with when it is repeated.
  ///
  /// - Parameters:
  ///   - source: Where it comes from; it may be written to meanwhile.
  ///   - target: Where it goes: a board that is empty, or holds the beginning of the same journal.
  /// - Returns: What was taken over.
  /// - Throws: `BoardError.damaged` where the journal of the source is not whole, `otherJournal`
  ///   where the target holds another one.
  public static func copy(
    from source: any BoardStore, to target: any BoardStore
  ) async throws(BoardError) -> Count {
    var count = Count()
    let end = try await source.head()
    let known = try await target.head()
    if known.number > 0 {
      guard let same = try await source.entry(known.number), same.digest == known.digest else {
        throw .otherJournal
      }
    }
    var last = known.number
    while last < end.number {
      let limit = min(block, end.number - last)
      let entries = try await source.entries(after: last, limit: limit)
      guard let newest = entries.last else {
        throw .damaged(last + 1, Bilingual("thiếu mục này", "the entry is missing"))
      }
      // Documents first: what is interrupted here goes on behind the last entry that was copied.
      for entry in entries where entry.kind == EntryKind.answer.rawValue {
        guard case .answer(let record)? = try? entry.content() else { continue }
        for document in record.documents where document.omission == nil {
          guard let bytes = try await source.document(document.digest) else { continue }
          _ = try await target.keepDocument(bytes)
          count.documents += 1
        }
      }
      try await target.copy(entries)
      count.entries += entries.count
      last = newest.number
    }
    let accounts = try await source.accounts()
    let keys = try await source.keys()
    try await target.copy(accounts, keys)
    count.accounts = accounts.count
    count.keys = keys.count
    let versions = try await source.versions(ofType: nil, id: nil, since: nil, limit: .max)
    try await target.add(versions)
    count.versions = versions.count
    return count
  }

  /// Writes a board into a new file of SQLite; the file appears when it is whole.
  ///
  /// - Parameters:
  ///   - source: The board.
  ///   - path: The file, which must not be there.
  /// - Throws: `BoardError` where the file is there or cannot be written, or the journal is damaged.
  public static func write(_ source: any BoardStore, toFile path: String) async throws(BoardError) {
    guard unsafe access(path, F_OK) != 0 else { throw .taken(path) }
    let draft = path + ".part"
    remove(draft)
    let target = try SQLiteStore(path: draft)
    do throws(BoardError) {
      _ = try await copy(from: source, to: target)
      try await target.settle()
    } catch {
      await target.close()
      remove(draft)
      throw error
    }
    await target.close()
    guard unsafe rename(draft, path) == 0 else {
      let code = errno
      remove(draft)
      throw .unusable(path, code: code)
    }
  }

  /// Removes a file of SQLite with those that SQLite keeps beside it.
  private static func remove(_ path: String) {
    for ending in ["", "-wal", "-shm"] { unsafe unlink(path + ending) }
  }

  /// Whether a file is one of SQLite: one that is none, or empty, must not be made into a board.
  private static func holdsTables(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let mark = Array("SQLite format 3\0".utf8)
    var beginning = [UInt8](repeating: 0, count: mark.count)
    let count = unsafe beginning.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    return count == mark.count && beginning == mark
  }

  /// Takes a board back from a file that ``write(_:toFile:)`` wrote.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - target: An empty board, or one that holds the beginning of the same journal.
  /// - Returns: What was taken over.
  /// - Throws: `BoardError` where the file is not there or not whole.
  public static func restore(
    fromFile path: String, to target: any BoardStore
  ) async throws(BoardError) -> Count {
    guard unsafe access(path, R_OK) == 0 else { throw .notFound(path) }
    guard holdsTables(path) else { throw .notABoard(path) }
    let source = try SQLiteStore(path: path)
    do throws(BoardError) {
      let count = try await copy(from: source, to: target)
      await source.close()
      return count
    } catch {
      await source.close()
      throw error
    }
  }
}
