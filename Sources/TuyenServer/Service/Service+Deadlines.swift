import Board
import NIOCore
import Synchronization

extension Service {
  /// Does work until it is done, too much time has passed, or the client has left.
  func within<Value: Sendable>(
    _ seconds: Int, _ connection: Connection?, _ channel: any Channel,
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let isLate = Lateness()
    let task = Task { try await work() }
    let timer = channel.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) {
      isLate.flag.store(true, ordering: .relaxed)
      task.cancel()
    }
    connection?.whenLeaving { task.cancel() }
    defer {
      timer.cancel()
      connection?.whenLeaving(nil)
    }
    do {
      return try await withTaskCancellationHandler {
        try await task.value
      } onCancel: {
        task.cancel()
      }
    } catch is CancellationError where isLate.flag.load(ordering: .relaxed) {
      throw Problem.tooSlow(.seconds(seconds))
    } catch BoardError.cancelled where isLate.flag.load(ordering: .relaxed) {
      // The client waits still, and must not be told that it left.
      throw Problem(BoardError.unavailable("no answer within \(seconds) s"))
    }
  }
}

/// Whether the time for some work is over.
private final class Lateness: Sendable {
  let flag = Atomic(false)
}
