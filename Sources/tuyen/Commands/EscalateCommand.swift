import Answers
import ArgumentParser

/// The chain from commune to last line, with what stands behind each step.
struct EscalateCommand: QuestionCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate",
    abstract:
      "Follow the line from the commune to the last line for a need: times, agreements, rules, "
      + "and where it is broken.",
    discussion: """
      A step for each tier above the patient's: commune station (4), district or
      regional (3), provincial (2), central or city (1). Each leaves where the one
      before it ended. PLACE and NEED are as in "tuyen route"; from a facility the
      chain begins at the tier above it.

      Examples:
        tuyen escalate --from "Cái Nước, Cà Mau" --need stroke.thrombectomy
        tuyen escalate --from bv-chau-doc --need stroke --prefer agreement
        tuyen escalate --from ttyt-lam-binh --need obstetrics \\
          --network network-data/northern-support
      """)

  typealias Asked = EscalationQuestion

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions

  @Option(help: ArgumentHelp("Where the patient is.", valueName: "place"))
  var from: String

  @Option(help: ArgumentHelp("What the patient needs.", valueName: "need"))
  var need: String

  @Option(
    help:
      "Rely on statements and agreements at least this sure: high, medium or low. Default: medium.",
    completion: .list(["high", "medium", "low"]))
  var minConfidence: String?

  @Option(help: ArgumentHelp("The patient's age in full years.", valueName: "years"))
  var age: String?

  @Option(help: "The patient's sex: female or male.", completion: .list(["female", "male"]))
  var sex: String?

  @Option(
    help: ArgumentHelp(
      "Of two facilities that are able, take the nearest, or the one that an agreement names: "
        + "nearest or agreement. Default: nearest."), completion: .list(["nearest", "agreement"]))
  var prefer: String?

  @Option(
    help:
      "Rules on transfer between tiers: show them, enforce them, or ignore them. Default: show.",
    completion: .list(["show", "enforce", "ignore"]))
  var transferRules: String?

  @Flag(help: "The transfer is planned, not an emergency.")
  var planned = false

  @Option(help: "How to print: table, json, csv or xlsx.")
  var format = AnswerFormat.table

  @OptionGroup var spreadsheet: SpreadsheetOptions

  var excel: Bool { spreadsheet.excel }
  var output: OutputFile? { spreadsheet.file }

  func add(to fields: inout QuestionFields) {
    time.add(to: &fields)
    travel.add(to: &fields)
    fields.add("from", from)
    fields.add("need", need)
    fields.add("minConfidence", minConfidence)
    fields.add("age", age)
    fields.add("sex", sex)
    fields.add("prefer", prefer)
    fields.add("transferRules", transferRules)
    fields.add("planned", flag: planned)
  }
}
