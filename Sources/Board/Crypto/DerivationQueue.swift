import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work that takes a second and 128 MiB: two at once, on threads of their own, the others wait.
///
/// The threads on which tasks take turns stay free for answers.
final class DerivationQueue: Sendable {
  private struct State {
    var running = 0
    var waiting: [@Sendable () -> Void] = []
  }

  static let shared = DerivationQueue(atOnce: 2)

  private let atOnce: Int
  private let state = Mutex(State())

  init(atOnce: Int) { self.atOnce = atOnce }

  /// Runs work on a thread of its own when its turn comes.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      submit { continuation.resume(returning: work()) }
    }
  }

  private func submit(_ job: @escaping @Sendable () -> Void) {
    let isFree = state.withLock { state in
      guard state.running < atOnce else {
        state.waiting.append(job)
        return false
      }
      state.running += 1
      return true
    }
    if isFree { start(job) }
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

/// What a thread runs, boxed so that it can pass through C.
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
