internal import Facts
public import TravelNetwork

/// Streets put into a regional network: streets where there are some, the regional network elsewhere.
///
///     let join = try RegionalJoin(streets, into: nodes, links, vehicles: vehicles, profile: profile)
///     write(join.streets.nodes, join.streets.links + join.connectors)
///     for id in join.replacedLinks { … }   // these are used no more
///
/// - A regional node is **covered** when a street junction of the ambulance's main part lies within
///   the limit, and the straight line to it crosses no river or canal of the map. It is joined to that
///   junction by a short link.
/// - A regional road between two covered nodes is **replaced** when the streets lead from the one to
///   the other over no more than twice its length and a kilometre. If they do not, the streets are
///   incomplete there, and the regional road stays.
/// - A regional bridge or tunnel is replaced only when the streets cross by the same one: by name, or
///   by one that has no name. The street links get its name as their `crossing`, so that whoever
///   avoids it by name avoids them. If it is not among the streets (built since, or another bridge
///   is), the regional link stays, and is joined at its ends.
/// - Regional ferries, boats and flights stay: they have hours and minutes with a source. A street
///   ferry of the same name is left out in their favour.
///
/// So every regional name can still be avoided, closures and periods of regional crossings still
/// hold where they stay, and no way leads over a river where there was none.
public struct RegionalJoin: Sendable {
  /// The streets, with regional names of crossings, without ferries that the region has.
  public private(set) var streets: Streets
  /// Short links between regional nodes and streets.
  public private(set) var connectors: [TravelLink] = []
  /// Ids of regional links that streets replace, in order.
  public private(set) var replacedLinks: [String] = []
  /// What was joined, and what was not.
  public private(set) var report = Report()

  /// What was joined, and what was not.
  public struct Report: Hashable, Sendable {
    /// Regional nodes joined to streets.
    public var joinedNodes = 0
    /// The longest straight line of a joint, in metres.
    public var longestJoint = 0.0
    /// Regional nodes between streets, but too far from any: ids.
    public var unjoinedNodes: [String] = []
    /// Regional roads that streets replace.
    public var replacedRoads = 0
    /// Regional roads between covered nodes that stay, because streets make too long a way: ids.
    public var keptRoads: [String] = []
    /// Regional bridges and tunnels found among the streets: names.
    public var matchedCrossings: [String] = []
    /// Regional bridges and tunnels between covered nodes that are not among the streets: names.
    public var keptCrossings: [String] = []
    /// Street ferries left out in favour of regional ones: names.
    public var replacedFerries: [String] = []
  }

  /// The farthest that a regional node may lie from its street junction, in metres.
  public static let usualLimit = 800.0

  private var jointOfNode: [String: Int] = [:]

  /// Joins streets and a regional network.
  ///
  /// - Parameters:
  ///   - streets: The streets.
  ///   - nodes: The regional nodes.
  ///   - links: The regional links.
  ///   - vehicles: The vehicles; the ambulance's way counts, or the first one's.
  ///   - profile: How times are made.
  ///   - limit: The farthest that a regional node may lie from its street junction, in metres.
  /// - Throws: `TravelMapError` when the records do not fit together.
  /// - Complexity: A search of ways near each regional road in the area.
  public init(
    _ streets: Streets, into nodes: [TravelNode], _ links: [TravelLink], vehicles: [Vehicle],
    profile: TravelProfile, limit: Double = RegionalJoin.usualLimit
  ) throws(TravelMapError) {
    self.streets = streets
    let vehicle =
      vehicles.first { $0.id == "ambulance" } ?? vehicles.first ?? Streets.vehicles[0]
    let map = try TravelMap(
      nodes: streets.nodes, links: streets.links, vehicles: vehicles, profiles: [profile])
    let graph = TravelGraph(
      map,
      TravelConditions(
        vehicle: vehicle, at: streets.report.date ?? Instant(seconds: 0, zone: ZoneOffset(minutes: 0)),
        honoursTimetables: false))
    join(nodes, graph, profile, limit)
    var ways = StreetWays(graph)
    for link in links where link.use != .no {
      guard let start = jointOfNode[link.start], let end = jointOfNode[link.end] else { continue }
      switch link.mode {
      case .road: replace(link, from: start, to: end, &ways)
      case .ferry: dropFerry(like: link, between: start, end, map)
      case .waterway, .air: continue
      }
    }
    replacedLinks.sort()
    report.keptRoads.sort()
    report.matchedCrossings = Set(report.matchedCrossings).sorted()
    report.keptCrossings = Set(report.keptCrossings).sorted()
  }

  private mutating func join(
    _ nodes: [TravelNode], _ graph: TravelGraph, _ profile: TravelProfile, _ limit: Double
  ) {
    let usable = graph.usableNodes
    let grid = PointGrid(usable.map { graph.map.nodes[$0].point })
    let box = RegionalJoin.box(around: usable.map { graph.map.nodes[$0].point })
    for node in nodes {
      // A few nearest ones will do: where a river lies between all of them, nothing is near.
      let found = grid.near(node.point, within: limit).prefix(40).first { candidate in
        !streets.rivers.cross(node.point, graph.map.nodes[usable[candidate.index]].point)
      }
      guard let found else {
        if box.contains(node.point) { report.unjoinedNodes.append(node.id) }
        continue
      }
      let street = usable[found.index]
      jointOfNode[node.id] = street
      report.joinedNodes += 1
      report.longestJoint = max(report.longestJoint, found.metres)
      connectors.append(
        connector(node, graph.map.nodes[street], metres: found.metres, profile))
    }
    report.unjoinedNodes.sort()
  }

