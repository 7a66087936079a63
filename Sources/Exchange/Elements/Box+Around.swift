import Facts

extension Box {
  /// The smallest box around points, widened on all sides; nil when there is none.
  init?(around points: some Sequence<Coordinate>, widenedBy degrees: Double) {
    var box: Box?
    for point in points {
      guard let old = box else {
        box = Box(
          south: point.latitude, west: point.longitude, north: point.latitude,
          east: point.longitude)
        continue
      }
      box = Box(
        south: min(old.south, point.latitude), west: min(old.west, point.longitude),
        north: max(old.north, point.latitude), east: max(old.east, point.longitude))
    }
    guard let box else { return nil }
    self.init(
      south: box.south - degrees, west: box.west - degrees, north: box.north + degrees,
      east: box.east + degrees)
  }
}
