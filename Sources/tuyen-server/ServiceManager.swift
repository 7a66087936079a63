#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tells the service manager of the system how the service is: the protocol of `sd_notify`.
struct ServiceManager: Sendable {
  /// The socket of the manager; nil where nobody manages the process.
  private let path: String?
  /// After how many microseconds without a sign the manager starts the service anew; nil for never.
  let watchdogMicroseconds: Int?

  init(environment: [String: String]) {
    path = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
    watchdogMicroseconds = environment["WATCHDOG_USEC"].flatMap { Int($0) }
  }

  /// Sends a state, as `READY=1`.
  func notify(_ state: String) {
    guard let path else { return }
    #if canImport(Glibc)
      let kind = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    #else
      let kind = SOCK_DGRAM
    #endif
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    // An address with an at sign is none of the file system: its first byte is 0.
    var name = Array(path.utf8)
    if name.first == UInt8(ascii: "@") { name[0] = 0 }
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard name.count < room else { return }
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { target in
      unsafe target.copyBytes(from: name)
    }
    let isAbstract = name.first == 0
    let length = MemoryLayout<sa_family_t>.size + name.count + (isAbstract ? 0 : 1)
    let bytes = Array(state.utf8)
    _ = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { target in
        unsafe bytes.withUnsafeBytes { source in
          unsafe sendto(
            descriptor, source.baseAddress, source.count, Int32(MSG_NOSIGNAL), target,
            socklen_t(length))
        }
      }
    }
  }
}
