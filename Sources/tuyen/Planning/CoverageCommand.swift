public import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
public import Planning
import Referral
import TravelNetwork

/// Who reaches care in time.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Count the people who reach a facility able to treat on arrival, and who does not.",
    discussion: """
      People are served (a facility able on arrival within the threshold), unknown
      (only hospitals of which nobody has said whether they can), of no capacity
      (only hospitals that cannot, or are closed on arrival) or out of reach.
      Without --need: every specialty in which minutes matter, each with the default
      standard of the vocabulary. Definitions and formulas: docs/planning.md.

      Examples:
        tuyen coverage --at 2026-11-25T10:00
        tuyen coverage --need stroke.thrombectomy --threshold 60 --threshold 120
        tuyen coverage --need obstetrics --by province-2025 --lang en
        tuyen coverage --need trauma --by district --at 2026-11-25T02:00 --format csv
        tuyen coverage --need stroke --group 65+ --curve --fairness
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv, geojson
  }

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var planning: PlanningOptions

  @Option(
    name: .customLong("need"),
    help: ArgumentHelp("What patients need; may be repeated.", valueName: "need"))
  var needs: [String] = []

  @Option(
    name: .customLong("threshold"),
    help: ArgumentHelp(
      "Minutes that are near enough; may be repeated. Default: the standard of each need.",
      valueName: "minutes"))
  var thresholds: [Double] = []

  @Option(
    help: ArgumentHelp(
      "The ages counted beside everybody: 0-14, 15-49, 65+ or all (nobody else). Default: those "
        + "that the vocabulary names for the specialty.", valueName: "ages"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      "Told by network, commune, district, province, or the provinces of another geography: "
        + "province-2025.", valueName: "unit"))
  var by = "network"

  @Flag(help: "Tell the share of people for every quarter of an hour, and quantiles.")
  var curve = false

  @Flag(help: "Tell how evenly access is spread, and the pressure on each facility.")
  var fairness = false

  @Option(help: "With --fairness: how the weight of facilities falls with the way: slow or fast.")
  var decay = FloatingCatchment.Decay.slow

  @Option(help: "How to print: table, json, csv or geojson (a point a commune and need).")
  var format = Format.table

  func validate() throws {
    guard thresholds.allSatisfy({ $0 > 0 && $0 <= 10_000 }) else {
      throw ValidationError("--threshold must be more than 0 and at most 10000 minutes")
    }
    guard group.map({ AgeGroup($0) != nil }) ?? true else {
      throw ValidationError("--group must be like 0-14, 65+ or all")
    }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let folder = try networkOptions.load()
      let network = folder.network
      let at = try time.instant(in: network.header.zone)
      let conditions = try travel.conditions(at: at, of: network)
      let division = try division(in: network)
      let ground = try planning.ground(folder, conditions)
      let answers = try answers(on: ground, conditions)
      let report = CoverageReport(
        folder: folder, ground: ground, conditions: conditions, division: division,
        answers: answers, language: networkOptions.lang, includesCurve: curve,
        includesFairness: fairness, decay: decay)
      var output = Output()
      switch format {
      case .table: try output.write(report.table)
      case .json: try output.write(report.json.text())
      case .csv: try output.write(report.csv)
      case .geojson: try output.write(report.geoJSON.text(indent: nil))
      }
      try output.flush()
      leave(found: true)
    }
  }

  /// The coverage of each need.
  func answers(
    on ground: CoverageGround, _ conditions: TravelConditions
  ) throws(Failure) -> [CoverageAnswer] {
    let network = ground.network
    let asked = try asked(in: network)
    guard !asked.isEmpty else {
      throw .usage("this network has no specialty in which minutes matter; give --need")
    }
    var groups: [AgeGroup: Demand] = [:]
    var answers: [CoverageAnswer] = []
    for (need, thresholds) in asked {
      let coverage = Coverage(
        CoverageQuery(planning.query(need, conditions), thresholds), on: ground)
      let counted = try counted(need, in: network)
      if let group = counted, groups[group.ages] == nil {
        groups[group.ages] = try planning.demand(of: network, group: group.ages)
      }
      answers.append(
        CoverageAnswer(
          coverage: coverage, group: counted, groupDemand: counted.flatMap { groups[$0.ages] }))
    }
    return answers
  }

  /// The needs and the thresholds of each.
  private func asked(
    in network: Network
  ) throws(Failure) -> [(need: Need, thresholds: [AccessThreshold])] {
    let own = thresholds.map { AccessThreshold(minutes: $0) }
    guard !needs.isEmpty else {
      return AccessThreshold.timeCritical(in: network).map {
        ($0.need, own.isEmpty ? [$0.threshold] : own)
      }
    }
    var asked: [(need: Need, thresholds: [AccessThreshold])] = []
    for text in needs {
      let need = try planning.need(text, in: network)
      asked.append((need, own.isEmpty ? [AccessThreshold(for: need, in: network)] : own))
    }
    return asked
  }

  /// Whose access is told beside everybody's.
  private func counted(
    _ need: Need, in network: Network
  ) throws(Failure) -> CoverageAnswer.Group? {
    if let group, let ages = AgeGroup(group) {
      return ages == .everyone ? nil : CoverageAnswer.Group(ages: ages, source: nil)
    }
    guard let specialty = network.vocabulary.specialties[need.specialty],
      specialty.demandFrom != nil || specialty.demandTo != nil
    else { return nil }
    let ages = AgeGroup(from: specialty.demandFrom, to: specialty.demandTo)
    // A network without figures by age answers for everybody.
    guard (try? planning.demand(of: network, group: ages)) != nil else { return nil }
    return CoverageAnswer.Group(
      ages: ages, source: specialty.demandSource, confidence: specialty.demandConfidence)
  }

  private func division(in network: Network) throws(Failure) -> Division {
    if by == "network" { return .network }
    if let level = Place.Level(rawValue: by) {
      let scheme = try planning.scheme(of: network)
      let has = network.records.places.contains {
        $0.record.scheme == scheme && $0.record.level == level
      }
      guard has else {
        throw .usage("--by \(by): the geography \"\(scheme)\" has no such units; see --scheme")
      }
      return .level(level)
    }
    let schemes = network.records.schemes.map(\.record.id)
    if by.hasPrefix("province-") {
      let year = by.dropFirst("province-".count)
      if let scheme = schemes.first(where: { $0 == year || $0.hasSuffix("-" + year) }) {
        return .provinces(scheme: scheme)
      }
    }
    throw .usage(
      "--by \"\(by)\" is not known; write network, commune, district, province or province-YEAR "
        + "of one of: " + schemes.joined(separator: ", "))
  }
}

extension FloatingCatchment.Decay: ExpressibleByArgument {}
