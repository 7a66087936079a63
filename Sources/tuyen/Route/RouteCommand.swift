import Answers
import ArgumentParser
import HealthNetwork
import Referral

/// The nearest facilities able to treat a patient on arrival, and the questions around it: ways by a
/// first stop, the last departure, what is reached, many origins, many patients.
struct RouteCommand: QuestionCommand {
  typealias Asked = RouteQuestion

  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Find the nearest facilities able to treat the patient on arrival, and why not the "
      + "nearer ones.",
    discussion: """
      PLACE is a facility id, a place code (gso-2025:32191, or an old one), a point
      (10.2,105.9 or 10°12'N 105°54'E), or a name or address, old or new, with or
      without Vietnamese marks; a comma may be followed by where it lies. A name
      that several places bear or bore is asked back. NEED is a capability (stroke.thrombectomy),
      a specialty (stroke), or its name.

      Examples:
        tuyen route --from "Cái Nước, Cà Mau" --need stroke.thrombectomy
        tuyen route --from "nam can" --need obstetrics --at 2026-11-25T02:00 -k 5
        tuyen route --from bv-nam-can --need stroke --onset 07:15 --format json
        tuyen route --from "Mỏ Cày" --need "nhồi máu cơ tim" --avoid "Cầu Rạch Miễu"
        tuyen route --from "Xã Cù Lao Dung" --need stroke --strategy compare --onset 22:15
        tuyen route --from "Phú Quốc" --need stroke --weather bad --card
        tuyen route --from "Cần Giờ" --isochrone 30,60,120 --format geojson
        tuyen route --from bv-nam-can --need stroke --status q5.xml --severity "nguy kich"
        tuyen route --from "Cần Giờ" --need stroke --at 20:00 --leave-until 23:00
        tuyen route --batch origins.csv --need trauma --format csv > answers.csv
        tuyen route --patients patients.csv --from "Cái Bè" --capacity 5

      A batch is a CSV file with a header: column "from" (a PLACE), or columns
      "lat" and "lon"; if there are columns "id" and "need", they are used. Answers
      come in the order of the file.
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var status: StatusOptions
  @OptionGroup(title: "Several patients") var patientOptions: PatientOptions
  @OptionGroup var strategies: StrategyOptions
  @OptionGroup var tables: TableOptions
  @OptionGroup var spreadsheet: SpreadsheetOptions

  @Option(help: ArgumentHelp("Where the patient is.", valueName: "place"))
  var from: String?

  @Option(help: ArgumentHelp("What the patient needs.", valueName: "need"))
  var need: String?

  @Option(
    help: ArgumentHelp("A CSV file of many origins; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var batch: String?

  @Option(name: [.customShort("k"), .customLong("count")], help: "How many targets. Default: 3.")
  var k: String?

  @Option(
    help: "Rely on statements at least this sure: high, medium or low. Default: medium.",
    completion: .list(["high", "medium", "low"]))
  var minConfidence: String?

  @Option(
    help: ArgumentHelp(
      "Rely on a service of unknown weekdays when its chance is at least this, from 0 to 1. "
        + "Default: 0.9."))
  var minProbability: String?

  @Option(help: ArgumentHelp("The patient's age in full years.", valueName: "years"))
  var age: String?

  @Option(help: "The patient's sex: female or male.", completion: .list(["female", "male"]))
  var sex: String?

  @Option(
    help: ArgumentHelp(
      "How badly off the patient is, as the network has it (critical, urgent, stable): which soft "
        + "restrictions of facilities are overridden.", valueName: "severity"),
    completion: .list(["critical", "urgent", "stable"]))
  var severity: String?

  @Option(
    help: ArgumentHelp(
      "When the illness began (as --at; 07:15 is the last before it): targets that miss the "
        + "clinical window are left out.",
      valueName: "time"))
  var onset: String?

  @Option(
    help: ArgumentHelp(
      "From the door to treatment, as the facility says on the telephone; without it the network's "
        + "own figure counts, or an assumption that is said to be one.", valueName: "minutes"))
  var doorToTreatment: String?

  @Option(help: ArgumentHelp("The most minutes of travel.", valueName: "minutes"))
  var within: String?

  @Option(help: ArgumentHelp("The most kilometres of travel.", valueName: "km"))
  var withinKm: String?

  @Option(
    help: "The least professional level: initial, basic or specialised.",
    completion: .list(["initial", "basic", "specialised"]))
  var minLevel: String?

  @Option(help: "The highest tier to send to: 1 (central, city), 2 (provincial), 3, 4 (commune).")
  var highestTier: String?

  @Option(help: ArgumentHelp("A type of bed that must be reported free.", valueName: "type"))
  var bed: String?

  @Option(
    name: .customLong("leave-until"),
    help: ArgumentHelp(
      "How late can one leave? Answers for every minute from --at to this time (as --at; 05:00 is "
        + "the next after it), a week at most.", valueName: "time"))
  var leaveUntil: String?

  @Flag(help: "List every facility that was passed over.")
  var explain = false

  @Flag(
    help: "Tell what remains if a bridge or ferry on the way to the first target fails (a card).")
  var card = false

  @Option(
    help: ArgumentHelp(
      "Instead of a need: what is reached within these minutes, as areas (geojson) or counted "
        + "(table, csv, json).", valueName: "30,60,120"))
  var isochrone: String?

  @Option(
    help: ArgumentHelp("The side of a cell of an isochrone. Default: 1000.", valueName: "metres"))
  var resolution: String?

  @Option(help: "How to print: table, json, geojson, csv, xlsx or xml.")
  var format = AnswerFormat.table

  var excel: Bool { spreadsheet.excel }
  var output: OutputFile? { spreadsheet.file }
  var statusFiles: [String] { status.files }

  func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    try validateMode()
  }

  /// Asks the question that the options make.
  func run() throws {
    switch mode {
    case .route: try ask(RouteQuestion.self)
    case .strategy: try ask(StrategyQuestion.self)
    case .departures: try ask(DeparturesQuestion.self)
    case .isochrone: try ask(IsochroneQuestion.self)
    case .batch:
      let file = batch ?? ""
      try tuyen.run { () throws(Failure) in
        try RouteBatch(self, try reportingSession()).run(file)
      }
    case .patients:
      let file = patientOptions.patients ?? ""
      try tuyen.run { () throws(Failure) in
        try PatientRun(command: self, session: try reportingSession()).run(file)
      }
    }
  }

  func add(to fields: inout QuestionFields) {
    fields.add("from", from)
    if isochrone != nil {
      time.add(to: &fields)
      travel.add(to: &fields)
      fields.add("isochrone", isochrone)
      fields.add("resolution", resolution)
      return
    }
    fields.add("need", need)
    addRules(to: &fields)
    if leaveUntil != nil { return fields.add("leaveUntil", leaveUntil) }
    fields.add("explain", flag: explain)
    if strategies.strategy != nil { return strategies.add(to: &fields) }
    fields.add("card", flag: card)
  }

  /// Gives as fields what is asked of one patient as of many.
  func addRules(to fields: inout QuestionFields) {
    time.add(to: &fields)
    travel.add(to: &fields)
    fields.add("k", k)
    fields.add("minConfidence", minConfidence)
    fields.add("minProbability", minProbability)
    fields.add("age", age)
    fields.add("sex", sex)
    fields.add("severity", severity)
    fields.add("onset", onset)
    fields.add("doorToTreatment", doorToTreatment)
    fields.add("within", within)
    fields.add("withinKm", withinKm)
    fields.add("minLevel", minLevel)
    fields.add("highestTier", highestTier)
    fields.add("bed", bed)
  }
}
