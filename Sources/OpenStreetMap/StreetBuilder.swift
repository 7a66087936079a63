internal import Facts
internal import TravelNetwork

/// Makes records of pieces.
struct StreetBuilder {
  private let extract: StreetExtract
  private let pieces: StreetPieces
  /// The vehicles that may use each piece, within each vehicle's largest strongly connected part.
  private var forward: [VehicleSet]
  private var backward: [VehicleSet]
  private var barrierVehicles: [VehicleSet]
  private var isNodeUsed: [Bool]
  private let city: BuiltUpArea
  private let ferries: FerryChains
  private var streets = Streets()
  /// Vehicles that the network has.
  private let known: VehicleSet

  init(_ extract: StreetExtract, _ pieces: StreetPieces, vehicles: Set<String>?) {
    known = VehicleSet.each.filter { vehicles?.contains($0.id) ?? true }.map(\.vehicle)
      .reduce(into: []) { $0.formUnion($1) }
    city = BuiltUpArea(
      junctions: pieces.nodes.lazy.filter { $0.side == 0 }.map { extract.coordinate($0.point) })
    ferries = FerryChains(pieces, extract)
    self.extract = extract
    self.pieces = pieces
    forward = pieces.pieces.map { extract.streets[extract.ways[$0.way].street].forward }
    backward = pieces.pieces.map { extract.streets[extract.ways[$0.way].street].backward }
    barrierVehicles = pieces.barrierEnds.map(\.vehicles)
    isNodeUsed = Array(repeating: false, count: pieces.nodes.count)
  }

  mutating func build() -> Streets {
    report()
    // The parts of each vehicle first, then the cut: one vehicle's cut must not change another's.
    let mains = VehicleSet.each.map { mainPart(of: $0.vehicle, id: $0.id) }
    for (each, isMain) in zip(VehicleSet.each, mains) { keep(each.vehicle, within: isMain) }
    addLinks()
    addBarriers()
    addNodes()
    streets.rivers = RiverLines(
      extract.rivers.map { river in
        extract.points[river.first..<river.first + river.count]
          .filter(extract.isKnown).map(extract.coordinate)
      })
    return streets
  }

  private mutating func report() {
    streets.report.date = extract.date
    streets.report.isDateOfHeader = extract.isDateOfHeader
    streets.report.fileNodes = extract.nodeCount
    streets.report.fileWays = extract.wayCount
    streets.report.streetWays = extract.ways.count
    streets.report.unusableWays = extract.unusableWays
    streets.report.cutWays = pieces.cutWays
    streets.report.ferryWays = extract.ways.count { extract.streets[$0.street].mode == .ferry }
    streets.report.barriers = extract.barriers.count
    streets.report.junctions = pieces.nodes.count { $0.side == 0 }
    streets.report.pieces = pieces.pieces.count
    streets.report.wayKilometres = pieces.wayMetres / 1_000
    streets.report.pieceKilometres = pieces.metres / 1_000
    let day = extract.date.map { ", \($0.day)" } ?? ""
    streets.source = "OpenStreetMap contributors (ODbL 1.0)\(day)"
  }

  /// Which nodes lie in the largest strongly connected part of a vehicle.
  private mutating func mainPart(of vehicle: VehicleSet, id: String) -> [Bool] {
    var arcs: [(tail: Int, head: Int)] = []
    var isUsable = [Bool](repeating: false, count: pieces.nodes.count)
    var usableMetres = 0.0
    for (index, piece) in pieces.pieces.enumerated() {
      let ahead = forward[index].contains(vehicle)
      let back = backward[index].contains(vehicle)
      guard ahead || back else { continue }
      usableMetres += piece.metres
      isUsable[piece.start] = true
      isUsable[piece.end] = true
      if ahead { arcs.append((piece.start, piece.end)) }
      if back { arcs.append((piece.end, piece.start)) }
    }
    for end in pieces.barrierEnds where end.vehicles.contains(vehicle) && isUsable[end.end] {
      isUsable[end.barrier] = true
      arcs.append((end.end, end.barrier))
      arcs.append((end.barrier, end.end))
    }
    let parts = StrongParts(nodeCount: pieces.nodes.count, arcs: arcs)
    let largest = parts.largest
    let isMain = isUsable.indices.map { isUsable[$0] && parts.part[$0] == largest }
    let metres = pieces.pieces.indices.reduce(0) { sum, index in
      let piece = pieces.pieces[index]
      let isUsed = forward[index].union(backward[index]).contains(vehicle)
      return isUsed && isMain[piece.start] && isMain[piece.end] ? sum + piece.metres : sum
    }
    streets.report.parts.append(
      StreetReport.Part(
        vehicle: id, nodes: isMain.count { $0 }, kilometres: metres / 1_000,
        usableNodes: isUsable.count { $0 }, usableKilometres: usableMetres / 1_000))
    return isMain
  }

