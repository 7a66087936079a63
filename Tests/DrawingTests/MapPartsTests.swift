import Drawing
import Facts
import TestSupport
import Testing

@Suite struct MapPartsTests {
  private func point(_ latitude: Double, _ longitude: Double) -> Coordinate {
    Coordinate(latitude: latitude, longitude: longitude)
  }

  @Test func `a far island has a box of its own, one within the box of the land has none`() {
    //  land 0 1 2 (9.0…10.0), 3 an island in the bay within its box, 4 and 5 far out
    let points = [
      point(9, 105), point(9.15, 105.05), point(9.3, 105.1), point(9.1, 105.09),
      point(9.2, 103.0), point(9.21, 103.01),
    ]
    let parts = MapParts(points, weights: [9, 9, 9, 1, 1, 1])
    #expect(parts.main == [0, 1, 2, 3])
    #expect(parts.islands == [[4, 5]])
  }

  @Test(arguments: seeds(20))
  func `every point is in one part, and islands are the groups of a plain search`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 1...60, using: &random)
    let points = (0..<count).map { _ in
      point(.random(in: 8...12, using: &random), .random(in: 103...107, using: &random))
    }
    let weights = points.map { _ in Double.random(in: 0...10, using: &random) }
    let parts = MapParts(points, weights: weights, reach: 40_000)
    #expect((parts.main + parts.islands.flatMap { $0 }).sorted() == Array(0..<count))
    // Plainly: labels spread until nothing changes.
    var labels = Array(0..<count)
    var isChanging = true
    while isChanging {
      isChanging = false
      for one in 0..<count {
        for other in 0..<count
        where labels[other] > labels[one]
          && points[one].distanceInMetres(to: points[other]) <= 40_000
        {
          labels[other] = labels[one]
          isChanging = true
        }
      }
    }
    let groups = Set(Dictionary(grouping: 0..<count) { labels[$0] }.values.map { $0.sorted() })
    for island in parts.islands { #expect(groups.contains(island), "seed \(seed)") }
    let heaviest = groups.map { $0.reduce(0) { $0 + weights[$1] } }.max() ?? 0
    #expect(parts.main.reduce(0) { $0 + weights[$1] } >= heaviest - 1e-9)
  }

  @Test func `of no points there is no part`() {
    let parts = MapParts([], weights: [])
    #expect(parts.main.isEmpty && parts.islands.isEmpty)
  }
}
