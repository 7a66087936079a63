import Facts

/// Finds what was meant by a point that lies outside the box in which all points must lie.
struct PointRepair {
  /// What went wrong with a point.
  enum Fault: String {
    /// Latitude and longitude stand in each other's place.
    case swapped = "coordinates_swapped"
    /// A sign was lost.
    case sign = "coordinate_sign_lost"
    /// Both.
    case swappedSign = "coordinates_swapped_sign_lost"
  }

  let box: Box

  /// What is wrong with a point and what was meant; nil when it lies inside or nothing helps.
  ///
  /// What was meant must be the only possibility of its kind that lies in the box.
  func repair(of point: Coordinate) -> (fault: Fault, meant: Coordinate)? {
    if box.contains(point) { return nil }
    let swapped = Coordinate(latitude: point.longitude, longitude: point.latitude)
    if box.contains(swapped) { return (.swapped, swapped) }
    if let meant = only(signs(of: point)) { return (.sign, meant) }
    if let meant = only(signs(of: swapped)) { return (.swappedSign, meant) }
    return nil
  }

  private func signs(of point: Coordinate) -> [Coordinate] {
    [(-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)].map { north, east in
      Coordinate(latitude: north * point.latitude, longitude: east * point.longitude)
    }
  }

  private func only(_ points: [Coordinate]) -> Coordinate? {
    let inside = Set(points.filter(box.contains))
    return inside.count == 1 ? inside.first : nil
  }

  /// The smallest box around points, widened on all sides.
  static func box(around points: some Sequence<Coordinate>, widenedBy degrees: Double) -> Box? {
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
    return box.map {
      Box(
        south: $0.south - degrees, west: $0.west - degrees, north: $0.north + degrees,
        east: $0.east + degrees)
    }
  }
}
