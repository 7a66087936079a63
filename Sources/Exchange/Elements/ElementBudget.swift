import Files
import XMLStream

/// What one record of a document may hold, so that no record can fill the memory.
struct ElementBudget {
  /// Most elements and attributes of a record.
  static let mostParts = 100_000
  /// Most bytes of the texts of a record.
  static let mostBytes = 16 << 20

  /// What messages call the document.
  let path: String
  /// The codes of attributes, and of elements with text, of which the reader wants to know.
  private let watched: UInt128
  /// Whether there was such a one in the record.
  var sawWatched = false
  /// How many elements the next record may have, as the one before had.
  var expectedElements = 8
  private var parts = 0
  private var bytes = 0

  init(path: String, watched: [Int] = []) {
    self.path = path
    self.watched = watched.reduce(0) { $0 | 1 << UInt128($1) }
  }

  /// Notes that an attribute, or an element with a text, has a code.
  mutating func watch(_ code: Int) {
    if code >= 0, code < 128, watched >> UInt128(code) & 1 != 0 { sawWatched = true }
  }

  /// Makes room for the next record.
  mutating func empty() {
    parts = 0
    bytes = 0
    sawWatched = false
  }

  /// Takes room for a part of a record.
  mutating func take(_ text: String, line: Int) throws(DocumentError) {
    parts += 1
    bytes += text.utf8.count
    guard parts > ElementBudget.mostParts || bytes > ElementBudget.mostBytes else { return }
    throw DocumentError(
      kind: .limit, path: path, line: line,
      message: "one record holds more than \(ElementBudget.mostParts) elements and attributes, or "
        + "more than \(ElementBudget.mostBytes) bytes of text")
  }
}

extension XMLReader {
  /// Reads the element that starts here, with all that is in it, to its end.
  ///
  /// - Parameters:
  ///   - names: The names that the reader was made with.
  ///   - room: What the record may still hold.
  /// - Returns: The element, to be changed or kept.
  /// - Throws: ``DocumentError`` as ``next()`` does, and where there is no more room.
  mutating func readElement(
    _ names: XMLNames, _ room: inout ElementBudget
  ) throws(DocumentError) -> DocumentElement {
    DocumentElement(ElementNode(try readTree(names, &room)))
  }
}
