/// Caps that a document must stay within, whatever its author wished.
public struct XMLLimits: Hashable, Sendable {
  /// Most bytes of a document.
  public var documentBytes = 1 << 30

  /// Creates the default limits.
  public init() {}
}
