#if DEBUG
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif
  import Synchronization

  /// A place at which tests of a debug build let the process be killed, to see what it leaves behind.
  package enum KillPoint {
    private static let left = Mutex<Int?>(nil)

    /// Lets the process be killed at one of the next places.
    ///
    /// - Parameter count: Which of them, from 1; nil for none.
    package static func arm(after count: Int?) { left.withLock { $0 = count } }

    /// Dies at the place that was chosen.
    static func pass() {
      let isHere = left.withLock { left in
        guard let count = left else { return false }
        left = count - 1
        return count == 1
      }
      if isHere { kill(getpid(), SIGKILL) }
    }
  }
#else
  /// A place at which tests let the process be killed; in a release build, nothing.
  package enum KillPoint {
    /// Does nothing.
    package static func arm(after count: Int?) {}
    /// Does nothing.
    @inline(__always) static func pass() {}
  }
#endif
