public import Formats
public import Planning

/// On which level of care each facility stands, and whom the next level would help.
public struct LevelsAnswer: Answer, SessionAnswer {
  /// The question.
  public let question: LevelsQuestion
  /// The network that was asked.
  let session: NetworkSession
  /// The people who are counted; nil where none are.
  public let demand: Demand?
  /// Each ladder.
  public let studies: [LadderStudy]

  /// The forms in which it can be had.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx]

  /// Whether any facility is on any ladder.
  public var isFound: Bool { studies.contains { !$0.standings.isEmpty } }

  /// The levels and the facilities, as two lists of rows.
  public func json(_ style: AnswerStyle) -> JSONValue? { set(style).json }

  /// The levels and the facilities, as two tables.
  public func table(_ style: AnswerStyle) -> String? { set(style).text(style) }

  /// The facilities.
  public func csv(_ style: AnswerStyle) -> String? {
    LevelsReport(answer: self, style: style).facilities.csv(style.csv)
  }

  /// The levels and the facilities.
  package func tables(_ style: AnswerStyle) -> [Table] { set(style).tables }
  /// A sheet for each table.
  public func sheets(_ style: AnswerStyle) -> [Table]? { tables(style) }

  private func set(_ style: AnswerStyle) -> TableSet {
    let report = LevelsReport(answer: self, style: style)
    return TableSet(
      head: report.head, query: report.query, tables: [report.rungs, report.facilities],
      showsAllRows: question.showsAllRows)
  }
}
