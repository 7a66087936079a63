import Answers
import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// The nearest facilities able to treat a patient on arrival.
struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Find the nearest facilities able to treat the patient on arrival, and why not the "
      + "nearer ones.",
    discussion: """
      PLACE is a facility id, a place code (gso-2025:32191, or an old one),
      "lat,lon", or a name, old or new, with or without Vietnamese marks; a comma
      may be followed by where it lies. NEED is a capability (stroke.thrombectomy),
      a specialty (stroke), or its name.

      Examples:
        tuyen route --from "Cái Nước, Cà Mau" --need stroke.thrombectomy
        tuyen route --from "nam can" --need obstetrics --at 2026-11-25T02:00 -k 5
        tuyen route --from bv-nam-can --need stroke --onset 07:15 --format json
        tuyen route --from "Mỏ Cày" --need "nhồi máu cơ tim" --avoid "Cầu Rạch Miễu"
        tuyen route --from "Cù Lao Dung" --need stroke --strategy compare --onset 22:15
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

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, geojson, csv, xml
  }

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var status: StatusOptions
  @OptionGroup var severity: SeverityOptions
  @OptionGroup(title: "Several patients") var patientOptions: PatientOptions
  @OptionGroup var strategies: StrategyOptions

  @Option(help: ArgumentHelp("Where the patient is.", valueName: "place"))
  var from: String?

  @Option(help: ArgumentHelp("What the patient needs.", valueName: "need"))
  var need: String?

  @Option(
    help: ArgumentHelp("A CSV file of many origins; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var batch: String?

  @Option(name: [.customShort("k"), .long], help: "How many targets.")
  var count = 3

  @Option(help: "Rely on statements at least this sure: high, medium or low.")
  var minConfidence = Confidence.medium

  @Option(
    help: "Rely on a service of unknown weekdays when its chance is at least this, from 0 to 1.")
  var minProbability = 0.9

  @Option(help: ArgumentHelp("The patient's age in full years.", valueName: "years"))
  var age: Int?

  @Option(help: "The patient's sex: female or male.")
  var sex: Sex?

  @Option(
    help: ArgumentHelp(
      "When the illness began (as --at; 07:15 is the last before it): targets that miss the "
        + "clinical window are left out.",
      valueName: "time"))
  var onset: String?

  @Option(help: ArgumentHelp("The most minutes of travel.", valueName: "minutes"))
  var within: Double?

  @Option(help: ArgumentHelp("The most kilometres of travel.", valueName: "km"))
  var withinKm: Double?

  @Option(help: "The least professional level: initial, basic or specialised.")
  var minLevel: Facility.Level?

  @Option(help: "The highest tier to send to: 1 (central, city), 2 (provincial), 3, 4 (commune).")
  var highestTier: Int?

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

  @Option(help: ArgumentHelp("The side of a cell of an isochrone.", valueName: "metres"))
  var resolution = 1_000.0

  @Option(help: "How to print: table, json, geojson, csv or xml.")
  var format = Format.table

  func validate() throws {
    if let isochrone {
      guard IsochroneReport.limits(isochrone) != nil else {
        throw ValidationError("--isochrone takes minutes, as 30,60,120")
      }
      guard from != nil, need == nil, batch == nil, patientOptions.patients == nil, !card,
        format != .xml
      else {
        throw ValidationError(
          "--isochrone goes with --from alone, and is printed as geojson, table, csv or json")
      }
      guard resolution >= 50, resolution <= 50_000 else {
        throw ValidationError("--resolution must be 50 to 50000 metres")
      }
      return
    }
    if patientOptions.patients != nil {
      guard batch == nil, age == nil, sex == nil, onset == nil else {
        throw ValidationError(
          "--patients has a column for age, sex and onset, and does not go with --batch")
      }
      guard format != .xml else {
        throw ValidationError("a plan is printed as table, json, geojson or csv")
      }
    } else {
      guard (from == nil) != (batch == nil) else {
        throw ValidationError("give either --from PLACE, --batch FILE or --patients FILE")
      }
      guard need != nil || batch != nil else { throw ValidationError("give --need NEED") }
    }
    guard batch == nil || [.table, .csv, .json].contains(format) else {
      throw ValidationError("a batch is printed as csv or json (one line a row)")
    }
    try strategies.validate(isForMany: batch != nil || patientOptions.patients != nil, format)
    guard
      leaveUntil == nil
        || (batch == nil && patientOptions.patients == nil
          && [.table, .json, .csv].contains(format))
    else {
      throw ValidationError("--leave-until is for one --from, printed as table, json or csv")
    }
    guard count >= 1, count <= 1_000 else { throw ValidationError("-k must be 1 to 1000") }
    guard minProbability >= 0, minProbability <= 1 else {
      throw ValidationError("--min-probability must be 0 to 1")
    }
    guard within ?? 1 > 0, withinKm ?? 1 > 0 else {
      throw ValidationError("--within and --within-km must be more than 0")
    }
    guard (1...4).contains(highestTier ?? 1) else {
      throw ValidationError("--highest-tier must be 1 to 4")
    }
    guard (0...130).contains(age ?? 0) else { throw ValidationError("--age must be 0 to 130") }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let plain = try networkOptions.load()
      let folder = try status.apply(
        to: plain, at: try time.instant(in: plain.network.header.zone), networkOptions.lang)
      if let batch { return try RouteBatch(self, folder).run(batch) }
      if let patients = patientOptions.patients {
        return try PatientRun(command: self, folder: folder).run(patients)
      }
      if let limits = isochrone.flatMap(IsochroneReport.limits) {
        return try printIsochrone(limits, folder)
      }
      let network = folder.network
      let query = try query(need: need ?? "", in: network)
      let finder = LocationFinder(network, on: query.at.day)
      let location = try finder.require(from ?? "", option: "--from", in: network)
      let hierarchy = folder.hierarchy(warn: { complain($0) })
      if let leaveUntil {
        return try DeparturesReport.write(
          folder, query, hierarchy, from: location,
          until: try RouteCommand.instant(ofLast: leaveUntil, after: query.at),
          language: networkOptions.lang, format: format)
      }
      var referral = ReferralSearch(network, query, hierarchy)
      if let strategy = strategies.strategy {
        return try StrategyRun(self, strategy).run(referral, from: location, folder)
      }
      let answer = referral.answer(from: ReferralOrigin(location))
      guard answer.access != nil else { throw unreachable(location, query, in: network) }
      let report = RouteReport(
        folder: folder, query: query, origin: location, answer: answer, graph: referral.graph,
        language: networkOptions.lang, explains: explain,
        fallbacks: card
          ? referral.fallbacks(from: ReferralOrigin(location), after: answer) : nil)
      var output = Output()
      switch format {
      case .table: try output.write(report.table)
      case .json: try output.write(report.json.text())
      case .geojson: try output.write(report.geoJSON.text())
      case .csv: try output.write(report.csv)
      case .xml: try output.write(report.xml)
      }
      try output.flush()
      leave(found: !answer.targets.isEmpty)
    }
  }

  /// What is asked, of a network.
  func query(need text: String, in network: Network) throws(Failure) -> ReferralQuery {
    guard let need = Need(text, in: network.vocabulary) else {
      let known = network.vocabulary.capabilityTypes.keys.sorted().joined(separator: ", ")
      throw .usage("--need \"\(text)\" is not known; this network has: \(known)")
    }
    let at = try time.instant(in: network.header.zone)
    var query = ReferralQuery(need: need, at: at, vehicle: try travel.vehicle(of: network))
    query.count = count
    query.minimumConfidence = minConfidence
    query.minimumProbability = minProbability
    query.avoided = try travel.links(of: network)
    query.weather = try travel.weather(of: network)
    query.age = age
    query.sex = sex
    query.maximumMinutes = within
    query.maximumKilometres = withinKm
    query.minimumLevel = minLevel
    query.highestTier = highestTier
    query.bedType = bed
    query.severity = try severity.severity(of: network)
    query.explainsUnreached = batch == nil
    if let onset {
      query.onset = try RouteCommand.instant(ofOnset: onset, before: at)
    }
    return query
  }

  /// An origin from which no way begins.
  func unreachable(_ place: Location, _ query: ReferralQuery, in network: Network) -> Failure {
    let limit = decimal(network.travel.profile.accessLimitKm, 1)
    return .usage(
      "no node that \(query.vehicle.id) can use lies within \(limit) km of "
        + "\"\(place.name)\"; try --vehicle mixed")
  }
}
