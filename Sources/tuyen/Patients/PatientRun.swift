import Answers
import Exchange
import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// Finds places for the patients of a file.
struct PatientRun {
  let command: RouteCommand
  let session: NetworkSession

  /// Reads the files, makes the plan and prints it.
  ///
  /// - Returns: Whether anybody has a place.
  func run(_ path: String) throws(Failure) -> Bool {
    let network = session.network
    let at = try command.time.instant(in: network.header.zone)
    var files = PatientFiles(command, network, at: at)
    var supply = PlaceSupply()
    supply.assumed = command.patientOptions.capacity
    if let path = command.patientOptions.capacityFile { supply.told = try files.places(path) }
    if let path = command.patientOptions.sent { supply.sent = try files.sent(path) }
    let all = try files.patients(path)
    let gone = Set(supply.sent.map(\.id))
    let patients = all.filter { !gone.contains($0.id) }
    guard let need = (all.first?.need.capability ?? command.need) else {
      throw .data("\(path): there are no patients in it")
    }
    var query = try command.query(need: need, in: session)
    query.explainsUnreached = command.explain
    var planner = PatientPlanner(
      network, query, session.hierarchy, supply: supply,
      usage: Set(patients.map(\.origin.point)).count > 8 ? .batch : .single)
    let plan = planner.plan(for: patients)
    let report = PatientReport(
      folder: session.loaded, query: query, plan: plan, supply: supply,
      language: command.networkOptions.lang, explains: command.explain)
    var output = Output()
    switch command.format {
    case .table: try output.write(report.table)
    case .json: try output.write(report.json.text())
    case .geojson: try output.write(report.geoJSON.text())
    case .csv, .xml: try output.write(report.csv)
    }
    try output.flush()
    leave(found: patients.isEmpty || plan.unplaced.count < patients.count)
  }
}
