import Answers
import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// What breaks when one thing is lost.
struct LossCommand: ParsableCommand {
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

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case facilities, capabilities, crossings, rotations, all
  }

  enum Pairs: String, CaseIterable, ExpressibleByArgument {
    case bridges
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv, geojson
  }

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var planning: LossOptions

  @Option(
    name: .customLong("of"),
    help: "What is lost: facilities, capabilities, crossings, rotations or all; may be repeated.")
  var kinds: [Kind] = []

  @Option(help: "Also lose two at once: bridges.")
  var pairs: Pairs?

  @Option(help: ArgumentHelp("How many losses of each kind are told.", valueName: "n"))
  var top = 10

  @Option(help: "How to print: table, json, csv or geojson.")
  var format = Format.table

  func validate() throws {
    guard top >= 1 else { throw ValidationError("--top must be 1 or more") }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let folder = try networkOptions.load()
      let network = folder.network
      let instant = try time.instant(in: network.header.zone)
      let conditions = try travel.conditions(at: instant, of: network)
      let needs = try planning.needs(of: network)
      let demand = try planning.demand(of: network)
      let ground = PlanningGround(network, folder.hierarchy { complain($0) }, conditions)
      var report = LossReport(
        folder: folder, conditions: conditions, demand: demand, language: networkOptions.lang,
        top: top)
      var progress = Progress("needs")
      for need in needs {
        progress.step()
        report.add(need, try sections(need, ground, demand))
      }
      progress.finish()
      var output = Output()
      switch format {
      case .table: try output.write(report.table)
      case .json: try output.write(report.json.text())
      case .csv: try output.write(report.csv)
      case .geojson: try output.write(report.geoJSON.text())
      }
      try output.flush()
      leave(found: report.hasLoss)
    }
  }

  /// What is lost, of a need.
  private func sections(
    _ need: PlannedNeed, _ ground: PlanningGround, _ demand: Demand
  ) throws(Failure) -> LossReport.Answer {
    let all = kinds.isEmpty ? [.facilities, .crossings] : kinds
    let isAsked: (Kind) -> Bool = { all.contains($0) || all.contains(.all) }
    let study = LossStudy(
      ground, planning.query(need.need, ground.engine.graph.conditions), demand,
      threshold: need.deciseconds, findsWays: isAsked(.crossings) || pairs != nil)
    var sections: [LossReport.Section] = []
    if isAsked(.facilities) { sections.append(.init(.facilities, study.facilityLosses())) }
    if isAsked(.capabilities) { sections.append(.init(.capabilities, study.capabilityLosses())) }
    if isAsked(.crossings) { sections.append(.init(.crossings, study.crossingLosses())) }
    if isAsked(.rotations) { sections.append(.init(.rotations, study.rotationLosses())) }
    var found: LossStudy.PairLosses?
    if pairs != nil {
      let pairs = study.bridgePairLosses()
      sections.append(.init(.pairs, pairs.losses))
      found = pairs
    }
    return LossReport.Answer(need: need, study: study, sections: sections, pairs: found)
  }
}
