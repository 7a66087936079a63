public import Facts

/// A place where an aircraft may land that is no travel node: a hospital's helipad.
public struct Pad: Hashable, Sendable {
  /// The id of whose pad it is.
  public let id: String
  /// What people call it.
  public let name: String
  /// Where it is.
  public let point: Coordinate
  /// The block of land on which it lies, if known.
  public let block: String?
  /// What says that it is there.
  public let provenance: Provenance

  /// Creates a pad.
  public init(
    id: String, name: String, point: Coordinate, block: String?, provenance: Provenance
  ) {
    self.id = id
    self.name = name
    self.point = point
    self.block = block
    self.provenance = provenance
  }
}

/// Flights that a vehicle with a cruise speed may make between listed pads, where no link says so.
///
/// A flight takes the straight line at the cruise speed, after the set-up. Pads and airports are those
/// of the travel nodes, and those given; a given pad within half a kilometre of a helipad of the
/// nodes is that one. Two pads that a link of the air joins already keep that link alone: what is
/// listed is better known. Whether a pad is lit, free and in reach of the aircraft nobody can tell from
/// here, so the hours of such a flight are unknown and its confidence is low.
public struct PadFlights: Sendable {
  /// Nodes of pads that were none.
  public private(set) var nodes: [TravelNode] = []
  /// The flights, and the ways from new nodes to the roads.
  public private(set) var links: [TravelLink] = []
  /// The id of the node of each given pad.
  public private(set) var nodeOfPad: [String: String] = [:]

  /// Pads of a hospital lie on its ground or on its roof.
  private static let sameGroundInMetres = 500.0

  /// Makes the flights; none when no vehicle has a cruise speed.
  ///
  /// - Parameters:
  ///   - nodes: The travel nodes.
  ///   - links: The travel links.
  ///   - vehicles: The vehicles.
  ///   - pads: Pads that are no nodes, or may be.
  ///   - profile: How a pad is joined to the roads: as any point is to its node.
  /// - Complexity: O(*n* + *p*²), where *n* is the number of records and *p* of pads.
  public init(
    nodes: Records<TravelNode>, links: Records<TravelLink>, vehicles: [Vehicle], pads: [Pad],
    profile: TravelProfile
  ) {
    let pilots = vehicles.filter { vehicle in
      vehicle.cruiseSpeed ?? 0 > 0 && vehicle.modes.split(separator: " ").contains("air")
    }
    guard !pilots.isEmpty else { return }
    var places = nodes.filter { $0.kind == .helipad || $0.kind == .airport }
    let helipads = places.filter { $0.kind == .helipad }
    var added: [TravelNode] = []
    for pad in pads.sorted(by: { $0.id < $1.id }) {
      let near = helipads.map { ($0.point.distanceInMetres(to: pad.point), $0.id) }
        .min { $0 < $1 }
      if let near, near.0 <= PadFlights.sameGroundInMetres {
        nodeOfPad[pad.id] = near.1
        continue
      }
      var node = TravelNode()
      node.id = "pad-" + pad.id
      node.kind = .helipad
      node.name = pad.name
      node.point = pad.point
      node.block = pad.block
      node.provenance = pad.provenance
      nodeOfPad[pad.id] = node.id
      added.append(node)
    }
    places += added
    self.nodes = added
    let names = vehicles.map(\.id)
    let pilotNames = Set(pilots.map(\.id))
    let others = names.filter { !pilotNames.contains($0) }.joined(separator: " ")
    self.links += PadFlights.roads(to: added, nodes, links, profile, excluding: others)
    var listed = Set<[String]>()
    for link in links where link.mode == .air { listed.insert([link.start, link.end].sorted()) }
    for pilot in pilots {
      let others = names.filter { $0 != pilot.id }.joined(separator: " ")
      for (index, start) in places.enumerated() {
        for end in places[(index + 1)...]
        where !listed.contains([start.id, end.id].sorted()) {
          self.links.append(
            PadFlights.flight(from: start, to: end, by: pilot, excluding: others))
        }
      }
    }
  }

  private static func flight(
    from start: TravelNode, to end: TravelNode, by pilot: Vehicle, excluding others: String
  ) -> TravelLink {
    var link = TravelLink()
    link.id = "z-flight-\(pilot.id)-\(start.id)-\(end.id)"
    link.start = start.id
    link.end = end.id
    link.mode = .air
    link.name = "Bay \(start.name ?? start.id) – \(end.name ?? end.id)"
    link.kilometres = start.point.distanceInMetres(to: end.point) / 1_000
    link.lengthMethod = "straight line"
    link.crossingMinutes = link.kilometres / (pilot.cruiseSpeed ?? 1) * 60
    link.waitMinutes = pilot.setUpMinutes
    link.carries = .patient
    link.excludes = others.isEmpty ? nil : others
    link.provenance = Provenance(
      source: pilot.provenance.source, confidence: .low,
      basis: "rule: straight line between listed pads at the cruise speed of vehicle \(pilot.id)")
    return link
  }

  /// Ways from pads to the nearest nodes of roads, in their blocks of land where those are known.
  private static func roads(
    to pads: [TravelNode], _ nodes: Records<TravelNode>, _ links: Records<TravelLink>,
    _ profile: TravelProfile, excluding others: String
  ) -> [TravelLink] {
    guard !pads.isEmpty else { return [] }
    var ends = Set<String>()
    for link in links where link.mode == .road {
      ends.insert(link.start)
      ends.insert(link.end)
    }
    let members = nodes.indices.filter { ends.contains(nodes[$0].id) }
    let index = NodeLocator(points: nodes.map(\.point), members: members)
    return pads.compactMap { pad in
      let limit = profile.accessLimitKm * 1_000
      let near =
        index.nearest(to: pad.point, within: limit) {
          pad.block == nil || nodes[$0].block == pad.block
        }
        ?? index.nearest(to: pad.point, within: limit) { _ in true }
      guard let near else { return nil }
      var link = TravelLink()
      link.id = "z-road-\(pad.id)"
      link.start = pad.id
      link.end = nodes[near.member].id
      link.roadClass = .local
      link.name = "lối vào \(pad.name ?? pad.id)"
      link.kilometres = near.metres / 1_000 * profile.accessDetour
      link.speed = profile.accessSpeed
      link.excludes = others.isEmpty ? nil : others
      link.provenance = Provenance(
        source: "rule", confidence: .low, basis: "rule: the access of any point to its node")
      return link
    }
  }
}
