/// Caps that a JSON document must stay within, whatever its author wished.
public struct JSONLimits: Hashable, Sendable {
  /// Most bytes of a document.
  public var documentBytes = 1 << 30
  /// Most objects and arrays that may be open at once.
  public var depth = 64
  /// Most bytes of one text or key.
  public var textBytes = 1 << 20
  /// Most bytes of one number.
  public var numberBytes = 128
  /// Most seconds from the reader's creation to the end of the document.
  public var seconds = 600.0

  /// Creates the default limits.
  public init() {}
}
