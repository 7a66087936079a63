import Answers
import ArgumentParser
import Formats

/// All of planning as one page that opens offline, with its pictures and tables as files.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report of planning: a page that opens offline, pictures, CSV and GeoJSON.",
    discussion: """
      The folder holds index.html (nothing is loaded from elsewhere, no script; it prints
      on A4), each map and curve as SVG, each table as CSV, and the communes and able
      facilities of each need as GeoJSON. A former report in the folder is replaced as a
      whole; a folder that holds anything else is refused. See docs/report.md.

      Examples:
        tuyen report --out report --at 2026-11-25T10:00
        tuyen report --out report --need stroke.lysis --need obstetrics --lang en
        tuyen report --out report --at 2026-11-25T02:00 --vehicle mixed --no-loss
        tuyen report --out report --need stroke --parts gaps,fairness
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var planning: PlanningOptions

  @Option(
    help: ArgumentHelp("The folder to write.", valueName: "dir"), completion: .directory)
  var out: String

  @Option(
    name: .customLong("need"),
    help: ArgumentHelp(
      "What patients need; may be repeated. Default: every specialty in which minutes matter.",
      valueName: "need"))
  var needs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Minutes that are near enough. Default: the standard of each need.", valueName: "minutes"))
  var threshold: String?

  @Option(
    help: ArgumentHelp(
      "The ages counted beside everybody: 0-14, 15-49, 65+ or all (nobody else).",
      valueName: "ages"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      "Only these parts, with commas between: gaps, loss, fairness, support, levels, quality; or "
        + "none. Maps, curves and tables of provinces are always there.", valueName: "parts"))
  var parts: String?

  @Flag(help: "Without gaps.") var noGaps = false
  @Flag(help: "Without losses.") var noLoss = false
  @Flag(help: "Without fairness and load.") var noFairness = false
  @Flag(help: "Without support.") var noSupport = false
  @Flag(help: "Without levels of care.") var noLevels = false
  @Flag(help: "Without the quality of the data.") var noQuality = false

  @Option(help: ArgumentHelp("How many gaps of each need. Default: 15.", valueName: "count"))
  var gaps: String?

  @Option(help: ArgumentHelp("How many losses of each kind. Default: 10.", valueName: "count"))
  var top: String?

  private var fields: QuestionFields {
    var fields = QuestionFields()
    planning.add(time, travel, to: &fields)
    fields.add("need", needs)
    fields.add("threshold", threshold)
    fields.add("group", group)
    fields.add("parts", parts)
    fields.add("noGaps", flag: noGaps)
    fields.add("noLoss", flag: noLoss)
    fields.add("noFairness", flag: noFairness)
    fields.add("noSupport", flag: noSupport)
    fields.add("noLevels", flag: noLevels)
    fields.add("noQuality", flag: noQuality)
    fields.add("gaps", gaps)
    fields.add("top", top)
    return fields
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      // Before minutes are spent on what cannot be written.
      let place = ReportFolder(out)
      try place.check()
      let now = Machine.now
      let session = try networkOptions.session()
      let answer = try asking(networkOptions.lang) { () throws(QuestionError) in
        try session.answer(ReportQuestion(fields, in: session, now: now))
      }
      let files = answer.files(style)
      try place.write(files)
      var output = Output()
      try output.write(
        networkOptions.lang(
          "Đã ghi \(files.count) tệp; mở: \(out)/index.html\n",
          "Wrote \(files.count) files; open: \(out)/index.html\n"))
      try output.flush()
      leave(found: answer.isFound)
    }
  }

  /// How the report is worded: it tells the command that writes it again.
  private var style: AnswerStyle {
    var style = AnswerStyle(networkOptions.lang)
    let (network, scenarios) = (networkOptions.network, networkOptions.scenarios)
    style.hintText = { hint, language in
      guard case .again(let fields) = hint else { return CommandWording.text(hint, language) }
      var all = QuestionFields(Array(fields.all.prefix(1)))
      all.add("network", network)
      all.add("scenario", scenarios)
      all = QuestionFields(all.all + fields.all.dropFirst())
      all.add("lang", language.rawValue)
      return CommandWording.command("tuyen report --out DIR", all)
    }
    return style
  }
}
