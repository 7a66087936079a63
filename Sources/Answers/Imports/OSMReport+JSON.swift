#if OpenStreetMap
  import Exchange
  import Facts
  package import Formats
  import OpenStreetMap

  extension OSMReport {
    /// The report for programs: every list whole.
    package func json(_ style: AnswerStyle) -> JSONValue? {
      var fields: [String: JSONValue?] = ["streets": OSMReport.object(streets, nodes, links)]
      fields["join"] = join.map(OSMReport.object)
      fields["snaps"] = snaps.map(OSMReport.object)
      fields["import"] = entry.map { .integer($0.number) }
      return .object(fields)
    }

    private static func object(_ report: StreetReport, _ nodes: Int, _ links: Int) -> JSONValue {
      .object([
        "date": report.date.map { .string("\($0.day)") },
        "dateBasis": report.date == nil
          ? nil : .string(report.isDateOfHeader ? "header" : "latest change"),
        "fileNodes": .integer(report.fileNodes),
        "fileWays": .integer(report.fileWays),
        "streetWays": .integer(report.streetWays),
        "ferryWays": .integer(report.ferryWays),
        "unusableWays": .integer(report.unusableWays),
        "cutWays": .integer(report.cutWays),
        "barriers": .integer(report.barriers),
        "junctions": .integer(report.junctions),
        "pieces": .integer(report.pieces),
        "wayKm": .number(report.wayKilometres, decimals: 3),
        "pieceKm": .number(report.pieceKilometres, decimals: 3),
        "keptKm": .number(report.keptKilometres, decimals: 3),
        "islandPieces": .integer(report.islandPieces),
        "crossings": .integer(report.crossings),
        "nodes": .integer(nodes),
        "links": .integer(links),
        "parts": .array(
          report.parts.map { part in
            .object([
              "vehicle": .string(part.vehicle),
              "nodes": .integer(part.nodes),
              "km": .number(part.kilometres, decimals: 3),
              "usableNodes": .integer(part.usableNodes),
              "usableKm": .number(part.usableKilometres, decimals: 3),
              "share": .number(part.share, decimals: 4),
            ])
          }),
      ])
    }

    private static func object(_ join: RegionalJoin.Report) -> JSONValue {
      .object([
        "joinedNodes": .integer(join.joinedNodes),
        "longestJointMetres": .number(join.longestJoint, decimals: 0),
        "replacedRoads": .integer(join.replacedRoads),
        "keptRoads": .array(join.keptRoads.map { .string($0) }),
        "matchedCrossings": .array(join.matchedCrossings.map { .string($0) }),
        "keptCrossings": .array(join.keptCrossings.map { .string($0) }),
        "replacedFerries": .array(join.replacedFerries.map { .string($0) }),
        "acrossNodes": .array(join.acrossNodes.map { .string($0) }),
        "unjoinedNodes": .array(join.unjoinedNodes.map { .string($0) }),
      ])
    }

    private static func object(_ snaps: StreetSnaps) -> JSONValue {
      .object([
        "limitMetres": .number(snaps.limit, decimals: 0),
        "facilities": .integer(snaps.facilities),
        "places": .integer(snaps.places),
        "medianMetres": snaps.median.map { .number($0, decimals: 0) },
        "far": .array(
          snaps.far.map { far in
            .object([
              "id": .string(far.id), "name": .string(far.name),
              "metres": far.metres.map { .number($0, decimals: 0) },
            ])
          }),
      ])
    }
  }
#endif
