internal import Facts
public import TravelNetwork

/// Streets put into a regional network: streets where there are some, the regional network elsewhere.
///
///     let join = try RegionalJoin(streets, into: nodes, links, vehicles: vehicles, profile: profile)
///     write(join.streets.nodes, join.streets.links + join.connectors)
///     for id in join.replacedLinks { … }   // these are used no more
///
/// - A regional node is **covered** when a street junction of the ambulance's main part lies within
///   the limit on its own side of the water (`JointFinder`). It is joined to it by a short link.
/// - A regional road between two covered nodes is **replaced** when the streets lead from the one to
///   the other over no more than three times its length and five kilometres. If they do not, streets
///   are missing there, and the regional road stays.
/// - A regional bridge or tunnel between two covered nodes is replaced only when the streets cross by
///   the same one: by name, or by one that has no name. If it is not among the streets (built since,
///   or another bridge is), the regional link stays, and is joined at its ends.
/// - Street bridges, tunnels and ferries that have the name of a regional crossing near it get the regional
///   name as their `crossing`, so that avoiding it by name avoids them.
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
  /// Counts of the nodes joined, and of those that were not.
  public private(set) var report = Report()

  /// The farthest that a regional node may lie from its street junction, in metres.
  public static let usualLimit = 800.0

  /// How much longer than a regional road the way of streets may be that replaces it: only what is
  /// far longer tells of streets that the map does not have yet.
  static let detour = 3.0
  /// And by how many kilometres more: one-way streets, canals, ends a few hundred metres off.
  static let allowance = 5.0

  private var jointOfNode: [String: NodeIndex] = [:]

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
        vehicle: vehicle,
        at: streets.report.date ?? Instant(seconds: 0, zone: ZoneOffset(minutes: 0)),
        honoursTimetables: false))
    join(nodes, graph, profile, limit)
    var ways = StreetWays(graph)
    let points = Dictionary(nodes.map { ($0.id, $0.point) }) { first, _ in first }
    for link in links where link.use != .no {
      // Wherever its ends lie, who avoids a regional crossing by name must not cross it on a street.
      if link.mode == .road || link.mode == .ferry, let crossing = link.crossing,
        let start = points[link.start],
        let end = points[link.end]
      {
        for bridge in named(crossing, near: [start, end], link, map) {
          self.streets.name(bridge, crossing: crossing)
        }
      }
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
    let finder = JointFinder(nodes, to: graph, streets, within: limit)
    let box = RegionalJoin.box(around: graph.usableNodes.map { graph.map.nodes[$0].point })
    for node in nodes {
      guard let joint = finder.joint(of: node) else {
        if finder.isAcross(node) {
          report.acrossNodes.append(node.id)
        } else if box.contains(node.point) {
          report.unjoinedNodes.append(node.id)
        }
        continue
      }
      jointOfNode[node.id] = joint.node
      report.joinedNodes += 1
      report.longestJoint = max(report.longestJoint, joint.metres)
      connectors.append(
        connector(node, graph.map.nodes[joint.node], metres: joint.metres, profile))
    }
    report.acrossNodes.sort()
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
    _ link: TravelLink, from start: NodeIndex, to end: NodeIndex, _ ways: inout StreetWays
  ) {
    if let crossing = link.crossing {
      let bridges = bridges(of: link, crossing, from: start, to: end, &ways)
      guard !bridges.isEmpty else {
        report.keptCrossings.append(crossing)
        return
      }
      for bridge in bridges { streets.name(bridge, crossing: crossing) }
      report.matchedCrossings.append(crossing)
    } else {
      let limit = link.kilometres * RegionalJoin.detour + RegionalJoin.allowance
      guard
        ways.links(from: start, to: end, within: limit) != nil
          || ways.links(from: end, to: start, within: limit) != nil
      else {
        report.keptRoads.append(link.id)
        return
      }
      report.replacedRoads += 1
    }
    replacedLinks.append(link.id)
  }

  /// The street links that are a regional crossing between covered nodes: those of its name, or else
  /// the bridges that nobody named on the way that streets make between its ends.
  private func bridges(
    of link: TravelLink, _ crossing: String, from start: NodeIndex, to end: NodeIndex,
    _ ways: inout StreetWays
  ) -> [Int] {
    let map = ways.map
    let named = named(crossing, near: [map.nodes[start].point, map.nodes[end].point], link, map)
    if !named.isEmpty { return named }
    let limit = link.kilometres * 2 + 1
    guard let ahead = ways.links(from: start, to: end, within: limit),
      let back = ways.links(from: end, to: start, within: limit)
    else { return [] }
    let match = CrossingMatch(name: crossing, kilometres: link.kilometres)
    let unnamed = [ahead, back].map { match.unnamedBridges(of: $0, streets) }
    return unnamed.contains([]) ? [] : Set(unnamed.joined()).sorted()
  }

  /// The street bridges, tunnels and ferries of a regional crossing's name that lie near its link.
  private func named(
    _ crossing: String, near ends: [Coordinate], _ link: TravelLink, _ map: TravelMap
  ) -> [Int] {
    let match = CrossingMatch(name: crossing, kilometres: link.kilometres)
    let line = LineSegment(ends[0], ends[1])
    // Regional points are approximate, and roads are not straight.
    let limit = 2_000 + link.kilometres * 100
    return streets.links.indices.filter { index in
      guard streets.isCrossing[index] || streets.links[index].mode == .ferry,
        let name = streets.links[index].crossing,
        match.isSame(name)
      else { return false }
      let (head, tail) = map.ends(ofLink: LinkIndex(index))
      return [head, tail].contains { line.nearest(to: map.nodes[$0].point).metres < limit }
    }
  }

  /// Leaves out street ferries of a regional ferry's name near its landings.
  private mutating func dropFerry(
    like link: TravelLink, between start: NodeIndex, _ end: NodeIndex, _ map: TravelMap
  ) {
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
