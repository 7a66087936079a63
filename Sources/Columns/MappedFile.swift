import Files

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension ColumnMemory {
  /// Maps a file, to be read only.
  ///
  /// The pages are those of the file: it must be replaced by renaming, never written to in place, and
  /// never shortened, as long as it is mapped.
  ///
  /// - Returns: The memory and its length in bytes; nil when the file is empty.
  static func mapping(
    _ path: String
  ) throws(FileError) -> (memory: ColumnMemory, length: Int)? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(.unreadable, path: path, "is no file; name a snapshot")
    }
    let length = Int(status.st_size)
    guard length > 0 else { return nil }
    guard let start = unsafe mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe start != UnsafeMutableRawPointer(bitPattern: -1)
    else { throw unreadable(path) }
    let memory = unsafe ColumnMemory(base: UnsafeRawPointer(start), isWritable: false) {
      unsafe munmap(UnsafeMutableRawPointer(mutating: $0), length)
    }
    return (memory, length)
  }

  private static func unreadable(_ path: String) -> FileError {
    let reason = unsafe String(cString: strerror(errno))
    return FileError(.unreadable, path: path, "cannot be read (\(reason))")
  }
}

extension Column<UInt8> {
  /// The bytes of a file that is only ever replaced, where they lie; nil when it cannot be read.
  package init?(file path: String) {
    do throws(FileError) {
      guard let (memory, length) = try ColumnMemory.mapping(path) else {
        self.init([])
        return
      }
      unsafe self.init(
        memory, at: memory.base.assumingMemoryBound(to: UInt8.self), count: length)
    } catch {
      return nil
    }
  }
}
