import ArgumentParser
import Exchange
import Facts
import HealthNetwork
import Planning
import TravelNetwork

/// Who supports whom, who supports nobody's commune, and what ends.
struct SupportCommand: ParsableCommand {
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

      Examples:
        tuyen support --network network-data/northern-support --at 2026-11-25
        tuyen support --part communes --by old-province --format csv --at 2026-11-25
        tuyen support --part agreements --months 12 --lang en
        tuyen support --part plan --limit 6 --with-private
      """)

  enum Part: String, CaseIterable, ExpressibleByArgument {
    case communes, plan, agreements, techniques, equipment, backing, chains, figures, targets
  }

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions

  @Option(help: ArgumentHelp("What ends within so many months is ending.", valueName: "months"))
  var months = 6

  @Option(
    help: ArgumentHelp(
      "Within which units hospitals are proposed: province, old-province (before units were "
        + "joined) or all.", valueName: "unit"))
  var by = SupportPlan.Rules.Region.province

  @Option(
    help: ArgumentHelp(
      "The most communes of a hospital. Default: the least with which every commune can be served.",
      valueName: "count"))
  var limit: Int?

  @Flag(help: "Propose private hospitals too.")
  var withPrivate = false

  @Option(help: ArgumentHelp("Only these parts; may be repeated.", valueName: "part"))
  var part: [Part] = []

  @Option(
    help: ArgumentHelp(
      "The geography whose communes are asked about. Default: the one in force at --at.",
      valueName: "scheme"))
  var scheme: String?

  @Option(help: "Rely on statements at least this sure: high, medium or low.")
  var minConfidence = Confidence.medium

  @Option(help: ArgumentHelp("How staff travel, as the network has it.", valueName: "vehicle"))
  var vehicle = "car"

  @Flag(help: "Print every row, not only the first of each part.")
  var all = false

  @Option(
    help: "How to print: table, json or csv (one part: communes unless --part names another).")
  var format = TabularFormat.table

  func validate() throws {
    guard (0...1200).contains(months) else {
      throw ValidationError("--months is a number from 0 to 1200")
    }
    if let limit, limit < 1 { throw ValidationError("--limit is a number of communes from 1") }
    guard format != .csv || part.count <= 1 else {
      throw ValidationError("--format csv prints one part; give --part once")
    }
  }

  /// The parts to print, in their order.
  var parts: [Part] {
    if format == .csv { return part.isEmpty ? [.communes] : part }
    return part.isEmpty ? Part.allCases : Part.allCases.filter(part.contains)
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let folder = try networkOptions.load()
      let report = try report(of: folder)
      try report.write()
      leave(found: report.hasFound)
    }
  }

  /// What is known of a network.
  func report(of folder: LoadedNetwork) throws(Failure) -> SupportReport {
    let network = folder.network
    let instant = try time.instant(in: network.header.zone)
    let scheme = try PlanningScheme.id(scheme, in: network, on: instant.day)
    let graph = SupportGraph(network)
    let support = CommuneSupport(
      graph, scheme: scheme, on: instant.day, minimumConfidence: minConfidence)
    var plan: SupportPlan?
    if parts.contains(.communes) || parts.contains(.plan) {
      var rules = SupportPlan.Rules()
      rules.region = by
      rules.usesPrivate = withPrivate
      rules.limit = limit
      plan = SupportPlan(
        support, graph, rules, on: instant.day, ground: try ground(folder, at: instant))
    }
    return SupportReport(
      network: network, digest: folder.digest, at: instant, scheme: scheme, command: self,
      graph: graph, support: support, plan: plan,
      register: PracticeRegister(
        network, on: instant.day, minimumConfidence: minConfidence))
  }

  /// The travel network; nil for a network that has none.
  private func ground(
    _ folder: LoadedNetwork, at instant: Instant
  ) throws(Failure) -> PlanningGround? {
    let network = folder.network
    guard !network.travel.vehicles.isEmpty, !network.travel.links.isEmpty else { return nil }
    guard let vehicle = network.travel.vehicle(vehicle) else {
      let known = network.travel.vehicles.map(\.id).joined(separator: ", ")
      throw .usage("--vehicle \"\(vehicle)\" is not known; this network has: \(known)")
    }
    let hierarchy = folder.hierarchy { complain($0) }
    return PlanningGround(
      network, hierarchy, TravelConditions(vehicle: vehicle, at: instant))
  }
}
