public import ArgumentParser
import Formats
import TravelNetwork
import Exchange
import Facts
import HealthNetwork

/// Validates networks and grades what is in them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate a network and grade how complete and how sure it is.",
    discussion: """
      Every error is reported on standard error as file:line: message. A network
      that is valid gets a count of its records, a grade for each topic (A from
      95 %, B from 80, C from 60, D from 30, else E) and warnings with file and
      line. The exit code is 0 when all are valid, else 65; with --strict, 65 also
      when there are warnings.

      Examples:
        tuyen check
        tuyen check network-data/hcmc-mekong network-data/northern-support
        tuyen check my-network --strict --at 2026-11-25
        tuyen check my-network --topic facility_position --all
        tuyen check my-network --grade
        tuyen check my-network --format json --lang en > check.json
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var status: StatusOptions

  @Argument(
    help: ArgumentHelp(
      "Networks: folders of exchange files, or files. Default: that of --network.",
      valueName: "dir"), completion: .directory)
  var folders: [String] = []

  @Flag(help: "Fail when there are warnings.")
  var strict = false

  @Option(help: ArgumentHelp("Only warnings of a topic; may be repeated.", valueName: "topic"))
  var topic: [NetworkReview.Topic] = []

  @Flag(help: "Print every warning, not only the first of each topic.")
  var all = false

  @Flag(help: "Grade each province and facility from 0 to 100, the worst first.")
  var grade = false

  @Option(
    help: ArgumentHelp(
      "With --grade: how long ago a statement may have been asserted.", valueName: "days"))
  var staleAfter = 730

  @Option(help: ArgumentHelp("Whose ways are looked at.", valueName: "vehicle"))
  var vehicle = "ambulance"

  @Option(help: "How to print: table or json.")
  var format = Format.table

  func validate() throws {
    guard folders.isEmpty || networkOptions.network == nil else {
      throw ValidationError("give folders or --network, not both")
    }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      var output = Output()
      var reports: [CheckReport] = []
      var worst: Failure?
      for path in folders.isEmpty ? [networkOptions.path] : folders {
        let report: CheckReport
        do throws(Failure) {
          report = try check(path)
        } catch {
          complain(error.message, withName: false)
          if worst?.code != 66 { worst = error }
          report = CheckReport(path: path, folder: nil, review: nil, command: self)
        }
        if strict, report.review?.findings.isEmpty == false, worst == nil {
          worst = .data("\(path): there are warnings")
        }
        if format == .table { try output.write(report.table) }
        reports.append(report)
      }
      if format == .json {
        try output.write(JSONValue.object(["networks": .array(reports.map(\.json))]).text())
      }
      try output.flush()
      if let worst { throw .reported(worst.code) }
      return true
    }
  }

  private func check(_ path: String) throws(Failure) -> CheckReport {
    let folder = try NetworkOptions.load(path, deltas: networkOptions.scenarios)
    let network = folder.network
    _ = try status.apply(
      to: folder, at: try time.instant(in: network.header.zone), networkOptions.lang)
    let vehicle = network.travel.vehicles.isEmpty ? nil : vehicle
    if let vehicle, network.travel.vehicle(vehicle) == nil {
      let known = network.travel.vehicles.map(\.id).joined(separator: ", ")
      throw .usage("--vehicle \"\(vehicle)\" is not known; \(path) has: \(known)")
    }
    let instant = try time.instant(in: network.header.zone)
    let review = NetworkReview(of: network, at: instant, vehicle: vehicle)
    var grades: GradeReport?
    if grade {
      grades = GradeReport(
        quality: QualityGrade(of: network, at: instant, staleAfterDays: staleAfter),
        language: networkOptions.lang, isWhole: all)
    }
    return CheckReport(
      path: path, folder: folder, review: review, command: self, grades: grades)
  }
}

extension NetworkReview.Topic: ExpressibleByArgument {}
