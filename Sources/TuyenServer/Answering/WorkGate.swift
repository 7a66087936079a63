import Columns
import Formats
import HTTPTypes
import Synchronization

/// The workers that answer questions, and how much may wait for them.
///
/// Threads of their own: the threads on which tasks take turns only read and write. Dear questions
/// have fewer workers than there are processors, and a queue of their own, so that cheap ones never
/// wait behind them. What would have to wait too long is told to come back.
final class WorkGate: Sendable {
  private struct Lane: Sendable {
    let pool: WorkerPool
    /// How much may be in work or waiting.
    let most: Int
  }

  private let light: Lane
  private let heavy: Lane
  private let counts = Mutex((light: 0, heavy: 0))

  /// Creates the workers.
  ///
  /// - Parameters:
  ///   - light: How many cheap questions may be in work or waiting.
  ///   - heavy: How many dear ones.
  init(light: Int, heavy: Int) {
    let width = WorkerPool.processors
    self.light = Lane(pool: WorkerPool(width: width), most: light)
    self.heavy = Lane(pool: WorkerPool(width: max(1, width / 2)), most: heavy)
  }

  /// How much is in work or waiting.
  var load: (light: Int, heavy: Int) { counts.withLock { $0 } }

  /// Does work on the workers.
  ///
  /// - Throws: `Problem` where too much waits already; what the work throws.
  func run<Value: Sendable>(
    _ cost: Operation.Cost, _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    let lane = cost == .light ? light : heavy
    try enter(cost, lane.most)
    defer { leave(cost) }
    return try await offload(to: lane.pool, work)
  }

  private func enter(_ cost: Operation.Cost, _ most: Int) throws(Problem) {
    let hasRoom = counts.withLock { counts in
      let count = cost == .light ? counts.light : counts.heavy
      guard count < most else { return false }
      if cost == .light { counts.light += 1 } else { counts.heavy += 1 }
      return true
    }
    guard hasRoom else { throw .busy }
  }

  private func leave(_ cost: Operation.Cost) {
    counts.withLock { counts in
      if cost == .light { counts.light -= 1 } else { counts.heavy -= 1 }
    }
  }
}

extension Problem {
  /// Too much waits already.
  static let busy: Problem = {
    var problem = Problem(
      .serviceUnavailable, "busy", Bilingual("dịch vụ đang bận", "the service is busy"),
      Bilingual(
        "quá nhiều câu hỏi đang chờ; hãy hỏi lại sau 2 giây",
        "too many questions are waiting; ask again in 2 seconds"))
    problem.headers[.retryAfter] = "2"
    return problem
  }()

  /// The answer took too long.
  static func tooSlow(_ limit: Duration) -> Problem {
    var problem = Problem(
      .serviceUnavailable, "too-slow", Bilingual("trả lời quá lâu", "the answer took too long"),
      Bilingual(
        "câu trả lời cần hơn \(limit.components.seconds) giây nên đã dừng; hãy hỏi hẹp hơn",
        "the answer needs more than \(limit.components.seconds) s and was stopped; ask less"))
    problem.headers[.retryAfter] = "30"
    return problem
  }
}
