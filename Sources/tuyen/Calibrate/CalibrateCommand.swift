import ArgumentParser
import Exchange
import Facts
import Files
import Formats
import HealthNetwork
import TravelNetwork

/// Usual speeds corrected by observed trips.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Correct the usual speeds of road classes, and their range, by observed trips.",
    discussion: """
      TRIPS is a CSV file with a header: from, to (places as of "tuyen route"),
      departed, arrived (2026-11-25T02:00), and vehicle, if it is not --vehicle.
      Trips too far off are left out and listed. A class is only changed when at
      least ten trips use it and agree; the error is told for trips held out.

      --out writes the change as a delta document, to be tried with --scenario or
      kept with "tuyen import". Nothing is written when trips held out are not told
      better.

      Exit codes: 0 something to change, 1 nothing, 65 wrong rows.

      Examples:
        tuyen calibrate trips.csv
        tuyen calibrate trips.csv --out calibration.xml
        tuyen route --from "Cái Nước" --need stroke --scenario calibration.xml
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  @OptionGroup var networkOptions: NetworkOptions

  @Argument(
    help: ArgumentHelp("The trips; - is standard input.", valueName: "trips"),
    completion: .file(extensions: ["csv"]))
  var trips: String

  @Option(help: ArgumentHelp("The vehicle of rows that name none.", valueName: "vehicle"))
  var vehicle = "ambulance"

  @Option(
    name: .customLong("out"), help: ArgumentHelp("The delta document to write.", valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var out: String?

  @Flag(help: "Replace a file that is there already.")
  var force = false

  @Option(help: "How to print: table or json.")
  var format = Format.table

  func run() throws {
    try tuyen.run { () throws(Failure) in
      if let out { try OutputFiles.refuseOverwriting(out, unless: force) }
      let folder = try networkOptions.load()
      let file = try TripFile(trips, folder, vehicle: vehicle)
      let profile = folder.network.travel.profile
      let calibration = SpeedCalibration(file.rows.map(\.trip), slowFactor: profile.slowFactor)
      let report = CalibrationReport(
        network: folder.network, path: trips, rows: file.rows, calibration: calibration,
        language: networkOptions.lang)
      if let out, calibration.isBetter {
        try OutputFiles.write(report.document, to: out)
      }
      var output = Output()
      try output.write(format == .json ? report.json.text() : report.table)
      try output.flush()
      return calibration.isBetter
    }
  }
}
