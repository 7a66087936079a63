import Answers
import Board
import Formats
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle

extension Service {
  /// The entries of the journal as an event stream (the `text/event-stream` of HTML).
  ///
  /// It goes on for a client that names the type, and ends after 8 s for one that takes anything. Else
  /// it ends when the client leaves, the service stops, or the key or session of the listener ends. A
  /// listener that was too slow is given what it missed from the journal; one that missed too much is
  /// told to read everything anew (`event: reload`).
  func changes(
    _ call: Call, _ request: Request, _ connection: Connection?
  ) async throws -> Response {
    guard let board else { throw Problem.noBoard }
    guard events.count < limits.listeners else { throw Problem.busy }
    let last = try await lastEvent(request, board)
    // Who takes anything may not know that it never ends.
    let accepted = request.headers[.accept]
    let ends = accepted.map { !$0.lowercased().contains("text/event-stream") } ?? false
    let listening = events.listen()
    var headers = SecurityHeaders.all
    headers[.contentType] = MediaType.eventStream
    headers[.cacheControl] = "no-store"
    let asker = call.asker
    let (interval, mostMissed) = (limits.pulseMilliseconds, limits.missedEntries)
    let body = ResponseBody { writer in
      let signs = AsyncStream<EventHub.Event?>.makeStream(bufferingPolicy: .bufferingNewest(64))
      let feeder = Task {
        for await event in listening { signs.continuation.yield(event) }
        signs.continuation.finish()
      }
      let pulse = Task {
        if ends {
          try? await Task.sleep(for: .seconds(8))
          return signs.continuation.finish()
        }
        while !Task.isCancelled {
          try? await Task.sleep(for: .milliseconds(interval))
          signs.continuation.yield(nil)
        }
      }
      connection?.whenLeaving { signs.continuation.finish() }
      defer {
        connection?.end()
        feeder.cancel()
        pulse.cancel()
        connection?.whenLeaving(nil)
      }
      var sent = last
      var pulses = 0
      try await writer.write(ByteBuffer(string: "retry: 2000\n: \(sent)\n\n"))
      let head = try await board.store.head().number
      // A number beyond the end was of a journal that was set back since.
      if head - sent > mostMissed || sent > head {
        sent = head
        try await writer.write(
          ByteBuffer(string: "id: \(sent)\nevent: reload\ndata: {\"entry\": \(sent)}\n\n"))
      }
      while let missing = try await Service.missing(after: sent, board) {
        if !missing.bytes.isEmpty { try await writer.write(ByteBuffer(bytes: missing.bytes)) }
        sent = missing.last
      }
      for await event in signs.stream.cancelOnGracefulShutdown() {
        guard let event else {
          pulses += 1
          if pulses % 4 == 0, let asker, try await !self.stillHolds(asker) { break }
          // Proxies close what is silent, and clients see that the stream lives.
          try await writer.write(ByteBuffer(string: "event: pulse\ndata: \(sent)\n\n"))
          continue
        }
        guard event.number > sent else { continue }
        if event.previous > sent {
          while let missing = try await Service.missing(after: sent, board) {
            if !missing.bytes.isEmpty { try await writer.write(ByteBuffer(bytes: missing.bytes)) }
            sent = missing.last
          }
          continue
        }
        try await writer.write(ByteBuffer(bytes: event.bytes + [0x0A]))
        sent = event.number
      }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: headers, body: body)
  }

  /// The entry behind which a listener wants to begin: its own, else the newest.
  private func lastEvent(_ request: Request, _ board: BoardLink) async throws -> Int {
    guard let text = request.headers[.lastEventID] else {
      return try await board.store.head().number
    }
    guard let number = Int(text), number >= 0 else {
      throw QuestionError(
        field: "Last-Event-ID", value: text,
        .malformed(expected: Bilingual("cần số của một mục", "it takes the number of an entry")))
    }
    return number
  }

  /// The events of the entries behind a number, some hundred at most; nil where there are none.
  private static func missing(
    after number: Int, _ board: BoardLink
  ) async throws -> (bytes: [UInt8], last: Int)? {
    let entries = try await board.store.entries(after: number, limit: 500, mostBytes: 1 << 20)
    guard let newest = entries.last else { return nil }
    var bytes: [UInt8] = []
    for entry in entries where entry.isPublic {
      bytes += entry.event.bytes
      bytes.append(0x0A)
    }
    return (bytes, newest.number)
  }

  /// Takes up what was written since, and tells listeners.
  package func catchUp() async throws {
    guard let board else { return }
    holder.advance(to: try await board.live.current())
    tellMisfits()
    while true {
      let entries = try await board.store.entries(
        after: events.seen, limit: 1_000, mostBytes: 8 << 20)
      guard let newest = entries.last else { return }
      events.publish(entries.filter(\.isPublic).map(\.event), through: newest.number)
    }
  }

  /// Takes up the board as it is when the service starts; nobody is told of what is in it.
  package func begin() async throws {
    guard let board else { return }
    let current = try await board.live.current()
    events.begin(at: current.number)
    holder.advance(to: current)
    tellMisfits()
  }
}
