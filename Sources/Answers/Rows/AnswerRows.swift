public import Formats

/// An answer that comes row by row, in the order of the question: one row is held at a time, so that
/// thousands of origins take the memory of one.
///
///     var rows = try question.rows(in: session)
///     output(Rows.Row.head(as: .csv, style))
///     while let row = try rows.next() { output(row.text(as: .csv, style)) }
public protocol AnswerRows {
  /// A row.
  associatedtype Row: AnswerRow

  /// The next row; nil at the end.
  ///
  /// A row that has no answer carries the reason, and ends nothing.
  ///
  /// - Throws: `AnswerError` where the table cannot be read on, or the task is cancelled.
  mutating func next() throws(AnswerError) -> Row?

  /// How the texts of tables were understood that do not say their encoding, as far as they are read.
  var recognised: [TextRecognition] { get }
}

/// A row of an answer.
public protocol AnswerRow: Sendable {
  /// The titles of the separated values.
  static var titles: [String] { get }
  /// Whether anything was found.
  var isFound: Bool { get }
  /// Why the row has no answer; nil where it has one.
  var error: RowError? { get }
  /// The row for programs.
  func json(_ style: AnswerStyle) -> JSONValue
  /// The row as lines of separated values.
  func cells(_ style: AnswerStyle) -> [[String]]
}

extension AnswerRow {
  /// The forms in which rows can be had: separated values, a workbook, or JSON with a line a row.
  public static var formats: [AnswerFormat] { [.csv, .xlsx, .json] }

  /// The text before the first row.
  public static func head(as format: AnswerFormat, _ style: AnswerStyle) -> String {
    format == .json ? "" : style.csv.document([titles])
  }

  /// The row in one of its forms: JSON, or separated values for any other.
  public func text(as format: AnswerFormat, _ style: AnswerStyle) -> String {
    format == .json
      ? json(style).text(indent: nil) : cells(style).map(style.csv.line).joined()
  }
}

/// Why a row of a table has no answer.
public struct RowError: Error, Hashable, Sendable {
  /// The name of the table.
  public var source: String
  /// The line on which the row begins, from 1.
  public var line: Int
  /// The reason.
  public var text: Bilingual
  /// Whether the row was understood, and nothing was found for it: then nothing in it is wrong.
  public var isNothingFound = false

  /// Creates a reason.
  public init(source: String, line: Int, _ text: Bilingual) {
    self.source = source
    self.line = line
    self.text = text
  }

  /// The reason behind the place of the row, as `path:line: reason`.
  public func message(in language: Language) -> String { "\(source):\(line): \(language(text))" }
}

extension QuestionError {
  /// The message for a row, in both languages, in one line, with the names of fields as they are; of
  /// an unknown value not every allowed one is listed.
  var text: Bilingual {
    var short = self
    if problem == .unknown, choices.count > 12 { short.choices = [] }
    func line(_ language: Language) -> String {
      short.message(in: language).split(separator: "\n").map { $0.drop { $0 == " " } }
        .joined(separator: " | ")
    }
    return Bilingual(line(.vi), line(.en))
  }
}

extension HeadedTable {
  /// The row as one that has no answer.
  func rowError(_ text: Bilingual) -> RowError { RowError(source: name, line: line, text) }

  /// The row as one whose question cannot be asked, or has no answer.
  func rowError(_ error: QuestionError) -> RowError {
    var row = rowError(error.text)
    row.isNothingFound = error.isNothingFound
    return row
  }

  /// The words for a place that the row has in a column, or else its point; nil for neither.
  func place(_ column: String) throws(QuestionError) -> String? {
    if let text = value(column) { return text }
    return try point()
  }

  /// The point of the columns `lat` and `lon`, as text; nil where the row has neither.
  ///
  /// - Throws: `QuestionError` where it has only one of them: a point is never half a guess.
  func point() throws(QuestionError) -> String? {
    switch (value("lat"), value("lon")) {
    case (let latitude?, let longitude?):
      func plain(_ text: String) -> String {
        text.contains(".") ? text : String(text.map { $0 == "," ? "." : $0 })
      }
      return plain(latitude) + "," + plain(longitude)
    case (nil, nil): return nil
    case (let latitude, _):
      throw QuestionError(
        field: latitude == nil ? "lat" : "lon",
        .notFound(
          Bilingual(
            "dòng này chỉ có một trong hai cột lat, lon",
            "the row has only one of the columns lat and lon")))
    }
  }

  /// A row with another number of fields than the header.
  var lengthError: RowError {
    rowError(
      Bilingual(
        "dòng này có \(fieldCount) ô, dòng tiêu đề có \(titles.count)",
        "the row has \(fieldCount) fields, the header \(titles.count)"))
  }
}
