import Answers
import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
import Planning

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

  @Option(help: ArgumentHelp("How many gaps of each need.", valueName: "count"))
  var gaps = 15

  @Option(help: ArgumentHelp("How many losses of each kind.", valueName: "count"))
  var top = 10

  func validate() throws {
    guard gaps >= 1, top >= 1 else {
      throw ValidationError("--gaps and --top must be at least 1")
    }
    for part in partNames where part != "none" && ReportPart(rawValue: part) == nil {
      throw ValidationError(
        "--parts \"\(part)\" is not known; write some of "
          + ReportPart.allCases.map(\.rawValue).joined(separator: ",") + ", or none")
    }
  }

  private var partNames: [String] {
    parts.map { $0.split(separator: ",").map(String.init) } ?? []
  }

  /// The parts that are wanted.
  var wanted: Set<ReportPart> {
    var wanted = Set(
      parts == nil ? ReportPart.allCases : partNames.compactMap(ReportPart.init(rawValue:)))
    for (isWithout, part) in [
      (noGaps, ReportPart.gaps), (noLoss, .loss), (noFairness, .fairness),
      (noSupport, .support), (noLevels, .levels), (noQuality, .quality),
    ] where isWithout { wanted.remove(part) }
    return wanted
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      // Before minutes are spent on what cannot be written.
      let place = ReportFolder(out)
      try place.check()
      let now = Machine.now
      let session = try networkOptions.session()
      let question = try asking(networkOptions.lang) { () throws(QuestionError) in
        try CoverageQuestion(fields, in: session, now: now)
      }
      let content = try ReportContent(self, session, question)
      let files = content.files
      try place.write(files)
      var output = Output()
      try output.write(
        networkOptions.lang(
          "Đã ghi \(files.count) tệp; mở: \(out)/index.html\n",
          "Wrote \(files.count) files; open: \(out)/index.html\n"))
      try output.flush()
      leave(found: true)
    }
  }

  private var fields: QuestionFields {
    var fields = QuestionFields()
    planning.add(time, travel, to: &fields)
    fields.add("need", needs)
    fields.add("threshold", threshold)
    fields.add("group", group)
    return fields
  }

  /// The same question again, as a user would type it, with the instant that was meant.
  func reproduction(at: Instant) -> String {
    var words = ["tuyen", "report", "--out", "DIR", "--at", "\(at)"]
    func add(_ option: String, _ value: String?) {
      if let value { words += ["--" + option, value] }
    }
    add("network", networkOptions.network)
    networkOptions.scenarios.forEach { add("scenario", $0) }
    needs.forEach { add("need", $0) }
    add("threshold", threshold)
    add("group", group)
    add("scheme", planning.scheme)
    add("basis", planning.basis)
    if planning.minConfidence != "medium" { add("min-confidence", planning.minConfidence) }
    if travel.vehicle != "ambulance" { add("vehicle", travel.vehicle) }
    travel.avoided.forEach { add("avoid", $0) }
    if travel.weather != "normal" { add("weather", travel.weather) }
    if wanted != Set(ReportPart.allCases) {
      let names = ReportPart.allCases.filter(wanted.contains).map(\.rawValue)
      add("parts", names.isEmpty ? "none" : names.joined(separator: ","))
    }
    if gaps != 15 { add("gaps", String(gaps)) }
    if top != 10 { add("top", String(top)) }
    add("lang", networkOptions.lang.rawValue)
    return words.map(ReportCommand.quoted).joined(separator: " ")
  }

  /// A word as a shell reads it back.
  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "-_./:+,=".unicodeScalars.contains($0)
      }
    if isPlain { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#) + "'"
  }
}
