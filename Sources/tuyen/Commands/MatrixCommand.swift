import Answers
import ArgumentParser
import Files
import Formats

/// Minutes and kilometres between many origins and destinations.
struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Compute minutes and kilometres between origins and destinations.",
    discussion: """
      PLACE is what "tuyen route" understands. Minutes are typical ones from door
      to door, leaving at --at; both are empty where no way leads. --to-need takes
      every facility that is able to serve a need, whatever the hour of arrival.

      Files are CSV with a header. --from-file and --to-file need a column "from"
      (a PLACE), or "id" instead, or "lat" and "lon"; with both, "id" is the label.
      --file has pairs: columns "from" and "to". JSON is a line an origin.

      Examples:
        tuyen matrix --from "Cái Nước, Cà Mau" bv-nam-can --to bv-ca-mau bv-cho-ray
        tuyen matrix --from-file villages.csv --to-need stroke.thrombectomy
        tuyen matrix --file pairs.csv --vehicle mixed --format json
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("The origins.", valueName: "place"))
  var from: [String] = []

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("The destinations.", valueName: "place"))
  var to: [String] = []

  @Option(
    help: ArgumentHelp("A CSV file of origins; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var fromFile: String?

  @Option(
    help: ArgumentHelp("A CSV file of destinations.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var toFile: String?

  @Option(help: ArgumentHelp("Destinations: those able to serve a need.", valueName: "need"))
  var toNeed: String?

  @Option(
    help: ArgumentHelp("A CSV file of pairs; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var file: String?

  @Option(
    help:
      "With --to-need: rely on statements at least this sure: high, medium or low. Default: medium.",
    completion: .list(["high", "medium", "low"]))
  var minConfidence: String?

  @OptionGroup var tables: TableOptions

  @Option(help: "How to print: csv, json or xlsx.")
  var format = AnswerFormat.csv

  @OptionGroup var spreadsheet: SpreadsheetOptions

  func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    try tables.validate(hasTable: fromFile != nil || toFile != nil || file != nil)
    guard fromFile != "-" || toFile != "-" else {
      throw ValidationError("only one of --from-file and --to-file can be standard input")
    }
    guard MatrixRow.formats.contains(format) else {
      throw ValidationError("a matrix is printed as csv, json (one line an origin) or xlsx")
    }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let session = try networkOptions.session()
      var fields = QuestionFields()
      time.add(to: &fields)
      travel.add(to: &fields)
      fields.add("from", from)
      fields.add("to", to)
      fields.add("toNeed", toNeed)
      fields.add("minConfidence", minConfidence)
      let named = MatrixQuestion.Tables(
        origins: fromFile.map(tables.table),
        destinations: toFile.map(tables.table),
        pairs: file.map(tables.table))
      var rows = try answering(networkOptions.lang) { () throws(AnswerError) in
        let question = try AnswerError.asking { () throws(QuestionError) in
          try MatrixQuestion(fields, tables: named, in: session, now: Machine.now)
        }
        return try question.rows(in: session)
      }
      if rows.destinations.isEmpty, file == nil {
        complain(
          networkOptions.lang(
            "không cơ sở nào làm được \"\(toNeed ?? "")\"",
            "no facility is able to serve \"\(toNeed ?? "")\""))
        return false
      }
      let style = try spreadsheet.style(printing: format, networkOptions.lang)
      return try RowPrinter.print(
        &rows, as: format, style, to: spreadsheet.file, counting: file == nil ? "origins" : "pairs")
    }
  }
}
