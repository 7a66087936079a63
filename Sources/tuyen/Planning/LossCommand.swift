import Answers
import ArgumentParser

/// What breaks when one thing is lost.
struct LossCommand: QuestionCommand {
  typealias Asked = LossQuestion

  static let configuration = CommandConfiguration(
    commandName: "loss",
    abstract: "Rank what breaks when one facility, capability, bridge, ferry or rotation is lost.",
    discussion: """
      Each thing is lost in turn, all others being as they are: people who lose the
      threshold, those who are cut off altogether, those who travel longer, and
      person-minutes added. Nothing is estimated: every answer is the one that the
      network without that thing gives.

      --pairs bridges loses two bridges at once, and lists the pairs that do more
      together than each alone; all other pairs are proved to do no more.

      Examples:
        tuyen loss --need stroke.lysis --at 2026-11-25T02:00
        tuyen loss --need obstetrics --of crossings --vehicle mixed --format json
        tuyen loss --need trauma --of crossings --pairs bridges --top 5
        tuyen loss --of facilities --group 65+ --format csv > losses.csv
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var planning: PlanningOptions
  @OptionGroup var needs: NeedsOptions

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp(
      "What is lost: facilities, capabilities, crossings, rotations or all; may be repeated. "
        + "Default: facilities and crossings.", valueName: "kind"),
    completion: .list(["facilities", "capabilities", "crossings", "rotations", "all"]))
  var kinds: [String] = []

  @Option(
    help: ArgumentHelp("Also lose two at once: bridges.", valueName: "kind"),
    completion: .list(["bridges"]))
  var pairs: String?

  @Option(
    help: ArgumentHelp("How many losses of each kind are listed. Default: 10.", valueName: "n"))
  var top: String?

  @Option(help: "How to print: table, json, csv, xlsx or geojson.")
  var format = AnswerFormat.table

  @OptionGroup var spreadsheet: SpreadsheetOptions

  var excel: Bool { spreadsheet.excel }
  var output: OutputFile? { spreadsheet.file }

  func add(to fields: inout QuestionFields) {
    planning.add(time, travel, to: &fields)
    needs.add(to: &fields)
    fields.add("of", kinds)
    fields.add("pairs", pairs)
    fields.add("top", top)
  }
}
