import Answers
import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Who gains and who loses by changes that are only thought of.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Compare the network with what scenarios would make of it: who gains, who loses.",
    discussion: """
      A SCENARIO is a delta document: new facilities, capabilities, agreements,
      links and closures, or retractions. Each is applied to the network alone;
      several are told side by side. --scenario applies to all of them.

      Examples:
        tuyen whatif network-data/scenarios/rach-mieu-closed.xml --need stroke.lysis
        tuyen whatif network-data/scenarios/*.xml --need stroke.thrombectomy
        tuyen whatif flood.xml --need obstetrics --vehicle mixed --format geojson
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv, geojson
  }

  @Argument(help: "Delta documents.", completion: .file(extensions: ["xml"]))
  var scenarios: [String]

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions
  @OptionGroup var planning: LossOptions

  @Option(help: ArgumentHelp("How many communes are told of each scenario.", valueName: "n"))
  var top = 10

  @Option(help: "How to print: table, json, csv or geojson.")
  var format = Format.table

  func validate() throws {
    guard top >= 1 else { throw ValidationError("--top must be 1 or more") }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let base = try networkOptions.load()
      let instant = try time.instant(in: base.network.header.zone)
      let needs = try planning.needs(of: base.network)
      let hierarchy = base.hierarchy { complain($0) }
      let side = try Side(base, hierarchy, instant, needs, self)
      var report = WhatIfReport(base: side, needs: needs, language: networkOptions.lang, top: top)
      for path in scenarios {
        let folder = try networkOptions.load(with: path)
        let isServed = hierarchy.serves(folder.network.travel)
        let other = try Side(
          folder, isServed ? hierarchy : folder.hierarchy { complain($0) }, instant, needs, self)
        report.add(path, other)
      }
      var output = Output()
      switch format {
      case .table: try output.write(report.table)
      case .json: try output.write(report.json.text())
      case .csv: try output.write(report.csv)
      case .geojson: try output.write(report.geoJSON.text())
      }
      try output.flush()
      leave(found: report.hasChange)
    }
  }

  /// A network with what it answers.
  struct Side {
    let folder: LoadedNetwork
    let conditions: TravelConditions
    let demand: Demand
    /// Where people find care, by need; nil for a need that the network does not know.
    let pictures: [AccessPicture?]
    let supported: SupportedCommunes

    var network: Network { folder.network }

    init(
      _ folder: LoadedNetwork, _ hierarchy: TravelHierarchy, _ instant: Instant,
      _ needs: [PlannedNeed], _ command: WhatIfCommand
    ) throws(Failure) {
      let network = folder.network
      let conditions = try command.travel.conditions(at: instant, of: network)
      let demand = try command.planning.demand(of: network)
      let ground = PlanningGround(network, hierarchy, conditions)
      self.folder = folder
      self.conditions = conditions
      self.demand = demand
      pictures = needs.map { planned in
        Need(planned.need.capability, in: network.vocabulary).map {
          AccessPicture(ground, command.planning.query($0, conditions), demand)
        }
      }
      supported = SupportedCommunes(network, on: instant.day)
    }
  }
}

extension NetworkOptions {
  /// Loads the network with one more delta applied.
  func load(with delta: String) throws(Failure) -> LoadedNetwork {
    var options = self
    options.scenarios.append(delta)
    return try options.load()
  }
}
