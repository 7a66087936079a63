internal import Facts

/// The health points of an OpenStreetMap file, in the order of nodes, ways and relations by id.
///
/// The file is read three times, relations first, so that memory is that of the points found and
/// the corners of their buildings and areas.
struct HealthPoints {
  private(set) var points: [HealthPoint] = []
  /// Objects with a health tag that are no candidates, by tag.
  private(set) var others: [String: Int] = [:]
  /// Buildings and areas of which the file lacks every corner.
  private(set) var withoutCorners = 0
  /// Outlines that are tagged like the area that they bound, and are told by it.
  private(set) var outlines = 0

  /// The corners of each way that is wanted.
  private var corners: [Int64: [Int64]] = [:]
  /// The middle of a way that the file states, as `out center` does.
  private var centres: [Int64: Coordinate] = [:]
  /// The places of corners and other nodes that are wanted.
  private var places: [Int64: Coordinate] = [:]

  /// Reads a file.
  init(path: String) throws(OSMError) {
    let relations = try readRelations(path)
    let ways = try readWays(path, of: relations)
    try readNodes(path, of: relations)
    points.sort { $0.id < $1.id }
    add(ways.map { way in with(way, at: [OSMReader.Member(kind: .ways, id: way.id)]) })
    add(relations.map { relation in with(relation, at: relation.members) })
  }

  private mutating func add(_ found: [HealthPoint]) {
    withoutCorners += found.count { $0.point == nil }
    points += found.filter { $0.point != nil }.sorted { $0.id < $1.id }
  }

  private mutating func readRelations(_ path: String) throws(OSMError) -> [HealthPoint] {
    var relations: [HealthPoint] = []
    let reader = try OSMReader(path: path, reading: .relations)
    while try reader.next() {
      guard var found = read(reader, .relation) else { continue }
      found.members = reader.members
      found.point = HealthPoints.coordinate(reader.centre)
      relations.append(found)
    }
    return relations
  }

  private mutating func readWays(
    _ path: String, of relations: [HealthPoint]
  ) throws(OSMError) -> [HealthPoint] {
    var names: [Int64: String?] = [:]
    for relation in relations {
      for member in relation.members where member.kind == .ways {
        names[member.id] = .some(relation.tags.text("name"))
      }
    }
    var ways: [HealthPoint] = []
    let reader = try OSMReader(path: path, reading: .ways)
    while try reader.next() {
      let area = names[reader.id]
      let found = read(reader, .way)
      guard found != nil || area != nil else { continue }
      var nodes: [Int64] = []
      reader.appendNodes(to: &nodes)
      corners[reader.id] = nodes
      centres[reader.id] = HealthPoints.coordinate(reader.centre)
      guard let found else { continue }
      let name = found.tags.text("name")
      if let area, name == nil || name == area {
        outlines += 1
      } else {
        ways.append(found)
      }
    }
    return ways
  }

  private mutating func readNodes(
    _ path: String, of relations: [HealthPoint]
  ) throws(OSMError) {
    var wanted = Set(corners.values.joined())
    for member in relations.lazy.flatMap(\.members) where member.kind == .nodes {
      wanted.insert(member.id)
    }
    let reader = try OSMReader(path: path, reading: .nodes)
    while try reader.next() {
      let isCorner = wanted.contains(reader.id)
      let found = read(reader, .node)
      guard isCorner || found != nil, let point = HealthPoints.coordinate(reader.location) else {
        continue
      }
      if isCorner { places[reader.id] = point }
      if var found {
        found.point = point
        points.append(found)
      }
    }
  }

  private mutating func read(_ reader: OSMReader, _ shape: HealthPoint.Shape) -> HealthPoint? {
    // Most objects have none of the keys: their tags need not be copied.
    guard HealthTags.keys.contains(where: { reader.has($0) }) else { return nil }
    let tags = reader.tags
    if let other = HealthTags.otherKind(tags) { others[other, default: 0] += 1 }
    guard HealthTags.kind(tags) != nil else { return nil }
    return HealthPoint(shape: shape, id: reader.id, tags: tags, timestamp: reader.timestamp)
  }

  /// The point with the middle of the box around the ways and nodes it consists of; where the file
  /// has none of these, it stays where the file says.
  private func with(_ point: HealthPoint, at members: [OSMReader.Member]) -> HealthPoint {
    var line: [Coordinate] = []
    for member in members {
      switch member.kind {
      case .nodes: line += places[member.id].map { [$0] } ?? []
      case .ways:
        let found = (corners[member.id] ?? []).compactMap { places[$0] }
        line += found.isEmpty ? centres[member.id].map { [$0] } ?? [] : found
      case .relations: break
      }
    }
    guard let middle = HealthPoints.middle(of: line) else { return point }
    var point = point
    point.point = middle
    return point
  }

  /// The middle of the box around a line.
  private static func middle(of line: [Coordinate]) -> Coordinate? {
    guard let south = line.lazy.map(\.latitude).min(),
      let north = line.lazy.map(\.latitude).max(),
      let west = line.lazy.map(\.longitude).min(), let east = line.lazy.map(\.longitude).max()
    else { return nil }
    // Seven decimals are all that the file has.
    return Coordinate(
      latitude: ((south + north) / 2 * 1e7).rounded() / 1e7,
      longitude: ((west + east) / 2 * 1e7).rounded() / 1e7)
  }

  private static func coordinate(_ place: (latitude: Int32, longitude: Int32)?) -> Coordinate? {
    place.map {
      Coordinate(latitude: Double($0.latitude) / 1e7, longitude: Double($0.longitude) / 1e7)
    }
  }
}
