public import Facts

/// The outlines of a network, ready to be asked which places hold a point.
struct OutlineIndex: Sendable {
  /// A piece of land of a place.
  struct Piece: Sendable {
    /// The index of the place.
    let place: Int
    /// Its points; the first is not repeated at the end.
    let points: [Coordinate]
    fileprivate let box: Box
  }

  /// The pieces, in the order of their places.
  let pieces: [Piece]

  /// Reads the outlines.
  ///
  /// - Complexity: O(*n*), where *n* is the number of their points.
  init(_ outlines: [Located<PlaceOutline>], placeIndices: [String: Int]) {
    var pieces: [Piece] = []
    for outline in outlines {
      guard let place = placeIndices[outline.record.place] else { continue }
      for ring in outline.record.rings {
        guard let points = ring.points, let box = OutlineIndex.box(points) else { continue }
        pieces.append(Piece(place: place, points: points, box: box))
      }
    }
    self.pieces = pieces
  }

  /// The places that hold a point, in ascending order of index.
  ///
  /// - Complexity: O(*p* + *n*), where *p* is the number of pieces, and *n* that of the points of those
  ///   whose box holds it.
  func places(holding point: Coordinate) -> [Int] {
    var places: [Int] = []
    for piece in pieces where piece.box.contains(point) && places.last != piece.place {
      if OutlineIndex.ring(piece.points, holds: point) { places.append(piece.place) }
    }
    return places
  }

  /// Whether a ray from the point crosses the line an odd number of times.
  private static func ring(_ points: [Coordinate], holds point: Coordinate) -> Bool {
    var isInside = false
    var before = points[points.count - 1]
    for next in points {
      if (next.latitude > point.latitude) != (before.latitude > point.latitude) {
        let share = (point.latitude - before.latitude) / (next.latitude - before.latitude)
        let longitude = before.longitude + share * (next.longitude - before.longitude)
        if point.longitude < longitude { isInside.toggle() }
      }
      before = next
    }
    return isInside
  }

  private static func box(_ points: [Coordinate]) -> Box? {
    guard let first = points.first else { return nil }
    var box = Box(
      south: first.latitude, west: first.longitude, north: first.latitude, east: first.longitude)
    for point in points {
      box.south = min(box.south, point.latitude)
      box.north = max(box.north, point.latitude)
      box.west = min(box.west, point.longitude)
      box.east = max(box.east, point.longitude)
    }
    return box
  }
}

/// A line where two units, or a unit and what is not held, meet.
public struct BorderLine: Hashable, Sendable {
  /// The kind of border.
  public enum Kind: String, CaseIterable, Sendable {
    /// Between two provinces.
    case province
    /// Between the land of the data and the sea, or land without data.
    case edge
  }

  /// The kind of border.
  public let kind: Kind
  /// Its points, from one end to the other; a closed line ends where it begins.
  public let points: [Coordinate]
}

extension Network {
  /// The place of the narrowest level in whose outline a point lies, of the geography in force on a
  /// day; nil where no outline holds it.
  public func place(holding point: Coordinate, on day: Day) -> PlaceIndex? {
    storage.outlines.places(holding: point).filter { index in
      let scheme = records.places[index].record.scheme
      return records.schemes.contains {
        $0.record.id == scheme && $0.record.period.standing(on: day) == .inForce
      }
    }.max { records.places[$0].record.level.order < records.places[$1].record.level.order }
      .map(PlaceIndex.init)
  }

  /// The block of land on which a point lies, by the outline of the place that holds it.
  public func block(at point: Coordinate) -> String? {
    for place in storage.outlines.places(holding: point) {
      if let block = block(ofPlace: place, near: point) { return block }
    }
    return nil
  }

  /// A geography in force on a day that has outlines; nil where there is none, so that nobody can tell
  /// which points the data holds.
  func outlinedScheme(on day: Day) -> String? {
    let outlined = Set(storage.outlines.pieces.map { records.places[$0.place].record.scheme })
    return records.schemes.map(\.record).first {
      outlined.contains($0.id) && $0.period.standing(on: day) == .inForce
    }?.id
  }

