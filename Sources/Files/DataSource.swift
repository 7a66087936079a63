/// Where the bytes of a document come from.
public enum DataSource: Hashable, Sendable {
  /// A file, or a pipe with a name.
  case file(String)
  /// The standard input of the process.
  case standardInput
  /// Bytes that are there already, such as the body of a request.
  case bytes([UInt8], name: String)

  /// Reads a path as users write it: "-" is standard input.
  public init(path: String) { self = path == "-" ? .standardInput : .file(path) }

  /// The name that messages use.
  public var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "-"
    case .bytes(_, let name): name
    }
  }
}
