import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work that takes a second and 128 MiB: two at once, on threads of their own, some others wait, and
/// what comes beyond them is turned away.
///
/// The threads on which tasks take turns stay free for answers.
final class DerivationQueue: Sendable {
  private struct State {
    var running = 0
    var waiting: [@Sendable () -> Void] = []
  }

  static let shared = DerivationQueue(atOnce: 2, waiting: 16)

  private let atOnce: Int
  private let mostWaiting: Int
  private let state = Mutex(State())

  init(atOnce: Int, waiting: Int) {
    self.atOnce = atOnce
    mostWaiting = waiting
  }

  /// Runs work on a thread of its own when its turn comes.
  ///
  /// - Returns: What it gives; nil where too many wait already, and it was not begun.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
    await withCheckedContinuation { continuation in
      let isTaken = submit { continuation.resume(returning: work()) }
      if !isTaken { continuation.resume(returning: nil) }
    }
  }

  /// Begins a job or lets it wait; false where there is no room for it.
  private func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
    enum Place { case now, later, none }
    let place = state.withLock { state -> Place in
      guard state.running >= atOnce else {
        state.running += 1
        return .now
      }
      guard state.waiting.count < mostWaiting else { return .none }
      state.waiting.append(job)
      return .later
    }
    if place == .now { start(job) }
    return place != .none
  }

  private func start(_ first: @escaping @Sendable () -> Void) {
    startThread { [self] in
      var job: (@Sendable () -> Void)? = first
      while let next = job {
        next()
        job = state.withLock { state in
          guard !state.waiting.isEmpty else {
            state.running -= 1
            return nil
          }
          return state.waiting.removeFirst()
        }
      }
    }
  }
}

/// The work of a thread, boxed so that it can pass through C.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Starts a detached thread; where the system gives none, the work is done on this one.
func startThread(_ body: @escaping @Sendable () -> Void) {
  var attributes = pthread_attr_t()
  unsafe pthread_attr_init(&attributes)
  defer { unsafe pthread_attr_destroy(&attributes) }
  unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  let box = unsafe Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let status = unsafe pthread_create(
    &thread, &attributes,
    { pointer in
      guard let pointer = unsafe pointer else { return nil }
      unsafe Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run()
      return nil
    }, box.toOpaque())
  if status != 0 {
    unsafe box.release()
    body()
  }
}

/// Lets this thread wait; only for threads of our own.
func pause(milliseconds: UInt32) { usleep(milliseconds * 1_000) }
