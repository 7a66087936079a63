import Facts

/// Lines cut at the edges of a tile, joined where they meet, and thinned to what can be seen.
enum TileLines {
  /// A point on the grid of a tile.
  typealias Point = Topology.Point

  /// The parts of a line within the tile and its margin.
  static func clipped(_ line: [TilePoint]) -> [[TilePoint]] {
    var parts: [[TilePoint]] = []
    var part: [TilePoint] = []
    for (start, end) in zip(line, line.dropFirst()) {
      guard let (from, to) = clipped(start, end) else {
        if part.count > 1 { parts.append(part) }
        part = []
        continue
      }
      if part.last != from {
        if part.count > 1 { parts.append(part) }
        part = [from]
      }
      part.append(to)
    }
    if part.count > 1 { parts.append(part) }
    return parts
  }

  /// The part of a stretch within the tile and its margin (Liang and Barsky,
  /// doi:10.1145/357332.357333); nil where there is none.
  private static func clipped(
    _ start: TilePoint, _ end: TilePoint
  ) -> (TilePoint, TilePoint)? {
    let least = -TileAddress.margin
    let most = TileAddress.extent + TileAddress.margin
    let (width, height) = (end.x - start.x, end.y - start.y)
    var (first, last) = (0.0, 1.0)
    for (step, room) in [
      (-width, start.x - least), (width, most - start.x),
      (-height, start.y - least), (height, most - start.y),
    ] {
      if step == 0 {
        if room < 0 { return nil }
        continue
      }
      let share = room / step
      if step < 0 { first = max(first, share) } else { last = min(last, share) }
      if first > last { return nil }
    }
    func point(_ share: Double) -> TilePoint {
      TilePoint(x: start.x + width * share, y: start.y + height * share)
    }
    return (first == 0 ? start : point(first), last == 1 ? end : point(last))
  }

  /// The line on the grid, without points that say nothing.
  static func onGrid(_ line: [TilePoint]) -> [Point] {
    var points: [Point] = []
    for point in line {
      let next = Point(
        x: Int(clamping: point.x.rounded()), y: Int(clamping: point.y.rounded()))
      if points.last != next { points.append(next) }
    }
    return points
  }

  /// Joins lines where exactly two of them meet.
  static func joined(_ lines: [[Point]]) -> [[Point]] {
    var ends: [Point: [Int]] = [:]
    for (number, line) in lines.enumerated() {
      ends[line[0], default: []].append(number)
      ends[line[line.count - 1], default: []].append(number)
    }
    var isUsed = [Bool](repeating: false, count: lines.count)
    /// Goes on from the end of a line as long as one other line begins there.
    func goOn(_ line: [Point]) -> [Point] {
      var line = line
      while let end = line.last, let here = ends[end], here.count == 2,
        let next = here.first(where: { !isUsed[$0] })
      {
        isUsed[next] = true
        let isForward = lines[next][0] == end
        let more: [Point] = isForward ? lines[next] : lines[next].reversed()
        line += more.dropFirst()
      }
      return line
    }
    var all: [[Point]] = []
    for number in lines.indices where !isUsed[number] {
      isUsed[number] = true
      let forward = goOn(lines[number])
      all.append(Array(goOn(forward.reversed()).reversed()))
    }
    return all
  }

  /// The line without the points that lie within the tolerance of it (Douglas and Peucker,
  /// doi:10.3138/FM57-6770-U75U-7727).
  static func thinned(_ line: [Point], tolerance: Double) -> [Point] {
    guard line.count > 2 else { return line }
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var ranges = [(0, line.count - 1)]
    while let (first, last) = ranges.popLast() {
      guard last - first > 1 else { continue }
      var furthest = (index: first, distance: -1.0)
      for index in (first + 1)..<last {
        let distance = distance(of: line[index], line[first], line[last])
        if distance > furthest.distance { furthest = (index, distance) }
      }
      guard furthest.distance > tolerance else { continue }
      isKept[furthest.index] = true
      ranges.append((first, furthest.index))
      ranges.append((furthest.index, last))
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }

  /// How far a point is from a stretch.
  private static func distance(of point: Point, _ start: Point, _ end: Point) -> Double {
    let (width, height) = (Double(end.x - start.x), Double(end.y - start.y))
    let (x, y) = (Double(point.x - start.x), Double(point.y - start.y))
    let square = width * width + height * height
    let share = square > 0 ? min(1, max(0, (x * width + y * height) / square)) : 0
    let (right, down) = (x - width * share, y - height * share)
    return (right * right + down * down).squareRoot()
  }
}
