import Exchange
import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension RouteCommand {
  /// Prints what is reached from the place within the minutes asked for.
  ///
  /// - Returns: Whether anything was reached.
  func printIsochrone(_ limits: [Double], _ folder: LoadedNetwork) throws(Failure) -> Bool {
    let network = folder.network
    let at = try time.instant(in: network.header.zone)
    let conditions = try travel.conditions(at: at, of: network)
    let finder = LocationFinder(network, on: at.day)
    let location = try finder.require(from ?? "", option: "--from", in: network)
    let graph = TravelGraph(network.travel, conditions)
    let streets = folder.hierarchy { complain($0) }.streets
    guard let access = graph.join(location.point, block: location.block, streets: streets) else {
      throw .usage("\"\(location.name)\" is too far from the network of \(conditions.vehicle.id)")
    }
    let reach: Isochrone
    do throws(IsochroneError) {
      reach = try Isochrone(
        graph, streets: streets, from: access, at: location.point, limits: limits,
        resolution: resolution)
    } catch {
      switch error {
      case .tooManyCells(let count):
        throw .usage(
          "--resolution \(Int(resolution)) makes \(count) cells, \(Isochrone.mostCells) is the most; "
            + "give more metres or fewer minutes")
      }
    }
    let report = IsochroneReport(
      folder: folder, conditions: conditions, origin: location, reach: reach,
      places: ReachedPlaces(network, reach, on: at.day), resolution: resolution,
      language: networkOptions.lang)
    switch format {
    case .geojson:
      var output = Output()
      try output.write(report.geoJSON.text(indent: nil))
      try output.flush()
    case .csv: try report.rows.write(as: .csv)
    case .json: try report.rows.write(as: .json)
    case .table, .xml:
      var output = Output()
      try output.write(report.heading)
      try output.flush()
      try report.rows.write(as: .table)
    }
    return reach.bands.contains { !$0.nodes.isEmpty }
  }
}
