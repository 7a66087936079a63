package import Board

/// The board that the service writes to, and who may.
///
/// What is decided is decided in `Board`; here requests become its entries.
package final class BoardLink: Sendable {
  /// The board of now.
  let live: LiveBoard
  let keys: KeyDesk
  let accounts: AccountDesk
  let signIns: SignInDesk
  /// Whether whoever asks may read without having signed in.
  let opensReading: Bool

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
    self.opensReading = opensReading
  }

  var store: any BoardStore { live.store }
}
