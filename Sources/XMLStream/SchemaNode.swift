import Files

/// An element of a schema, with what is in it but for annotations.
struct SchemaNode {
  let name: String
  var attributes: [String: String] = [:]
  var children: [SchemaNode] = []

  /// Reads a schema; nil where it is not well-formed, or holds something besides elements of XML Schema.
  static func root(of bytes: [UInt8]) -> SchemaNode? {
    do throws(DocumentError) {
      var xml = try XMLReader(
        bytes: bytes, path: "schema", names: XMLNames(["schema"]), schema: nil)
      guard try xml.next() == .start, let root = try node(&xml) else { return nil }
      return try xml.next() == .endOfDocument && xml.problems.isEmpty ? root : nil
    } catch {
      return nil
    }
  }

  private static func node(_ xml: inout XMLReader) throws(DocumentError) -> SchemaNode? {
    guard xml.namespace == "http://www.w3.org/2001/XMLSchema" else { return nil }
    var node = SchemaNode(name: xml.nameString)
    for index in 0..<xml.attributeCount {
      let attribute = xml.attribute(at: index)
      guard attribute.namespace == nil else { return nil }
      node.attributes[attribute.localName] = attribute.value
    }
    while true {
      switch try xml.next() {
      case .start where xml.nameString == "annotation": try xml.skipElement()
      case .start:
        guard let child = try self.node(&xml) else { return nil }
        node.children.append(child)
      case .text: return nil
      case .end, .endOfDocument: return node
      }
    }
  }

  /// Whether it has no attributes but these.
  func has(only names: Set<String>) -> Bool { attributes.keys.allSatisfy { names.contains($0) } }
}
