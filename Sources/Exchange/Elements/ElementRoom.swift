import XMLStream

/// What one record of a document may hold, so that no record can fill the memory.
struct ElementRoom {
  /// Most elements and attributes of a record.
  static let mostParts = 100_000
  /// Most bytes of the texts of a record.
  static let mostBytes = 16 << 20

  /// What messages call the document.
  let path: String
  /// The codes of attributes, and of elements with text, of which the reader wants to know.
  let watched: [Int]
  /// Whether there was such a one in the record.
  var sawWatched = false
  private var parts = 0
  private var bytes = 0

  init(path: String, watched: [Int] = []) {
    self.path = path
    self.watched = watched
  }

  /// Makes room for the next record.
  mutating func empty() {
    parts = 0
    bytes = 0
    sawWatched = false
  }

  /// Takes room for a part of a record.
  mutating func take(_ text: String, line: Int) throws(XMLError) {
    parts += 1
    bytes += text.utf8.count
    guard parts > ElementRoom.mostParts || bytes > ElementRoom.mostBytes else { return }
    throw XMLError(
      kind: .limit, path: path, line: line,
      message: "one record holds more than \(ElementRoom.mostParts) elements and attributes, or "
        + "more than \(ElementRoom.mostBytes) bytes of text")
  }
}

extension XMLReader {
  /// Reads the element that starts here, with all that is in it, to its end.
  ///
  /// - Parameters:
  ///   - names: The names that the reader was made with.
  ///   - room: What the record may still hold.
  /// - Returns: The element.
  /// - Throws: ``XMLError`` as ``next()`` does, and where there is no more room.
  mutating func readElement(
    _ names: XMLNames, _ room: inout ElementRoom
  ) throws(XMLError) -> DocumentElement {
    var element = DocumentElement()
    if name >= 0 {
      element.name = names[name]
    } else {
      element.name = nameString
      element.namespace = namespace ?? ""
    }
    element.line = line
    let count = attributeCount
    if count > 0 {
      element.attributes.reserveCapacity(count)
      for index in 0..<count {
        let (code, known) = codedAttribute(at: index)
        try room.take(known, line: element.line)
        if code >= 0 {
          let name = names[code]
          element.attributes.append(DocumentElement.Attribute(name: name, value: known))
          if room.watched.contains(code) { room.sawWatched = true }
          continue
        }
        let (localName, space, value) = attribute(at: index)
        let name: String
        switch space {
        case nil: name = localName
        case "http://www.w3.org/XML/1998/namespace": name = "xml:" + localName
        case .some(let space): name = "{" + space + "}" + localName
        }
        element.attributes.append(DocumentElement.Attribute(name: name, value: value))
      }
    }
    try room.take("", line: element.line)
    while true {
      switch try next() {
      case .start: element.children.append(try readElement(names, &room))
      case .text:
        let text = text
        try room.take(text, line: line)
        if room.watched.contains(name) { room.sawWatched = true }
        if element.text.isEmpty { element.text = text } else { element.text += " " + text }
      case .end, .endOfDocument: return element
      }
    }
  }
}
