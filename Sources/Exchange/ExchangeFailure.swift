public import Files
public import Formats

/// Everything that is wrong with the documents of a network, each with its file and line.
public struct ExchangeFailure: Error, Sendable, CustomStringConvertible {
  /// The problems, in order of documents and lines, up to a limit.
  public var errors: [DocumentError]
  /// How many more there were.
  public var omitted = 0

  /// Creates a failure.
  ///
  /// - Parameters:
  ///   - errors: The problems, in order of documents and lines.
  ///   - omitted: How many more errors there were.
  public init(errors: [DocumentError], omitted: Int = 0) {
    self.errors = errors
    self.omitted = omitted
  }

  /// Creates a failure of one error.
  ///
  /// - Parameters:
  ///   - kind: Why the document was refused.
  ///   - path: The document.
  ///   - line: The line in it, from 1; 0 where there is none.
  ///   - message: What was found and what was expected.
  ///   - vi: The same in Vietnamese.
  package init(
    _ kind: DocumentError.Kind, _ path: String, line: Int = 0, _ message: String,
    vi: String? = nil
  ) {
    self.init(
      errors: [DocumentError(kind: kind, path: path, line: line, message: message, vi: vi)])
  }

  /// Whether a file could not be opened or read at all.
  public var isUnreadable: Bool { errors.contains { $0.kind == .unreadable } }

  /// The errors in English, one a line.
  public var description: String { text(.en) }

  /// The errors in a language, one a line.
  public func text(_ language: Language) -> String {
    let more =
      omitted > 0
      ? [language("… và \(omitted) lỗi nữa", "… and \(omitted) more errors")] : []
    return (errors.map { $0.text(language) } + more).joined(separator: "\n")
  }
}
