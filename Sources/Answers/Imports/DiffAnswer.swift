public import Exchange
public import Formats

/// The differences of two networks, folders or documents.
///
///     DiffAnswer(ImportPreview(from: before, to: after)).table(AnswerStyle(.en))
public struct DiffAnswer: Answer {
  /// A table and JSON.
  public static let formats: [AnswerFormat] = [.table, .json]

  /// The differences of the newer side.
  public let preview: ImportPreview
  /// Whether text lists every record.
  public let isWhole: Bool

  /// Creates an answer.
  ///
  /// - Parameters:
  ///   - preview: The newer side, compared with the older one.
  ///   - isWhole: Whether text lists every record.
  public init(_ preview: ImportPreview, isWhole: Bool = false) {
    self.preview = preview
    self.isWhole = isWhole
  }

  /// Whether the two sides say the same.
  public var isFound: Bool { preview.isEmpty }

  /// Counts, records and findings for programs: all of them.
  public func json(_ style: AnswerStyle) -> JSONValue? {
    .object(ImportReport(preview: preview, style: style, isWhole: isWhole).json)
  }

  /// Counts, records and findings as people read them.
  public func table(_ style: AnswerStyle) -> String? {
    ImportReport(preview: preview, style: style, isWhole: isWhole).lines.map { $0 + "\n" }
      .joined()
  }
}
