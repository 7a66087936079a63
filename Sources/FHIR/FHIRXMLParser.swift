import Files
import XMLStream

/// Makes elements of FHIR's XML.
struct FHIRXMLParser: ~Copyable {
  private var xml: XMLReader
  private let path: String

  /// The attributes that elements of FHIR have.
  private enum Attribute: Int {
    case id, url, value
  }

  private static let names = XMLNames(["id", "url", "value"])
  /// The namespace of narrative.
  private static let narrative = "http://www.w3.org/1999/xhtml"

  /// The breaches of the schema so far.
  var problems: [DocumentError] { xml.problems }

  init(
    _ source: DataSource, limits: XMLLimits, schema: XMLSchema? = nil
  ) throws(DocumentError) {
    path = source.name
    switch source {
    case .bytes(let bytes, let name):
      xml = try XMLReader(
        bytes: bytes, path: name, names: FHIRXMLParser.names, schema: schema, limits: limits)
    case .file, .standardInput:
      xml = try XMLReader(
        path: source.name, names: FHIRXMLParser.names, schema: schema, limits: limits)
    }
  }

  /// Reads the document to its end; of a Bundle only one entry is in memory.
  ///
  /// - Parameter document: Takes what is found: of a Bundle each child, else the resource.
  /// - Throws: `DocumentError` where the document cannot be read on.
  mutating func read(into document: inout FHIRDocument) throws(DocumentError) {
    try beginRoot()
    if xml.nameString == "Bundle" {
      document.bundleType = ""
      let depth = xml.depth
      while try enterChild(of: depth) {
        if let child = try readElement(isInResource: true) { document.take(bundleChild: child) }
      }
    } else if let resource = try readElement(isInResource: false) {
      document.take(resource: resource)
    }
    try readEnd()
  }

  /// Reads one resource as it stands, Bundles included.
  mutating func readResource() throws(DocumentError) -> FHIRElement {
    try beginRoot()
    guard let resource = try readElement(isInResource: false) else {
      throw error("the root is no element of FHIR")
    }
    try readEnd()
    return resource
  }

  private mutating func beginRoot() throws(DocumentError) {
    guard try xml.next() == .start else { throw error("the document holds no element") }
    guard xml.namespace == FHIRSystem.namespace else {
      throw error(
        "the root is \"\(xml.nameString)\"; expected a resource of "
          + "\"\(FHIRSystem.namespace)\", such as Bundle")
    }
  }

  private mutating func readEnd() throws(DocumentError) {
    while try xml.next() != .endOfDocument {}
    if let first = xml.problems.first { throw first }
  }

  private func error(_ message: String) -> DocumentError {
    DocumentError(kind: .invalid, path: path, line: xml.line, message: message)
  }

  /// Goes on to the next child of an element.
  ///
  /// - Parameter depth: The depth of the element, which is read to its end when there is none.
  /// - Returns: Whether there was one.
  /// - Throws: `DocumentError` where a limit is passed.
  private mutating func enterChild(of depth: Int) throws(DocumentError) -> Bool {
    while true {
      switch try xml.next() {
      case .start: return true
      case .text: continue
      case .end: if xml.depth <= depth { return false }
      case .endOfDocument: return false
      }
    }
  }

  /// Reads the element that begins, to its end; nil for what is not kept.
  private mutating func readElement(isInResource: Bool) throws(DocumentError) -> FHIRElement? {
    let name = xml.nameString
    guard FHIRElement.isName(name), xml.namespace != FHIRXMLParser.narrative else {
      try xml.skipElement()
      return nil
    }
    var element = FHIRElement(name, xml.attribute(Attribute.value.rawValue))
    element.id = xml.attribute(Attribute.id.rawValue)
    element.url = xml.attribute(Attribute.url.rawValue)
    element.line = xml.line
    // Narrative repeats what the elements say.
    let isNarrative = isInResource && name == "text"
    let depth = xml.depth
    while try enterChild(of: depth) {
      if let child = try readElement(isInResource: element.isResource) {
        element.children.append(child)
      }
    }
    return isNarrative ? nil : element
  }
}
