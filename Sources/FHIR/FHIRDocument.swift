import Exchange

/// The contents of a document, as far as a directory can use it.
struct FHIRDocument {
  let path: String
  /// Which of the documents that are read together it is, from 0.
  let index: Int
  /// The type of the bundle; nil for a single resource.
  var bundleType: String?
  /// The addresses of the bundle itself and of its next page.
  private(set) var links: [String: String] = [:]
  private(set) var resources: [FHIRResource] = []
  private(set) var deletions: [FHIRDeletion] = []
  /// Resources of kinds that a directory does not hold, by their names.
  private(set) var otherResources = FHIRTally()

  init(path: String, index: Int) {
    self.path = path
    self.index = index
  }

  /// Takes a resource that stands alone.
  mutating func take(resource element: FHIRElement) {
    if let resource = FHIRResource(element, in: index) {
      resources.append(resource)
    } else {
      otherResources.add(element.name, at: element.line)
    }
  }

  /// Takes one child of a Bundle.
  mutating func take(bundleChild child: FHIRElement) {
    switch child.name {
    case "type": bundleType = child.text ?? ""
    case "link":
      guard let relation = child.text("relation") else { return }
      links[relation] = child.text("url") ?? ""
    case "entry": take(entry: child)
    default: break
    }
  }

  /// Adds what another document of the same file holds.
  mutating func append(_ other: FHIRDocument) {
    if let type = other.bundleType { bundleType = type }
    links.merge(other.links) { _, new in new }
    // The same memory, where there is nothing to put it behind.
    if resources.isEmpty { resources = other.resources } else { resources += other.resources }
    deletions += other.deletions
    otherResources.merge(other.otherResources)
  }

  /// Whether it held any resource that a directory has to do with.
  var hasResources: Bool { !resources.isEmpty || isEmptied }
  private var isEmptied = false

  /// The resources, given away: a second copy of each would be as large as the document.
  mutating func takeResources() -> [FHIRResource] {
    defer { (isEmptied, resources) = (hasResources, []) }
    return resources
  }

  private mutating func take(entry: FHIRElement) {
    let fullURL = entry.text("fullUrl")
    if let request = entry["request"], request.text("method") == "DELETE" {
      deletions.append(
        FHIRDeletion(
          url: request.text("url") ?? fullURL ?? "", document: index, line: entry.line))
      return
    }
    var found: FHIRResource?
    for element in entry["resource"]?.children ?? [] {
      if let resource = FHIRResource(element, in: index) {
        found = resource
      } else {
        otherResources.add(element.name, at: element.line)
      }
    }
    guard var found else { return }
    found.fullURL = fullURL
    resources.append(found)
  }
}

extension FHIRElement {
  /// The value in one line; nil where it has none or only white space.
  var text: String? {
    guard let value else { return nil }
    let line = collapsingWhitespace(value)
    return line.isEmpty ? nil : line
  }

  /// The value of the first child of a name, in one line.
  func text(_ name: String) -> String? { self[name]?.text }
}
