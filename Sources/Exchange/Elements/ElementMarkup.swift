import Files
import XMLStream

/// Elements as text that an `extension` can keep, and back.
enum ElementMarkup {
  /// An element in the fewest bytes, without the format's own namespace.
  static func text(of element: DocumentElement) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    append(element, to: &bytes, inherited: "", indent: nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends an element.
  ///
  /// - Parameters:
  ///   - element: The element.
  ///   - bytes: What it is appended to.
  ///   - inherited: The namespace that holds around it; empty for the format's own.
  ///   - indent: How deep it stands, each on a line of its own; nil for no line breaks.
  static func append(
    _ element: DocumentElement, to bytes: inout [UInt8], inherited: String, indent: Int?
  ) {
    if let indent {
      bytes.append(0x0A)
      bytes.append(contentsOf: repeatElement(0x20, count: indent * 2))
    }
    bytes.append(0x3C)
    bytes.append(contentsOf: element.name.utf8)
    let namespace = element.namespace ?? ""
    if namespace != inherited { append("xmlns", namespace, to: &bytes) }
    for attribute in element.attributes where !attribute.name.hasPrefix("{") {
      append(attribute.name, attribute.value, to: &bytes)
    }
    if element.children.isEmpty && element.text.isEmpty {
      bytes.append(contentsOf: "/>".utf8)
      return
    }
    bytes.append(0x3E)
    escape(element.text, to: &bytes)
    // Where there is text, white space would become part of it.
    let inner = element.text.isEmpty ? indent.map { $0 + 1 } : nil
    for child in element.children {
      append(child, to: &bytes, inherited: namespace, indent: inner)
    }
    if let indent, inner != nil, !element.children.isEmpty {
      bytes.append(0x0A)
      bytes.append(contentsOf: repeatElement(0x20, count: indent * 2))
    }
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: element.name.utf8)
    bytes.append(0x3E)
  }

  /// An element that was read in the fewest bytes, without the format's own namespace.
  ///
  /// - Parameters:
  ///   - node: The element.
  ///   - room: Bytes whose memory is used again and again.
  /// - Returns: The element as text.
  static func text(of node: ElementNode, using room: inout [UInt8]) -> String {
    room.removeAll(keepingCapacity: true)
    append(node, to: &room, inherited: "")
    return String(decoding: room, as: UTF8.self)
  }

  private static func append(
    _ node: ElementNode, to bytes: inout [UInt8], inherited: String
  ) {
    let name = node.name
    bytes.append(0x3C)
    bytes.append(contentsOf: name.utf8)
    let namespace = node.namespace ?? ""
    if namespace != inherited { append("xmlns", namespace, to: &bytes) }
    for attribute in node.attributes where !attribute.name.hasPrefix("{") {
      append(attribute.name, attribute.value, to: &bytes)
    }
    let text = node.text
    if node.isEmpty && text.isEmpty {
      bytes.append(0x2F)
      bytes.append(0x3E)
      return
    }
    bytes.append(0x3E)
    if !text.isEmpty { escape(text, to: &bytes) }
    for child in node.children { append(child, to: &bytes, inherited: namespace) }
    bytes.append(0x3C)
    bytes.append(0x2F)
    bytes.append(contentsOf: name.utf8)
    bytes.append(0x3E)
  }

  /// The elements that texts hold; a text that is no markup holds none.
  ///
  /// - Parameters:
  ///   - texts: Texts, as `text(of:)` makes them; they may come from anywhere.
  ///   - names: The names that the format knows.
  ///   - namespace: The namespace of those names.
  /// - Returns: The elements, in the order of the texts.
  static func elements(
    in texts: [String], names: XMLNames, namespace: String
  ) -> [DocumentElement] {
    if texts.isEmpty { return [] }
    if let elements = parsed(texts.joined(separator: "\n"), names, namespace) { return elements }
    return texts.flatMap { parsed($0, names, namespace) ?? [] }
  }

  private static func parsed(
    _ text: String, _ names: XMLNames, _ namespace: String
  ) -> [DocumentElement]? {
    let bytes = Array("<x xmlns=\"\(namespace)\">\(text)</x>".utf8)
    var room = ElementBudget(path: "extension")
    do throws(DocumentError) {
      var xml = try XMLReader(
        bytes: bytes, path: "extension", names: names, namespace: namespace, schema: nil)
      guard try xml.next() == .start else { return nil }
      let root = try xml.readElement(names, &room)
      // What follows the root would have closed it early.
      while try xml.next() != .endOfDocument {}
      return xml.problems.isEmpty ? root.children : nil
    } catch {
      return nil
    }
  }

  private static func append(_ name: String, _ value: String, to bytes: inout [UInt8]) {
    bytes.append(0x20)
    bytes.append(contentsOf: name.utf8)
    bytes.append(0x3D)
    bytes.append(0x22)
    escape(value, to: &bytes)
    bytes.append(0x22)
  }

  private static func escape(_ text: String, to bytes: inout [UInt8]) {
    if isPlain(text) {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for byte in text.utf8 {
      switch byte {
      case 0x26: bytes.append(contentsOf: "&amp;".utf8)
      case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
      case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
      case 0x22: bytes.append(contentsOf: "&quot;".utf8)
      case 0x09: bytes.append(contentsOf: "&#9;".utf8)
      case 0x0A: bytes.append(contentsOf: "&#10;".utf8)
      case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
      case 0x00..<0x20: bytes.append(contentsOf: "\u{FFFD}".utf8)
      case 0xBE, 0xBF:
        // U+FFFE and U+FFFF are no characters of XML.
        bytes.append(bytes.suffix(2).elementsEqual([0xEF, 0xBF]) ? 0xBD : byte)
      default: bytes.append(byte)
      }
    }
  }

  /// Whether nothing in a text must be escaped.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    for index in bytes.indices {
      let byte = bytes[index]
      // All that must be escaped, and the byte that U+FFFE and U+FFFF begin with.
      if byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x3C || byte == 0x3E
        || byte == 0xEF
      {
        return false
      }
    }
    return true
  }
}
