/// Features of GeoJSON (RFC 7946) as JSON values.
///
///     GeoJSON.collection([GeoJSON.feature(GeoJSON.point(longitude: 105.1, latitude: 9.2), ["id": .string("bv-ca-mau")])])
///
/// Positions have seven decimals, about a centimetre.
public enum GeoJSON {
  /// A position: longitude, then latitude, in degrees.
  public struct Position: Hashable, Sendable {
    /// Degrees east.
    public var longitude: Double
    /// Degrees north.
    public var latitude: Double

    /// Creates a position.
    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }

    /// The position as a list of two numbers.
    public func json(decimals: Int = 7) -> JSONValue {
      .array([
        .number(longitude, decimals: decimals), .number(latitude, decimals: decimals),
      ])
    }
  }

  /// A collection of features.
  public static func collection(_ features: [JSONValue]) -> JSONValue {
    .object(["type": .string("FeatureCollection"), "features": .array(features)])
  }

  /// A feature.
  public static func feature(
    _ geometry: JSONValue, _ properties: [String: JSONValue?]
  ) -> JSONValue {
    .object([
      "type": .string("Feature"), "geometry": geometry, "properties": .object(properties),
    ])
  }

  /// A point.
  public static func point(_ position: Position) -> JSONValue {
    geometry("Point", position.json())
  }

  /// A line of straight pieces.
  public static func line(_ positions: [Position]) -> JSONValue {
    geometry("LineString", .array(positions.map { $0.json() }))
  }

  /// Several polygons, each an outer ring and its holes; every ring ends where it begins.
  public static func multiPolygon(_ polygons: [[[Position]]], decimals: Int = 7) -> JSONValue {
    geometry(
      "MultiPolygon",
      .array(
        polygons.map { rings in
          .array(rings.map { ring in .array(ring.map { $0.json(decimals: decimals) }) })
        }))
  }

  private static func geometry(_ type: String, _ coordinates: JSONValue) -> JSONValue {
    .object(["type": .string(type), "coordinates": coordinates])
  }
}
