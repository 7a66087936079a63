public import Files
public import Formats

/// Why a question that comes with documents has no answer.
///
///     do throws(AnswerError) { plan = try question.answer(in: session) }
///     catch { error.message(in: .en) { "--\($0)" } }
public enum AnswerError: Error, Hashable, Sendable {
  /// A field of the question is wrong.
  case question(QuestionError)
  /// A document that came with the question is wrong, or cannot be read.
  case document([DocumentError])
  /// The task that asked was cancelled.
  case cancelled

  /// The error in sentences, and what to do.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - name: The face's own name of a field.
  /// - Returns: The sentence.
  public func message(in language: Language, naming name: (String) -> String = { $0 }) -> String {
    switch self {
    case .question(let error): error.message(in: language, naming: name)
    case .document(let errors): TableProblems(errors: errors).text(language)
    case .cancelled: language("đã bị hủy", "cancelled")
    }
  }

  /// Whether a document is not there, or cannot be opened.
  public var isUnreadable: Bool {
    guard case .document(let errors) = self else { return false }
    return errors.contains { $0.kind == .unreadable }
  }
}

extension AnswerError {
  /// Does something that a wrong field ends.
  package static func asking<Result>(
    _ work: () throws(QuestionError) -> Result
  ) throws(AnswerError) -> Result {
    do throws(QuestionError) {
      return try work()
    } catch {
      throw .question(error)
    }
  }

  /// Does something that a wrong document ends.
  static func reading<Result>(
    _ work: () throws(DocumentError) -> Result
  ) throws(AnswerError) -> Result {
    do throws(DocumentError) {
      return try work()
    } catch {
      throw .document([error])
    }
  }

  /// Fails with everything that was wrong with the rows of a table, if anything was.
  static func finish(_ table: HeadedTable) throws(AnswerError) {
    if !table.problems.isEmpty { throw .document(table.problems) }
  }

  /// Fails if the task that asked was cancelled.
  static func checkCancellation() throws(AnswerError) {
    if Task.isCancelled { throw .cancelled }
  }
}
