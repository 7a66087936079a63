public import Formats

/// How many minutes each commune is from care.
public struct AccessAnswer: Answer {
  /// JSON only: what people read of it is the coverage.
  public static let formats: [AnswerFormat] = [.json]

  /// The question.
  public let question: AccessQuestion
  let coverage: CoverageAnswer

  init(question: AccessQuestion, coverage: CoverageAnswer) {
    self.question = question
    self.coverage = coverage
  }

  /// Minutes are always an answer.
  public var isFound: Bool { true }

  /// The minutes in columns; the fields are in docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue? {
    AccessReport(answer: coverage, style: style).json
  }
}
