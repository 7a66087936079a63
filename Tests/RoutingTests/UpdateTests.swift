import Columns
import Routing
import TestSupport
import Testing

@Suite struct UpdateTests {
  @Test(arguments: seeds(18))
  func `changed weights leave what customizing anew would`(seed: Int) throws {
    let roads = RandomRoads(seed: seed)
    guard roads.graph.arcCount > 0 else { return }
    var random = SeededRandom(seed: seed)
    let original = try roads.metric()
    var metric = original
    var weights = roads.weights
    for round in 0..<8 {
      if round % 3 == 0 { metric.optimizeForManyQueries() }
      let some: [UInt32] = [0, 3, 700, Graph.infinity, UInt32.max]
      let changes = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (
          arc: Int.random(in: 0..<roads.graph.arcCount, using: &random),
          weight: some.randomElement(using: &random) ?? 0
        )
      }
      for change in changes { weights[change.arc] = change.weight }
      metric.update(changes)
      let fresh = Metric(metric.hierarchy, weights: weights)
      #expect(metric.upward.weights == fresh.upward.weights, "seed \(seed), round \(round)")
      #expect(metric.downward.weights == fresh.downward.weights)
      #expect(metric.inputWeights == fresh.inputWeights)
    }
    metric.update(roads.weights.enumerated().map { ($0, $1) })
    #expect(metric.upward.weights == original.upward.weights)
    #expect(metric.downward.weights == original.downward.weights)
  }

  /// Few changes are carried upwards, many make the rest of the ranks be customized anew; streets next
  /// to each other, as in a flood, leave whole rows of arcs changed.
  @Test(arguments: seeds(12))
  func `any number of changes, scattered or next to each other, leaves what customizing anew would`(
    seed: Int
  ) throws {
    let roads = RandomRoads(seed: seed / 3 * 3, nodeCount: 400)
    guard roads.graph.arcCount > 0 else { return }
    var random = SeededRandom(seed: seed)
    var metric = try roads.metric()
    var weights = roads.weights
    for share in [1, 3, 10, 30, 100, 300, 1_000] {
      let size = max(1, weights.count * share / 1_000)
      let first = Int.random(in: 0...weights.count - size, using: &random)
      let arcs =
        seed % 2 == 0
        ? (first..<first + size).map { $0 }
        : (0..<size).map { _ in Int.random(in: 0..<weights.count, using: &random) }
      let closes = Bool.random(using: &random)
      let changes = arcs.map { arc in
        (arc: arc, weight: closes ? Graph.infinity : UInt32.random(in: 0...900, using: &random))
      }
      for change in changes { weights[change.arc] = change.weight }
      let before = metric
      let count = metric.update(changes)
      let fresh = Metric(metric.hierarchy, weights: weights)
      #expect(metric.upward.weights == fresh.upward.weights, "seed \(seed), \(size) changes")
      #expect(metric.downward.weights == fresh.downward.weights)
      let ranks = (0..<metric.hierarchy.arcCount)
      let different =
        ranks.filter { before.upward.weights[$0] != fresh.upward.weights[$0] }.count
        + ranks.filter { before.downward.weights[$0] != fresh.downward.weights[$0] }.count
      #expect(count == different)
    }
  }

  @Test(arguments: seeds(10))
  func `closing and reopening changes every query and back`(seed: Int) throws {
    let roads = RandomRoads(seed: seed)
    let count = roads.graph.nodeCount
    guard roads.graph.arcCount > 0 else { return }
    var metric = try roads.metric()
    metric.optimizeForManyQueries()
    let targets = (0..<5).map { [Stop($0 * 7 % count)] }
    func answers(_ metric: Metric) -> [[NearestSearch.Found]] {
      var search = NearestSearch(TargetIndex(metric, targets: targets))
      return (0..<count).map { search.nearest(3, from: Stop($0)) }
    }
    let before = answers(metric)
    var random = SeededRandom(seed: seed)
    let closed = Set((0..<10).map { _ in Int.random(in: 0..<roads.graph.arcCount, using: &random) })
    metric.update(closed.map { ($0, Graph.infinity) })
    var weights = roads.weights
    for arc in closed { weights[arc] = Graph.infinity }
    let table = roads.distances(weights: weights)
    var search = PointSearch(metric)
    for start in 0..<count {
      for end in 0..<count {
        #expect(search.distance(from: start, to: end) == table[start][end])
        #expect(search.path(from: start, to: end)?.arcs.contains { closed.contains($0) } != true)
      }
      #expect(Sweep(metric).distances([Stop(start)]) == table[start].map { $0 ?? Graph.infinity })
    }
    metric.update(closed.map { ($0, roads.weights[$0]) })
    #expect(answers(metric) == before)
  }

  @Test func `a search that holds the metric is not changed behind its back`() throws {
    let roads = RandomRoads(seed: 5)
    var metric = try roads.metric()
    var held = PointSearch(metric)
    let before = (0..<50).map { held.distance(from: 0, to: $0) }
    metric.update((0..<roads.graph.arcCount).map { ($0, Graph.infinity) })
    #expect((0..<50).map { held.distance(from: 0, to: $0) } == before)
    var search = PointSearch(metric)
    #expect(search.distance(from: 0, to: 0) == 0)
    #expect((1..<50).allSatisfy { search.distance(from: 0, to: $0) == nil })
  }
}