  /// The geography that has outlines; of several the one in force last.
  public var outlinedScheme: String? {
    let schemes = Set(
      storage.outlines.pieces.map { records.places[$0.place].record.scheme })
    return schemes.sorted().last
  }

  /// The outlines of the places of a geography that have any.
  ///
  /// - Complexity: O(*n*), where *n* is the number of pieces.
  public func outlines(scheme: String) -> [PlaceIndex: [[Coordinate]]] {
    var outlines: [PlaceIndex: [[Coordinate]]] = [:]
    for piece in storage.outlines.pieces
    where records.places[piece.place].record.scheme == scheme {
      outlines[PlaceIndex(piece.place), default: []].append(piece.points)
    }
    return outlines
  }

  /// The borders of the provinces of a geography, and the edge of what is held: the coast, and where
  /// other provinces begin.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of points of the outlines.
  public func borders(scheme: String) -> [BorderLine] {
    struct Edge: Hashable {
      let from: Coordinate
      let to: Coordinate
    }
    var owners: [Edge: (first: String?, second: String?, count: Int)] = [:]
    for piece in storage.outlines.pieces {
      let place = records.places[piece.place].record
      guard place.scheme == scheme else { continue }
      var top = place
      while let parent = parent(of: top) { top = parent }
      var before = piece.points[piece.points.count - 1]
      for next in piece.points {
        let isForward = (before.latitude, before.longitude) < (next.latitude, next.longitude)
        let edge = isForward ? Edge(from: before, to: next) : Edge(from: next, to: before)
        let known = owners[edge]
        owners[edge] = (
          known?.first ?? top.code, known == nil ? nil : top.code, (known?.count ?? 0) + 1
        )
        before = next
      }
    }
    var edges: [BorderLine.Kind: [(Coordinate, Coordinate)]] = [:]
    for (edge, owner) in owners {
      if owner.count == 1 {
        edges[.edge, default: []].append((edge.from, edge.to))
      } else if owner.first != owner.second {
        edges[.province, default: []].append((edge.from, edge.to))
      }
    }
    return BorderLine.Kind.allCases.flatMap { kind in
      OutlineIndex.chains(edges[kind] ?? []).map { BorderLine(kind: kind, points: $0) }
    }
  }
}

extension OutlineIndex {
  /// Joins edges that meet to lines, so that each edge is part of one line.
  fileprivate static func chains(_ edges: [(Coordinate, Coordinate)]) -> [[Coordinate]] {
    let order = edges.sorted { left, right in
      (left.0.latitude, left.0.longitude, left.1.latitude, left.1.longitude)
        < (right.0.latitude, right.0.longitude, right.1.latitude, right.1.longitude)
    }
    var at: [Coordinate: [Int]] = [:]
    for (number, edge) in order.enumerated() {
      at[edge.0, default: []].append(number)
      at[edge.1, default: []].append(number)
    }
    var isUsed = [Bool](repeating: false, count: order.count)
    func walk(from start: Coordinate) -> [Coordinate] {
      var line = [start]
      var here = start
      while let number = at[here]?.first(where: { !isUsed[$0] }) {
        isUsed[number] = true
        here = order[number].0 == here ? order[number].1 : order[number].0
        line.append(here)
      }
      return line
    }
    var lines: [[Coordinate]] = []
    // Ends and crossings first, so that no line begins in the middle of another.
    let starts = order.flatMap { [$0.0, $0.1] }
    for start in starts where at[start]?.count != 2 {
      while at[start]?.contains(where: { !isUsed[$0] }) == true { lines.append(walk(from: start)) }
    }
    for start in starts where at[start]?.contains(where: { !isUsed[$0] }) == true {
      lines.append(walk(from: start))
    }
    return lines
  }
}
