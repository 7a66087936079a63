#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A WGS 84 point in degrees.
public struct Coordinate: Hashable, Sendable {
  /// Degrees north.
  public var latitude: Double
  /// Degrees east.
  public var longitude: Double

  /// Creates a point from degrees north and degrees east.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Great-circle distance in metres, by the haversine formula on a sphere of 6,371,008.8 m.
  public func distanceInMetres(to other: Coordinate) -> Double {
    let radians = Double.pi / 180
    let halfLatitude = sin((other.latitude - latitude) * radians / 2)
    let halfLongitude = sin((other.longitude - longitude) * radians / 2)
    let chord =
      halfLatitude * halfLatitude
      + cos(latitude * radians) * cos(other.latitude * radians) * halfLongitude * halfLongitude
    return 2 * 6_371_008.8 * asin(min(1, chord.squareRoot()))
  }
}

/// How a point was found.
public enum Precision: String, CaseIterable, Sendable {
  /// The building itself.
  case exact
  /// The street of the address.
  case street
  /// The town it lies in.
  case town
  /// A settlement point or a centroid.
  case centre
  /// A point inside the area.
  case interior
  /// Where roads or crossings meet.
  case junction
  /// Placed by a rule, not observed.
  case rule
  /// Near enough.
  case approximate
}

/// A box of latitudes and longitudes, in degrees.
public struct Box: Hashable, Sendable {
  /// The southern edge.
  public var south: Double
  /// The western edge.
  public var west: Double
  /// The northern edge.
  public var north: Double
  /// The eastern edge.
  public var east: Double

  /// Creates a box from its edges in degrees.
  public init(south: Double, west: Double, north: Double, east: Double) {
    self.south = south
    self.west = west
    self.north = north
    self.east = east
  }

  /// Whether a point lies in the box or on its edge.
  public func contains(_ point: Coordinate) -> Bool {
    point.latitude >= south && point.latitude <= north && point.longitude >= west
      && point.longitude <= east
  }
}
