public import Facts

/// Points of a map apart: the mainland, and islands that would only make everything small.
///
/// Points within `reach` of each other are of one group. The group of most weight is the mainland. An
/// island stays on its map when it lies within the box of the mainland, or makes that box larger by
/// at most a twentieth; else it gets a box of its own.
public struct MapParts: Hashable, Sendable {
  /// The indices of the points on the main map, ascending.
  public let main: [Int]
  /// The indices of the points of each box of its own, the northernmost first.
  public let islands: [[Int]]

  /// Parts points.
  ///
  /// - Parameters:
  ///   - points: The points.
  ///   - weights: How much each counts.
  ///   - reach: Metres.
  /// - Complexity: O(*n*²) at worst, where *n* is the number of points; mostly O(*n* log *n*).
  public init(_ points: [Coordinate], weights: [Double], reach: Double = 22_000) {
    precondition(points.count == weights.count, "each point has a weight")
    var groups = MapParts.groups(points, reach)
    groups.sort { left, right in
      let sums = [left, right].map { $0.reduce(0) { $0 + weights[$1] } }
      return (sums[1], left[0]) < (sums[0], right[0])
    }
    var main = groups.first ?? []
    var islands: [[Int]] = []
    for group in groups.dropFirst() {
      let before = MapParts.area(main.map { points[$0] })
      let after = MapParts.area((main + group).map { points[$0] })
      if after <= before * 1.05 { main += group } else { islands.append(group) }
    }
    self.main = main.sorted()
    self.islands = islands.sorted { left, right in
      (points[right[0]].latitude, left[0]) < (points[left[0]].latitude, right[0])
    }
  }

  /// Groups of points, each ascending.
  private static func groups(_ points: [Coordinate], _ reach: Double) -> [[Int]] {
    var order = points.indices.sorted {
      (points[$0].latitude, $0) < (points[$1].latitude, $1)
    }
    var groups: [[Int]] = []
    let degrees = reach / 111_000
    while let first = order.popLast() {
      var group = [first]
      var open = [first]
      while let point = open.popLast() {
        let (near, far) = order.reduce(into: ([Int](), [Int]())) { parts, other in
          let isNear =
            abs(points[other].latitude - points[point].latitude) <= degrees
            && points[other].distanceInMetres(to: points[point]) <= reach
          if isNear { parts.0.append(other) } else { parts.1.append(other) }
        }
        group += near
        open += near
        order = far
      }
      groups.append(group.sorted())
    }
    return groups
  }

  private static func area(_ points: [Coordinate]) -> Double {
    let latitudes = points.map(\.latitude)
    let longitudes = points.map(\.longitude)
    return ((latitudes.max() ?? 0) - (latitudes.min() ?? 0))
      * ((longitudes.max() ?? 0) - (longitudes.min() ?? 0))
  }
}
