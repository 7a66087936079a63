public import Exchange
import Facts
import Formats

/// The import that was taken back, if there was any.
public struct UndoAnswer: Answer {
  /// A sentence.
  public static let formats: [AnswerFormat] = [.table]

  /// The import; nil where there was none.
  public let entry: HistoryEntry?

  /// Creates an answer.
  ///
  /// - Parameter entry: The import that was taken back; nil where there was none.
  public init(_ entry: HistoryEntry?) {
    self.entry = entry
  }

  /// Whether an import was taken back.
  public var isFound: Bool { entry != nil }

  /// The number of the import and its documents.
  public func table(_ style: AnswerStyle) -> String? {
    let language = style.language
    guard let entry else {
      return language(
        "Không có lần nhập nào để hoàn lại.\n", "There is no import to take back.\n")
    }
    let names = entry.documents.map(\.path).joined(separator: ", ")
    return language(
      "Đã hoàn lại lần nhập \(entry.number): \(names)\n",
      "Took import \(entry.number) back: \(names)\n")
  }
}
