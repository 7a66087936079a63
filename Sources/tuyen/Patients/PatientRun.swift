import Answers
import Exchange
import Files
import Formats

/// Finds places for the patients of a file.
struct PatientRun {
  let command: RouteCommand
  let folder: LoadedNetwork

  /// Reads the files, makes the plan and prints it.
  ///
  /// - Returns: Whether anybody has a place.
  func run(_ path: String) throws(Failure) -> Bool {
    let session = NetworkSession(folder) { complain($0) }
    let options = command.patientOptions
    var fields = QuestionFields()
    command.addQuery(to: &fields)
    fields.add("from", command.from)
    fields.add("need", command.need)
    fields.add("capacity", options.capacity)
    fields.add("explain", flag: command.explain)
    let tables = PatientsQuestion.Tables(
      patients: DataSource(path: path),
      places: options.capacityFile.map { DataSource(path: $0) },
      sent: options.sent.map { DataSource(path: $0) })
    let language = command.networkOptions.lang
    let answer = try answering(language) { () throws(AnswerError) in
      let question = try AnswerError.asking { () throws(QuestionError) in
        try PatientsQuestion(fields, tables: tables, in: session, now: Clock.now)
      }
      return try question.answer(in: session)
    }
    for remark in answer.remarks { complain(language(remark)) }
    var style = AnswerStyle(language)
    style.fieldName = { OptionName.of($0) }
    let format: AnswerFormat =
      switch command.format {
      case .table: .table
      case .json: .json
      case .geojson: .geojson
      case .csv, .xml: .csv
      }
    try answer.print(as: format, style)
    leave(found: answer.isFound)
  }
}

extension RouteCommand {
  /// Gives the options of a query as fields.
  func addQuery(to fields: inout QuestionFields) {
    time.add(to: &fields)
    travel.add(to: &fields)
    fields.add("k", count)
    fields.add("minConfidence", minConfidence.rawValue)
    fields.add("minProbability", minProbability)
    fields.add("age", age)
    fields.add("sex", sex?.rawValue)
    fields.add("onset", onset)
    fields.add("within", within)
    fields.add("withinKm", withinKm)
    fields.add("minLevel", minLevel?.rawValue)
    fields.add("highestTier", highestTier)
    fields.add("bed", bed)
    fields.add("severity", severity.severity)
  }
}
