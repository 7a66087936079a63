public import ArgumentParser
import Exchange
import Facts
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Levels of care of facilities, derived from what they perform.
struct LevelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "levels",
    abstract: "On which level of care each facility stands, and whom the next level would help.",
    discussion: """
      A level is derived from what the facility is stated to perform; nobody
      verified it unless the network says so. For the next level: what is stated to
      be missing, what nobody said (unknown is not no), and for how many people the
      facility would become the nearest of that level within the access standard.

      Examples:
        tuyen levels --ladder emonc --at 2026-11-25
        tuyen levels --ladder stroke --under "Cà Mau" --lang en
        tuyen levels --ladder trauma --within 60 --format json
        tuyen levels --no-gains --all --format csv
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions

  @Option(help: ArgumentHelp("Only a ladder, by id; may be repeated.", valueName: "id"))
  var ladder: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only facilities of this place: its code, or its name in the geography of --scheme.",
      valueName: "place"))
  var under: String?

  @Option(
    help: ArgumentHelp(
      "The geography whose people are counted. Default: the one in force at --at.",
      valueName: "scheme"))
  var scheme: String?

  @Option(
    help: ArgumentHelp(
      "Within how many minutes the level counts, in place of the access standard.",
      valueName: "minutes"))
  var within: Double?

  @Option(help: "Rely on statements at least this sure: high, medium or low.")
  var minConfidence = Confidence.medium

  @Flag(help: "Do not compute whom the next level would help.")
  var noGains = false

  @Flag(help: "Print every row, and facilities of which nothing is said too.")
  var all = false

  @Option(help: "How to print: table, json or csv.")
  var format = TabularFormat.table

  func validate() throws {
    if let within, within <= 0 || !within.isFinite {
      throw ValidationError("--within is a number of minutes above 0")
    }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let folder = try networkOptions.load()
      let report = try report(of: folder)
      try report.write()
      leave(found: report.hasFound)
    }
  }

  /// The levels in a network.
  func report(of folder: LoadedNetwork) throws(Failure) -> LevelsReport {
    let network = folder.network
    let instant = try time.instant(in: network.header.zone)
    let ladders = try ladders(of: network, on: instant.day)
    let scheme = try PlanningScheme.id(scheme, in: network, on: instant.day)
    let facilities = try facilities(of: network, scheme: scheme, on: instant.day)
    let gains = try groundOfGains(folder, at: instant, scheme: scheme)
    return LevelsReport(
      network: network, digest: folder.digest, at: instant, scheme: scheme, command: self,
      ladders: ladders, facilities: facilities, demand: gains?.demand, ground: gains?.ground)
  }

  private func ladders(of network: Network, on day: Day) throws(Failure) -> [Ladder] {
    let known = network.records.ladders.map(\.record)
    guard !known.isEmpty else {
      throw .usage(
        "network \"\(network.header.id)\" holds no ladder of care; docs/support.md says how to write one"
      )
    }
    for id in ladder where !known.contains(where: { $0.id == id }) {
      throw .usage(
        "--ladder \"\(id)\" is not known; this network has: "
          + known.map(\.id).joined(separator: ", "))
    }
    return known.filter {
      (ladder.isEmpty || ladder.contains($0.id)) && $0.period.standing(on: day) == .inForce
    }
  }

  private func facilities(
    of network: Network, scheme: String, on day: Day
  ) throws(Failure) -> [Int] {
    guard let under else { return Array(0..<network.facilityCount) }
    let place = try PlanningScheme.place(
      under, option: "--under", in: network, scheme: scheme, on: day)
    return network.facilities(in: place)
  }

  private func groundOfGains(
    _ folder: LoadedNetwork, at instant: Instant, scheme: String
  ) throws(Failure) -> (demand: Demand, ground: PlanningGround)? {
    let network = folder.network
    guard !noGains, !network.travel.vehicles.isEmpty, !network.travel.links.isEmpty else {
      return nil
    }
    let conditions = try travel.conditions(at: instant, of: network)
    let demand: Demand
    do throws(PlanningError) {
      demand = try Demand(network, scheme: scheme)
    } catch {
      throw .data("\(error); --no-gains prints the levels alone")
    }
    let hierarchy = folder.hierarchy { complain($0) }
    return (demand, PlanningGround(network, hierarchy, conditions))
  }
}

extension SupportPlan.Rules.Region: ExpressibleByArgument {}
