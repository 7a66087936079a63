public import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
public import Planning
import Referral
import TravelNetwork

/// Where to build, upgrade or send rotations under a budget.
struct SiteCommand: ParsableCommand {
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

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv, geojson, xml
  }

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions

  @Option(help: ArgumentHelp("What the patients need.", valueName: "need"))
  var need: String

  @Option(
    help: ArgumentHelp(
      "What may be done: build, upgrade, rotate or any; several are parted by commas.",
      valueName: "actions"))
  var choose = "upgrade"

  @Option(help: "What is to be reached: cover, all or travel.")
  var objective = SitingQuestion.Objective.cover

  @Option(help: ArgumentHelp("How many sites, or units of --cost.", valueName: "units"))
  var budget: Int?

  @Option(
    help: ArgumentHelp(
      "Units of a site of each kind, as build=5,upgrade=2,rotate=1. Default: 1 each.",
      valueName: "units"))
  var cost: String?

  @Option(
    help: ArgumentHelp(
      "Minutes from door to door that are near enough. Default: the standard of the need, else 60.",
      valueName: "minutes"))
  var threshold: Double?

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

  @Option(help: ArgumentHelp("Half-day sessions a week of a rotation, 1 to 10.", valueName: "n"))
  var sessions = 2

  @Option(help: "Whom to count, by age in full years: all, 0-14, 65+.")
  var group = "all"

  @Option(
    help: ArgumentHelp(
      "What to count: census-resident, census-recut or registered. Default: census figures.",
      valueName: "basis"))
  var basis: String?

  @Option(
    help: ArgumentHelp(
      "The geography whose communes count, as gso-2024. Default: the one with most communes that "
        + "have figures.", valueName: "scheme"))
  var scheme: String?

  @Option(help: "Rely on statements at least this sure: high, medium or low.")
  var minConfidence = Confidence.medium

  @Option(
    help: ArgumentHelp(
      "Minutes that count for whoever reaches nothing, or takes longer.", valueName: "minutes"))
  var unreached = 1_440.0

  @Option(
    help: ArgumentHelp(
      "Seconds for the exact solver; 0 for heuristics alone.", valueName: "seconds"))
  var timeLimit = 60.0

  @Flag(name: .customLong("no-curve"), help: "Do not answer smaller budgets too.")
  var leavesCurveOut = false

  @Option(help: "How to print: table, json, csv, geojson or xml (a delta for --scenario).")
  var format = Format.table

  func validate() throws {
    guard budget ?? 1 >= 1, budget ?? 1 <= 100_000 else {
      throw ValidationError("--budget must be 1 to 100000")
    }
    guard threshold ?? 1 > 0, threshold ?? 1 <= 10_080 else {
      throw ValidationError("--threshold must be more than 0 and at most 10080 minutes")
    }
    guard (1...10).contains(sessions) else { throw ValidationError("--sessions must be 1 to 10") }
    guard unreached > 0, unreached <= 100_000 else {
      throw ValidationError("--unreached must be more than 0 and at most 100000 minutes")
    }
    guard timeLimit >= 0, timeLimit <= 86_400 else {
      throw ValidationError("--time-limit must be 0 to 86400 seconds")
    }
    guard AgeGroup(group) != nil else {
      throw ValidationError("--group \"\(group)\" is no age group; write all, 0-14 or 65+")
    }
    guard basis.map({ Population.Basis(rawValue: $0) != nil }) ?? true else {
      let known = Population.Basis.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--basis \"\(basis ?? "")\" is not known; write one of \(known)")
    }
    _ = try actions()
    _ = try costs()
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let folder = try networkOptions.load()
      let network = folder.network
      let question = try question(in: network)
      let demand = try demand(in: network)
      let hierarchy = folder.hierarchy { complain($0) }
      let ground = PlanningGround(network, hierarchy, question.query.conditions)
      let siting: Siting
      do throws(SitingError) {
        try question.validate()
      } catch {
        throw .usage(error.description)
      }
      let sites = try sites(question, on: ground, demand)
      do throws(SitingError) {
        siting = try Siting(question, on: ground, demand, sites)
      } catch {
        throw .usage(error.description)
      }
      let answer = siting.answer()
      let report = SiteReport(
        folder: folder, siting: siting, answer: answer,
        standard: threshold == nil
          ? SitingQuestion.standard(of: question.query.need, in: network) : nil,
        isAsked: threshold != nil, language: networkOptions.lang)
      var output = Output()
      switch format {
      case .table: try output.write(report.table)
      case .json: try output.write(report.json.text())
      case .csv: try output.write(report.csv)
      case .geojson: try output.write(report.geoJSON.text())
      case .xml: try output.write(report.xml)
      }
      try output.flush()
      leave(found: !answer.sites.isEmpty)
    }
  }

  /// What is asked, of a network.
  private func question(in network: Network) throws(Failure) -> SitingQuestion {
    guard let need = Need(need, in: network.vocabulary) else {
      let known = network.vocabulary.capabilityTypes.keys.sorted().joined(separator: ", ")
      throw .usage("--need \"\(self.need)\" is not known; this network has: \(known)")
    }
    let at = try time.instant(in: network.header.zone)
    var query = ReferralQuery(need: need, at: at, vehicle: try travel.vehicle(of: network))
    query.minimumConfidence = minConfidence
    query.avoided = try travel.links(of: network)
    query.weather = try travel.weather(of: network)
    var question = SitingQuestion(query: query)
    question.objective = objective
    do {
      question.actions = try actions()
      question.costs = try costs()
    } catch {
      throw .usage("\(error)")
    }
    question.budget = budget
    question.thresholdMinutes =
      threshold ?? SitingQuestion.standard(of: need, in: network)?.minutes
      ?? SitingQuestion.toolDefaultMinutes
    question.wantsReady = ready
    question.countsBackup = backup
    question.favoursFar = equity
    question.unreachedMinutes = unreached
    question.sessionsPerWeek = sessions
    question.fixed = fixed
    question.seconds = timeLimit
    question.hasCurve = !leavesCurveOut
    return question
  }

  private func demand(in network: Network) throws(Failure) -> Demand {
    let basis = basis.flatMap { Population.Basis(rawValue: $0) }
    guard let scheme = scheme ?? Demand.finestScheme(of: network, basis: basis) else {
      throw .usage("no communes of this network have population figures")
    }
    do throws(PlanningError) {
      return try Demand(
        network, scheme: scheme, basis: basis, group: AgeGroup(group) ?? .everyone)
    } catch {
      throw .usage(error.description)
    }
  }

  private func actions() throws -> Set<SitingQuestion.Action> {
    // Rotations only where they can count.
    if choose == "any" {
      return objective == .cover && !backup ? [.build, .upgrade, .rotate] : [.build, .upgrade]
    }
    var actions: Set<SitingQuestion.Action> = []
    for part in choose.split(separator: ",", omittingEmptySubsequences: false) {
      guard let action = SitingQuestion.Action(rawValue: String(part)) else {
        throw ValidationError(
          "--choose \"\(part)\" is not known; write build, upgrade, rotate or any")
      }
      actions.insert(action)
    }
    return actions
  }

  private func costs() throws -> [SitingQuestion.Action: Int] {
    var costs: [SitingQuestion.Action: Int] = [:]
    for action in SitingQuestion.Action.allCases { costs[action] = 1 }
    for part in (cost ?? "").split(separator: ",") {
      let sides = part.split(separator: "=")
      guard sides.count == 2, let action = SitingQuestion.Action(rawValue: String(sides[0])),
        let units = Int(sides[1]), (1...10_000).contains(units)
      else {
        throw ValidationError(
          "--cost \"\(part)\" is not understood; write build=5,upgrade=2,rotate=1 (whole units from "
            + "1 to 10000)")
      }
      costs[action] = units
    }
    return costs
  }
}

extension SitingQuestion.Objective: ExpressibleByArgument {}
