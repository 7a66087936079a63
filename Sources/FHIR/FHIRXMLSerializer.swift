import XMLStream

/// Writes elements as XML.
struct FHIRXMLSerializer {
  private var xml = XMLWriter(indent: 1)

  /// Writes a resource as a whole document.
  mutating func writeDocument(_ resource: FHIRElement) {
    beginDocument(resource)
    end()
  }

  /// Begins a document, and leaves its root open for further children.
  mutating func beginDocument(_ root: FHIRElement) {
    xml.declaration()
    xml.start(name: root.name)
    xml.attribute("xmlns", FHIRSystem.namespace)
    for child in root.children { write(child) }
  }

  /// Ends the root.
  mutating func end() { xml.end() }

  /// Hands over what was written and forgets it.
  mutating func takeBytes() -> [UInt8] { xml.takeBytes() }

  /// Writes an element.
  mutating func write(_ element: FHIRElement) {
    xml.start(name: element.name)
    xml.attribute("id", element.id)
    xml.attribute("url", element.url)
    xml.attribute("value", element.value)
    for child in element.children { write(child) }
    xml.end()
  }
}
