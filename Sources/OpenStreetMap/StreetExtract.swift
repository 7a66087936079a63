internal import Facts

/// The progress of an import.
public struct ImportProgress: Hashable, Sendable {
  /// The step in progress.
  public enum Stage: Hashable, Sendable {
    /// The ways are read.
    case ways
    /// The points of the ways are read.
    case nodes
    /// The network is built.
    case network
  }

  /// The step in progress.
  public var stage: Stage
  /// How much of it is done, from 0 to 1.
  public var share: Double
}

/// The part of an OpenStreetMap file that matters for travel: streets, ferries, rivers, and their points.
///
/// The file is read twice, ways first, so that memory is that of the ways kept and their points,
/// whatever else the file holds. Ways and points are in order of id, whatever the order of the file;
/// when an id occurs twice, what comes first counts.
struct StreetExtract {
  /// A way: the numbers of its points are `points[first..<first + count]`.
  struct Way {
    var id: Int64
    var street: Int
    var first: Int
    var count: Int
  }

  /// The distinct combinations of tags of ways, each once.
  private(set) var streets: [Street] = []
  private(set) var ways: [Way] = []
  /// Lines of rivers and canals.
  private(set) var rivers: [Way] = []
  /// Numbers of points, along the ways.
  private(set) var points: [UInt32] = []
  /// Ids of points, in ascending order.
  private(set) var ids: [Int64] = []
  /// Degrees times ten million; `Int32.min` for points that the file does not hold.
  private(set) var latitudes: [Int32] = []
  private(set) var longitudes: [Int32] = []
  /// Those who pass the barrier at a point.
  private(set) var barriers: [UInt32: VehicleSet] = [:]

  /// The day of the data: the header's, or else that of the latest change of a way.
  private(set) var date: Instant?
  /// Whether the header says the day.
  private(set) var isDateOfHeader = false
  /// Ways of the file.
  private(set) var wayCount = 0
  /// Points of the file.
  private(set) var nodeCount = 0
  /// Ways with a highway or a ferry that no vehicle may use.
  private(set) var unusableWays = 0

  private let box: Box?
  private var streetNumbers: [Street: Int] = [:]
  private var references: [Int64] = []

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - box: Points outside it are passed over, as if the file did not hold them.
  ///   - progress: Is told now and then how far reading has come.
  /// - Throws: `OSMError` when the file cannot be read to its end, or has no way for any vehicle.
  init(
    path: String, within box: Box?, progress: (ImportProgress) -> Void
  ) throws(OSMError) {
    self.box = box
    try readWays(path, progress)
    guard !ways.isEmpty else { throw OSMError(kind: .empty, path: path) }
    numberPoints()
    try readNodes(path, progress)
  }

  /// Whether the file holds a point.
  func isKnown(_ point: UInt32) -> Bool { latitudes[Int(point)] != Int32.min }

  /// Where a point is.
  func coordinate(_ point: UInt32) -> Coordinate {
    Coordinate(
      latitude: Double(latitudes[Int(point)]) / 1e7,
      longitude: Double(longitudes[Int(point)]) / 1e7)
  }

  private mutating func readWays(
    _ path: String, _ progress: (ImportProgress) -> Void
  ) throws(OSMError) {
    let reader = try OSMReader(path: path, reading: .ways)
    let headerDate = reader.date.flatMap { Instant($0) }
    var latest = 0
    while try reader.next() {
      wayCount += 1
      if wayCount & 0xFFF == 0 {
        progress(ImportProgress(stage: .ways, share: reader.progress))
      }
      latest = max(latest, reader.timestamp)
      let isStreet = reader.has("highway") || reader.has("route")
      guard isStreet || reader.has("waterway") else { continue }
      let tags = reader.tags
      if isStreet, let street = Street(tags) {
        add(reader, street: number(of: street), to: \.ways)
      } else if ["river", "canal"].contains(tags.word("waterway")) {
        add(reader, street: -1, to: \.rivers)
      } else if tags.word("highway") != nil || tags.word("route") == "ferry" {
        unusableWays += 1
      }
    }
    streetNumbers = [:]
    date = headerDate ?? (latest > 0 ? Instant(seconds: latest, zone: ZoneOffset(minutes: 0)) : nil)
    isDateOfHeader = headerDate != nil
    ways = StreetExtract.inOrder(ways)
    rivers = StreetExtract.inOrder(rivers)
  }

  private mutating func number(of street: Street) -> Int {
    if let number = streetNumbers[street] { return number }
    streetNumbers[street] = streets.count
    streets.append(street)
    return streets.count - 1
  }

  private mutating func add(
    _ reader: OSMReader, street: Int, to list: WritableKeyPath<StreetExtract, [Way]>
  ) {
    let first = references.count
    reader.appendNodes(to: &references)
    guard references.count - first >= 2 else {
      references.removeSubrange(first...)
      return
    }
    self[keyPath: list].append(
      Way(id: reader.id, street: street, first: first, count: references.count - first))
  }

  /// Ways in order of id, each id once.
  private static func inOrder(_ ways: [Way]) -> [Way] {
    var sorted: [Way] = []
    sorted.reserveCapacity(ways.count)
    for way in ways.sorted(by: { ($0.id, $0.first) < ($1.id, $1.first) })
    where sorted.last?.id != way.id {
      sorted.append(way)
    }
    return sorted
  }

  /// Gives the points of the kept ways numbers, in order of id.
  private mutating func numberPoints() {
    for id in references.sorted() where ids.last != id { ids.append(id) }
    points = references.map { UInt32(StreetExtract.lowerBound(of: $0, in: ids)) }
    references = []
    latitudes = Array(repeating: Int32.min, count: ids.count)
    longitudes = latitudes
  }

  private mutating func readNodes(
    _ path: String, _ progress: (ImportProgress) -> Void
  ) throws(OSMError) {
    let reader = try OSMReader(path: path, reading: .nodes)
    var cursor = 0
    var last = Int64.min
    while try reader.next() {
      nodeCount += 1
      if nodeCount & 0xFFFF == 0 {
        progress(ImportProgress(stage: .nodes, share: reader.progress))
      }
      let id = reader.id
      // Files are in order of id, nearly always: the next point is close by.
      var steps = id < last ? 64 : 0
      while steps < 64, cursor < ids.count, ids[cursor] < id {
        cursor += 1
        steps += 1
      }
      if steps == 64 { cursor = StreetExtract.lowerBound(of: id, in: ids) }
      last = id
      guard cursor < ids.count, ids[cursor] == id else { continue }
      guard latitudes[cursor] == Int32.min, let location = reader.location else { continue }
      latitudes[cursor] = location.latitude
      longitudes[cursor] = location.longitude
      if let box, !box.contains(coordinate(UInt32(cursor))) {
        latitudes[cursor] = Int32.min
        continue
      }
      if reader.has("barrier"), let passing = BarrierRules.vehicles(reader.tags), passing != .all {
        barriers[UInt32(cursor)] = passing
      }
    }
  }

  /// The place of the first id that is not below, in ids in ascending order.
  private static func lowerBound(of id: Int64, in ids: [Int64]) -> Int {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
