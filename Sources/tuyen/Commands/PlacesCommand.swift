import Answers
import ArgumentParser

/// Administrative places with their populations.
struct PlacesCommand: QuestionCommand {
  typealias Asked = PlacesQuestion

  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "List administrative places with their codes, populations and points.",
    discussion: """
      Populations stand in columns of their own by basis, because they must not be
      added or compared: a census of residents, the same census cut to newer
      boundaries, and the register. Figures of age groups are left out.

      Examples:
        tuyen places --level province
        tuyen places --under "Cà Mau" --level commune
        tuyen places --scheme gso-2024 --under "huyện cái nước" --format csv
        tuyen places --under 96 --at 2025-06-30 --lang en
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions

  @Option(
    help: ArgumentHelp(
      "The administrative geography. Default: the one in force at --at.", valueName: "scheme"))
  var scheme: String?

  @Option(
    help: "Only places of a level: province, district or commune.",
    completion: .list(["province", "district", "commune"]))
  var level: String?

  @Option(
    help: ArgumentHelp("Only places in this one: its code or name.", valueName: "place"))
  var under: String?

  @Option(help: "How to print: table, json, csv or xlsx.")
  var format = AnswerFormat.table

  @OptionGroup var spreadsheet: SpreadsheetOptions

  var excel: Bool { spreadsheet.excel }
  var output: OutputFile? { spreadsheet.file }

  func add(to fields: inout QuestionFields) {
    fields.add("at", time.at)
    fields.add("scheme", scheme)
    fields.add("level", level)
    fields.add("under", under)
  }
}
