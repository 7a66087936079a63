internal import Facts

/// The health points of an OpenStreetMap file, in the order of nodes and ways by id.
///
/// The file is read twice, ways first, so that memory is that of the points found and the corners
/// of the buildings.
struct HealthPoints {
  private(set) var points: [HealthPoint] = []
  /// Objects with a health tag that are no candidates, by tag.
  private(set) var others: [String: Int] = [:]
  /// Buildings of which the file lacks every corner.
  private(set) var withoutCorners = 0

  /// Reads a file.
  init(path: String) throws(OSMError) {
    var corners: [Int64] = []
    var firstCorner = [0]
    var ways: [HealthPoint] = []
    let wayReader = try OSMReader(path: path, reading: .ways)
    while try wayReader.next() {
      guard let found = read(wayReader, .way) else { continue }
      ways.append(found)
      wayReader.appendNodes(to: &corners)
      firstCorner.append(corners.count)
    }
    let wanted = Set(corners)
    var places: [Int64: Coordinate] = [:]
    let nodeReader = try OSMReader(path: path, reading: .nodes)
    while try nodeReader.next() {
      let isCorner = wanted.contains(nodeReader.id)
      let found = read(nodeReader, .node)
      guard isCorner || found != nil, let place = nodeReader.location else { continue }
      let point = Coordinate(
        latitude: Double(place.latitude) / 1e7, longitude: Double(place.longitude) / 1e7)
      if isCorner { places[nodeReader.id] = point }
      if var found {
        found.point = point
        points.append(found)
      }
    }
    points.sort { $0.id < $1.id }
    for (index, way) in ways.enumerated() {
      var way = way
      let line = corners[firstCorner[index]..<firstCorner[index + 1]].compactMap { places[$0] }
      way.point = HealthPoints.middle(of: line)
      if way.point == nil { withoutCorners += 1 }
      ways[index] = way
    }
    points += ways.filter { $0.point != nil }.sorted { $0.id < $1.id }
  }

  private mutating func read(_ reader: OSMReader, _ shape: HealthPoint.Shape) -> HealthPoint? {
    // Most objects have none of the keys: their tags need not be copied.
    guard HealthTags.keys.contains(where: { reader.has($0) }) else { return nil }
    let tags = reader.tags
    if let other = HealthTags.otherKind(tags) { others[other, default: 0] += 1 }
    guard HealthTags.kind(tags) != nil else { return nil }
    return HealthPoint(shape: shape, id: reader.id, tags: tags, timestamp: reader.timestamp)
  }

  /// The middle of the box around a building.
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
}
