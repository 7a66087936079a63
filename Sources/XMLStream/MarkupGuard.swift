import Files
import Glibc

/// Looks over the raw bytes before libxml2 does, so that what would cost it minutes or gigabytes
/// is refused at once.
///
/// It finds where each tag, comment, CDATA section and processing instruction ends, and lets only
/// whole ones through; what is not whole waits for the next block. Whether the document is
/// well-formed is for libxml2 to say.
struct MarkupGuard {
  let limits: XMLLimits
  var depth = 0
  /// Bytes of text since the last tag, which comments interrupt but do not end.
  private var textBytes = 0
  private var isAtStart = true

  init(limits: XMLLimits) {
    var limits = limits
    limits.tagBytes = min(limits.tagBytes, Self.mostBytes)
    limits.textBytes = min(limits.textBytes, Self.mostBytes)
    self.limits = limits
  }

  /// The longest piece of markup waited for; it must fit libxml2's 32-bit lengths, whatever the limits.
  private static let mostBytes = 1 << 28

  /// The result of a scan.
  struct Outcome {
    /// How many bytes are whole pieces of markup and the text between them.
    var passed: Int
    /// Why the bytes after these cannot be let through.
    var refusal: Refusal?
    /// A piece of markup that is incomplete so far, and where it begins.
    var rest: (piece: Piece, offset: Int)?
  }

  /// Why a document is refused, and at which byte of the block.
  struct Refusal {
    var kind: DocumentError.Kind
    var offset: Int
    var message: String
  }

  /// A piece of a document.
  enum Piece: String {
    case text = "a text"
    case tag = "a tag"
    case comment = "a comment"
    case section = "a CDATA section"
    case instruction = "a processing instruction"
  }

  /// Scans a block that begins where the last scan's passed bytes ended.
  mutating func scan(_ block: UnsafeBufferPointer<UInt8>) -> Outcome {
    guard let base = block.baseAddress else { return Outcome(passed: 0) }
    let count = block.count
    var passed = 0
    func refuse(_ kind: DocumentError.Kind, at offset: Int, _ message: String) -> Outcome {
      Outcome(passed: passed, refusal: Refusal(kind: kind, offset: offset, message: message))
    }
    if let zero = unsafe memchr(base, 0, count) {
      let offset = unsafe UnsafeRawPointer(zero) - UnsafeRawPointer(base)
      return refuse(
        .malformed, at: offset,
        "found a NUL byte; the file is not XML text, or is UTF-16 without a byte order mark")
    }
    while passed < count {
      let found = unsafe memchr(base + passed, 0x3C, count - passed)
      let open = unsafe found.map { unsafe UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? count
      if textBytes + open - passed > limits.textBytes {
        return refuse(.limit, at: passed, "a text is longer than \(limits.textBytes) bytes")
      }
      if open == count { return Outcome(passed: passed, rest: (.text, passed)) }
      let piece = unsafe Self.piece(base + open, count: count - open)
      switch piece {
      case .tag:
        if unsafe base[open + 1] == 0x21, unsafe Self.begins(base + open, count - open, "<!DOCTYPE")
        {
          return refuse(
            .forbidden, at: open,
            "found a DOCTYPE, which is never accepted; remove it and write out its entities")
        }
        switch unsafe endOfTag(base + open, count: count - open) {
        case .refused(let kind, let message): return refuse(kind, at: open, message)
        case .incomplete: return Outcome(passed: passed, rest: (.tag, open))
        case .end(let length):
          textBytes = 0
          passed = open + length
          if depth > limits.depth {
            return refuse(.limit, at: open, "elements are nested deeper than \(limits.depth)")
          }
        }
      case .comment, .instruction, .section:
        let length = unsafe Self.length(of: piece, base + open, count: count - open)
        if (length ?? count - open) > limits.textBytes {
          return refuse(
            .limit, at: open, "\(piece.rawValue) is longer than \(limits.textBytes) bytes")
        }
        guard let length else { return Outcome(passed: passed, rest: (piece, open)) }
        if isAtStart, open == 0, piece == .instruction,
          let encoding = unsafe Self.foreignEncoding(
            UnsafeBufferPointer(start: base, count: length))
        {
          return refuse(
            .forbidden, at: 0,
            "the encoding \(encoding) is not accepted; convert the file to UTF-8 and declare that")
        }
        textBytes += open - passed + (piece == .section ? length : 0)
        passed = open + length
      case .text:
        // Too few bytes to tell.
        return Outcome(passed: passed, rest: (.tag, open))
      }
      isAtStart = false
    }
    return Outcome(passed: passed)
  }
}
