#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that is written beside its place, and takes it when it is whole.
package struct ReplacedFile: ~Copyable {
  private let path: String
  private let temporaryPath: String
  private var descriptor: Int32

  /// Writes a file of a few bytes.
  package static func write(_ bytes: [UInt8], to path: String) throws(SnapshotError) {
    var file = try ReplacedFile(path: path)
    try file.write(Column(bytes))
    try file.finish()
  }

  /// Opens a new file in the folder of the path.
  init(path: String) throws(SnapshotError) {
    let number = UInt64.random(in: .min ... .max)
    let temporaryPath = path + ".tmp-" + String(number, radix: 36)
    let descriptor = unsafe open(
      temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666 as mode_t)
    guard descriptor >= 0 else { throw ReplacedFile.unwritable(path) }
    self.path = path
    self.temporaryPath = temporaryPath
    self.descriptor = descriptor
  }

  deinit {
    // Not finished: nothing of it stays.
    if descriptor >= 0 {
      close(descriptor)
      unsafe unlink(temporaryPath)
    }
  }

  /// Adds bytes.
  mutating func write(_ bytes: Column<UInt8>) throws(SnapshotError) {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withBytes {
        unsafe systemWrite(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw ReplacedFile.unwritable(path) }
      offset += count
    }
  }

  /// Moves the file to its place, once the disk has it.
  mutating func finish() throws(SnapshotError) {
    guard fsync(descriptor) == 0, unsafe rename(temporaryPath, path) == 0 else {
      throw ReplacedFile.unwritable(path)
    }
    close(descriptor)
    descriptor = -1
    // So that the new name outlives a power cut; a file system that cannot do it is no failure.
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
    let opened = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    if opened >= 0 {
      _ = fsync(opened)
      close(opened)
    }
  }

  private static func unwritable(_ path: String) -> SnapshotError {
    let reason = unsafe String(cString: strerror(errno))
    return SnapshotError(
      .unwritable, path: path,
      "cannot be written (\(reason)); does its folder exist, may it be written to, is there room?")
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
