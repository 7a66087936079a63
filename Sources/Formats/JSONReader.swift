public import Files

/// Reads JSON (RFC 8259) from its start to its end, strictly.
///
///     var reader = try JSONReader(.file("bundle.json"))
///     var event = try reader.next()
///     while event != .endOfDocument {
///       print(event)
///       event = try reader.next()
///     }
///
/// Documents are hostile until they are read: an object with the same key twice, half a surrogate
/// pair, bytes that are not UTF-8 and everything else that JSON does not allow are errors with
/// their line, and ``JSONLimits`` hold. Only a block of the document is in memory. A document may
/// hold several values, each beginning on a line of its own (NDJSON).
public struct JSONReader: ~Copyable {
  /// The line of the last event, from 1.
  public private(set) var line = 1
  /// How many objects and arrays are open.
  public var depth: Int { open.count }
  /// The number of the last key, the same for the same key throughout the document, from 0; -1 where
  /// the document has too many different keys to number them all.
  package internal(set) var keyNumber = -1
  /// Whether the last text surely is ASCII without control characters.
  package var isPlain = false

  private let source: BlockReader
  let limits: JSONLimits
  private let deadline: ContinuousClock.Instant
  var block: [UInt8] = []
  var position = 0
  private var bytesRead = 0
  private var isAtEnd = false
  private var currentLine = 1
  var open: [Container] = []
  var known = JSONKeys()
  /// The numbers of the keys of all open objects, those of the outer ones first.
  var keys: [Int32] = []
  var expected = Expectation.value
  /// The line on which the last value of the document ended; 0 before the first.
  private var endLine = 0
  /// Bytes of the text or number being read, whose memory is used again.
  var gathered: [UInt8] = []

  /// An object or array that is open.
  struct Container {
    let isObject: Bool
    /// The place of its first key among those of all open objects.
    let firstKey: Int
    /// The keys, where they are too many to be looked through one by one.
    var many: Set<Int32> = []
    /// The keys without a number.
    var unnumbered: Set<String> = []
  }

  enum Expectation {
    case value, valueOrEnd, keyOrEnd, key, commaOrEnd, document
  }

  /// Opens a document.
  ///
  /// - Parameters:
  ///   - source: Where it comes from.
  ///   - limits: What it must stay within.
  /// - Throws: `DocumentError` where it cannot be opened.
  public init(_ source: DataSource, limits: JSONLimits = JSONLimits()) throws(DocumentError) {
    let blocks: BlockReader
    do throws(FileError) {
      blocks = try BlockReader(source)
    } catch {
      throw DocumentError(
        kind: .unreadable, path: source.name, line: 0, message: "cannot be opened")
    }
    self.limits = limits
    deadline = .now + .seconds(limits.seconds)
    self.source = blocks
  }

  /// Goes on to the next event.
  ///
  /// - Returns: What was found.
  /// - Throws: `DocumentError` where the document is not JSON or goes beyond a limit.
  public mutating func next() throws(DocumentError) -> JSONEvent {
    if bytesRead == 0 { try skipByteOrderMark() }
    let first = try skipSpace()
    line = currentLine
    guard let first else {
      guard open.isEmpty, expected == .document else {
        throw malformed("the document ends too early")
      }
      return .endOfDocument
    }
    switch expected {
    case .document:
      guard line > endLine else {
        throw malformed("found \(shown(first)) behind the end of the value")
      }
      return try value(first)
    case .value: return try value(first)
    case .valueOrEnd: return first == UInt8(ascii: "]") ? end() : try value(first)
    case .keyOrEnd: return first == UInt8(ascii: "}") ? end() : try key(first)
    case .key: return try key(first)
    case .commaOrEnd:
      guard first != UInt8(ascii: ",") else {
        position += 1
        expected = open.last?.isObject == true ? .key : .value
        return try next()
      }
      let closes = open.last?.isObject == true ? UInt8(ascii: "}") : UInt8(ascii: "]")
      guard first == closes else {
        throw malformed("found \(shown(first)); expected a comma or \(shown(closes))")
      }
      return end()
    }
  }

