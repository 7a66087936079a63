public import Facts

/// A version of a resource, as the journal keeps it.
///
///     let version = FHIRVersion(type: "Location", id: "bv-cho-ray", number: 2, since: instant)
public struct FHIRVersion: Hashable, Sendable {
  /// The type of the resource.
  public var type: String
  /// The id of the resource.
  public var id: String
  /// Its number, from 1.
  public var number: Int
  /// When it was first served.
  public var since: Instant
  /// The resource of that version, without its version; nil for a deletion.
  public var content: FHIRElement?

  /// Creates a version.
  ///
  /// - Parameters:
  ///   - type: The type of the resource.
  ///   - id: The id of the resource.
  ///   - number: Its number, from 1.
  ///   - since: When it was first served.
  ///   - content: The resource of that version; nil for a deletion, and where only the version is
  ///     to be told.
  public init(
    type: String, id: String, number: Int, since: Instant, content: FHIRElement? = nil
  ) {
    self.type = type
    self.id = id
    self.number = number
    self.since = since
    self.content = content
  }

  /// The version as HTTP names it: `W/"2"`.
  public var tag: String { "W/\"\(number)\"" }

  /// A resource that says of which version it is.
  ///
  /// - Parameter resource: The resource.
  /// - Returns: The same with `meta.versionId` and `meta.lastUpdated`.
  public func stamped(_ resource: FHIRElement) -> FHIRElement {
    var resource = resource
    let old = resource.children.firstIndex { $0.name == "meta" }
    var meta = FHIRElement("meta")
    meta.append("versionId", "\(number)")
    meta.append("lastUpdated", since.description)
    if let old {
      meta.children += resource.children[old].children
      resource.children[old] = meta
    } else {
      let place = resource.children.firstIndex { $0.name == "id" }.map { $0 + 1 } ?? 0
      resource.children.insert(meta, at: place)
    }
    return resource
  }

  /// The version as an entry of a history.
  ///
  /// - Parameter base: The address of the interface, without a slash at its end.
  /// - Returns: The entry.
  public func entry(at base: String) -> FHIRElement {
    var entry = FHIRElement("entry")
    entry.append("fullUrl", base + "/" + type + "/" + id)
    if let content { entry.append(FHIRElement("resource", [stamped(content)])) }
    var request = FHIRElement("request")
    request.append("method", content == nil ? "DELETE" : number == 1 ? "POST" : "PUT")
    request.append("url", content != nil && number == 1 ? type : type + "/" + id)
    entry.append(request)
    var response = FHIRElement("response")
    response.append("status", content == nil ? "204" : number == 1 ? "201" : "200")
    response.append("etag", tag)
    response.append("lastModified", since.description)
    entry.append(response)
    return entry
  }
}
