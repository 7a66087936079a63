public import Formats
public import HealthNetwork
public import Planning

/// Who supports whom, which communes have no supporting hospital, and what ends.
public struct SupportAnswer: Answer, SessionAnswer {
  /// The question.
  public let question: SupportQuestion
  /// The network that was asked.
  let session: NetworkSession
  /// Who supports whom.
  public let graph: SupportGraph
  /// How each commune is supported.
  public let support: CommuneSupport
  /// The proposals; nil where no part asked for has any.
  public let plan: SupportPlan?
  /// Who performs what.
  let register: PracticeRegister

  /// The forms in which it can be had.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx]

  /// Whether anything is known of support.
  public var isFound: Bool { !graph.links.isEmpty || !support.communes.isEmpty }

  /// A list of rows for each part.
  public func json(_ style: AnswerStyle) -> JSONValue? { tables(style, question.parts).json }

  /// A table for each part.
  public func table(_ style: AnswerStyle) -> String? {
    tables(style, question.parts).text(style)
  }

  /// The rows of one part, the communes unless another is asked for; nil where several are.
  public func csv(_ style: AnswerStyle) -> String? {
    guard question.parts.count <= 1 else { return nil }
    let part = question.parts.first ?? .communes
    return SupportReport(answer: self, style: style).table(of: part).csv(style.csv)
  }

  /// What is said above all parts.
  package func head(_ style: AnswerStyle) -> [String] {
    SupportReport(answer: self, style: style).head
  }

  /// The table of each part.
  package func tables(_ style: AnswerStyle) -> [Table] { tables(style, question.parts).tables }
  /// A sheet for each part.
  public func sheets(_ style: AnswerStyle) -> [Table]? { tables(style) }

  private func tables(_ style: AnswerStyle, _ parts: [SupportQuestion.Part]) -> TableSet {
    let report = SupportReport(answer: self, style: style)
    return TableSet(
      head: report.head, query: report.query,
      tables: (parts.isEmpty ? SupportQuestion.Part.allCases : parts).map(report.table),
      showsAllRows: question.showsAllRows)
  }
}
