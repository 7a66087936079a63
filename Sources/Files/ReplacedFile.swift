#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that is written block by block beside its place, and takes it when it is whole.
///
///     let file = try ReplacedFile(path: path)
///     try file.write(bytes)
///     try file.finish()
///
/// Nobody ever sees half of it: a file that is not finished is taken away again. Only files are
/// replaced: a device or a link that stood there would be gone for all who use it.
package final class ReplacedFile {
  private let path: String
  private let temporaryPath: String
  private var descriptor: Int32

  /// Writes a file of a few bytes.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try ReplacedFile(path: path)
    try file.write(bytes)
    try file.finish()
  }

  /// Opens a new file in the folder of the path.
  ///
  /// Only a file is ever replaced: never a device, a pipe, a folder, or a link to anything.
  package init(path: String) throws(FileError) {
    if let found = ReplacedFile.irreplaceable(at: path) {
      throw FileError(.unwritable, path: path, "is \(found), which is never replaced by a file")
    }
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
    guard descriptor >= 0 else { return }
    close(descriptor)
    unsafe unlink(temporaryPath)
  }

  /// Adds bytes.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    let (descriptor, path) = (descriptor, path)
    let isWritten = unsafe bytes.withUnsafeBytes { unsafe writeAll($0, to: descriptor) }
    guard isWritten else { throw ReplacedFile.unwritable(path) }
  }

  /// Adds bytes that lie elsewhere.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    guard unsafe writeAll(bytes, to: descriptor) else { throw ReplacedFile.unwritable(path) }
  }

  /// Moves the file to its place, once the disk has it.
  package func finish() throws(FileError) {
    guard fsync(descriptor) == 0, unsafe rename(temporaryPath, path) == 0 else {
      throw ReplacedFile.unwritable(path)
    }
    close(descriptor)
    descriptor = -1
    // So that the new name outlives a power cut.
    DurableFolder.synchronize(DurableFolder.parent(of: path))
  }

  /// The kind of thing at a path, in words, when it is neither a file nor nothing.
  private static func irreplaceable(at path: String) -> String? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: return "a folder"
    case S_IFLNK: return "a link"
    case S_IFIFO: return "a pipe"
    case S_IFSOCK: return "a socket"
    default: return "a device"
    }
  }

  private static func unwritable(_ path: String) -> FileError {
    let reason = unsafe String(cString: strerror(errno))
    return FileError(
      .unwritable, path: path,
      "cannot be written (\(reason)); does its folder exist, may it be written to, is there room?")
  }
}

private func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
  var offset = 0
  while offset < bytes.count {
    let count = unsafe write(
      descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    offset += count
  }
  return true
}
