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
  /// - Throws: `SnapshotError` where it cannot be had.
  package init(path: String) throws(SnapshotError) {
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

  private static func failure(_ path: String) -> SnapshotError {
    let reason = unsafe String(cString: strerror(errno))
    return SnapshotError(.unwritable, path: path, "cannot be locked (\(reason))")
  }
}

/// What must reach the disk for a folder to outlive a power cut.
package enum DurableFolder {
  /// Waits until the names in a folder are on the disk; a file system that cannot do it is no failure.
  package static func synchronize(_ path: String) {
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { return }
    _ = fsync(opened)
    close(opened)
  }

  /// Takes a file away, for good; one that is not there is fine.
  package static func remove(_ path: String) throws(SnapshotError) {
    let outcome = unsafe unlink(path)
    guard outcome == 0 || errno == ENOENT else {
      let reason = unsafe String(cString: strerror(errno))
      throw SnapshotError(.unwritable, path: path, "cannot be removed (\(reason))")
    }
    synchronize(parent(of: path))
  }

  /// Renames a file, for good.
  package static func rename(_ path: String, to other: String) throws(SnapshotError) {
    guard systemRename(path, other) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      throw SnapshotError(.unwritable, path: path, "cannot be renamed (\(reason))")
    }
    synchronize(parent(of: other))
  }

  private static func parent(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
  }
}

private func systemRename(_ from: String, _ to: String) -> Int32 { unsafe rename(from, to) }
