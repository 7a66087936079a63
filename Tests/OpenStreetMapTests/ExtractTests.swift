import Facts
import Foundation
import TravelNetwork
import Testing

@testable import OpenStreetMap

/// The extract of Ho Chi Minh City that large tests read, where somebody has it.
enum Extract {
  static let path = ProcessInfo.processInfo.environment["TUYEN_GRAPHS_DIR"].map {
    $0 + "/hcmc-2018.osm.pbf"
  }

  /// The streets of the file, read once, with the stages that were told.
  static let read = Result {
    var stages: [ImportProgress.Stage] = []
    let path = try #require(Extract.path)
    let streets = try Streets(path: path) { step in
      if stages.last != step.stage { stages.append(step.stage) }
    }
    let map = try TravelMap(
      nodes: streets.nodes, links: streets.links, vehicles: Streets.vehicles, profiles: [])
    return (streets: streets, stages: stages, map: map)
  }

  /// The beginning of the file; nil where there is none.
  static func bytes(limit: Int) throws -> [UInt8]? {
    guard let path else { return nil }
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)).prefix(limit))
  }
}

@Suite(.enabled(if: Extract.path != nil, "TUYEN_GRAPHS_DIR is not set"))
struct ExtractTests {
  @Test func `the city is read whole, and hangs together`() throws {
    let (streets, stages, map) = try Extract.read.get()
    #expect(stages == [.ways, .nodes, .network])
    let report = streets.report
    #expect(report.fileNodes == 377_702 && report.fileWays == 44_285)
    #expect(report.junctions == 57_429 && report.pieces == 77_315)
    #expect(abs(report.pieceKilometres - 8_557.5) < 0.1)
    #expect(abs(report.wayKilometres - report.pieceKilometres) < 1e-6)
    #expect(report.date?.day.description == "2017-12-31")
    for part in report.parts { #expect(part.share > 0.97, "\(part)") }
    #expect(Set(streets.links.map(\.id)).count == streets.links.count)
    #expect(Set(streets.nodes.map(\.id)).count == streets.nodes.count)
    #expect(streets.links.contains { $0.crossing == "Cầu Sài Gòn 1" })
    // Every shape can be read, and is about as long as the link.
    for index in map.links.recordIndices where map.links[index].kilometres > 0.05 {
      let line = map.line(ofLink: index)
      let metres = zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.distanceInMetres(to: $1.1) }
      let share = metres / 1_000 / map.links[index].kilometres
      #expect(share > 0.9 && share < 1.05, "\(map.links[index].id) \(share)")
    }
  }

  @Test func `whoever can start can get everywhere and back`() throws {
    let (streets, _, map) = try Extract.read.get()
    for vehicle in Streets.vehicles {
      let graph = TravelGraph(
        map,
        TravelConditions(vehicle: vehicle, at: try #require(streets.report.date)))
      let usable = graph.usableNodes
      var search = TravelSearch(graph)
      for place in [0, usable.count / 2, usable.count - 1] {
        search.start(from: Access(node: usable[place]))
        var reached = 0
        while search.next() != nil { reached += 1 }
        #expect(reached == usable.count, "\(vehicle.id)")
      }
    }
  }
}
