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
  /// Bytes that were looked at, and are not taken yet.
  private var beginning: [UInt8] = []
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
    guard beginning.isEmpty else {
      defer { beginning = [] }
      return beginning
    }
    return try take()
  }

  /// The first bytes, which `next()` gives again.
  ///
  /// - Parameter least: At least so many are read, as far as there are.
  /// - Returns: The bytes, in order.
  /// - Throws: `FileError` where reading fails.
  package func peek(_ least: Int = 1) throws(FileError) -> [UInt8] {
    while beginning.count < least, let block = try take() { beginning += block }
    return beginning
  }

  /// All bytes that are left.
  ///
  /// - Parameter most: More than so many are refused.
  /// - Returns: The bytes, in order.
  /// - Throws: `FileError` where there are more, or reading fails.
  package func all(most: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while let block = try next() {
      guard bytes.count + block.count <= most else {
        throw FileError(.unreadable, path: name, "is longer than \(most) bytes")
      }
      bytes += block
    }
    return bytes
  }

  private func take() throws(FileError) -> [UInt8]? {
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
