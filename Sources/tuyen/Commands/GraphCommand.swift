import ArgumentParser
import Facts
import Exchange
import Files
import Formats
import HealthNetwork
import TravelNetwork

/// The travel graph of a vehicle, for checking answers with other tools.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Write the travel graph of a vehicle, so that answers can be checked elsewhere.",
    discussion: """
      nodes.csv has every node: id,lat,lon,kind. arcs.csv has every direction in
      which a link serves the vehicle at the instant: from,to,minutes,km,mode,link,
      crossing. Minutes are typical ones, the usual wait for a ferry included, but
      not the wait for its hours of operation: routes of "tuyen route" that wait
      for a ferry to open take longer than the sum of their arcs.

      Times are whole tenths of a second (1/600 minute); they are written with
      six decimals, so that sums of arcs equal the minutes of routes. Files that
      are there are replaced.

      Examples:
        tuyen graph --out graph/
        tuyen graph --out graph/ --vehicle mixed --at 2026-11-25T08:00
        tuyen graph --out cut/ --avoid "Cầu Rạch Miễu"
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var travel: TravelOptions

  @Option(
    help: ArgumentHelp("The folder to write nodes.csv and arcs.csv into.", valueName: "dir"),
    completion: .directory)
  var out: String

  @Option(help: "The format: csv.")
  var format = Format.csv

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let nodesPath = out + "/nodes.csv"
      let arcsPath = out + "/arcs.csv"
      let network = try networkOptions.load().network
      let conditions = try travel.conditions(
        at: try time.instant(in: network.header.zone), of: network)
      let graph = TravelGraph(network.travel, conditions)
      let arcs = graph.arcs
      try OutputFiles.makeFolder(out)
      try OutputFiles.write(
        nodes(
          of: graph.map, handsOver: arcs.contains { $0.link == nil }), to: nodesPath)
      try OutputFiles.write(lines(of: arcs, graph.map), to: arcsPath)
      return !arcs.isEmpty
    }
  }

  private func nodes(of map: TravelMap, handsOver: Bool) -> [UInt8] {
    var bytes = Array(CSVWriter().line(["id", "lat", "lon", "kind"]).utf8)
    // Beyond the nodes: patients aboard the boats and aircraft that call at some of them.
    for vertex in 0..<(handsOver ? map.vertexCount : map.nodes.count) {
      let node = map.nodes[map.node(ofVertex: vertex)]
      bytes +=
        CSVWriter().line([
          map.idOfVertex(vertex), decimal(node.point.latitude, 7), decimal(node.point.longitude, 7),
          node.kind.rawValue,
        ]).utf8
    }
    return bytes
  }

  private func lines(of arcs: [TravelArc], _ map: TravelMap) -> [UInt8] {
    var bytes = Array(
      CSVWriter().line(["from", "to", "minutes", "km", "mode", "link", "crossing"]).utf8)
    for arc in arcs {
      let link = arc.link.map { map.links[$0] }
      bytes +=
        CSVWriter().line([
          map.idOfVertex(arc.start), map.idOfVertex(arc.end), decimal(arc.minutes, 6),
          decimal(link?.kilometres ?? 0, 4), link?.mode.rawValue ?? "hand-over", link?.id ?? "",
          link?.crossing ?? "",
        ]).utf8
    }
    return bytes
  }
}
