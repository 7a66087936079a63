/// Caps that a document must stay within, whatever its author wished.
///
/// ```swift
/// var limits = XMLLimits()
/// limits.documentBytes = 50_000_000
/// let reader = try XMLReader(path: path, names: names, schema: schema, limits: limits)
/// ```
///
/// Each cap is checked before libxml2 sees the bytes, so that going over it costs no more than
/// reading up to that place.
public struct XMLLimits: Hashable, Sendable {
  /// Most bytes of a document.
  public var documentBytes = 1 << 30
  /// Most bytes of one tag, from `<` to `>`; more than 2^28 count as that.
  public var tagBytes = 65_536
  /// Most attributes on one tag, namespace declarations included.
  public var attributes = 64
  /// Most elements that may be open at once.
  public var depth = 32
  /// Most bytes of one text, attribute value, comment or processing instruction; more than 2^28
  /// count as that.
  public var textBytes = 1 << 20
  /// Most problems that are kept; the others are only counted.
  public var errors = 100
  /// Most seconds from the reader's creation to the end of the document.
  public var seconds = 600.0

  /// Creates the default limits.
  public init() {}
}
