import Facts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A square of the world map that is halved at each zoom (Web Mercator, as all tiles of the web are).
struct TileAddress: Hashable, Sendable {
  /// Units of a side.
  static let extent = 4_096.0
  /// Units beyond each side that are drawn too, so that lines do not end in sight.
  static let margin = 64.0
  /// The closest zoom: 2.4 km a side near the equator, 0.6 m a unit.
  static let closest = 14

  /// How often the world was halved.
  var zoom: Int
  /// The column, from the west.
  var column: Int
  /// The row, from the north.
  var row: Int

  /// A point of the world map: 0 to 1 eastward and southward.
  struct Position: Hashable, Sendable {
    var x: Double
    var y: Double

    init(_ point: Coordinate) {
      x = (point.longitude + 180) / 360
      // Beyond this latitude the world is higher than wide.
      let latitude = min(85.0511287798, max(-85.0511287798, point.latitude)) * .pi / 180
      y = 0.5 - log(tan(.pi / 4 + latitude / 2)) / (2 * .pi)
    }
  }

  /// Whether there is such a tile.
  var exists: Bool {
    (0...TileAddress.closest).contains(zoom) && (0..<(1 << zoom)).contains(column)
      && (0..<(1 << zoom)).contains(row)
  }

  /// A point in units of the tile.
  func units(_ position: Position) -> TilePoint {
    let scale = Double(1 << zoom)
    return TilePoint(
      x: (position.x * scale - Double(column)) * TileAddress.extent,
      y: (position.y * scale - Double(row)) * TileAddress.extent)
  }
}

/// A point in units of a tile.
struct TilePoint: Hashable, Sendable {
  var x: Double
  var y: Double
}
