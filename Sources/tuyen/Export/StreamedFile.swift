#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is written block by block beside its place, and moved there when it is whole.
final class StreamedFile {
  private let path: String
  private let partial: String
  private var descriptor: Int32

  /// Opens the file beside its place.
  init(path: String) throws(Failure) {
    self.path = path
    partial = path + ".\(getpid()).partial"
    descriptor = unsafe open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .output("\(path): cannot be written; does its folder exist, and may you write there?")
    }
  }

  /// Takes an unfinished file away again.
  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unsafe unlink(partial)
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws(Failure) {
    try StandardStream.write(bytes, to: descriptor)
  }

  /// Puts the whole file in its place.
  func finish() throws(Failure) {
    guard fsync(descriptor) == 0, unsafe rename(partial, path) == 0 else {
      throw .output("\(path): cannot be written (error \(errno)); is there room?")
    }
    close(descriptor)
    descriptor = -1
  }
}
