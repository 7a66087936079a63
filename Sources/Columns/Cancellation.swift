import Synchronization

/// Whether the work at hand is still wanted: long loops ask it, and end early where it is not.
///
///     for point in points {
///       if Cancellation.isRequested { break }
///       …
///     }
///
/// Unfinished results are of no use: the caller that cancelled the work does not look at them.
public enum Cancellation {
  /// Told from another thread that work is called off.
  final class Flag: Sendable {
    let isSet = Atomic(false)
  }

  /// The flag of work that runs on the pool; nil in a task, which has its own.
  @TaskLocal static var flag: Flag?

  /// Whether the task, or the work on the pool, has been called off.
  public static var isRequested: Bool {
    flag?.isSet.load(ordering: .relaxed) ?? Task.isCancelled
  }
}

/// Runs long work on the pool of workers, away from the threads on which tasks take turns.
///
///     let answer = try await offload { try question.answer(in: session) }
///
/// As many run at once as there are processors; others wait. When the task is cancelled,
/// `Cancellation.isRequested` tells the work so.
///
/// - Parameter work: The work.
/// - Returns: What the work returns.
/// - Throws: What the work throws; `CancellationError` when the task was cancelled.
public func offload<Value: Sendable>(
  _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await offload(to: .shared, work)
}

/// Runs long work on a pool of workers.
///
/// - Parameters:
///   - pool: The pool.
///   - work: The work.
/// - Returns: What the work returns.
/// - Throws: What the work throws; `CancellationError` when the task was cancelled.
package func offload<Value: Sendable>(
  to pool: WorkerPool, _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
  let flag = Cancellation.Flag()
  return try await withTaskCancellationHandler {
    try await withCheckedThrowingContinuation { continuation in
      pool.add {
        guard !flag.isSet.load(ordering: .relaxed) else {
          return continuation.resume(throwing: CancellationError())
        }
        let result = Result { try Cancellation.$flag.withValue(flag) { try work() } }
        if flag.isSet.load(ordering: .relaxed) {
          continuation.resume(throwing: CancellationError())
        } else {
          continuation.resume(with: result)
        }
      }
    }
  } onCancel: {
    flag.isSet.store(true, ordering: .relaxed)
  }
}
