#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the file system tells of a file: when two stamps are the same, the bytes most likely are.
package struct FileStamp: Hashable, Sendable {
  /// The length in bytes.
  package let length: Int
  /// When the bytes were last written to, in nanoseconds since 1970.
  package let modified: Int
  /// When anything of the file last changed, which programs cannot set back.
  package let changed: Int
  /// The number of the file on its disk.
  package let inode: UInt64

  /// Asks for the stamp of a file; nil when there is none, or only a folder, a pipe or a device.
  package init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    length = Int(status.st_size)
    inode = UInt64(status.st_ino)
    #if canImport(Darwin)
      modified = FileStamp.nanoseconds(status.st_mtimespec)
      changed = FileStamp.nanoseconds(status.st_ctimespec)
    #else
      modified = FileStamp.nanoseconds(status.st_mtim)
      changed = FileStamp.nanoseconds(status.st_ctim)
    #endif
  }

  /// Whether the file was left alone for two seconds before a moment.
  ///
  /// A file that is written to twice within one tick of the file system's clock keeps its stamp; so
  /// the stamp of a file just written proves nothing.
  package func isSettled(at moment: Int) -> Bool {
    max(modified, changed) < moment - 2_000_000_000
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}
