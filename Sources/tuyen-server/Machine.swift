import Exchange
import Facts

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

/// The clock, the environment and the limits of the process, at which only the program looks.
enum Machine {
  /// The environment variables.
  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The present instant, in no particular zone.
  static var now: Instant {
    Instant(seconds: Int(Date().timeIntervalSince1970), zone: ZoneOffset(minutes: 0))
  }

  /// The facts of the machine that loading a network needs.
  static var surroundings: Surroundings {
    Surroundings(
      environment: environment, moment: Int(Date().timeIntervalSince1970 * 1e9))
  }

  /// Whether there is a file of this path.
  static func isFile(_ path: String) -> Bool {
    var isFolder = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return isThere && !isFolder
  }

  /// The files of a folder, without those of folders in it; a file that cannot be read is left out.
  static func files(in folder: String) -> [(name: String, bytes: [UInt8])] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(folder)/\(name)").map { (name, Array($0)) }
    }
  }

  /// Lets the process have as many connections as the system allows it.
  static func raiseConnectionLimit() {
    var limit = rlimit()
    #if canImport(Glibc)
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let files = RLIMIT_NOFILE
    #endif
    guard unsafe getrlimit(files, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    _ = unsafe setrlimit(files, &limit)
  }

  /// The number of the system's error behind one of Foundation; that of any other where there is none.
  static func code(of error: any Error) -> Int32 {
    switch (error as? CocoaError)?.code {
    case .fileWriteNoPermission?, .fileReadNoPermission?: EACCES
    case .fileWriteVolumeReadOnly?: EROFS
    case .fileWriteOutOfSpace?: ENOSPC
    case .fileNoSuchFile?, .fileReadNoSuchFile?: ENOENT
    case .fileWriteFileExists?: ENOTDIR
    default: EIO
    }
  }

  /// Writes a line to standard error.
  static func complain(_ message: String) {
    write("tuyen-server: \(message)\n", to: STDERR_FILENO)
  }

  /// Writes a text to standard output.
  static func print(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes bytes to standard output, as they are.
  static func print(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Writes a text to a descriptor; where nobody reads it, it is lost.
  static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
