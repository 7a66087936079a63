import Answers
public import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
public import Referral
import TravelNetwork

/// The chain from commune to last line, with what stands behind each step.
struct EscalateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate",
    abstract:
      "Follow the line from the commune to the last line for a need: times, agreements, rules, "
      + "and where it is broken.",
    discussion: """
      A step for each tier above the patient's: commune station (4), district or
      regional (3), provincial (2), central or city (1). Each leaves where the one
      before it ended. PLACE and NEED are as in "tuyen route"; from a facility the
      chain begins at the tier above it.

      Examples:
        tuyen escalate --from "Cái Nước, Cà Mau" --need stroke.thrombectomy
        tuyen escalate --from bv-chau-doc --need stroke --prefer agreement
        tuyen escalate --from ttyt-lam-binh --need obstetrics \\
          --network network-data/northern-support
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv
  }

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions

  @Option(help: ArgumentHelp("Where the patient is.", valueName: "place"))
  var from: String

  @Option(help: ArgumentHelp("What the patient needs.", valueName: "need"))
  var need: String

  @Option(help: "Rely on statements and agreements at least this sure: high, medium or low.")
  var minConfidence = Confidence.medium

  @Option(help: ArgumentHelp("The patient's age in full years.", valueName: "years"))
  var age: Int?

  @Option(help: "The patient's sex: female or male.")
  var sex: Sex?

  @Option(
    help: "Of two facilities that are able, take the nearest, or the one that an agreement names.")
  var prefer = EscalationQuery.Preference.nearest

  @Option(help: "Rules on transfer between tiers: show them, enforce them, or ignore them.")
  var transferRules = EscalationQuery.Rules.show

  @Flag(help: "The transfer is planned, not an emergency.")
  var planned = false

  @Option(help: "How to print: table, json or csv.")
  var format = Format.table

  func validate() throws {
    guard (0...130).contains(age ?? 0) else { throw ValidationError("--age must be 0 to 130") }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let folder = try networkOptions.load()
      let network = folder.network
      let query = try query(in: network)
      let hasTravel = !network.travel.vehicles.isEmpty && !network.travel.nodes.isEmpty
      let (origin, facility) = try start(in: network, on: query.referral.at.day)
      let hierarchy = hasTravel ? folder.hierarchy { complain($0) } : nil
      let chain = Escalation(network, query, hierarchy).chain(from: origin, facility: facility)
      let report = EscalationReport(
        folder: folder, query: query,
        from: origin?.name ?? facility.map { network.facility($0).name } ?? from,
        fromId: origin?.id ?? facility.map { network.facility($0).id }, hasTravel: hasTravel,
        chain: chain, language: networkOptions.lang)
      var output = Output()
      switch format {
      case .table: try output.write(report.table)
      case .json: try output.write(report.json.text())
      case .csv: try output.write(report.csv)
      }
      try output.flush()
      let startsAble = chain.startReasons?.isEmpty ?? false
      leave(found: startsAble || chain.firstAble != nil)
    }
  }

  private func query(in network: Network) throws(Failure) -> EscalationQuery {
    guard let need = Need(need, in: network.vocabulary) else {
      let known = network.vocabulary.capabilityTypes.keys.sorted().joined(separator: ", ")
      throw .usage("--need \"\(need)\" is not known; this network has: \(known)")
    }
    let at = try time.instant(in: network.header.zone)
    // A network of agreements alone has no vehicles, and needs none.
    let vehicle =
      network.travel.vehicles.isEmpty ? Vehicle() : try travel.vehicle(of: network)
    var referral = ReferralQuery(need: need, at: at, vehicle: vehicle)
    referral.minimumConfidence = minConfidence
    referral.avoided = try travel.links(of: network)
    referral.weather = try travel.weather(of: network)
    referral.age = age
    referral.sex = sex
    var query = EscalationQuery(referral)
    query.preference = prefer
    query.rules = transferRules
    query.isEmergency = !planned
    return query
  }

  /// Where the patient is: a facility may be known without its point.
  private func start(
    in network: Network, on day: Day
  ) throws(Failure) -> (origin: ReferralOrigin?, facility: Int?) {
    if let facility = network.facilityIndex(of: from),
      network.facility(facility).position.point == nil
    {
      return (nil, facility)
    }
    let finder = LocationFinder(network, on: day)
    let location = try finder.require(from, option: "--from", in: network)
    return (
      ReferralOrigin(location), location.id.flatMap { network.facilityIndex(of: $0) }
    )
  }
}

extension EscalationQuery.Preference: ExpressibleByArgument {}
extension EscalationQuery.Rules: ExpressibleByArgument {}
