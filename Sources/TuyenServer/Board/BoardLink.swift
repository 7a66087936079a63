package import Board
import Synchronization

/// The board that the service writes to, and who may.
///
/// Decisions are taken in `Board`; here requests become its entries.
package final class BoardLink: Sendable {
  /// The board of now.
  let live: LiveBoard
  let keys: KeyDesk
  let accounts: AccountDesk
  let signIns: SignInDesk
  let sessions: SessionDesk
  /// Whether whoever asks may read without having signed in.
  let opensReading: Bool
  private let lastProbe = Mutex<(at: ContinuousClock.Instant, failure: BoardError?)?>(nil)

  /// Links a store.
  ///
  /// - Parameters:
  ///   - store: Where the journal is kept.
  ///   - opensReading: Whether whoever asks may read without having signed in.
  package init(_ store: any BoardStore, opensReading: Bool) {
    live = LiveBoard(store)
    keys = KeyDesk(store)
    accounts = AccountDesk(store)
    signIns = SignInDesk(store)
    sessions = SessionDesk(store)
    self.opensReading = opensReading
  }

  var store: any BoardStore { live.store }

  /// Whether something can be written now, tried once a second at most: a probe is a write.
  func probe() async throws(BoardError) {
    let now = ContinuousClock.now
    let known = lastProbe.withLock { last -> BoardError?? in
      guard let last, now - last.at < .seconds(1) else { return nil }
      return .some(last.failure)
    }
    if let known {
      if let known { throw known }
      return
    }
    var failure: BoardError?
    do throws(BoardError) { try await store.probe() } catch { failure = error }
    // A client that asked and left says nothing about the store.
    if failure != .cancelled { lastProbe.withLock { [failure] in $0 = (now, failure) } }
    if let failure { throw failure }
  }
}
