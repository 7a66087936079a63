import Facts

extension MapSheet {
  /// The room for the name of a box above its marks.
  private static let nameHeight = 14.0

  /// Lays boxes along the edge of a frame, each where it covers fewest points and no other box.
  static func laid(
    _ boxes: [(frame: MapFrame, name: String)], on main: MapFrame, avoiding points: [Coordinate]
  ) -> [(frame: MapFrame, name: String)] {
    var laid: [(frame: MapFrame, name: String)] = []
    let places = points.map { main.place($0) }
    for (frame, name) in boxes {
      // A box is wide enough for its name.
      let width = max(frame.width, LabelSheet.width(of: name, size: 12) + 10)
      let height = max(frame.height + 2 * MapSheet.nameHeight, 54)
      let frame = frame.grown(width: width, height: height)
      var best: (cost: Int, x: Double, y: Double)?
      for y in stride(from: 4.0, through: max(4, main.height - height - 4), by: 6) {
        for x in [4.0, main.width - width - 4] {
          // The lower corners are those of the scale.
          if y + height > main.height - 60 { continue }
          let hits = laid.contains { other in
            x < other.frame.x - main.x + other.frame.width + 6
              && x + width + 6 > other.frame.x - main.x
              && y < other.frame.y - main.y + other.frame.height + 6
              && y + height + 6 > other.frame.y - main.y
          }
          if hits { continue }
          let cost = places.count {
            $0.x > x - 6 && $0.x < x + width + 6 && $0.y > y - 6 && $0.y < y + height + 6
          }
          if cost < best?.cost ?? Int.max { best = (cost, x, y) }
        }
      }
      guard let best else { continue }
      laid.append((frame.moved(x: main.x + best.x, y: main.y + best.y), name))
    }
    return laid
  }

  /// The middle of a crowd of sites, if there is one.
  static func crowded(_ sites: [Coordinate]) -> Coordinate? {
    let reach = 9_000.0
    let crowd = sites.map { one in sites.filter { $0.distanceInMetres(to: one) <= reach } }
      .max { $0.count < $1.count }
    guard let crowd, crowd.count >= 4 else { return nil }
    return Coordinate(
      latitude: crowd.reduce(0) { $0 + $1.latitude } / Double(crowd.count),
      longitude: crowd.reduce(0) { $0 + $1.longitude } / Double(crowd.count))
  }
}
