import Answers
import Board
import Facts
import Synchronization

/// All that an answer rests on: one network as it is known at one entry of the journal.
///
/// A request takes the state once and asks nothing else, so that no answer mixes two of them.
struct ServedState: Sendable {
  /// The network, with corrections, closures and reports.
  let session: NetworkSession
  /// The digest of the network as it was loaded.
  let network: String
  /// The number of the last entry that the answer rests on; 0 where there is none.
  let entry: Int
  /// The board.
  let board: Board
  /// Corrections and closures that do not fit the network as it was loaded, by entry: they count for
  /// nothing until somebody has looked at them.
  let misfits: [Int]

  /// A network of which nothing is reported.
  init(_ session: NetworkSession) {
    self.session = session
    network = session.digest
    entry = 0
    board = Board()
    misfits = []
  }

  /// A network as a board knows it at an instant.
  init(_ sessions: BoardSessions, network: String, _ board: Board, at instant: Instant) {
    let state = sessions.state(of: board, at: instant)
    session = state.session
    entry = state.entry
    misfits = state.misfits
    self.network = network
    self.board = board
  }

  /// The texts that name it: the same names, the same answers.
  var key: String { "\(session.digest).\(entry)" }

  /// The texts that name the directory: the network as it was loaded, and its corrections.
  var directory: String { ([network] + corrections).joined(separator: ".") }

  /// The texts that name what maps draw: closures and reports change none of it.
  func ground(on day: Day) -> String {
    ([network, "\(day)"] + corrections).joined(separator: ".")
  }

  /// The entries of the corrections that are part of the network.
  private var corrections: [String] { board.confirmedCorrections.map { "\($0.entry)" } }
}

/// The state that requests are answered from, swapped as a whole.
final class StateHolder: Sendable {
  private struct Source {
    var network: String
    var session: NetworkSession
    var sessions: BoardSessions
    var board = Board()
    /// The state that was asked for last, and the minute.
    var last: (minute: Int, state: ServedState)?
  }

  private let source: Mutex<Source>
  /// Held while a state is made: whoever comes meanwhile waits for it, and makes none of its own.
  private let making = Mutex(())

  init(_ session: NetworkSession) {
    source = Mutex(
      Source(network: session.digest, session: session, sessions: BoardSessions(of: session)))
  }

  /// The network as it was loaded.
  var network: NetworkSession { source.withLock { $0.session } }

  /// The state at a minute: closures that have ended by then are open.
  func state(at instant: Instant) -> ServedState {
    if let known = known(at: instant) { return known }
    return making.withLock { _ in
      if let known = known(at: instant) { return known }
      let source = source.withLock { $0 }
      let state = ServedState(
        source.sessions, network: source.network, source.board, at: instant)
      self.source.withLock { now in
        // Unless somebody has gone on meanwhile.
        guard now.board.number == source.board.number, now.network == source.network else { return }
        now.last = (instant.seconds / 60, state)
      }
      return state
    }
  }

  /// The state that was made for the minute of an instant.
  private func known(at instant: Instant) -> ServedState? {
    source.withLock { $0.last?.minute == instant.seconds / 60 ? $0.last?.state : nil }
  }

  /// Takes up another network.
  func take(_ session: NetworkSession) {
    source.withLock { source in
      source.network = session.digest
      source.session = session
      source.sessions = BoardSessions(of: session)
      source.last = nil
    }
  }

  /// Takes up a newer board.
  func advance(to board: Board) {
    source.withLock { source in
      guard board.number > source.board.number else { return }
      source.board = board
      source.last = nil
    }
  }
}
