import Board
import Facts
import Formats
import Logging
import ServiceLifecycle
import Synchronization

/// Follows the journal: whatever a server writes, here or elsewhere, is in the next answer, and told to
/// whoever listens.
package struct BoardFollower: ServiceLifecycle.Service {
  let service: TuyenServer.Service

  /// Follows the board of a service.
  package init(_ service: TuyenServer.Service) {
    self.service = service
  }

  /// Follows until the service stops.
  package func run() async throws {
    guard let board = service.board else {
      try? await gracefulShutdown()
      return
    }
    for await _ in board.store.changes().cancelOnGracefulShutdown() {
      do {
        try await service.catchUp()
      } catch BoardError.cancelled {
        break
      } catch {
        service.logger.error("board", metadata: ["error": .string("\(error)")])
      }
    }
    service.events.finish()
  }
}

/// The news for listeners: the entries of the journal, in order.
final class EventHub: Sendable {
  /// An entry, as listeners see it.
  struct Event: Sendable {
    var number: Int
    /// The number of the event before it; a listener that holds another one has missed some.
    var previous = 0
    var bytes: [UInt8]
  }

  private struct State {
    var listeners: [Int: AsyncStream<Event>.Continuation] = [:]
    var next = 0
    /// The last event.
    var last = 0
    /// The last entry, whether it was told or not.
    var seen = 0
    var hasEnded = false
  }

  private let state = Mutex(State())

  /// How many listen.
  var count: Int { state.withLock { $0.listeners.count } }
  /// The number of the last entry that was looked at.
  var seen: Int { state.withLock { $0.seen } }

  /// Begins to listen; a slow listener loses the oldest, and sees so by their numbers.
  func listen() -> AsyncStream<Event> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Event.self, bufferingPolicy: .bufferingNewest(64))
    let id: Int? = state.withLock { state in
      guard !state.hasEnded else { return nil }
      state.next += 1
      state.listeners[state.next] = continuation
      return state.next
    }
    guard let id else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.listeners.removeValue(forKey: id) }
    }
    return stream
  }

  /// Tells entries that nobody was told yet.
  ///
  /// - Parameters:
  ///   - events: The entries that everybody may know of.
  ///   - number: The last entry that was looked at.
  func publish(_ events: [Event], through number: Int) {
    let (listeners, fresh) = state.withLock { state in
      var fresh: [Event] = []
      state.seen = max(state.seen, number)
      for var event in events where event.number > state.last {
        event.previous = state.last
        state.last = event.number
        fresh.append(event)
      }
      return (Array(state.listeners.values), fresh)
    }
    for event in fresh {
      for listener in listeners { listener.yield(event) }
    }
  }

  /// Where listening begins: nothing before it is told anew.
  func begin(at number: Int) {
    state.withLock { state in
      state.last = max(state.last, number)
      state.seen = max(state.seen, number)
    }
  }

  /// Ends every listener.
  func finish() {
    let listeners = state.withLock { state in
      state.hasEnded = true
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }
}

extension Entry {
  /// The entry as an event: what changed, never what was said.
  var event: EventHub.Event {
    let data = JSONValue.object([
      "entry": .integer(number), "kind": .string(kind), "subject": .string(subject),
      "received": .string(received.description),
    ]).text(indent: nil)
    return EventHub.Event(
      number: number, bytes: Array("id: \(number)\nevent: entry\ndata: \(data)\n".utf8))
  }

  /// Whether everybody who may read is told of it: what happens to accounts is the administrators'.
  var isPublic: Bool {
    !["account.", "key.", "signin.", "answer"].contains(where: kind.hasPrefix)
  }
}
