import Files
import Glibc

/// The bytes of a document, block by block, as UTF-8 without a byte order mark.
@safe struct XMLInput: ~Copyable {
  /// Bytes read and not yet parsed.
  var pending = Buffer<UInt8>(capacity: 1 << 17)
  /// Bytes taken from the document so far.
  private(set) var bytesRead = 0
  private(set) var isAtEnd = false

  private let descriptor: Int32
  private let memory: [UInt8]
  /// Gives the next bytes, at most so many; nil where they come from a file or from memory.
  private let pull: XMLReader.Pull?
  private let path: String
  private let limits: XMLLimits
  private var encoding: Encoding?
  /// The bytes of a UTF-16 document, which may end amid a character.
  private var raw = Buffer<UInt8>(capacity: 4)
  private var decoder = UTF16Decoder()

  private enum Encoding {
    case utf8
    case utf16(isBigEndian: Bool)
  }

  static let blockBytes = 1 << 16

  init(path: String, limits: XMLLimits) throws(DocumentError) {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    let opened = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard opened >= 0 else { throw Self.unreadable(path, "cannot be opened: \(Self.reason())") }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0 else {
      let reason = Self.reason()
      close(opened)
      throw Self.unreadable(path, "cannot be examined: \(reason)")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw Self.unreadable(path, "is not a regular file; write it to a file first")
    }
    descriptor = opened
    memory = []
    pull = nil
    self.path = path
    self.limits = limits
  }

  init(bytes: [UInt8], path: String, limits: XMLLimits) {
    descriptor = -1
    memory = bytes
    pull = nil
    self.path = path
    self.limits = limits
  }

  init(reading pull: @escaping XMLReader.Pull, path: String, limits: XMLLimits) {
    descriptor = -1
    memory = []
    self.pull = pull
    self.path = path
    self.limits = limits
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Reads another block into `pending`, a longer one where much is pending already, so that a
  /// long piece of markup is not looked over too often.
  mutating func readBlock() throws(DocumentError) {
    let wanted = max(Self.blockBytes, pending.count)
    switch encoding {
    case .utf8:
      let got = try Self.read(
        wanted, into: &pending, descriptor, memory, pull, at: bytesRead, path)
      try took(got)
    case .utf16(let isBigEndian):
      let got = try Self.read(wanted, into: &raw, descriptor, memory, pull, at: bytesRead, path)
      try took(got)
      try decode(isBigEndian: isBigEndian)
    case nil:
      let got = try Self.read(wanted, into: &raw, descriptor, memory, pull, at: bytesRead, path)
      try took(got)
      try begin()
    }
  }

  private mutating func took(_ count: Int) throws(DocumentError) {
    if count == 0 { isAtEnd = true }
    bytesRead += count
    if bytesRead > limits.documentBytes {
      throw DocumentError(
        kind: .limit, path: path, line: 0,
        message: "the document is longer than \(limits.documentBytes) bytes")
    }
  }

  /// Tells the encoding by the first bytes and refuses what is not text.
  private mutating func begin() throws(DocumentError) {
    let first: [UInt8] = (0..<min(6, raw.count)).map { raw[$0] }
    if first.isEmpty {
      throw DocumentError(kind: .malformed, path: path, line: 1, message: "the document is empty")
    }
    for (magic, name) in Self.packed where first.starts(with: magic) {
      throw DocumentError(
        kind: .forbidden, path: path, line: 1,
        message: "is packed (\(name)); unpack it first")
    }
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
      let isBigEndian = first[0] == 0xFE
      encoding = .utf16(isBigEndian: isBigEndian)
      raw.removeFirst(2)
      try decode(isBigEndian: isBigEndian)
    } else {
      encoding = .utf8
      if first.starts(with: [0xEF, 0xBB, 0xBF]) { raw.removeFirst(3) }
      unsafe pending.append(raw.base, count: raw.count)
      raw.truncate(to: 0)
    }
    if pending.count == 0 || ![0x3C, 0x20, 0x09, 0x0A, 0x0D, 0].contains(pending[0]) {
      throw DocumentError(
        kind: .malformed, path: path, line: 1,
        message: "the document does not begin with '<'; it is not XML in UTF-8 or UTF-16")
    }
  }

  private mutating func decode(isBigEndian: Bool) throws(DocumentError) {
    guard decoder.decode(&raw, into: &pending, isBigEndian: isBigEndian, isAtEnd: isAtEnd) else {
      throw DocumentError(
        kind: .malformed, path: path, line: decoder.line, message: "found broken UTF-16")
    }
  }

  private static let packed: [([UInt8], String)] = [
    ([0x1F, 0x8B], "gzip"), ([0x50, 0x4B, 0x03, 0x04], "zip"), ([0x42, 0x5A, 0x68], "bzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
  ]

  private static func read(
    _ wanted: Int, into buffer: inout Buffer<UInt8>, _ descriptor: Int32, _ memory: [UInt8],
    _ pull: XMLReader.Pull?, at offset: Int, _ path: String
  ) throws(DocumentError) -> Int {
    if let pull {
      let bytes = try pull(wanted)
      unsafe bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        unsafe buffer.append(base, count: bytes.count)
      }
      return bytes.count
    }
    if descriptor < 0 {
      let count = min(wanted, memory.count - offset)
      unsafe memory.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        unsafe buffer.append(base + offset, count: count)
      }
      return count
    }
    buffer.reserve(wanted)
    while true {
      let got = unsafe Glibc.read(descriptor, buffer.base + buffer.count, wanted)
      if got >= 0 {
        buffer.commit(got)
        return got
      }
      if errno != EINTR { throw unreadable(path, "cannot be read: \(reason())") }
    }
  }

  private static func unreadable(_ path: String, _ message: String) -> DocumentError {
    DocumentError(kind: .unreadable, path: path, line: 0, message: message)
  }

  private static func reason() -> String {
    let code = errno
    return unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