  /// Takes a vehicle from all pieces outside its largest part.
  private mutating func keep(_ vehicle: VehicleSet, within isMain: [Bool]) {
    for (index, piece) in pieces.pieces.enumerated()
    where !isMain[piece.start] || !isMain[piece.end] {
      forward[index].remove(vehicle)
      backward[index].remove(vehicle)
    }
    for (index, end) in pieces.barrierEnds.enumerated()
    where !isMain[end.end] || !isMain[end.barrier] {
      barrierVehicles[index].remove(vehicle)
    }
  }

  private mutating func addLinks() {
    for (index, piece) in pieces.pieces.enumerated() {
      let (ahead, back) = (forward[index], backward[index])
      let both = ahead.intersection(back)
      guard !ahead.union(back).isEmpty else {
        streets.report.islandPieces += 1
        continue
      }
      streets.report.keptKilometres += piece.metres / 1_000
      isNodeUsed[piece.start] = true
      isNodeUsed[piece.end] = true
      let id = "osm-w\(extract.ways[piece.way].id)-\(piece.number)"
      let oneWays = [(ahead.subtracting(both), true), (back.subtracting(both), false)]
        .filter { !$0.0.isEmpty }
      if !both.isEmpty { add(piece, id: id, vehicles: both, isForward: true, isOneway: false) }
      for (place, (vehicles, isForward)) in oneWays.enumerated() {
        // The first link of a piece has its plain id.
        let suffix = both.isEmpty && place == 0 ? "" : isForward ? "-f" : "-r"
        add(piece, id: id + suffix, vehicles: vehicles, isForward: isForward, isOneway: true)
      }
    }
    streets.report.crossings = Set(streets.links.compactMap(\.crossing)).count
  }

  private mutating func add(
    _ piece: StreetPieces.Piece, id: String, vehicles: VehicleSet, isForward: Bool, isOneway: Bool
  ) {
    let way = extract.ways[piece.way]
    let street = extract.streets[way.street]
    var link = TravelLink()
    link.id = id
    link.start = StreetBuilder.id(of: isForward ? piece.start : piece.end, pieces, extract)
    link.end = StreetBuilder.id(of: isForward ? piece.end : piece.start, pieces, extract)
    link.mode = street.mode
    link.roadClass = street.roadClass
    link.ref = street.ref
    link.name = street.name
    link.kilometres = (piece.metres * 10).rounded() / 10_000
    link.lengthMethod = TravelLink.mappedLine
    link.isOneway = isOneway ? true : nil
    link.crossing = street.crossing
    link.restriction = street.restriction
    let line = extract.points[piece.first..<piece.first + piece.count].map(extract.coordinate)
    let isInCity = [line.first, line.last].allSatisfy { $0.map(city.contains) ?? false }
    let speeds = isInCity ? street.citySpeeds : street.speeds
    link.speed = speeds?.speed
    link.freeFlowSpeed = speeds?.freeFlowSpeed
    link.carry(vehicles, isLightOnly: street.isLightOnly, known)
    link.shape = LinkShape(isForward ? line : line.reversed()).text
    link.provenance = Provenance(
      source: streets.source,
      confidence: street.confidence, basis: speeds?.basis)
    if let ferry = street.ferry {
      link.sail(
        ferry, piece, of: pieces.pieces(ofWay: piece.way), ways: ferries.counts[piece.way] ?? 1)
    }
    streets.links.append(link)
    streets.isCrossing.append(street.isCrossing)
  }

  /// The links over the barriers that someone passes.
  private mutating func addBarriers() {
    for (index, end) in pieces.barrierEnds.enumerated()
    where !barrierVehicles[index].isEmpty && isNodeUsed[end.end] {
      let node = pieces.nodes[end.end]
      var link = TravelLink()
      link.id = "osm-b\(extract.ids[Int(node.point)])-\(node.side)"
      link.start = StreetBuilder.id(of: end.end, pieces, extract)
      link.end = StreetBuilder.id(of: end.barrier, pieces, extract)
      link.roadClass = .local
      link.speed = 5
      link.carry(barrierVehicles[index], isLightOnly: false, known)
      link.provenance = Provenance(
        source: streets.source, confidence: .medium, basis: "barrier at one point")
      isNodeUsed[end.barrier] = true
      streets.links.append(link)
      streets.isCrossing.append(false)
    }
  }

  private mutating func addNodes() {
    var isLanding = [Bool](repeating: false, count: pieces.nodes.count)
    for piece in pieces.pieces
    where extract.streets[extract.ways[piece.way].street].mode == .ferry {
      isLanding[piece.start] = true
      isLanding[piece.end] = true
    }
    for index in pieces.nodes.indices where isNodeUsed[index] {
      var node = TravelNode()
      node.id = StreetBuilder.id(of: index, pieces, extract)
      node.kind = isLanding[index] ? .ferryLanding : .junction
      node.point = extract.coordinate(pieces.nodes[index].point)
      node.precision = .junction
      node.provenance = Provenance(source: streets.source, confidence: .medium)
      streets.nodes.append(node)
    }
  }

  private static func id(
    of node: Int, _ pieces: StreetPieces, _ extract: StreetExtract
  ) -> String {
    let node = pieces.nodes[node]
    let id = "osm-n\(extract.ids[Int(node.point)])"
    return node.side == 0 ? id : "\(id)-\(node.side)"
  }
}
