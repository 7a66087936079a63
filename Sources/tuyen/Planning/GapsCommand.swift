import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Places beyond the standard, and what would close each gap.
struct GapsCommand: ParsableCommand {
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
  var threshold: Double?

  @Option(help: ArgumentHelp("How many places, those of most people first.", valueName: "count"))
  var limit = 20

  @Option(help: "How to print: table, json or csv.")
  var format = TabularFormat.table

  func validate() throws {
    guard threshold.map({ $0 > 0 && $0 <= 10_000 }) ?? true else {
      throw ValidationError("--threshold must be more than 0 and at most 10000 minutes")
    }
    guard limit >= 1 else { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let folder = try networkOptions.load()
      let network = folder.network
      let at = try time.instant(in: network.header.zone)
      let conditions = try travel.conditions(at: at, of: network)
      let need = try planning.need(need, in: network)
      let threshold =
        threshold.map { AccessThreshold(minutes: $0) } ?? AccessThreshold(for: need, in: network)
      let ground = try planning.ground(folder, conditions)
      let coverage = Coverage(
        CoverageQuery(planning.query(need, conditions), [threshold]), on: ground)
      var search = GapSearch(
        coverage, on: ground, folder.hierarchy(warn: { complain($0) }), within: threshold.minutes)
      let report = GapsReport(
        folder: folder, ground: ground, coverage: coverage, threshold: threshold,
        allGaps: search.communes, gaps: search.gaps(first: limit),
        language: networkOptions.lang)
      var output = Output()
      switch format {
      case .table: try output.write(report.table)
      case .json: try output.write(report.json.text())
      case .csv: try output.write(report.csv)
      }
      try output.flush()
      leave(found: !report.gaps.isEmpty)
    }
  }
}
