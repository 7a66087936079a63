internal import Facts

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#endif

/// Points in the cells of a grid, to find the one nearest to another point.
///
/// A query looks at the cells of a box that surely holds the circle of a radius, and doubles the
/// radius until the nearest point found lies inside the circle.
struct NodeLocator: Sendable {
  private let points: [Coordinate]
  private let members: [Int]
  private let south: Double
  private let west: Double
  private let latitudeStep: Double
  private let longitudeStep: Double
  private let rows: Int
  private let columns: Int
  private let firstMember: [Int]

  /// Indexes some of the points.
  ///
  /// - Parameters:
  ///   - points: The points.
  ///   - members: Indices of the points to find, in ascending order.
  init(points: [Coordinate], members: [Int]) {
    let latitudes = members.map { points[$0].latitude }
    let longitudes = members.map { points[$0].longitude }
    let side = max(1, Int(Double(members.count).squareRoot()))
    south = latitudes.min() ?? 0
    west = longitudes.min() ?? 0
    rows = side
    columns = side
    latitudeStep = max(((latitudes.max() ?? 0) - south) / Double(side), 1e-6)
    longitudeStep = max(((longitudes.max() ?? 0) - west) / Double(side), 1e-6)
    var first = [Int](repeating: 0, count: side * side + 1)
    var cells: [Int] = []
    cells.reserveCapacity(members.count)
    for member in members {
      let row = NodeLocator.step(
        points[member].latitude, from: south, by: latitudeStep, below: side)
      let column = NodeLocator.step(
        points[member].longitude, from: west, by: longitudeStep, below: side)
      cells.append(row * side + column)
      first[row * side + column + 1] += 1
    }
    for cell in 0..<(side * side) { first[cell + 1] += first[cell] }
    firstMember = first
    var next = first
    var sorted = [Int](repeating: 0, count: members.count)
    for (member, cell) in zip(members, cells) {
      sorted[next[cell]] = member
      next[cell] += 1
    }
    self.points = points
    self.members = sorted
  }

  /// The member nearest to a point among those accepted; of equally near ones the first.
  ///
  /// - Parameters:
  ///   - point: The point.
  ///   - limit: The greatest distance, in metres.
  ///   - accepts: Whether a member, given by the index of its point, may be the answer.
  /// - Returns: The index of a point and its distance in metres; nil when none is near enough.
  func nearest(
    to point: Coordinate, within limit: Double, where accepts: (Int) -> Bool
  ) -> (member: Int, metres: Double)? {
    guard point.latitude.isFinite, point.longitude.isFinite, limit >= 0 else { return nil }
    // Nothing on the globe is further away than half a great circle.
    let limit = min(limit, 20_020_000)
    // A third of a cell: a point in a town has its node nearby.
    var radius = min(limit, max(latitudeStep * 37_000, 100))
    while true {
      if let found = nearest(to: point, inBoxOf: radius, where: accepts), found.metres <= radius {
        return found
      }
      guard radius < limit else { return nil }
      radius = min(limit, radius * 2)
    }
  }

  private func nearest(
    to point: Coordinate, inBoxOf radius: Double, where accepts: (Int) -> Bool
  ) -> (member: Int, metres: Double)? {
    var best: (member: Int, metres: Double)?
    // A hair more than the radius, so that rounding leaves nothing out.
    let angle = radius / 6_371_008.8 * (1 + 1e-9) + 1e-12
    let degrees = angle * 180 / .pi
    let lowRow = step(ofLatitude: point.latitude - degrees)
    let highRow = step(ofLatitude: point.latitude + degrees)
    var lowColumn = 0
    var highColumn = columns - 1
    let latitude = point.latitude * .pi / 180
    if angle < .pi / 2, abs(latitude) + angle < .pi / 2 {
      // Where the circle touches its easternmost meridian.
      let spread = asin(min(1, sin(angle) / cos(latitude))) * 180 / .pi
      if point.longitude - spread >= -180, point.longitude + spread <= 180 {
        lowColumn = step(ofLongitude: point.longitude - spread)
        highColumn = step(ofLongitude: point.longitude + spread)
      }
    }
    for row in lowRow...highRow {
      for column in lowColumn...highColumn {
        let cell = row * columns + column
        for member in members[firstMember[cell]..<firstMember[cell + 1]] where accepts(member) {
          let metres = point.distanceInMetres(to: points[member])
          guard let found = best else {
            best = (member, metres)
            continue
          }
          if (metres, member) < (found.metres, found.member) { best = (member, metres) }
        }
      }
    }
    return best
  }

  private func step(ofLatitude latitude: Double) -> Int {
    NodeLocator.step(latitude, from: south, by: latitudeStep, below: rows)
  }

  private func step(ofLongitude longitude: Double) -> Int {
    NodeLocator.step(longitude, from: west, by: longitudeStep, below: columns)
  }

  /// The row or column of a number of degrees; what lies outside falls into the outermost one.
  private static func step(
    _ degrees: Double, from origin: Double, by size: Double, below count: Int
  ) -> Int {
    Int(clamping: min(max(((degrees - origin) / size).rounded(.down), 0), Double(count - 1)))
  }
}