  /// Skips the value that an event begins, to its end.
  ///
  /// - Parameter event: The event that came last, no key and no end.
  /// - Throws: `DocumentError` where the document is not JSON or goes beyond a limit.
  public mutating func skip(_ event: JSONEvent) throws(DocumentError) {
    guard event == .beginObject || event == .beginArray else { return }
    let outer = open.count - 1
    while open.count > outer { _ = try next() }
  }

  /// An error at the line of the last event.
  public func error(_ kind: DocumentError.Kind, _ message: String) -> DocumentError {
    DocumentError(kind: kind, path: source.name, line: line, message: message)
  }

  private mutating func skipByteOrderMark() throws(DocumentError) {
    guard try peek() == 0xEF else { return }
    for byte: UInt8 in [0xEF, 0xBB, 0xBF] {
      guard try peek() == byte else { throw malformed("is not JSON in UTF-8") }
      position += 1
    }
  }

  private mutating func end() -> JSONEvent {
    position += 1
    let container = open.removeLast()
    keys.removeLast(keys.count - container.firstKey)
    endValue()
    return container.isObject ? .endObject : .endArray
  }

  private mutating func endValue() {
    expected = open.isEmpty ? .document : .commaOrEnd
    endLine = currentLine
  }

  private mutating func value(_ first: UInt8) throws(DocumentError) -> JSONEvent {
    let event: JSONEvent
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < limits.depth else {
        throw error(.limit, "more than \(limits.depth) objects and arrays are in each other")
      }
      position += 1
      let isObject = first == UInt8(ascii: "{")
      open.append(Container(isObject: isObject, firstKey: keys.count))
      expected = isObject ? .keyOrEnd : .valueOrEnd
      return isObject ? .beginObject : .beginArray
    case UInt8(ascii: "\""): event = .string(try string())
    case UInt8(ascii: "-"), 0x30...0x39: event = .number(try number())
    case UInt8(ascii: "t"):
      try word("true")
      event = .bool(true)
    case UInt8(ascii: "f"):
      try word("false")
      event = .bool(false)
    case UInt8(ascii: "n"):
      try word("null")
      event = .null
    default: throw malformed("found \(shown(first)); expected a value")
    }
    endValue()
    return event
  }

  /// The first byte that is no white space; nil at the end.
  mutating func skipSpace() throws(DocumentError) -> UInt8? {
    repeat {
      let count = block.count
      while position < count {
        let byte = block[position]
        switch byte {
        case 0x20, 0x09, 0x0D: position += 1
        case 0x0A:
          position += 1
          currentLine += 1
        default: return byte
        }
      }
    } while try peek() != nil
    return nil
  }

  mutating func peek() throws(DocumentError) -> UInt8? {
    if position < block.count { return block[position] }
    while !isAtEnd {
      let more: [UInt8]?
      do throws(FileError) {
        more = try source.next()
      } catch {
        throw DocumentError(
          kind: .unreadable, path: source.name, line: 0, message: "cannot be read")
      }
      guard let more else {
        isAtEnd = true
        return nil
      }
      bytesRead += more.count
      guard bytesRead <= limits.documentBytes else {
        throw error(.limit, "the document is longer than \(limits.documentBytes) bytes")
      }
      guard ContinuousClock.now < deadline else {
        throw error(.limit, "reading takes longer than \(limits.seconds) seconds")
      }
      block = more
      position = 0
      if let first = block.first { return first }
    }
    return nil
  }

  func malformed(_ message: String) -> DocumentError {
    DocumentError(kind: .malformed, path: source.name, line: currentLine, message: message)
  }

  func shown(_ byte: UInt8) -> String {
    (0x21..<0x7F).contains(byte)
      ? "\"\(Character(Unicode.Scalar(byte)))\"" : "the byte \(byte)"
  }
}
