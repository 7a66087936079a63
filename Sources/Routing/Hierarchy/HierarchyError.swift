/// Why no hierarchy can be made.
public enum HierarchyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The order does not name every node once.
  case notAnOrder
  /// A node has more ancestors than can be numbered; the graph has no small separators.
  case tooDeep

  /// The reason in words.
  public var description: String {
    switch self {
    case .notAnOrder: "the order does not name every node once"
    case .tooDeep: "the graph has no small separators: a node would have over 65,000 ancestors"
    }
  }
}
