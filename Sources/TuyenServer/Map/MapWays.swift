import Facts
import Formats
import HealthNetwork
import TravelNetwork

/// The links of a network that are drawn everywhere: all but streets, which come tile by tile.
struct MapWays {
  /// Steps of a degree: a metre.
  private static let steps = 100_000.0

  let network: Network
  let digest: String
  let day: Day

  /// The document.
  ///
  /// Points are latitude and longitude in steps; of a list of points, each is told by its difference from
  /// the one before.
  var json: JSONValue {
    let map = network.travel
    var numbers: [NodeIndex: Int] = [:]
    var points: [Coordinate] = []
    var links: [JSONValue] = []
    var streets = 0
    func number(_ node: NodeIndex) -> Int {
      if let known = numbers[node] { return known }
      numbers[node] = points.count
      points.append(map.nodes[node].point)
      return points.count - 1
    }
    for index in map.links.recordIndices {
      let link = map.links[index]
      if link.isStreet {
        streets += 1
        continue
      }
      switch link.period.standing(on: day) {
      case .ended, .notYet: continue
      default: break
      }
      let ends = map.ends(ofLink: index)
      let bends = link.shape.flatMap { LinkShape($0) }?.bends ?? []
      // A barrier is a link of no length: there is nothing to draw.
      guard !bends.isEmpty || map.nodes[ends.start].point != map.nodes[ends.end].point else {
        continue
      }
      let isUnused = link.use == .no || link.state == .closed
      links.append(
        .object([
          "id": .string(link.id),
          "ends": .array([.integer(number(ends.start)), .integer(number(ends.end))]),
          "bends": bends.isEmpty ? nil : MapWays.differences(bends),
          "class": .string(MapWays.kind(of: link)),
          "crossing": link.crossing.map { .string($0) },
          "name": link.name.flatMap { $0 == link.crossing ? nil : .string($0) },
          "ref": link.ref.map { .string($0) },
          // Drawn, but nobody is sent over it.
          "unused": isUnused ? .bool(true) : nil,
        ]))
    }
    return .object([
      "digest": .string(digest), "steps": .integer(Int(MapWays.steps)),
      "nodes": MapWays.differences(points), "links": .array(links),
      "streets": .integer(streets),
    ])
  }

  /// The class of a link: of a road its own, else how it is travelled.
  static func kind(of link: TravelLink) -> String {
    link.mode == .road ? (link.roadClass ?? .local).rawValue : link.mode.rawValue
  }

  private static func differences(_ points: [Coordinate]) -> JSONValue {
    var before = (0, 0)
    var numbers: [JSONValue] = []
    numbers.reserveCapacity(points.count * 2)
    for point in points {
      let here = (
        Int(clamping: (point.latitude * steps).rounded()),
        Int(clamping: (point.longitude * steps).rounded())
      )
      numbers.append(.integer(here.0 - before.0))
      numbers.append(.integer(here.1 - before.1))
      before = here
    }
    return .array(numbers)
  }
}
