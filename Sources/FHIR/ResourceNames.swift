/// The names by which resources may be referred to; the first of several of the same name counts.
struct ResourceNames {
  private(set) var byTypeAndID: [String: Int] = [:]
  private var byURL: [String: Int] = [:]
  private var byIdentifier: [String: Int] = [:]

  /// Adds the names of a resource.
  mutating func add(_ resource: FHIRResource, _ index: Int) {
    let kind = resource.kind.rawValue
    if !resource.id.isEmpty { ResourceNames.add(kind + "/" + resource.id, index, to: &byTypeAndID) }
    if let url = resource.fullURL {
      ResourceNames.add(ResourceNames.withoutVersion(url), index, to: &byURL)
    }
    for identifier in resource.identifiers {
      ResourceNames.add(ResourceNames.key(identifier, resource.kind), index, to: &byIdentifier)
    }
  }

  /// The resource that a reference means; nil where there is none of that name.
  func resolve(_ reference: FHIRReference, from kind: FHIRResource.Kind) -> Int? {
    if let text = reference.reference {
      if let index = byURL[text] { return index }
      let plain = ResourceNames.withoutVersion(text)
      if let index = byURL[plain] ?? byTypeAndID[plain] { return index }
      let parts = plain.split(separator: "/")
      if parts.count > 2, let index = byTypeAndID[parts.suffix(2).joined(separator: "/")] {
        return index
      }
    }
    guard let identifier = reference.identifier else { return nil }
    return byIdentifier[ResourceNames.key(identifier, kind)]
  }

  /// The address of a resource without that of its version.
  static func withoutVersion(_ url: String) -> String {
    // Looking for a byte is quicker than for a word, and few addresses have this one.
    guard url.utf8.contains(0x5F), let range = url.firstRange(of: "/_history/") else { return url }
    return String(url[..<range.lowerBound])
  }

  private static func add(_ key: String, _ index: Int, to table: inout [String: Int]) {
    if table[key] == nil { table[key] = index }
  }

  private static func key(_ identifier: FHIRIdentifier, _ kind: FHIRResource.Kind) -> String {
    kind.rawValue + "\n" + (identifier.system ?? "") + "\n" + identifier.value
  }
}
