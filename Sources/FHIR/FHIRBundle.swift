/// Resources that travel together.
///
///     var bundle = FHIRBundle(.searchset)
///     bundle.total = 1
///     bundle.entries = [directory.entry(location, mode: .match)]
///     bundle.element.bytes(as: .json)
public struct FHIRBundle: Hashable, Sendable {
  /// Why the resources travel together.
  public enum Kind: String, CaseIterable, Sendable {
    /// Because somebody put them together.
    case collection
    /// Because a search found them.
    case searchset
    /// Because they are versions of resources, the newest first.
    case history
    /// Because they are to be changed together or not at all.
    case transaction
    /// Because they are to be changed, each by itself.
    case batch
  }

  /// Why a resource is among the answers to a search.
  public enum SearchMode: String, CaseIterable, Sendable {
    /// It is what was asked for.
    case match
    /// One that was asked for refers to it.
    case include
    /// It says something about the search itself.
    case outcome
  }

  /// A resource and its address.
  public struct Entry: Hashable, Sendable {
    /// The resource.
    public var resource: FHIRElement
    /// Its address; nil where it has none.
    public var fullURL: String?
    /// Why it is among the answers to a search; nil where there was none.
    public var mode: SearchMode?

    /// Creates an entry.
    public init(_ resource: FHIRElement, fullURL: String? = nil, mode: SearchMode? = nil) {
      self.resource = resource
      self.fullURL = fullURL
      self.mode = mode
    }

    /// The entry as an element.
    public var element: FHIRElement {
      var entry = FHIRElement("entry")
      entry.append("fullUrl", fullURL)
      entry.append(FHIRElement("resource", [resource]))
      if let mode { entry.append(FHIRElement("search", [FHIRElement("mode", mode.rawValue)])) }
      return entry
    }
  }

  /// Why the resources travel together.
  public var kind: Kind
  /// The system of what tells the Bundle from others; nil where it has no such identifier.
  public var identifierSystem: String?
  /// The identifier of the Bundle.
  public var identifier: String?
  /// How many resources the search found, on all pages; nil where that is not known.
  public var total: Int?
  /// Addresses of the Bundle and of its other pages, by relation: `self`, `next`.
  public var links: [String: String] = [:]
  /// The resources.
  public var entries: [Entry] = []

  /// Creates a Bundle of nothing.
  public init(_ kind: Kind) {
    self.kind = kind
  }

  /// The Bundle as an element.
  public var element: FHIRElement {
    var bundle = head
    for entry in entries { bundle.append(entry.element) }
    return bundle
  }

  /// The Bundle without its entries.
  var head: FHIRElement {
    var bundle = FHIRElement("Bundle")
    if let identifier {
      var element = FHIRElement("identifier")
      element.append("system", identifierSystem)
      element.append("value", identifier)
      bundle.append(element)
    }
    bundle.append("type", kind.rawValue)
    bundle.append("total", total.map(String.init))
    for (relation, url) in links.sorted(by: { $0.key < $1.key }) {
      bundle.append(
        FHIRElement("link", [FHIRElement("relation", relation), FHIRElement("url", url)]))
    }
    return bundle
  }
}
