import Answers
import ArgumentParser
import Facts

/// Levels of care of facilities, derived from what they perform.
struct LevelsCommand: QuestionCommand {
  typealias Asked = LevelsQuestion

  static let configuration = CommandConfiguration(
    commandName: "levels",
    abstract: "On which level of care each facility stands, and whom the next level would help.",
    discussion: """
      A level is derived from what the facility is stated to perform; nobody
      verified it unless the network says so. For the next level: what is stated to
      be missing, what nobody said (unknown is not no), and for how many people the
      facility would become the nearest of that level within the access standard.

      Examples:
        tuyen levels --ladder emonc --at 2026-11-25
        tuyen levels --ladder stroke --under "Cà Mau" --lang en
        tuyen levels --ladder trauma --within 60 --format json
        tuyen levels --no-gains --all --format csv
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions

  @Option(help: ArgumentHelp("Only a ladder, by id; may be repeated.", valueName: "id"))
  var ladder: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only facilities of this place: its code, or its name in the geography of --scheme.",
      valueName: "place"))
  var under: String?

  @Option(
    help: ArgumentHelp(
      "The geography whose people are counted. Default: the one in force at --at.",
      valueName: "scheme"))
  var scheme: String?

  @Option(
    help: ArgumentHelp(
      "Within how many minutes the level counts, in place of the access standard.",
      valueName: "minutes"))
  var within: String?

  @Option(
    help: "Rely on statements at least this sure: high, medium or low. Default: medium.",
    completion: .list(Confidence.allCases.map(\.rawValue)))
  var minConfidence: String?

  @Flag(help: "Do not compute whom the next level would help.")
  var noGains = false

  @Flag(help: "Print every row, and facilities of which nothing is said too.")
  var all = false

  @Option(help: "How to print: table, json, csv or xlsx.")
  var format = AnswerFormat.table

  @OptionGroup var spreadsheet: SpreadsheetOptions

  var excel: Bool { spreadsheet.excel }
  var output: OutputFile? { spreadsheet.file }

  func add(to fields: inout QuestionFields) {
    fields.add("at", time.at)
    fields.add("vehicle", travel.vehicle)
    fields.add("avoid", travel.avoided)
    fields.add("weather", travel.weather)
    fields.add("ladder", ladder)
    fields.add("under", under)
    fields.add("scheme", scheme)
    fields.add("within", within)
    fields.add("minConfidence", minConfidence)
    fields.add("noGains", flag: noGains)
    fields.add("all", flag: all)
  }
}
