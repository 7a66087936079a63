/// Why a file of ours, or a folder, cannot be read or written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kinds of reasons there are.
  public enum Kind: Hashable, Sendable {
    /// The file cannot be opened or mapped.
    case unreadable
    /// It is no file of the kind that was expected.
    case foreign
    /// It has a version of the format that this software does not know.
    case version
    /// It was written on a machine of the other byte order.
    case byteOrder
    /// It is shorter or longer than it says.
    case truncated
    /// Its bytes are not those that were written.
    case damaged
    /// It has no section of a name.
    case missing
    /// A section holds numbers of another kind.
    case kind
    /// It cannot be written.
    case unwritable
    /// Something is there already that must not be replaced.
    case exists
  }

  /// The kind of reason.
  public let kind: Kind
  /// The path of the file.
  public let path: String
  /// What was found, and what to do.
  public let message: String

  /// Creates an error.
  public init(_ kind: Kind, path: String, _ message: String) {
    self.kind = kind
    self.path = path
    self.message = message
  }

  /// The path and the message.
  public var description: String { "\(path): \(message)" }
}
