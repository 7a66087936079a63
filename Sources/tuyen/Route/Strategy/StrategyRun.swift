import Answers
import Exchange
import Formats
import HealthNetwork
import Referral

/// Answers `tuyen route --strategy`.
struct StrategyRun {
  private let command: RouteCommand
  private let strategy: Strategy

  init(_ command: RouteCommand, _ strategy: Strategy) {
    self.command = command
    self.strategy = strategy
  }

  /// Answers for one origin.
  ///
  /// - Parameters:
  ///   - referral: The prepared referral of what was asked.
  ///   - location: The origin.
  ///   - folder: The network.
  /// - Returns: Never: the program ends with the answer written.
  /// - Throws: `Failure` when no pathway, rule or stay is as asked, or nothing can be written.
  func run(
    _ referral: ReferralSearch, from location: Location, _ folder: LoadedNetwork
  ) throws(Failure) -> Bool {
    let options = command.strategies
    let plan: PathwayPlan
    do throws(StrategyError) {
      plan = try PathwayPlan(
        for: referral.query.need, in: folder.network, dwell: options.dwell, rule: options.rule)
    } catch {
      throw .usage(error.description)
    }
    var search = StrategySearch(referral, plan)
    let answer = search.answer(from: ReferralOrigin(location), by: strategy)
    guard answer.access != nil else {
      throw command.unreachable(location, referral.query, in: folder.network)
    }
    let report = StrategyReport(
      folder: folder, search: search, origin: location, strategy: strategy, answer: answer,
      language: command.networkOptions.lang, explains: command.explain)
    var output = Output()
    switch command.format {
    case .table, .xml: try output.write(report.table)
    case .json: try output.write(report.json.text())
    case .geojson: try output.write(report.geoJSON.text())
    case .csv: try output.write(report.csv)
    }
    try output.flush()
    leave(found: !answer.options.isEmpty || answer.start != nil)
  }
}
