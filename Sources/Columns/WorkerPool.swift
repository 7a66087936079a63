internal import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A pool of as many workers as there are processors, shared by all that is asked at once: hundreds of
/// callers get no more threads than one.
package final class WorkerPool: Sendable {
  package static let shared = WorkerPool(width: processors)

  /// How many processors there are.
  package static let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  private struct State {
    /// Work that nobody has begun, from `first` on.
    var waiting: [@Sendable () -> Void] = []
    var first = 0
    var workers = 0
  }

  /// How many workers there are at most.
  package let width: Int
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "tuyen.workers", attributes: .concurrent)

  /// Creates a pool of its own, for work that must not wait behind that of others.
  package init(width: Int) { self.width = width }

  /// Adds work, which is begun in order of coming.
  func add(_ work: @escaping @Sendable () -> Void) {
    let isWorkerMissing = state.withLock { state in
      state.waiting.append(work)
      guard state.workers < width else { return false }
      state.workers += 1
      return true
    }
    if isWorkerMissing { queue.async { self.work() } }
  }

  private func work() {
    while let next = next() { next() }
  }

  /// The next work; nil when there is none, and the worker ends.
  private func next() -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard state.first < state.waiting.count else {
        state.waiting.removeAll(keepingCapacity: true)
        state.first = 0
        state.workers -= 1
        return nil
      }
      let next = state.waiting[state.first]
      state.waiting[state.first] = {}
      state.first += 1
      return next
    }
  }
}

/// Parts of one piece of work, taken one after the other by the first free worker.
///
/// Who brings the work takes part in it, so that it gets done even when no worker ever comes: work on
/// the pool may divide itself again.
final class PartedWork: Sendable {
  private let count: Int
  private let work: @Sendable (Int) -> Void
  private let flag = Cancellation.flag
  private let next = Atomic(0)
  private let done = Atomic(0)
  private let allDone = DispatchSemaphore(value: 0)

  init(count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.work = work
  }

  /// Does all parts.
  func run() {
    let helpers = min(WorkerPool.shared.width, count) - 1
    guard helpers > 0 else {
      for part in 0..<count { work(part) }
      return
    }
    for _ in 0..<helpers {
      WorkerPool.shared.add { Cancellation.$flag.withValue(self.flag) { self.help() } }
    }
    help()
    allDone.wait()
  }

  private func help() {
    while true {
      let part = next.add(1, ordering: .relaxed).oldValue
      guard part < count else { return }
      work(part)
      if done.add(1, ordering: .acquiringAndReleasing).newValue == count { allDone.signal() }
    }
  }
}