  private func connector(
    _ node: TravelNode, _ street: TravelNode, metres: Double, _ profile: TravelProfile
  ) -> TravelLink {
    var link = TravelLink()
    link.id = "osm-j-\(node.id)"
    link.start = node.id
    link.end = street.id
    link.roadClass = .local
    link.kilometres = (metres * profile.accessDetour).rounded() / 1_000
    link.lengthMethod = "straight line x \(profile.accessDetour)"
    link.speed = profile.accessSpeed
    link.provenance = Provenance(
      source: streets.source, confidence: .low,
      basis: "rule: regional node joined to the nearest street junction on its side of the water")
    return link
  }

  private mutating func replace(
    _ link: TravelLink, from start: Int, to end: Int, _ ways: inout StreetWays
  ) {
    let limit = link.kilometres * 2 + 1
    guard let ahead = ways.links(from: start, to: end, within: limit),
      let back = ways.links(from: end, to: start, within: limit)
    else {
      if let crossing = link.crossing {
        report.keptCrossings.append(crossing)
      } else {
        report.keptRoads.append(link.id)
      }
      return
    }
    if let crossing = link.crossing {
      let match = CrossingMatch(name: crossing, kilometres: link.kilometres)
      guard let found = match.bridges(of: ahead, streets), !found.isEmpty else {
        report.keptCrossings.append(crossing)
        return
      }
      for bridge in found + (match.bridges(of: back, streets) ?? []) {
        streets.name(bridge, crossing: crossing)
      }
      report.matchedCrossings.append(crossing)
    } else {
      report.replacedRoads += 1
    }
    replacedLinks.append(link.id)
  }

  /// Leaves out street ferries of a regional ferry's name near its landings.
  private mutating func dropFerry(like link: TravelLink, between start: Int, _ end: Int, _ map: TravelMap)
  {
    let match = CrossingMatch(name: link.crossing ?? link.name ?? "", kilometres: link.kilometres)
    let landing = map.nodes[start].point
    for index in streets.links.indices.reversed() where streets.links[index].mode == .ferry {
      guard let name = streets.links[index].crossing, match.isSame(name),
        let node = map.node(streets.links[index].start),
        map.nodes[node].point.distanceInMetres(to: landing) < 5_000
      else { continue }
      report.replacedFerries.append(name)
      streets.removeLink(at: index)
    }
  }

  private static func box(around points: [Coordinate]) -> Box {
    var box = Box(south: 90, west: 180, north: -90, east: -180)
    for point in points {
      box.south = min(box.south, point.latitude)
      box.north = max(box.north, point.latitude)
      box.west = min(box.west, point.longitude)
      box.east = max(box.east, point.longitude)
    }
    return box
  }
}

extension Streets {
  mutating func name(_ link: Int, crossing: String) {
    guard links[link].crossing != crossing else { return }
    let old = links[link].crossing.map { ", mapped as \"\($0)\"" } ?? ""
    links[link].crossing = crossing
    links[link].provenance.note = "crossing named as in the regional network\(old)"
  }

  mutating func removeLink(at index: Int) {
    links.remove(at: index)
    isCrossing.remove(at: index)
  }
}

/// The ways that streets make between their junctions.
private struct StreetWays {
  private var search: TravelSearch

  init(_ graph: TravelGraph) {
    search = TravelSearch(graph)
  }

  /// The links of the quickest way, nil when it is longer than the limit in kilometres.
  mutating func links(from start: Int, to end: Int, within limit: Double) -> [Int]? {
    search.start(from: Access(node: start))
    // No street is driven slower than walking: beyond that time the way is too long.
    let slowest = UInt32(min(1e9, limit / 5 * 36_000))
    while let (node, deciseconds) = search.next(), deciseconds <= slowest {
      guard node == end else { continue }
      guard let journey = search.journey(to: end), journey.kilometres <= limit else { return nil }
      return journey.legs.flatMap(\.links)
    }
    return nil
  }
}

/// Whether bridges and ferries of streets are those that a regional network names.
struct CrossingMatch {
  private let base: String
  private let kilometres: Double

  /// - Parameters:
  ///   - name: The regional name; what stands in brackets says where it is, and does not count.
  ///   - kilometres: The length of the regional link.
  init(name: String, kilometres: Double) {
    base = CrossingMatch.base(name)
    self.kilometres = kilometres
  }

  /// Whether a name of the map means the same: the same words, and perhaps a number of a span.
  func isSame(_ name: String) -> Bool {
    let other = CrossingMatch.base(name)
    guard !base.isEmpty, other.hasPrefix(base) else { return false }
    return other.utf8.dropFirst(base.utf8.count).allSatisfy { (0x30...0x39).contains($0) || $0 == 32 }
  }

  /// The bridges and tunnels of a way of streets that are the crossing; nil when another one is.
  func bridges(of way: [Int], _ streets: Streets) -> [Int]? {
    let bridges = way.filter { streets.isCrossing[$0] }
    let named = bridges.filter { streets.links[$0].crossing.map(isSame) ?? false }
    if !named.isEmpty { return named }
    // Without the name: long bridges that nobody named, and no other one as long.
    let unnamed = bridges.filter { streets.links[$0].crossing == nil }
    let length = unnamed.reduce(0) { $0 + streets.links[$1].kilometres }
    let others = bridges.filter { streets.links[$0].crossing != nil }
    let otherLength = others.reduce(0) { $0 + streets.links[$1].kilometres }
    guard length >= min(0.3, kilometres / 2), length > otherLength else { return nil }
    let longest = unnamed.map { streets.links[$0].kilometres }.max() ?? 0
    return unnamed.filter { streets.links[$0].kilometres >= longest / 3 }
  }

  private static func base(_ name: String) -> String {
    FoldedName(String(name.prefix { $0 != "(" })).text
  }
}
