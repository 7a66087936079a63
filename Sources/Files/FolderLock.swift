#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The right to change a folder, which one process has at a time.
///
/// It ends with its owner, however that ends: a process that was killed leaves nothing locked.
package struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Waits for the right, as long as another process has it.
  ///
  /// - Parameter path: The path of a file that stands for the folder; it is made where it is missing.
  /// - Throws: `FileError` where it cannot be had.
  package init(path: String) throws(FileError) {
    let opened = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666 as mode_t)
    guard opened >= 0 else { throw FolderLock.failure(path) }
    while flock(opened, LOCK_EX) != 0 {
      guard errno == EINTR else {
        close(opened)
        throw FolderLock.failure(path)
      }
    }
    descriptor = opened
  }

  deinit { close(descriptor) }

  private static func failure(_ path: String) -> FileError {
    let reason = unsafe String(cString: strerror(errno))
    return FileError(.unwritable, path: path, "cannot be locked (\(reason))")
  }
}
