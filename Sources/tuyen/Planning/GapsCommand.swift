import Answers
import ArgumentParser

/// Places beyond the standard, and what would close each gap.
struct GapsCommand: QuestionCommand {
  typealias Asked = GapsQuestion

  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "List the places that reach no able facility in time, why, and what would change it.",
    discussion: """
      Places come by people. Each candidate change was computed anew, commune by
      commune: the people gained are those of the whole network who would be in time.
      Changes stand in order of what they cost in kind (ask < hours < rotate <
      upgrade < build); no sums of money are known. See docs/planning.md.

      Examples:
        tuyen gaps --need stroke
        tuyen gaps --need obstetrics --threshold 60 --limit 50 --at 2026-11-25T02:00
        tuyen gaps --need trauma --format csv > gaps.csv
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var planning: PlanningOptions

  @Option(help: ArgumentHelp("What patients need.", valueName: "need"))
  var need: String

  @Option(
    help: ArgumentHelp(
      "Minutes that are near enough. Default: the standard of the need.", valueName: "minutes"))
  var threshold: String?

  @Option(
    help: ArgumentHelp(
      "How many places, those of most people first. Default: 20.", valueName: "count"))
  var limit: String?

  @Option(help: "How to print: table, json, csv or xlsx.")
  var format = AnswerFormat.table

  @OptionGroup var spreadsheet: SpreadsheetOptions

  var excel: Bool { spreadsheet.excel }
  var output: OutputFile? { spreadsheet.file }

  func add(to fields: inout QuestionFields) {
    planning.add(time, travel, to: &fields)
    fields.add("need", need)
    fields.add("threshold", threshold)
    fields.add("limit", limit)
  }
}
