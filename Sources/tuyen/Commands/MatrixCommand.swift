import ArgumentParser
import Exchange
import Facts
import HealthNetwork
import Referral
import TravelNetwork

/// Minutes and kilometres between many origins and destinations.
struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Compute minutes and kilometres between origins and destinations.",
    discussion: """
      PLACE is what "tuyen route" understands. Minutes are typical ones from door
      to door, leaving at --at; both are empty where no way leads. --to-need takes
      every facility that is able to serve a need, whatever the hour of arrival.

      Files are CSV with a header. --from-file and --to-file need a column "from"
      (a PLACE), or "id" instead, or "lat" and "lon"; with both, "id" is the label.
      --file has pairs: columns "from" and "to". JSON is a line an origin.

      Examples:
        tuyen matrix --from "Cái Nước, Cà Mau" bv-nam-can --to bv-ca-mau bv-cho-ray
        tuyen matrix --from-file villages.csv --to-need stroke.thrombectomy
        tuyen matrix --file pairs.csv --vehicle mixed --format json
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, json
  }

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("The origins.", valueName: "place"))
  var from: [String] = []

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("The destinations.", valueName: "place"))
  var to: [String] = []

  @Option(
    help: ArgumentHelp("A CSV file of origins; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var fromFile: String?

  @Option(
    help: ArgumentHelp("A CSV file of destinations.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var toFile: String?

  @Option(help: ArgumentHelp("Destinations: those able to serve a need.", valueName: "need"))
  var toNeed: String?

  @Option(
    help: ArgumentHelp("A CSV file of pairs; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var file: String?

  @Option(help: "With --to-need: rely on statements at least this sure: high, medium or low.")
  var minConfidence = Confidence.medium

  @Option(help: "How to print: csv or json.")
  var format = Format.csv

  func validate() throws {
    let hasOrigins = !from.isEmpty || fromFile != nil
    let hasDestinations = !to.isEmpty || toFile != nil || toNeed != nil
    guard file == nil ? hasOrigins && hasDestinations : !hasOrigins && !hasDestinations else {
      throw ValidationError(
        "give origins (--from, --from-file) and destinations (--to, --to-file, --to-need), or "
          + "pairs (--file)")
    }
    guard fromFile != "-" || toFile != "-" else {
      throw ValidationError("only one of --from-file and --to-file can be standard input")
    }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let folder = try networkOptions.load()
      let network = folder.network
      let instant = try time.instant(in: network.header.zone)
      let conditions = try travel.conditions(at: instant, of: network)
      let graph = TravelGraph(network.travel, conditions)
      let hierarchy = folder.hierarchy { complain($0) }
      let engine = TravelEngine(graph, hierarchy)
      var points = MatrixPoints(
        network, graph: graph, streets: hierarchy.streets, on: instant.day)
      var writer = MatrixWriter(isCSV: format == .csv)
      if let file {
        try pairs(file, points: &points, engine: engine, writer: &writer)
      } else {
        try points.add(from, option: "--from")
        if let fromFile { try points.add(file: fromFile) }
        let origins = points.take()
        try points.add(to, option: "--to")
        if let toFile { try points.add(file: toFile) }
        if let toNeed {
          points.add(facilities: try facilities(toNeed, in: network, conditions: conditions))
        }
        let destinations = points.take()
        if destinations.isEmpty {
          complain("no facility is able to serve \"\(toNeed ?? "")\"")
          return false
        }
        var matrix = TravelMatrix(engine, destinations: destinations.map(\.access))
        var progress = Progress("origins")
        for origin in origins {
          progress.step()
          try writer.write(origin, destinations, matrix.row(from: origin.access))
        }
        progress.finish()
      }
      try writer.finish()
      leave(found: writer.hasFound)
    }
  }

  private func pairs(
    _ path: String, points: inout MatrixPoints, engine: TravelEngine, writer: inout MatrixWriter
  ) throws(Failure) {
    var progress = Progress("pairs")
    for (origin, destination) in try points.pairs(file: path) {
      progress.step()
      var matrix = TravelMatrix(engine, destinations: [destination.access])
      try writer.write(origin, [destination], matrix.row(from: origin.access))
    }
    progress.finish()
  }

  private func facilities(
    _ text: String, in network: Network, conditions: TravelConditions
  ) throws(Failure) -> [Int] {
    guard let need = Need(text, in: network.vocabulary) else {
      let known = network.vocabulary.capabilityTypes.keys.sorted().joined(separator: ", ")
      throw .usage("--to-need \"\(text)\" is not known; this network has: \(known)")
    }
    var query = ReferralQuery(need: need, at: conditions.at, vehicle: conditions.vehicle)
    query.minimumConfidence = minConfidence
    return network.facilities(ableToServe: query)
  }
}
