public import Facts
public import Formats
import Spreadsheet

/// A form in which an answer can be had.
public enum AnswerFormat: String, CaseIterable, Hashable, Sendable {
  /// Text for people, in columns.
  case table
  /// JSON, keys sorted; the fields are in docs/json.md.
  case json
  /// Separated values for spreadsheets and scripts.
  case csv
  /// A workbook of Excel that can be handed in: typed columns under a heading.
  case xlsx
  /// GeoJSON for maps.
  case geojson
  /// XML, with the fields of the JSON.
  case xml
}

/// How an answer is worded and laid out.
public struct AnswerStyle: Sendable {
  /// The language of sentences and titles.
  public var language: Language
  /// The most letters of a line of text.
  public var width: Int
  /// How separated values are written.
  public var csv: CSVWriter
  /// Whether JSON stands in one line.
  public var isCompact: Bool
  /// The name of a field of a question on this face, where it has names that a reader can type.
  ///
  /// A command line has `--min-confidence` for `minConfidence`. Remedies are worded with it; nil for
  /// plain words.
  public var fieldName: (@Sendable (String) -> String)?
  /// The words of the face for something that a reader can do next; nil to leave it out.
  public var hintText: @Sendable (Hint, Language) -> String? = { _, _ in nil }

  /// Creates a style.
  ///
  /// - Parameters:
  ///   - language: The language of sentences and titles.
  ///   - width: The most letters of a line of text.
  ///   - csv: How separated values are written.
  ///   - isCompact: Whether JSON stands in one line.
  ///   - fieldName: What the face calls a field of a question; nil for plain words.
  public init(
    _ language: Language = .vi, width: Int = Paragraph.width, csv: CSVWriter = CSVWriter(),
    isCompact: Bool = false, naming fieldName: (@Sendable (String) -> String)? = nil
  ) {
    self.language = language
    self.width = width
    self.csv = csv
    self.isCompact = isCompact
    self.fieldName = fieldName
  }
}

/// The answer to a question: a value that knows no option, no exit code and no stream.
public protocol Answer: Sendable {
  /// The forms in which it can be had.
  static var formats: [AnswerFormat] { get }
  /// Whether GeoJSON stands in one line, as it is long.
  static var hasLongGeoJSON: Bool { get }
  /// Whether anything was found: a command line ends with 0, else with 1.
  var isFound: Bool { get }
  /// The answer for programs; nil where it has no such form.
  func json(_ style: AnswerStyle) -> JSONValue?
  /// The answer for maps; nil where it has no such form.
  func geoJSON(_ style: AnswerStyle) -> JSONValue?
  /// The tables of the answer, as sheets of a workbook have them; nil where they are those of the
  /// separated values.
  func sheets(_ style: AnswerStyle) -> [Table]?
  /// The answer as separated values; nil where it has no such form.
  func csv(_ style: AnswerStyle) -> String?
  /// The answer for people; nil where it has no such form.
  func table(_ style: AnswerStyle) -> String?
  /// The answer as XML; nil where it has no such form.
  func xml(_ style: AnswerStyle) -> String?
  /// A sentence beside the answer, as why nothing was found; nil where there is nothing to say.
  func remark(_ style: AnswerStyle) -> String?
}

extension Answer {
  /// It is short enough to be read.
  public static var hasLongGeoJSON: Bool { false }

  /// No such form.
  public func json(_ style: AnswerStyle) -> JSONValue? { nil }
  /// No such form.
  public func geoJSON(_ style: AnswerStyle) -> JSONValue? { nil }
  /// Those of the separated values.
  public func sheets(_ style: AnswerStyle) -> [Table]? { nil }
  /// No such form.
  public func csv(_ style: AnswerStyle) -> String? { nil }
  /// No such form.
  public func table(_ style: AnswerStyle) -> String? { nil }
  /// No such form.
  public func xml(_ style: AnswerStyle) -> String? { nil }

  /// Nothing.
  public func remark(_ style: AnswerStyle) -> String? { nil }

  /// The answer in one of its forms.
  ///
  /// - Returns: The text, ending in a line feed; nil where it has no such form.
  public func text(as format: AnswerFormat, _ style: AnswerStyle) -> String? {
    let indent = style.isCompact ? nil : 2
    return switch format {
    case .table:
      table(style).map {
        Paragraph.fitted($0, width: style.width).replacing(Paragraph.joint, with: " ")
      }
    case .json: json(style)?.text(indent: indent)
    case .geojson: geoJSON(style)?.text(indent: Self.hasLongGeoJSON ? nil : indent)
    case .csv: csv(style)
    // It is no text.
    case .xlsx: nil
    case .xml: xml(style)
    }
  }

  /// The answer in one of its forms, as bytes.
  ///
  /// - Returns: The text in UTF-8, or a workbook; nil where it has no such form.
  public func bytes(as format: AnswerFormat, _ style: AnswerStyle) -> [UInt8]? {
    guard format == .xlsx else { return text(as: format, style).map { Array($0.utf8) } }
    return workbook(style)
  }

  /// The answer as a workbook; nil where it has no tables.
  private func workbook(_ style: AnswerStyle) -> [UInt8]? {
    let language = style.language
    let title = language("Kết quả", "Result")
    if let tables = sheets(style) {
      return WorkbookWriter(language).bytes(of: tables.map { $0.sheet(named: title, in: language) })
    }
    var plain = style
    plain.csv = CSVWriter()
    guard let sheet = csv(plain).flatMap({ WorkbookSheet(title, csv: $0) }) else { return nil }
    return WorkbookWriter(language).bytes(of: [sheet])
  }
}

/// A question: made from text fields, answered by a session.
///
///     let question = try RouteQuestion(["from": "Cái Nước", "need": "stroke"], in: session, now: now)
///     let answer = try session.answer(question)
///     answer.json(AnswerStyle(.en))
public protocol Question: Sendable {
  /// The answer to it.
  associatedtype Reply: Answer
  /// Its name, as in a path or a command: "route".
  static var name: String { get }

  /// Understands the fields of a question.
  ///
  /// - Parameters:
  ///   - fields: The fields; a field that the question does not have is an error.
  ///   - session: The network of which is asked.
  ///   - now: The present instant, which the face has read from its clock, once.
  /// - Throws: `QuestionError` with the first field that is wrong.
  init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError)

  /// Answers it.
  ///
  /// - Throws: `QuestionError` where only answering shows that a field is wrong, as an origin from
  ///   which no way begins.
  func answer(in session: NetworkSession) throws(QuestionError) -> Reply
}
