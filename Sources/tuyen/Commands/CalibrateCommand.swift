import Answers
import ArgumentParser
import Files
import Formats
import HealthNetwork
import TravelNetwork

/// Usual speeds corrected by observed trips.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Correct the usual speeds of road classes, and their range, by observed trips.",
    discussion: """
      TRIPS is a CSV file with a header: from, to (places as of "tuyen route"),
      departed, arrived (2026-11-25T02:00), and vehicle, if it is not --vehicle.
      Trips too far off are left out and listed. A class is only changed when at
      least ten trips use it and agree; the error is told for trips held out.

      --out writes the change as a delta document, to be tried with --scenario or
      kept with "tuyen import". Nothing is written when trips held out are not told
      better.

      Exit codes: 0 something to change, 1 nothing, 65 wrong rows.

      Examples:
        tuyen calibrate trips.csv
        tuyen calibrate trips.csv --out calibration.xml
        tuyen route --from "Cái Nước" --need stroke --scenario calibration.xml
      """)

  @OptionGroup var networkOptions: NetworkOptions

  @Argument(
    help: ArgumentHelp("The trips; - is standard input.", valueName: "trips"),
    completion: .file(extensions: ["csv"]))
  var trips: String

  @Option(
    help: ArgumentHelp(
      "The vehicle of rows that name none. Default: ambulance.", valueName: "vehicle"))
  var vehicle: String?

  @OptionGroup var tables: TableOptions

  @Option(
    name: .customLong("out"), help: ArgumentHelp("The delta document to write.", valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var out: String?

  @Flag(help: "Replace a file that is there already.")
  var force = false

  @Option(help: "How to print: table or json.")
  var format = AnswerFormat.table

  func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    guard !force || out != nil else { throw ValidationError("--force needs --out FILE") }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      try CalibrationAnswer.refuseUnlessPrinted(as: format, networkOptions.lang)
      if let out { try OutputFiles.refuseOverwriting(out, unless: force) }
      let now = Machine.now
      let session = try networkOptions.session()
      var fields = QuestionFields()
      fields.add("vehicle", vehicle)
      var progress = Progress("trips")
      let answer = try answering(networkOptions.lang) { () throws(AnswerError) in
        let question = try AnswerError.asking { () throws(QuestionError) in
          try CalibrationQuestion(
            fields, trips: tables.table(trips), in: session, now: now)
        }
        return try question.answer(in: session) { _ in progress.step() }
      }
      progress.finish()
      if let out, answer.isFound { try OutputFiles.write(answer.document, to: out) }
      try answer.print(as: format, .commandLine(networkOptions.lang))
      leave(found: answer.isFound)
    }
  }
}
