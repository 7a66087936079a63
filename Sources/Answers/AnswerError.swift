public import Files

/// Why a question that comes with documents was not answered.
public enum AnswerError: Error, Hashable, Sendable {
  /// A field of the question is wrong.
  case question(QuestionError)
  /// A document handed in with it is wrong: every error found, in order of lines.
  case document([DocumentError])
  /// Whoever asked has given up.
  case cancelled
}
