import Answers
import ArgumentParser

/// Places and facilities by name; bridges and ferries.
struct SearchCommand: QuestionCommand {
  typealias Asked = SearchQuestion

  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find places, facilities and other records by name, or list bridges and ferries.",
    discussion: """
      Marks are not needed, but count when typed; old names are found too. What
      comes after a comma is where it lies. Short forms are understood: BV, BVĐK,
      TTYT, TYT, TP, Q.5. Agreements, programmes, techniques, trainings, figures,
      rules and observations are found by words of their names and texts.

      Examples:
        tuyen search "bv da khoa ca mau"
        tuyen search "cái nước, cà mau" --kind place
        tuyen search "tram y te dat mui" --format json
        tuyen search --crossings
        tuyen search --crossings "rach mieu" --lang en
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions

  @Argument(help: "A name, and after commas where it lies.")
  var text: String?

  @Option(
    help: "Only places, only facilities, or only other records: place, facility or record.",
    completion: .list(["place", "facility", "record"]))
  var kind: String?

  @Option(help: "How many at most. Default: 20; all crossings.")
  var limit: String?

  @Flag(help: "Search bridges, ferries, boat lines and flights instead.")
  var crossings = false

  @Option(help: "How to print: table, json, csv or xlsx.")
  var format = AnswerFormat.table

  @OptionGroup var spreadsheet: SpreadsheetOptions

  var excel: Bool { spreadsheet.excel }
  var output: OutputFile? { spreadsheet.file }

  func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    guard text != nil || crossings else {
      throw ValidationError("give a name, or --crossings")
    }
    guard kind == nil || !crossings else {
      throw ValidationError("--kind does not go with --crossings")
    }
  }

  func run() throws {
    if crossings { return try ask(CrossingsQuestion.self) }
    try ask(SearchQuestion.self)
  }

  func add(to fields: inout QuestionFields) {
    fields.add("text", text)
    fields.add("kind", kind)
    fields.add("limit", limit)
    fields.add("at", time.at)
  }
}
