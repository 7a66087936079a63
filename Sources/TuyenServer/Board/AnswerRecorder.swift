import Board
import Facts
import Files
import ServiceLifecycle
import Synchronization

/// Writes into the journal which answers were given to whom, so that each can be given again.
///
/// Some at a time and behind the answers: an answer does not wait until the disk has its record.
package final class AnswerRecorder: ServiceLifecycle.Service, Sendable {
  private struct Given: Sendable {
    var record: AnswerRecord
    /// The bytes of the documents of the record, in its order.
    var documents: [[UInt8]]
    var principal: Principal
    var origin: String
    var at: Instant

    var length: Int { documents.reduce(0) { $0 + $1.count } }
  }

  private struct Counts {
    /// How many answers were not written.
    var lost = 0
    /// How many bytes of documents are waiting.
    var waiting = 0
  }

  private let given = AsyncStream<Given>.makeStream(bufferingPolicy: .bufferingOldest(10_000))
  private let store: any BoardStore
  private let counts = Mutex(Counts())

  /// The most bytes of documents that wait to be written.
  private static let mostWaiting = 32 << 20

  init(_ store: any BoardStore) {
    self.store = store
  }

  /// How many answers were not written, as too many were waiting.
  var missing: Int { counts.withLock { $0.lost } }

  /// Has an answer to a call written.
  func note(_ operation: Operation, _ call: Call, _ answer: Digest, at: Instant) {
    guard let asker = call.asker else { return }
    var documents: [(AskedDocument, [UInt8])] = []
    for (part, sources) in call.documents.sorted(by: { $0.key < $1.key }) {
      for case .bytes(let bytes, let name) in sources {
        documents.append((AskedDocument(part: part, name: name, bytes), bytes))
      }
    }
    let record = AnswerRecord(
      question: Replay.question(operation, call), network: call.state.network,
      entry: call.state.entry, answer: answer, documents: documents.map { $0.0 })
    let one = Given(
      record: record,
      documents: documents.map { $0.0.omission == nil ? $0.1 : [] }, principal: asker.principal,
      origin: call.origin, at: at)
    let length = one.length
    let hasRoom = counts.withLock { counts in
      guard counts.waiting + length <= AnswerRecorder.mostWaiting else { return false }
      counts.waiting += length
      return true
    }
    guard hasRoom else { return lose(waiting: 0) }
    if case .enqueued = given.continuation.yield(one) { return }
    lose(waiting: length)
  }

  /// Counts an answer that is not written, whose documents do not wait any more.
  private func lose(waiting length: Int) {
    counts.withLock { counts in
      counts.lost += 1
      counts.waiting -= length
    }
  }

  /// Writes until the service stops, and then what is left.
  package func run() async throws {
    await withGracefulShutdownHandler {
      for await one in given.stream {
        do throws(BoardError) {
          try await write(one)
          counts.withLock { $0.waiting -= one.length }
        } catch {
          lose(waiting: one.length)
        }
      }
    } onGracefulShutdown: {
      self.given.continuation.finish()
    }
  }

  private func write(_ one: Given) async throws(BoardError) {
    // The documents first: a record never names what is not there.
    for (document, bytes) in zip(one.record.documents, one.documents)
    where document.omission == nil {
      _ = try await store.keepDocument(bytes)
    }
    // By the system: nobody can write the record of an answer; its origin says to whom.
    let draft = try EntryDraft(
      .answer(one.record), by: .system, from: "\(one.principal.author.text) \(one.origin)")
    _ = try await store.append(draft, received: one.at)
  }
}
