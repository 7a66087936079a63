/// Writes XML as UTF-8 bytes, always the same for the same calls.
///
/// ```swift
/// var writer = XMLWriter()
/// writer.declaration()
/// writer.start("facility")
/// writer.attribute("id", "a")
/// writer.attribute("lat", 10.762622)
/// writer.end()
/// // <facility id="a" lat="10.762622"/>
/// ```
///
/// Each element begins on a line of its own, except in an element that has text. Attributes stand
/// in the order of the calls. Text is written in normal form C, so that texts that are equal give the
/// same bytes. It can never break the document: characters that XML 1.0 does not allow, such as
/// U+0000, are written as U+FFFD.
public struct XMLWriter: Sendable {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8] = []

  private let indent: Int
  private var open: [Element] = []
  /// Whether the last start tag still takes attributes.
  private var isTagOpen = false

  private enum Name {
    case fixed(StaticString)
    case text(String)
  }

  private struct Element {
    var name: Name
    var hasElements = false
    var hasText = false
  }

  /// Creates an empty document.
  ///
  /// - Parameter indent: Spaces per level, or -1 for no line breaks.
  public init(indent: Int = 2) {
    self.indent = indent
  }

  /// Writes the XML declaration, which must come first.
  public mutating func declaration() {
    precondition(bytes.isEmpty, "a declaration must come first")
    append(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    if indent < 0 { bytes.append(0x0A) }
  }

  /// Begins an element.
  ///
  /// - Parameter name: A name that XML allows, with its prefix if any.
  public mutating func start(_ name: StaticString) {
    start(.fixed(name))
  }

  /// Begins an element whose name is not known before.
  ///
  /// - Parameter name: A name that XML allows, with its prefix if any.
  package mutating func start(name: String) {
    start(.text(name))
  }

  private mutating func start(_ name: Name) {
    closeTag()
    if let last = open.indices.last {
      if !open[last].hasText { breakLine() }
      open[last].hasElements = true
    } else if !bytes.isEmpty {
      breakLine()
    }
    bytes.append(0x3C)
    append(name)
    open.append(Element(name: name))
    isTagOpen = true
  }

  /// Ends the element begun last; `<a/>` where nothing is in it.
  ///
  /// - Precondition: An element is open.
  public mutating func end() {
    precondition(!open.isEmpty, "no element is open")
    let element = open.removeLast()
    if isTagOpen {
      isTagOpen = false
      append("/>")
    } else {
      if element.hasElements && !element.hasText { breakLine() }
      append("</")
      append(element.name)
      bytes.append(0x3E)
    }
    if open.isEmpty { bytes.append(0x0A) }
  }

  /// Writes text into the element begun last; after an empty text the element is as it was.
  ///
  /// - Precondition: An element is open.
  public mutating func text(_ text: String) {
    precondition(!open.isEmpty, "no element is open")
    if text.isEmpty { return }
    closeTag()
    open[open.count - 1].hasText = true
    appendEscaped(text, inAttribute: false)
  }

  /// Writes an element that holds only a text.
  public mutating func element(_ name: StaticString, text: String) {
    start(name)
    self.text(text)
    end()
  }

  /// Writes an attribute into the start tag just begun; nothing where the value is `nil`.
  ///
  /// - Precondition: The last call began an element or wrote an attribute.
  public mutating func attribute(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    beginAttribute(name)
    appendEscaped(value, inAttribute: true)
    bytes.append(0x22)
  }

  /// Writes an integer as an attribute; nothing where it is `nil`.
  ///
  /// - Precondition: The last call began an element or wrote an attribute.
  public mutating func attribute(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    beginAttribute(name)
    XMLNumbers.append(value, to: &bytes)
    bytes.append(0x22)
  }

  /// Writes a number as an attribute in the fewest digits that read back as the same number, without
  /// an exponent; nothing where it is `nil`.
  ///
  /// Numbers that are not finite become `INF`, `-INF` and `NaN`, as XSD writes them.
  ///
  /// - Precondition: The last call began an element or wrote an attribute.
  public mutating func attribute(_ name: StaticString, _ value: Double?) {
    guard let value else { return }
    beginAttribute(name)
    XMLNumbers.append(value, to: &bytes)
    bytes.append(0x22)
  }

  /// Writes `true` or `false` as an attribute; nothing where it is `nil`.
  ///
  /// - Precondition: The last call began an element or wrote an attribute.
  public mutating func attribute(_ name: StaticString, _ value: Bool?) {
    guard let value else { return }
    beginAttribute(name)
    append(value ? "true" : "false")
    bytes.append(0x22)
  }

  /// Hands over what was written so far and forgets it, so that a long document can be written in
  /// blocks.
  ///
  /// - Returns: The bytes since the last call.
  public mutating func takeBytes() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  private mutating func beginAttribute(_ name: StaticString) {
    precondition(isTagOpen, "an attribute must follow the start of its element")
    bytes.append(0x20)
    append(name)
    bytes.append(0x3D)
    bytes.append(0x22)
  }

  private mutating func closeTag() {
    guard isTagOpen else { return }
    bytes.append(0x3E)
    isTagOpen = false
  }

  private mutating func breakLine() {
    guard indent >= 0 else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent * open.count))
  }

  private mutating func append(_ name: Name) {
    switch name {
    case .fixed(let name): append(name)
    case .text(let name): bytes.append(contentsOf: name.utf8)
    }
  }

  private mutating func append(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func appendEscaped(_ text: String, inAttribute: Bool) {
    var text = text
    let isComposed = text.withUTF8 { utf8 in
      guard unsafe NormalForm.isSurelyComposed(utf8) else { return false }
      unsafe XMLEscape.append(utf8, to: &bytes, inAttribute: inAttribute)
      return true
    }
    if isComposed { return }
    var composed = NormalForm.composed(text)
    composed.withUTF8 { utf8 in
      unsafe XMLEscape.append(utf8, to: &bytes, inAttribute: inAttribute)
    }
  }
}
