/// One token of ``JSONReader/next()``.
public enum JSONEvent: Hashable, Sendable {
  /// An object begins.
  case beginObject
  /// An object ends.
  case endObject
  /// An array begins.
  case beginArray
  /// An array ends.
  case endArray
  /// The key of the value that follows.
  case key(String)
  /// A text.
  case string(String)
  /// A number as it was written, which keeps its precision.
  case number(String)
  /// A truth value.
  case bool(Bool)
  /// Known to be nothing.
  case null
  /// The end of the document.
  case endOfDocument
}
