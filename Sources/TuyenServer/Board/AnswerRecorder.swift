import Board
import Facts
import ServiceLifecycle
import Synchronization

/// Writes into the journal which answers were given to whom, so that each can be given again.
///
/// Some at a time and behind the answers: an answer does not wait until the disk has its record.
package final class AnswerRecorder: ServiceLifecycle.Service, Sendable {
  private struct Given: Sendable {
    var record: AnswerRecord
    var principal: Principal
    var origin: String
    var at: Instant
  }

  private let given = AsyncStream<Given>.makeStream(bufferingPolicy: .bufferingNewest(10_000))
  private let store: any BoardStore
  private let lost = Mutex(0)

  init(_ store: any BoardStore) {
    self.store = store
  }

  /// How many answers were not written, as too many were waiting.
  var missing: Int { lost.withLock { $0 } }

  /// Has an answer written.
  func note(_ record: AnswerRecord, to principal: Principal, from origin: String, at: Instant) {
    let result = given.continuation.yield(
      Given(record: record, principal: principal, origin: origin, at: at))
    if case .dropped = result { lost.withLock { $0 += 1 } }
  }

  /// Writes until the service stops, and then what is left.
  package func run() async throws {
    await withGracefulShutdownHandler {
      for await one in given.stream {
        do throws(BoardError) {
          // By the system: nobody can write the record of an answer; its origin says to whom.
          let draft = try EntryDraft(
            .answer(one.record), by: .system,
            from: "\(one.principal.author.text) \(one.origin)")
          _ = try await store.append(draft, received: one.at)
        } catch {
          lost.withLock { $0 += 1 }
        }
      }
    } onGracefulShutdown: {
      self.given.continuation.finish()
    }
  }
}
