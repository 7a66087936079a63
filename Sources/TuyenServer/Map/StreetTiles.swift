import Facts
import Formats
import Synchronization
import TravelNetwork

/// The streets of a network, ready to be cut into tiles.
///
/// A street is a road whose line on the map is known. Far away only the main roads are drawn, so that a
/// tile stays small however many streets there are.
final class StreetTiles: Sendable {
  /// The zoom whose tiles are the cells of the index.
  private static let cellZoom = 12
  /// Units that a line may be off: a quarter of a point on a screen that shows a tile 512 points wide.
  static let tolerance = 2.0

  private struct Street {
    var link: LinkIndex
    var roadClass: RoadClass
    var least: TilePoint
    var most: TilePoint
  }

  private let map: TravelMap
  private let streets: [Street]
  private let cells: [TileAddress: [Int32]]

  /// Indexes the streets of a network.
  ///
  /// - Complexity: O(*n*), where *n* is the number of links, of their bends, and of cells they touch.
  init(_ map: TravelMap) {
    var streets: [Street] = []
    var cells: [TileAddress: [Int32]] = [:]
    for index in map.links.recordIndices {
      let link = map.links[index]
      guard link.isStreet else { continue }
      let line = map.line(ofLink: index).map(TileAddress.Position.init)
      var (west, north, east, south) = (line[0].x, line[0].y, line[0].x, line[0].y)
      for point in line {
        (west, east) = (min(west, point.x), max(east, point.x))
        (north, south) = (min(north, point.y), max(south, point.y))
      }
      let side = Double(1 << StreetTiles.cellZoom)
      for column in Int(west * side)...Int(east * side) {
        for row in Int(north * side)...Int(south * side) {
          let cell = TileAddress(zoom: StreetTiles.cellZoom, column: column, row: row)
          cells[cell, default: []].append(Int32(streets.count))
        }
      }
      streets.append(
        Street(
          link: index, roadClass: link.roadClass ?? .local, least: TilePoint(x: west, y: north),
          most: TilePoint(x: east, y: south)))
    }
    self.map = map
    self.streets = streets
    self.cells = cells
  }

  /// The classes that are drawn at a zoom, the widest last, so that they lie above the others.
  static func classes(at zoom: Int) -> [RoadClass] {
    switch zoom {
    case ..<9: [.national, .expressway]
    case 9..<11: [.provincial, .national, .expressway]
    case 11..<13: [.district, .provincial, .national, .expressway]
    default: [.local, .district, .provincial, .national, .expressway]
    }
  }

  /// The links that may be in a tile, in their order.
  private func candidates(_ tile: TileAddress) -> [Int] {
    let shown = Set(StreetTiles.classes(at: tile.zoom))
    let side = Double(1 << tile.zoom)
    let margin = TileAddress.margin / TileAddress.extent
    let least = TilePoint(
      x: (Double(tile.column) - margin) / side, y: (Double(tile.row) - margin) / side)
    let most = TilePoint(
      x: (Double(tile.column + 1) + margin) / side, y: (Double(tile.row + 1) + margin) / side)
    func isNear(_ number: Int) -> Bool {
      let street = streets[number]
      return shown.contains(street.roadClass) && street.most.x >= least.x
        && street.least.x <= most.x && street.most.y >= least.y && street.least.y <= most.y
    }
    guard tile.zoom >= StreetTiles.cellZoom else { return streets.indices.filter(isNear) }
    let cellSide = Double(1 << StreetTiles.cellZoom)
    var found: Set<Int> = []
    for column in Int(max(0, least.x) * cellSide)...Int(most.x * cellSide) {
      for row in Int(max(0, least.y) * cellSide)...Int(most.y * cellSide) {
        let cell = TileAddress(zoom: StreetTiles.cellZoom, column: column, row: row)
        for number in cells[cell] ?? [] where isNear(Int(number)) { found.insert(Int(number)) }
      }
    }
    return found.sorted()
  }

  /// The streets that are drawn as one: of a class and a name.
  private struct Kind: Hashable {
    var roadClass: RoadClass
    var name: String?
  }

  /// The lines of a tile as JSON: for each class its paths, each as a first point and steps from it,
  /// x eastward and y southward, in 4,096th parts of the side.
  ///
  /// - Complexity: O(*m* log *m*), where *m* is the number of points of the links in it.
  func json(_ tile: TileAddress) -> JSONValue {
    var lines: [Kind: [[TileLines.Point]]] = [:]
    var crossings: [JSONValue] = []
    for number in candidates(tile) {
      let street = streets[number]
      let link = map.links[street.link]
      let line = map.line(ofLink: street.link).map { tile.units(TileAddress.Position($0)) }
      let isNamed = tile.zoom >= 13
      let kind = Kind(
        roadClass: street.roadClass, name: isNamed ? link.name ?? link.ref : nil)
      let parts = TileLines.clipped(line).map(TileLines.onGrid).filter { $0.count > 1 }
      lines[kind, default: []] += parts
      if let crossing = link.crossing, let part = parts.first, tile.zoom >= 11 {
        let middle = part[part.count / 2]
        crossings.append(
          .object([
            "id": .string(link.id), "name": .string(crossing),
            "at": .array([.integer(middle.x), .integer(middle.y)]),
          ]))
      }
    }
    let classes = StreetTiles.classes(at: tile.zoom).compactMap { roadClass in
      StreetTiles.json(roadClass, lines.filter { $0.key.roadClass == roadClass })
    }
    return .object([
      "extent": .integer(Int(TileAddress.extent)), "classes": .array(classes),
      "crossings": crossings.isEmpty ? nil : .array(crossings),
    ])
  }

  private static func json(
    _ roadClass: RoadClass, _ lines: [Kind: [[TileLines.Point]]]
  ) -> JSONValue? {
    var paths: [JSONValue] = []
    var names: [JSONValue] = []
    for (kind, parts) in lines.sorted(by: { ($0.key.name ?? "") < ($1.key.name ?? "") }) {
      for part in TileLines.joined(parts) {
        var before = TileLines.Point(x: 0, y: 0)
        var numbers: [JSONValue] = []
        for point in TileLines.thinned(part, tolerance: tolerance) {
          numbers.append(.integer(point.x - before.x))
          numbers.append(.integer(point.y - before.y))
          before = point
        }
        paths.append(.array(numbers))
        names.append(.string(kind.name ?? ""))
      }
    }
    guard !paths.isEmpty else { return nil }
    let isNamed = names.contains { $0 != .string("") }
    return .object([
      "class": .string(roadClass.rawValue), "paths": .array(paths),
      "names": isNamed ? .array(names) : nil,
    ])
  }
}

/// The streets of the networks that were asked for last: those of a network and of what corrections have
/// made of it.
final class StreetShelf: Sendable {
  private let kept = Mutex<[(key: String, tiles: StreetTiles)]>([])

  /// The streets of a network, indexed when they are first asked for.
  ///
  /// - Parameters:
  ///   - key: The digest of the network.
  ///   - map: Its links.
  /// - Returns: The streets.
  func tiles(_ key: String, of map: TravelMap) -> StreetTiles {
    let known = kept.withLock { kept in kept.first { $0.key == key }?.tiles }
    if let known { return known }
    let tiles = StreetTiles(map)
    kept.withLock { kept in
      kept.removeAll { $0.key == key }
      kept.append((key, tiles))
      if kept.count > 2 { kept.removeFirst() }
    }
    return tiles
  }
}
