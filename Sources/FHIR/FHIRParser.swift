import Exchange
import Files
import XMLStream

/// Reads the resources of a FHIR document one after another; only one of them is in memory here.
struct FHIRParser: ~Copyable {
  var xml: XMLReader
  /// The type of the bundle; nil for a single resource.
  private(set) var bundleType: String?
  /// Whether the bundle says that there are further pages.
  private(set) var hasNextPage = false
  /// Resources of kinds that a directory does not hold, by their names.
  private(set) var otherResources: [String: Int] = [:]
  private(set) var deletions: [FHIRDeletion] = []
  /// The name of the root.
  private(set) var root = ""
  /// Whether the root is of FHIR's namespace.
  private(set) var isFHIR = false
  /// The resource being read.
  var resource = FHIRResource(.location)

  init(_ xml: consuming XMLReader) {
    self.xml = xml
  }

  /// Reads the document to its end.
  ///
  /// - Parameter found: Is given each resource, in the order of the document.
  /// - Throws: `DocumentError` where the document cannot be read on.
  mutating func read(_ found: (FHIRResource) -> Void) throws(DocumentError) {
    guard try xml.next() == .start else { return }
    root = xml.nameString
    isFHIR = xml.namespace == FHIRSystem.namespace
    switch FHIRTerm(rawValue: xml.name) {
    case .bundle: try readBundle(found)
    case let term:
      if let kind = term?.resourceKind {
        found(try readResource(kind))
      } else {
        otherResources[root, default: 0] += 1
      }
    }
    while try xml.next() != .endOfDocument {}
  }

  /// The element that begins, as far as it has a name that is known.
  var term: FHIRTerm? { FHIRTerm(rawValue: xml.name) }

  /// Goes on to the next child of an element; what is left of the child before is skipped.
  ///
  /// - Parameter depth: The depth of the element, which is read to its end when there is none.
  /// - Returns: Whether there was one.
  /// - Throws: `DocumentError` where the document cannot be read on.
  mutating func enterChild(of depth: Int) throws(DocumentError) -> Bool {
    if xml.event == .start && xml.depth > depth { try xml.skipElement() }
    while true {
      switch try xml.next() {
      case .start: return true
      case .text: continue
      case .end: if xml.depth <= depth { return false }
      case .endOfDocument: return false
      }
    }
  }

  /// The value of a primitive; nil where it has none or only white space.
  var value: String? {
    guard let text = xml.attribute(FHIRTerm.value.rawValue) else { return nil }
    let line = collapsingWhitespace(text)
    return line.isEmpty ? nil : line
  }

  private mutating func readBundle(_ found: (FHIRResource) -> Void) throws(DocumentError) {
    let depth = xml.depth
    bundleType = ""
    while try enterChild(of: depth) {
      switch term {
      case .type: bundleType = value ?? ""
      case .link: try readLink()
      case .entry: try readEntry(found)
      default: break
      }
    }
  }

  private mutating func readLink() throws(DocumentError) {
    let depth = xml.depth
    while try enterChild(of: depth) {
      if term == .relation, value == "next" { hasNextPage = true }
    }
  }

  private mutating func readEntry(_ found: (FHIRResource) -> Void) throws(DocumentError) {
    let depth = xml.depth
    let line = xml.line
    var fullURL: String?
    var method: String?
    var url: String?
    var entry: FHIRResource?
    while try enterChild(of: depth) {
      switch term {
      case .fullUrl: fullURL = value
      case .request:
        let inner = xml.depth
        while try enterChild(of: inner) {
          if term == .method { method = value }
          if term == .url { url = value }
        }
      case .resource:
        let inner = xml.depth
        while try enterChild(of: inner) {
          if let kind = term?.resourceKind {
            entry = try readResource(kind)
          } else {
            otherResources[xml.nameString, default: 0] += 1
          }
        }
      default: break
      }
    }
    if method == "DELETE" {
      deletions.append(FHIRDeletion(url: url ?? fullURL ?? "", line: line))
    } else if var entry {
      entry.fullURL = fullURL
      found(entry)
    }
  }

  private mutating func readResource(_ kind: FHIRResource.Kind) throws(DocumentError)
    -> FHIRResource
  {
    let outer = resource
    resource = FHIRResource(kind)
    resource.line = xml.line
    let depth = xml.depth
    while try enterChild(of: depth) { try readElement() }
    let read = resource
    resource = outer
    return read
  }

  /// Reads what resources are contained in the one being read.
  mutating func readContained() throws(DocumentError) {
    let depth = xml.depth
    while try enterChild(of: depth) {
      if let kind = term?.resourceKind {
        let inner = try readResource(kind)
        resource.contained.append(inner)
      } else {
        try leaveOut()
      }
    }
  }

  /// Keeps what the model cannot hold as a text, to be counted.
  mutating func leaveOut() throws(DocumentError) {
    let name = xml.nameString
    let text = try readWords()
    resource.rest.append(FHIRField(name: name, value: text))
  }

  /// Reads an element to its end, as one line: its value, or `child: value` for each child with one.
  mutating func readWords() throws(DocumentError) -> String {
    let outer = xml.depth
    var words: [String] = []
    var length = 0
    if let value { words = [value] }
    var path: [String] = []
    while try xml.next() != .endOfDocument {
      if xml.event == .end {
        if xml.depth == outer { break }
        path.removeLast()
      } else if xml.event == .start {
        path.append(xml.nameString)
        guard let value, length < FHIRParser.mostWords else { continue }
        let part = path.joined(separator: ".") + ": " + value
        length += part.utf8.count
        words.append(part)
      }
    }
    return words.joined(separator: "; ")
  }

  /// Bytes of a text that is kept because the model cannot hold it; more is cut off.
  private static let mostWords = 4_000
}

extension FHIRTerm {
  /// The kind of the resource that begins so.
  var resourceKind: FHIRResource.Kind? {
    switch self {
    case .location: .location
    case .organization: .organization
    case .healthcareService: .healthcareService
    case .organizationAffiliation: .organizationAffiliation
    case .endpoint: .endpoint
    default: nil
    }
  }
}
