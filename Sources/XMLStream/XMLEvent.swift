/// An event that ``XMLReader/next()`` returns.
public enum XMLEvent: Hashable, Sendable, BitwiseCopyable {
  /// The start of an element, whose attributes can now be asked for.
  case start
  /// The end of an element.
  case end
  /// A text that is not only white space.
  case text
  /// The end of the document.
  case endOfDocument
}
