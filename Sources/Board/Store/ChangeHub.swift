import Synchronization

/// Tells any number of listeners the number of the newest entry.
final class ChangeHub: Sendable {
  private struct State {
    var listeners: [Int: AsyncStream<Int>.Continuation] = [:]
    var nextListener = 0
    var last = 0
    var hasEnded = false
  }

  private let state = Mutex(State())

  /// Begins to listen; a listener that is slow is told only the newest number.
  func listen() -> AsyncStream<Int> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Int.self, bufferingPolicy: .bufferingNewest(1))
    let listener: Int? = state.withLock { state in
      guard !state.hasEnded else { return nil }
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      return state.nextListener
    }
    guard let listener else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.listeners.removeValue(forKey: listener) }
    }
    return stream
  }

  /// Tells a number, unless it is told already.
  func publish(_ number: Int) {
    let listeners: [AsyncStream<Int>.Continuation] = state.withLock { state in
      guard number > state.last else { return [] }
      state.last = number
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.yield(number) }
  }

  /// Ends every listener.
  func finish() {
    let listeners: [AsyncStream<Int>.Continuation] = state.withLock { state in
      state.hasEnded = true
      let all = Array(state.listeners.values)
      state.listeners = [:]
      return all
    }
    for listener in listeners { listener.finish() }
  }
}
