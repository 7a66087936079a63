#if DEBUG
  #if canImport(FoundationEssentials)
    import FoundationEssentials
  #else
    import Foundation
  #endif
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif
  import Synchronization

  /// A place at which tests of a debug build let the process be killed, to see what it leaves behind.
  enum KillPoint {
    private static let passed = Mutex(0)

    /// Dies when as many places were passed as `TUYEN_TEST_KILL_AT` says.
    static func pass() {
      guard let text = ProcessInfo.processInfo.environment["TUYEN_TEST_KILL_AT"],
        let limit = Int(text)
      else { return }
      let count = passed.withLock { count in
        count += 1
        return count
      }
      if count == limit { kill(getpid(), SIGKILL) }
    }
  }
#else
  /// A place at which tests let the process be killed; in a release build, nothing.
  enum KillPoint {
    /// Does nothing.
    @inline(__always) static func pass() {}
  }
#endif
