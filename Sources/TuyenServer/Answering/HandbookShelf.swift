import Answers
import Columns
import Facts
import Files
import Formats
import HTTPTypes
import Synchronization

/// The handbook of the network that is served: made once, by one thread in the background, and kept.
///
/// It is made anew for another network, and after a week, as rotas and dates go on; meanwhile the former one
/// of the same network is given.
final class HandbookShelf: Sendable {
  /// A handbook, ready to be sent.
  private struct Kept: Sendable {
    var network: String
    var day: Day
    var bytes: [UInt8]
    var tag: String
  }

  /// Work that goes on.
  private struct Work: Sendable {
    var network: String
    var done = 0
    var parts = 0
  }

  private struct State: Sendable {
    var kept: Kept?
    var work: Work?
  }

  /// Days after which it is made anew.
  private static let oldest = 7
  /// Seconds after which to ask again.
  private static let patience = "3"

  private let state = Mutex(State())
  /// One thread: it must not take processors from those who wait for an answer.
  private let pool = WorkerPool(width: 1)

  /// The handbook of a network; while there is none, how far the work is.
  func reply(for session: NetworkSession, on now: Instant) -> Reply {
    let digest = session.digest
    let handbook = Handbook(of: session, from: now.day)
    let (kept, work, isNew) = state.withLock { state -> (Kept?, Work?, Bool) in
      let kept = state.kept.flatMap { $0.network == digest ? $0 : nil }
      let isFresh = kept.map { handbook.day.number - $0.day.number < HandbookShelf.oldest } ?? false
      guard !isFresh, state.work?.network != digest else { return (kept, state.work, false) }
      state.work = Work(network: digest)
      return (kept, state.work, true)
    }
    if isNew { start(handbook, of: digest) }
    guard let kept else {
      var reply = Reply(
        .object([
          "status": .string("being made"), "done": .integer(work?.done ?? 0),
          "parts": .integer(work?.parts ?? 0),
        ]))
      reply.status = .accepted
      reply.headers[.retryAfter] = HandbookShelf.patience
      return reply
    }
    var reply = Reply(kept.bytes, as: MediaType.json)
    reply.headers[.eTag] = kept.tag
    reply.headers[.cacheControl] = "no-cache"
    return reply
  }

  /// Notes how far the work is.
  private func note(_ done: Int, _ parts: Int, of digest: String) {
    state.withLock { state in
      guard state.work?.network == digest else { return }
      state.work = Work(network: digest, done: done, parts: parts)
    }
  }

  private func start(_ handbook: Handbook, of digest: String) {
    Task {
      let json = try? await offload(to: pool) { () throws -> JSONValue in
        let json = handbook.json { done, parts in self.note(done, parts, of: digest) }
        guard let json else { throw CancellationError() }
        return json
      }
      let kept = json.map { json -> Kept in
        let bytes = json.bytes()
        var tag = ContentDigest()
        tag.add("handbook", bytes: bytes)
        return Kept(
          network: digest, day: handbook.day, bytes: bytes, tag: "\"\(tag.text)\"")
      }
      state.withLock { state in
        // Unless another network was taken up meanwhile.
        guard state.work?.network == digest else { return }
        state.work = nil
        if let kept { state.kept = kept }
      }
    }
  }
}
