import Facts

extension MapSheet {
  /// The room for the name of a box above its marks.
  private static let nameHeight = 14.0

  /// More boxes than these would be a riddle.
  private static let mostBoxes = 6

  /// The main frame, and boxes that hide nothing; islands for which there is no room stay on the main
  /// map, however small that makes it: no mark is ever left out.
  static func frames(
    _ map: MapPicture, _ points: [Coordinate], _ parts: MapParts
  ) -> (main: MapFrame, islands: [(frame: MapFrame, name: String)]) {
    var shown = parts.main
    var islands = parts.islands
    if islands.count > mostBoxes {
      shown += islands.flatMap { $0 }
      islands = []
    }
    while true {
      let main = MapFrame(
        around: shown.map { points[$0] }, width: mainWidth, margin: 14, x: 1, y: 1)
      let boxes = islands.map { island in
        (
          frame: MapFrame(
            around: island.map { points[$0] }, metresPerUnit: main.metresPerUnit, margin: 16,
            x: 0, y: 0), name: name(of: island, on: map)
        )
      }
      if let laid = laid(boxes, on: main, avoiding: shown.map { points[$0] }) {
        return (main, laid)
      }
      shown += islands.removeLast()
    }
  }

  private static func name(of island: [Int], on map: MapPicture) -> String {
    let marks = island.filter { $0 < map.marks.count }
    if marks.isEmpty, let site = island.first { return map.sites[site - map.marks.count].title }
    return map.nameOfIsland(marks)
  }

  /// Lays boxes along the edge of a frame, where they cover neither points nor each other; nil when
  /// there is no room.
  private static func laid(
    _ boxes: [(frame: MapFrame, name: String)], on main: MapFrame, avoiding points: [Coordinate]
  ) -> [(frame: MapFrame, name: String)]? {
    var laid: [(frame: MapFrame, name: String)] = []
    let places = points.map { main.place($0) }
    for (frame, name) in boxes {
      // A box is wide enough for its name.
      let width = max(frame.width, LabelSheet.width(of: name, size: 12) + 10)
      let height = max(frame.height + 2 * MapSheet.nameHeight, 54)
      let frame = frame.grown(width: width, height: height)
      var best: (x: Double, y: Double)?
      search: for y in stride(from: 4.0, through: max(4, main.height - height - 4), by: 6) {
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
          let isFree = !places.contains {
            $0.x > x - 6 && $0.x < x + width + 6 && $0.y > y - 6 && $0.y < y + height + 6
          }
          if isFree {
            best = (x, y)
            break search
          }
        }
      }
      guard let best else { return nil }
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
