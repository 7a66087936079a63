public import Exchange
import Facts
public import Formats

/// The changes that documents would make to a network, or have made.
public struct ImportAnswer: Answer {
  /// A table and JSON.
  public static let formats: [AnswerFormat] = [.table, .json]

  /// The changes.
  public let preview: ImportPreview
  /// The paths of the documents, in order, as they were given.
  public let files: [String]
  /// The import, where it was applied; nil for a preview.
  public let entry: HistoryEntry?
  /// Whether applying was asked for, even where it was refused.
  public let applies: Bool
  /// Whether text lists every record and finding.
  public let isWhole: Bool

  /// Creates an answer.
  ///
  /// - Parameters:
  ///   - preview: The changes.
  ///   - files: The paths of the documents, in order, as they were given.
  ///   - entry: The import, where it was applied; nil for a preview.
  ///   - applies: Whether applying was asked for, even where it was refused.
  ///   - isWhole: Whether text lists every record and finding.
  public init(
    _ preview: ImportPreview, of files: [String], applied entry: HistoryEntry? = nil,
    applies: Bool = false, isWhole: Bool = false
  ) {
    self.preview = preview
    self.files = files
    self.entry = entry
    self.applies = applies
    self.isWhole = isWhole
  }

  /// Whether nothing is odd.
  public var isFound: Bool { !preview.isOdd }

  /// Counts, records and findings for programs: all of them.
  public func json(_ style: AnswerStyle) -> JSONValue? {
    JSONValue.object(report(style).json).adding([
      "applied": .bool(entry != nil),
      "import": entry.map { .integer($0.number) },
      "files": .array(files.map { .string($0) }),
    ])
  }

  /// Counts, records and findings as people read them, and what has become of them.
  public func table(_ style: AnswerStyle) -> String? {
    (report(style).lines + ending(style)).map { $0 + "\n" }.joined()
  }

  private func report(_ style: AnswerStyle) -> ImportReport {
    ImportReport(preview: preview, style: style, isWhole: isWhole)
  }

  private func ending(_ style: AnswerStyle) -> [String] {
    let language = style.language
    if let entry {
      let names = entry.documents.map(\.path).joined(separator: ", ")
      let undo = style.hintText(.undo, language).map { " " + $0 } ?? ""
      return [
        "",
        language(
          "Đã áp dụng: lần nhập \(entry.number), \(names).\(undo)",
          "Applied: import \(entry.number), \(names).\(undo)"),
      ]
    }
    guard !preview.isEmpty, !applies else { return [] }
    let apply = style.parenthesis(.apply)
    return ["", language("Chưa đổi gì\(apply).", "Nothing was changed\(apply).")]
  }
}
