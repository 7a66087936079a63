package import Facts

/// A part of the Earth on a rectangle of paper: equirectangular, true to scale at its middle.
///
/// Over the few hundred kilometres of a region the scale differs by less than half a per cent.
package struct MapFrame: Sendable {
  /// The left and the upper edge on paper.
  package let x: Double
  package let y: Double
  /// The size on paper.
  package let width: Double
  package let height: Double

  private let west: Double
  private let north: Double
  /// Units of paper for a degree of latitude and of longitude.
  private let perLatitude: Double
  private let perLongitude: Double

  private static let metresPerDegree = 111_195.08

  /// The box around points, at a scale.
  ///
  /// - Parameters:
  ///   - points: At least one.
  ///   - metresPerUnit: The scale.
  ///   - margin: Units of paper around the points.
  ///   - x: The left edge on paper.
  ///   - y: The upper edge on paper.
  package init(
    around points: [Coordinate], metresPerUnit: Double, margin: Double, x: Double, y: Double
  ) {
    let box = MapFrame.box(points)
    let middle = (box.south + box.north) / 2
    perLatitude = MapFrame.metresPerDegree / metresPerUnit
    perLongitude = perLatitude * MapFrame.cosine(middle)
    west = box.west - margin / perLongitude
    north = box.north + margin / perLatitude
    self.x = x
    self.y = y
    width = (box.east - box.west) * perLongitude + 2 * margin
    height = (box.north - box.south) * perLatitude + 2 * margin
  }

  /// The box around points in a given width.
  package init(around points: [Coordinate], width: Double, margin: Double, x: Double, y: Double) {
    let box = MapFrame.box(points)
    let metres =
      (box.east - box.west) * MapFrame.metresPerDegree
      * MapFrame.cosine((box.south + box.north) / 2)
    self.init(
      around: points, metresPerUnit: max(metres, 1_000) / (width - 2 * margin), margin: margin,
      x: x, y: y)
  }

  /// Moves a frame on paper.
  package func moved(x: Double, y: Double) -> MapFrame {
    MapFrame(self, x: x, y: y, width: width, height: height)
  }

  private init(_ other: MapFrame, x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    west = other.west - (width - other.width) / 2 / other.perLongitude
    north = other.north + (height - other.height) / 2 / other.perLatitude
    perLatitude = other.perLatitude
    perLongitude = other.perLongitude
  }

  /// A frame of at least a size, with the same middle.
  package func grown(width: Double, height: Double) -> MapFrame {
    MapFrame(self, x: x, y: y, width: max(width, self.width), height: max(height, self.height))
  }

  /// Metres for a unit of paper.
  package var metresPerUnit: Double { MapFrame.metresPerDegree / perLatitude }

  /// Where a point lies, from the upper left corner of the frame.
  package func place(_ point: Coordinate) -> (x: Double, y: Double) {
    ((point.longitude - west) * perLongitude, (north - point.latitude) * perLatitude)
  }

  /// Whether a point lies within the frame, and so far from its edge.
  package func contains(_ point: Coordinate, inside edge: Double = 0) -> Bool {
    let place = place(point)
    return place.x >= edge && place.y >= edge && place.x <= width - edge
      && place.y <= height - edge
  }

  /// The box of points; of none the place where the equator meets Greenwich.
  private static func box(
    _ points: [Coordinate]
  ) -> (south: Double, west: Double, north: Double, east: Double) {
    guard let first = points.first else { return (0, 0, 0, 0) }
    var box = (first.latitude, first.longitude, first.latitude, first.longitude)
    for point in points {
      box.0 = min(box.0, point.latitude)
      box.1 = min(box.1, point.longitude)
      box.2 = max(box.2, point.latitude)
      box.3 = max(box.3, point.longitude)
    }
    return box
  }

  /// The cosine of degrees, by its series: pictures are the same bytes on every machine.
  private static func cosine(_ degrees: Double) -> Double {
    let angle = degrees * .pi / 180
    var (sum, term) = (1.0, 1.0)
    for step in stride(from: 2.0, through: 24, by: 2) {
      term *= -angle * angle / (step * (step - 1))
      sum += term
    }
    return max(0.01, sum)
  }
}
