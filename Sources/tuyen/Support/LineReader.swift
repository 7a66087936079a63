#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a file, or standard input, line by line, holding one block at a time.
final class LineReader {
  /// The number of the line read last, from 1.
  private(set) var line = 0
  private let descriptor: Int32
  private let path: String
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var end = 0
  /// A longer line is refused.
  private let limit = 1 << 20

  /// Opens a file; "-" is standard input.
  init(path: String) throws(Failure) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .noInput("\(path): there is no such file") }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next line without its end; nil at the end of the file.
  ///
  /// A byte order mark is dropped.
  func next() throws(Failure) -> [UInt8]? {
    var text: [UInt8] = []
    while true {
      if position == end {
        let count = unsafe block.withUnsafeMutableBytes {
          unsafe read(descriptor, $0.baseAddress, $0.count)
        }
        guard count >= 0 else { throw .noInput("\(path): cannot be read (error \(errno))") }
        if count == 0 {
          guard !text.isEmpty else { return nil }
          return finish(text)
        }
        position = 0
        end = count
      }
      let rest = block[position..<end]
      if let feed = rest.firstIndex(of: 0x0A) {
        text += rest[..<feed]
        position = feed + 1
        return finish(text)
      }
      text += rest
      position = end
      guard text.count <= limit else {
        throw .data("\(path):\(line + 1): a line is longer than \(limit) bytes")
      }
    }
  }

  private func finish(_ text: [UInt8]) -> [UInt8] {
    line += 1
    var text = text[...]
    if text.last == 0x0D { text.removeLast() }
    if line == 1, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    return Array(text)
  }
}
