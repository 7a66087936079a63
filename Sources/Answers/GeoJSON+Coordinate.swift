package import Facts
package import Formats

extension GeoJSON.Position {
  /// The position of a coordinate.
  package init(_ point: Coordinate) {
    self.init(longitude: point.longitude, latitude: point.latitude)
  }
}
