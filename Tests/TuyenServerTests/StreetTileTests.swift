import Facts
import Formats
import Testing
import TravelNetwork

@testable import TuyenServer

/// Tiles hold the streets that lie in them, and nothing else: compared with a plain clip, point by point.
@Suite struct StreetTileTests {
  /// Units that the grid and the thinning may move a line.
  private static let slack = StreetTiles.tolerance + 1.5

  /// A generator that gives the same numbers each time.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// Streets that bend, some of a few metres, some across several tiles.
  private static func map(seed: UInt64, count: Int) throws -> TravelMap {
    var dice = Dice(state: seed)
    var nodes: [TravelNode] = []
    var links: [TravelLink] = []
    func node(_ point: Coordinate) -> String {
      var node = TravelNode()
      node.id = "n\(nodes.count)"
      node.point = point
      nodes.append(node)
      return node.id
    }
    for number in 0..<count {
      let reach = [0.0003, 0.003, 0.02].randomElement(using: &dice) ?? 0.003
      var point = Coordinate(
        latitude: .random(in: 10.70...10.86, using: &dice),
        longitude: .random(in: 106.60...106.76, using: &dice))
      let line = (0..<Int.random(in: 2...7, using: &dice)).map { _ in
        point.latitude += .random(in: -reach...reach, using: &dice)
        point.longitude += .random(in: -reach...reach, using: &dice)
        return point
      }
      var link = TravelLink()
      link.id = "l\(number)"
      link.start = node(line[0])
      link.end = node(line[line.count - 1])
      link.mode = .road
      link.roadClass = RoadClass.allCases.randomElement(using: &dice)
      link.lengthMethod = TravelLink.mappedLine
      link.name = number % 3 == 0 ? "Đường số \(number % 7)" : nil
      link.shape = LinkShape(line).text
      links.append(link)
    }
    return try TravelMap(nodes: nodes, links: links, vehicles: [], profiles: [])
  }

  private static func number(_ value: JSONValue) -> Int {
    if case .integer(let number) = value { return number }
    return 0
  }

  private static func list(_ value: JSONValue, _ key: String) -> [JSONValue] {
    guard case .object(let fields) = value, case .array(let list)?? = fields[key] else { return [] }
    return list
  }

  /// The paths of a tile by class.
  private static func paths(_ tile: JSONValue) -> [String: [[TilePoint]]] {
    var paths: [String: [[TilePoint]]] = [:]
    for one in list(tile, "classes") {
      guard case .object(let fields) = one, case .string(let name)?? = fields["class"] else {
        continue
      }
      paths[name] = list(one, "paths").map { path in
        guard case .array(let numbers) = path else { return [] }
        var here = TilePoint(x: 0, y: 0)
        return stride(from: 0, to: numbers.count, by: 2).map { index in
          here.x += Double(number(numbers[index]))
          here.y += Double(number(numbers[index + 1]))
          return here
        }
      }
    }
    return paths
  }

