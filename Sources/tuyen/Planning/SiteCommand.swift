import Answers
import ArgumentParser
import Facts
import Files
import Formats
import HealthNetwork
import Planning

/// Where to build, upgrade or send rotations under a budget.
struct SiteCommand: QuestionCommand {
  typealias Asked = SiteQuestion

  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Choose where to build, upgrade or send rotations so that a budget reaches the most.",
    discussion: """
      --objective cover: the most people within the threshold for the budget; all:
      everybody for the least cost; travel: the least mean minutes for the budget.
      --backup counts a second facility within the threshold too. --equity lets the
      far away count more (cover), or takes the mean of the worst-off tenth (travel).

      Each answer says how much better any other choice could be at most. The exact
      solver CBC is used where it is installed (Debian: coinor-cbc); without it
      heuristics answer, with a bound. docs/siting.md states the formulations.

      Candidates: --choose upgrade: hospitals that lack the capability alone; build:
      communes; rotate: stations and centres, with --sessions half days a week;
      several are parted by commas. --candidates narrows them by kind or tier, or is
      a CSV file with a column "place", and "action" and "cost" if you like.

      Examples:
        tuyen site --need stroke.thrombectomy --threshold 60 --budget 5
        tuyen site --need obstetrics.cemonc --choose build,upgrade --cost build=5 \\
          --budget 12
        tuyen site --need trauma --objective all --candidates tier:2
        tuyen site --need stroke --objective travel --equity --budget 3 --lang en
        tuyen site --need stroke.thrombectomy --budget 3 --format xml > choice.xml
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions

  @Option(help: ArgumentHelp("What the patients need.", valueName: "need"))
  var need: String

  @Option(
    help: ArgumentHelp(
      "What may be done: build, upgrade, rotate or any; several are parted by commas. Default: "
        + "upgrade.", valueName: "actions"),
    completion: .list(SitingQuestion.Action.allCases.map(\.rawValue) + ["any"]))
  var choose: String?

  @Option(
    help: "What is to be reached: cover, all or travel. Default: cover.",
    completion: .list(SitingQuestion.Objective.allCases.map(\.rawValue)))
  var objective: String?

  @Option(help: ArgumentHelp("How many sites, or units of --cost.", valueName: "units"))
  var budget: String?

  @Option(
    help: ArgumentHelp(
      "Units of a site of each kind, as build=5,upgrade=2,rotate=1. Default: 1 each.",
      valueName: "units"))
  var cost: String?

  @Option(
    help: ArgumentHelp(
      "Minutes from door to door that are near enough. Default: the standard of the need, else 60.",
      valueName: "minutes"))
  var threshold: String?

  @Flag(help: "Count a second facility within the threshold too.")
  var backup = false

  @Flag(help: "Let those who are far away count more.")
  var equity = false

  @Option(
    help: ArgumentHelp(
      "A facility or place that is chosen already, by id; may be repeated.", valueName: "id"))
  var fixed: [String] = []

  @Option(
    help: ArgumentHelp(
      "Kinds of facilities and tiers, as regional-medical-centre,tier:2; or a CSV file.",
      valueName: "rule or file"))
  var candidates: String?

  @Flag(
    help: "Only facilities that are known to do a step below it, as lysis before thrombectomy.")
  var ready = false

  @Option(
    help: ArgumentHelp(
      "Half-day sessions a week of a rotation, 1 to 10. Default: 2.", valueName: "n"))
  var sessions: String?

  @Option(help: "Whom to count, by age in full years: all, 0-14, 65+. Default: all.")
  var group: String?

  @Option(
    help: ArgumentHelp(
      "What to count: census-resident, census-recut or registered. Default: census figures.",
      valueName: "basis"),
    completion: .list(Population.Basis.allCases.map(\.rawValue)))
  var basis: String?

  @Option(
    help: ArgumentHelp(
      "The geography whose communes count, as gso-2024. Default: the one in force at --at.",
      valueName: "scheme"))
  var scheme: String?

  @Option(
    help: ArgumentHelp(
      "Count only the people of this province, district or commune, by code or name.",
      valueName: "place"))
  var under: String?

  @Option(
    help: "Rely on statements at least this sure: high, medium or low. Default: medium.",
    completion: .list(Confidence.allCases.map(\.rawValue)))
  var minConfidence: String?

  @Option(
    help: ArgumentHelp(
      "Minutes that count for whoever reaches nothing, or takes longer. Default: 1440.",
      valueName: "minutes"))
  var unreached: String?

  @Option(
    help: ArgumentHelp(
      "Seconds for the exact solver; 0 for heuristics alone. Default: 60.",
      valueName: "seconds"))
  var timeLimit: String?

  @Flag(name: .customLong("no-curve"), help: "Do not answer smaller budgets too.")
  var leavesCurveOut = false

  @Option(help: "How to print: table, json, csv, xlsx, geojson or xml (a delta for --scenario).")
  var format = AnswerFormat.table

  @OptionGroup var tables: TableOptions
  @OptionGroup var spreadsheet: SpreadsheetOptions

  var excel: Bool { spreadsheet.excel }
  var output: OutputFile? { spreadsheet.file }

  func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    try tables.validate(hasTable: table != nil)
  }

  func add(to fields: inout QuestionFields) {
    fields.add("need", need)
    fields.add("at", time.at)
    fields.add("vehicle", travel.vehicle)
    fields.add("avoid", travel.avoided)
    fields.add("weather", travel.weather)
    fields.add("choose", choose)
    fields.add("objective", objective)
    fields.add("budget", budget)
    fields.add("cost", cost)
    fields.add("threshold", threshold)
    fields.add("backup", flag: backup)
    fields.add("equity", flag: equity)
    fields.add("fixed", fixed)
    fields.add("candidates", table == nil ? candidates : nil)
    fields.add("ready", flag: ready)
    fields.add("sessions", sessions)
    fields.add("group", group)
    fields.add("basis", basis)
    fields.add("scheme", scheme)
    fields.add("under", under)
    fields.add("minConfidence", minConfidence)
    fields.add("unreached", unreached)
    fields.add("timeLimit", timeLimit)
    fields.add("noCurve", flag: leavesCurveOut)
  }

  /// The table of candidates: a file may have any name, but no rule holds a dot or a slash.
  private var table: TableSource? {
    guard let candidates,
      candidates == "-" || candidates.contains(where: { $0 == "." || $0 == "/" })
    else { return nil }
    return tables.table(candidates)
  }

  func answer(
    _ question: SiteQuestion, in session: NetworkSession
  ) throws(AnswerError) -> SiteAnswer {
    if let table { return try question.answer(in: session, candidates: table) }
    do throws(QuestionError) {
      return try session.answer(question)
    } catch {
      throw .question(error)
    }
  }
}
