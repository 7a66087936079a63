public import Exchange
import Facts
public import Formats

/// The imports that were applied to a network.
public struct ImportHistoryAnswer: Answer {
  /// A table, JSON and separated values.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx]

  /// The imports, in order.
  public let entries: [HistoryEntry]

  /// Creates an answer.
  ///
  /// - Parameter entries: The imports, in order.
  public init(_ entries: [HistoryEntry]) {
    self.entries = entries
  }

  /// Whether there is any import.
  public var isFound: Bool { !entries.isEmpty }

  /// The rows as a list of objects.
  public func json(_ style: AnswerStyle) -> JSONValue? { rows(style.language).json }
  /// The rows as separated values.
  public func csv(_ style: AnswerStyle) -> String? { rows(style.language).csv(style.csv) }
  /// The rows as a sheet.
  public func sheets(_ style: AnswerStyle) -> [Table]? { [rows(style.language)] }
  /// The rows as people read them.
  public func table(_ style: AnswerStyle) -> String? {
    rows(style.language).text(in: style.language, width: style.width)
  }

  private func rows(_ language: Language) -> Table {
    var rows = Table(
      "rows",
      [
        .init("import", language("Lần", "Import"), .right),
        .init("applied", language("Lúc", "Applied")), .init("format", language("Dạng", "Format")),
        .init("file", language("Tệp", "File")),
        .init("documents", language("Tài liệu đã đổi", "Documents changed")),
      ])
    for entry in entries {
      let documents = entry.documents.map(\.path).joined(separator: ", ")
      for source in entry.sources {
        rows.add([
          .init(entry.number), .init(entry.applied.description),
          .init(source.format.rawValue), .init(source.path), .init(documents),
        ])
      }
    }
    return rows
  }
}
