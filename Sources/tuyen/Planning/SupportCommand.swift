import Answers
import ArgumentParser
import Facts
import Planning

/// Who supports whom, who supports nobody's commune, and what ends.
struct SupportCommand: QuestionCommand {
  typealias Asked = SupportQuestion

  static let configuration = CommandConfiguration(
    commandName: "support",
    abstract:
      "Communes without a supporting hospital, agreements that end, techniques not handed on.",
    discussion: """
      Parts (--part, may be repeated; default all):
        communes    how each commune is supported, and a proposal where it is not
        plan        the proposals by region: load, longest and mean way
        agreements  ended, ending within --months, and the rest
        techniques  performed by the supporter, not by the supported: no, in transfer, unknown
        equipment   held, but nothing says that what it serves is performed
        backing     who ultimately stands behind each facility, and by which agreements
        chains      specialty networks from the lowest member up to the hub
        figures     published totals beside what is loaded
        targets     aims, and how far the records have come by which day
        rates       figures of one indicator that contradict or follow each other
        transfers   techniques handed over, those above the tier marked
        trainings   who taught, who was taught, and the share of stations reached
        reviews     agreements by level, reviews due, who signed
        programmes  programmes, their basis and their aims
        direction   who directs which lower line
        pools       staff that several facilities share
        prehospital emergency centres and stations by province
        remote      what is read or advised from afar: where, and by whom
        activation  built, and not or only late in use

      Examples:
        tuyen support --network network-data/northern-support --at 2026-11-25
        tuyen support --part communes --by old-province --format csv --at 2026-11-25
        tuyen support --part agreements --months 12 --lang en
        tuyen support --part plan --limit 6 --with-private
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions

  @Option(
    help: ArgumentHelp(
      "What ends within so many months is ending. Default: 6.", valueName: "months"))
  var months: String?

  @Option(
    help: ArgumentHelp(
      "Within which units hospitals are proposed: province, old-province (before units were "
        + "joined) or all. Default: province.", valueName: "unit"),
    completion: .list(SupportPlan.Rules.Region.allCases.map(\.rawValue)))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "The most communes of a hospital. Default: the least with which every commune can be served.",
      valueName: "count"))
  var limit: String?

  @Flag(help: "Propose private hospitals too.")
  var withPrivate = false

  @Option(
    help: ArgumentHelp("Only these parts; may be repeated.", valueName: "part"),
    completion: .list(SupportQuestion.Part.allCases.map(\.rawValue)))
  var part: [String] = []

  @Option(
    help: ArgumentHelp(
      "The geography whose communes are asked about. Default: the one in force at --at.",
      valueName: "scheme"))
  var scheme: String?

  @Option(
    help: "Rely on statements at least this sure: high, medium or low. Default: medium.",
    completion: .list(Confidence.allCases.map(\.rawValue)))
  var minConfidence: String?

  @Option(
    help: ArgumentHelp(
      "How staff travel, as the network has it. Default: car.", valueName: "vehicle"))
  var vehicle: String?

  @Flag(help: "Print every row, not only the first of each part.")
  var all = false

  @Option(
    help: "How to print: table, json, csv or xlsx (one part: communes unless --part names another)."
  )
  var format = AnswerFormat.table

  @OptionGroup var spreadsheet: SpreadsheetOptions

  var excel: Bool { spreadsheet.excel }
  var output: OutputFile? { spreadsheet.file }

  func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    guard format != .csv || part.count <= 1 else {
      throw ValidationError("--format csv prints one part; give --part once")
    }
  }

  func add(to fields: inout QuestionFields) {
    fields.add("at", time.at)
    fields.add("months", months)
    fields.add("by", by)
    fields.add("limit", limit)
    fields.add("withPrivate", flag: withPrivate)
    fields.add("part", part)
    fields.add("scheme", scheme)
    fields.add("minConfidence", minConfidence)
    fields.add("vehicle", vehicle)
    fields.add("all", flag: all)
  }
}
