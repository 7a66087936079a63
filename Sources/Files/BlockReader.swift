#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Reads a file, a pipe or bytes in memory block by block; one block is held at a time.
package final class BlockReader {
  /// The name that messages use.
  package let name: String
  private var descriptor: Int32
  private var rest: [UInt8]?
  private static let blockLength = 1 << 16

  /// Opens a source.
  ///
  /// - Throws: `FileError` where it cannot be opened.
  package init(_ source: DataSource) throws(FileError) {
    name = source.name
    descriptor = -1
    switch source {
    case .bytes(let bytes, _): rest = bytes
    case .standardInput: descriptor = STDIN_FILENO
    case .file(let path):
      descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw FileError(.unreadable, path: path, "there is no such file, or it may not be read")
      }
    }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// The next bytes; nil at the end.
  ///
  /// - Throws: `FileError` where reading fails.
  package func next() throws(FileError) -> [UInt8]? {
    if let bytes = rest {
      rest = []
      return bytes.isEmpty ? nil : bytes
    }
    while true {
      let descriptor = descriptor
      var failure: Int32 = 0
      let block = unsafe [UInt8](unsafeUninitializedCapacity: BlockReader.blockLength) {
        buffer, count in
        let found = unsafe read(descriptor, buffer.baseAddress, BlockReader.blockLength)
        failure = found < 0 ? errno : 0
        count = max(0, found)
      }
      if failure == EINTR { continue }
      guard failure == 0 else {
        throw FileError(.unreadable, path: name, "cannot be read (error \(failure))")
      }
      return block.isEmpty ? nil : block
    }
  }
}
