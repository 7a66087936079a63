import Answers
import Files
import Formats

/// Prints the answers for the origins of a file, row by row.
struct RouteBatch {
  private let command: RouteCommand
  private let session: NetworkSession

  init(_ command: RouteCommand, _ session: NetworkSession) {
    self.command = command
    self.session = session
  }

  /// Asks for each row and prints its answer.
  ///
  /// - Returns: Whether any target was found.
  /// - Throws: `Failure` when the file or the options are wrong, or at the end when rows were.
  func run(_ path: String) throws(Failure) -> Bool {
    let style = try command.style()
    var fields = QuestionFields()
    command.addRules(to: &fields)
    fields.add("need", command.need)
    var rows = try answering(style.language, RouteCommand.optionNames) {
      () throws(AnswerError) in
      let question = try AnswerError.asking { () throws(QuestionError) in
        try BatchQuestion(
          fields, origins: command.tables.table(path), in: session, now: Machine.now)
      }
      return try question.rows(in: session)
    }
    return try RowPrinter.print(
      &rows, as: command.format == .table ? .csv : command.format, style, to: command.output,
      counting: "origins")
  }
}
