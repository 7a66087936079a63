import Answers
import Facts
import Synchronization

/// All that an answer rests on: one network with the reports of one moment.
///
/// A request takes the state once and asks nothing else, so that no answer mixes two of them.
struct ServedState: Sendable {
  /// The network, with what is reported.
  let session: NetworkSession
  /// The number of the last entry of the journal that it rests on; 0 where there is none.
  let entry: Int

  /// The texts that name it: the same names, the same answers.
  var key: String { "\(session.digest).\(entry)" }
}

/// The state that requests are answered from, swapped as a whole.
final class StateHolder: Sendable {
  private let state: Mutex<ServedState>

  init(_ state: ServedState) {
    self.state = Mutex(state)
  }

  /// The state at present.
  var current: ServedState {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}