  /// Points along a line, a few units apart.
  private static func points(of line: [TilePoint]) -> [TilePoint] {
    zip(line, line.dropFirst()).flatMap { start, end in
      let length = max(abs(end.x - start.x), abs(end.y - start.y))
      let count = max(1, min(400, Int(length / 8)))
      return (0...count).map { step in
        let share = Double(step) / Double(count)
        return TilePoint(
          x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
      }
    }
  }

  private static func distance(of point: TilePoint, to lines: [[TilePoint]]) -> Double {
    var best = Double.infinity
    for line in lines {
      for (start, end) in zip(line, line.dropFirst()) {
        let (width, height) = (end.x - start.x, end.y - start.y)
        let square = width * width + height * height
        let dot = (point.x - start.x) * width + (point.y - start.y) * height
        let share = square > 0 ? min(1, max(0, dot / square)) : 0
        let (right, down) = (
          point.x - start.x - width * share, point.y - start.y - height * share
        )
        best = min(best, (right * right + down * down).squareRoot())
      }
    }
    return best
  }

  @Test(arguments: [11, 12, 13, 14])
  func `A tile has each point of a street in it, and no other`(_ zoom: Int) throws {
    let map = try Self.map(seed: 7, count: 400)
    let tiles = StreetTiles(map)
    var dice = Dice(state: UInt64(zoom))
    let shown = Set(StreetTiles.classes(at: zoom))
    var compared = 0
    for _ in 0..<8 {
      let middle = TileAddress.Position(
        Coordinate(
          latitude: .random(in: 10.68...10.88, using: &dice),
          longitude: .random(in: 106.58...106.78, using: &dice)))
      let side = Double(1 << zoom)
      let tile = TileAddress(
        zoom: zoom, column: Int(middle.x * side), row: Int(middle.y * side))
      let paths = Self.paths(tiles.json(tile))
      var lines: [String: [[TilePoint]]] = [:]
      for index in map.links.recordIndices {
        let roadClass = map.links[index].roadClass ?? .local
        guard shown.contains(roadClass) else { continue }
        let line = map.line(ofLink: index).map { tile.units(TileAddress.Position($0)) }
        lines[roadClass.rawValue, default: []].append(line)
        for point in Self.points(of: line)
        where (0...TileAddress.extent).contains(point.x)
          && (0...TileAddress.extent).contains(point.y)
        {
          let distance = Self.distance(of: point, to: paths[roadClass.rawValue] ?? [])
          // Lines smaller than the grid are not drawn.
          let isSpeck = Self.points(of: line).allSatisfy {
            abs($0.x - point.x) < 2 && abs($0.y - point.y) < 2
          }
          #expect(distance <= Self.slack || isSpeck, "\(tile) \(map.links[index].id)")
          compared += 1
        }
      }
      let most = TileAddress.extent + TileAddress.margin + 1
      for (name, paths) in paths {
        for point in paths.flatMap(Self.points) {
          #expect(Self.distance(of: point, to: lines[name] ?? []) <= Self.slack)
          #expect((-TileAddress.margin - 1...most).contains(point.x))
          #expect((-TileAddress.margin - 1...most).contains(point.y))
        }
      }
    }
    #expect(compared > 500, "there were streets to compare")
  }

  @Test func `A line that leaves a tile and comes back is two`() {
    let line = [
      TilePoint(x: 100, y: 100), TilePoint(x: 6_000, y: 200), TilePoint(x: 6_000, y: 400),
      TilePoint(x: 100, y: 500),
    ]
    let parts = TileLines.clipped(line)
    #expect(parts.count == 2)
    #expect(parts.allSatisfy { part in part.allSatisfy { $0.x <= 4_160 } })
    #expect(TileLines.clipped([TilePoint(x: -900, y: -900), TilePoint(x: -900, y: 900)]).isEmpty)
  }

  @Test func `Streets that meet in twos are one path; a crossroads parts them`() {
    typealias Point = TileLines.Point
    let points = (0...4).map { Point(x: $0 * 10, y: 0) }
    let chain = [[points[1], points[0]], [points[1], points[2]], [points[3], points[2]]]
    #expect(TileLines.joined(chain).map(\.count) == [4])
    let crossing = chain + [[points[2], Point(x: 20, y: 10)]]
    #expect(TileLines.joined(crossing).count == 3)
    let ring = [
      [points[0], points[1]], [points[1], Point(x: 5, y: 5)], [Point(x: 5, y: 5), points[0]],
    ]
    #expect(TileLines.joined(ring).map(\.count) == [4])
  }

  @Test func `Far away only main roads are drawn, and never more than nearer`() throws {
    #expect(!StreetTiles.classes(at: 8).contains(.provincial))
    for zoom in 1...TileAddress.closest {
      let farther = Set(StreetTiles.classes(at: zoom - 1))
      #expect(farther.isSubset(of: StreetTiles.classes(at: zoom)))
    }
    #expect(Set(StreetTiles.classes(at: TileAddress.closest)) == Set(RoadClass.allCases))
  }
}
