/// What is wrong with a document (XML, a table, a snapshot), and where.
///
/// Its description reads `path:line: message`, as compilers write it.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why a document was refused.
  public enum Kind: Hashable, Sendable {
    /// The text is not well-formed: broken XML, a quoted field never closed, no text at all.
    case malformed
    /// The document breaks its schema, or the schema itself is wrong.
    case invalid
    /// A feature that is never accepted: DOCTYPE, entities, other encodings, compression.
    case forbidden
    /// The document goes beyond one of the limits of its reader.
    case limit
    /// The file cannot be opened or read.
    case unreadable
  }

  /// Why the document was refused.
  public var kind: Kind
  /// The document's path, as given to the reader.
  public var path: String
  /// The line in the document, from 1, or 0 where there is none.
  public var line: Int
  /// What was found, what was expected, and where useful what to do.
  public var message: String
  /// The message in Vietnamese; nil where there is only the English one.
  public var vi: String?

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - kind: Why the document was refused.
  ///   - path: The document.
  ///   - line: The line in it, from 1; 0 where there is none.
  ///   - message: What was found, what was expected, and where useful what to do.
  ///   - vi: The same in Vietnamese.
  public init(kind: Kind, path: String, line: Int, message: String, vi: String? = nil) {
    self.kind = kind
    self.path = path
    self.line = line
    self.message = message
    self.vi = vi
  }

  /// The error as `path:line: message`, without the line where it is 0.
  public var description: String { place + message }

  /// The place as `path:line: `.
  package var place: String { line > 0 ? "\(path):\(line): " : "\(path): " }
}
