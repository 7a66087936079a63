#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

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
  package static func remove(_ path: String) throws(FileError) {
    let outcome = unsafe unlink(path)
    guard outcome == 0 || errno == ENOENT else {
      let reason = unsafe String(cString: strerror(errno))
      throw FileError(.unwritable, path: path, "cannot be removed (\(reason))")
    }
    synchronize(parent(of: path))
  }

  /// Renames a file, for good.
  package static func rename(_ path: String, to other: String) throws(FileError) {
    guard systemRename(path, other) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      throw FileError(.unwritable, path: path, "cannot be renamed (\(reason))")
    }
    synchronize(parent(of: other))
  }

  /// The folder in which a path lies.
  static func parent(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
  }
}

private func systemRename(_ from: String, _ to: String) -> Int32 { unsafe rename(from, to) }
