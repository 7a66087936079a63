/// Why records make no travel map.
public enum TravelMapError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Two records of a kind have the same id.
  case twice(id: String)
  /// A link starts or ends at a node that is not there.
  case unknownNode(id: String, link: String)

  /// The reason in words.
  public var description: String {
    switch self {
    case .twice(let id): "\(id) is the id of two records"
    case .unknownNode(let id, let link): "link \(link) ends at \(id), which is no node"
    }
  }
}
