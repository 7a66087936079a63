import Facts
import Formats

extension GeoJSON.Position {
  /// The position of a coordinate.
  init(_ point: Coordinate) {
    self.init(longitude: point.longitude, latitude: point.latitude)
  }
}
