import Answers
import ArgumentParser

/// Who reaches care in time.
struct CoverageCommand: QuestionCommand {
  typealias Asked = CoverageQuestion

  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Count the people who reach a facility able to treat on arrival, and who does not.",
    discussion: """
      People are served (a facility able on arrival within the threshold), unknown
      (only hospitals with no statement whether they can), of no capacity
      (only hospitals that cannot, or are closed on arrival) or out of reach.
      Without --need: every specialty in which minutes matter, each with the default
      standard of the vocabulary. Definitions and formulas: docs/planning.md.

      The communes are those of the geography in force at --at, unless --scheme names
      another.

      Examples:
        tuyen coverage --at 2026-11-25T10:00
        tuyen coverage --need stroke.thrombectomy --threshold 60 --threshold 120
        tuyen coverage --need obstetrics --by province --lang en
        tuyen coverage --need trauma --scheme gso-2024 --by district --format csv
        tuyen coverage --need stroke --group 65+ --curve --fairness
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var planning: PlanningOptions

  @Option(
    name: .customLong("need"),
    help: ArgumentHelp("What patients need; may be repeated.", valueName: "need"))
  var needs: [String] = []

  @Option(
    name: .customLong("threshold"),
    help: ArgumentHelp(
      "Minutes that are near enough; may be repeated. Default: the standard of each need.",
      valueName: "minutes"))
  var thresholds: [String] = []

  @Option(
    help: ArgumentHelp(
      "The ages counted beside everybody: 0-14, 15-49, 65+ or all (nobody else). Default: those "
        + "that the vocabulary names for the specialty.", valueName: "ages"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      "By network, commune, district, province, or the provinces of another geography: "
        + "province-2024. Default: network.", valueName: "unit"),
    completion: .list(["network", "commune", "district", "province"]))
  var by: String?

  @Flag(help: "Add the share of people for every quarter of an hour, and quantiles.")
  var curve = false

  @Flag(help: "Add how evenly access is spread, and the pressure on each facility.")
  var fairness = false

  @Option(
    help: ArgumentHelp(
      "With --fairness: how the weight of facilities falls with the way: slow or fast. Default: "
        + "slow.", valueName: "decay"), completion: .list(["slow", "fast"]))
  var decay: String?

  @Option(
    help: "How to print: table, json, csv, xlsx or geojson (a point for each commune and need).")
  var format = AnswerFormat.table

  @OptionGroup var spreadsheet: SpreadsheetOptions

  var excel: Bool { spreadsheet.excel }
  var output: OutputFile? { spreadsheet.file }

  func add(to fields: inout QuestionFields) {
    planning.add(time, travel, to: &fields)
    fields.add("need", needs)
    fields.add("threshold", thresholds)
    fields.add("group", group)
    fields.add("by", by)
    fields.add("curve", flag: curve)
    fields.add("fairness", flag: fairness)
    fields.add("decay", decay)
  }
}
