import Answers
import Files
import Formats

/// Finds places for the patients of a file.
struct PatientRun {
  let command: RouteCommand
  let session: NetworkSession

  /// Reads the files, makes the plan and prints it.
  ///
  /// - Returns: Whether anybody has a place.
  func run(_ path: String) throws(Failure) -> Bool {
    let options = command.patientOptions
    let style = try command.style()
    var fields = QuestionFields()
    command.addRules(to: &fields)
    fields.add("from", command.from)
    fields.add("need", command.need)
    fields.add("capacity", options.capacity)
    fields.add("explain", flag: command.explain)
    let tables = PatientsQuestion.Tables(
      patients: command.tables.table(path),
      places: options.capacityFile.map(command.tables.table),
      sent: options.sent.map(command.tables.table))
    let answer = try answering(style.language, RouteCommand.optionNames) {
      () throws(AnswerError) in
      let question = try AnswerError.asking { () throws(QuestionError) in
        try PatientsQuestion(fields, tables: tables, in: session, now: Machine.now)
      }
      return try question.answer(in: session)
    }
    for remark in answer.remarks { complain(style.language(remark)) }
    try answer.print(as: command.format, style, to: command.output)
    leave(found: answer.isFound)
  }
}
