public import Exchange
import Facts
public import Formats

/// Where each value of a record comes from.
public struct FactHistoryAnswer: Answer {
  /// A table, JSON and separated values.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx]

  /// The records of the key, with the import of each value.
  public let history: FactHistory
  /// The only field that is wanted; nil for all.
  public let field: String?

  /// Creates an answer.
  ///
  /// - Parameters:
  ///   - history: The records of a key, with the import of each value.
  ///   - field: The only field that is wanted; nil for all.
  public init(_ history: FactHistory, field: String? = nil) {
    self.history = history
    self.field = field
  }

  /// Whether there is any value.
  public var isFound: Bool { history.records.contains { $0.values.contains(where: isWanted) } }

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

  private func isWanted(_ value: FactHistory.Value) -> Bool {
    guard let field else { return true }
    return value.field == field || value.field.hasPrefix(field + "[")
  }

  private func rows(_ language: Language) -> Table {
    var rows = Table(
      "rows",
      [
        .init("kind", language("Loại", "Kind")), .init("field", language("Trường", "Field")),
        .init("value", language("Giá trị", "Value")),
        .init("replaced", language("Thay cho", "Replaced")),
        .init("import", language("Lần nhập", "Import"), .right),
        .init("applied", language("Lúc", "Applied")),
        .init("file", language("Từ tệp", "From file")),
        .init("source", language("Nguồn", "Source")),
        .init("asserted", language("Ngày", "Asserted")),
        .init("confidence", language("Tin cậy", "Confidence")),
        .init("gone", language("Đã rút ở lần", "Gone with import"), .right),
      ])
    for record in history.records {
      for value in record.values where isWanted(value) { rows.add(cells(value, record)) }
    }
    return rows
  }

  private func cells(
    _ value: FactHistory.Value, _ record: FactHistory.Record
  ) -> [Table.Cell] {
    let file =
      value.entry?.sources.map(\.path).joined(separator: ", ")
      ?? record.place.map { "\($0.document):\($0.line)" }
    return [
      .init(record.kind), .init(value.field), .init(value.value), .init(value.replaced),
      .init(value.entry?.number), .init(value.entry?.applied.description), .init(file),
      .init(value.provenance.source), .init(value.provenance.asserted?.description),
      .init(value.provenance.confidence?.rawValue), .init(record.goneWith?.number),
    ]
  }
}
