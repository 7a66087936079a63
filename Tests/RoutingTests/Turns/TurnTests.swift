import Columns
import Files
import Routing
import TestSupport
import Testing

/// Every kind of query with turns, against a search on the plain expansion.
@Suite struct TurnTests {
  @Test(arguments: seeds(60))
  func `distances and ways keep to the turns`(seed: Int) throws {
    let plain = PlainTurns(seed: seed)
    let count = plain.roads.graph.nodeCount
    let table = plain.distances()
    var metric = try plain.metric()
    #expect(metric.hierarchy.brokenInvariant == nil)
    for isPerfect in [false, true] {
      if isPerfect { metric.optimizeForManyQueries() }
      var search = PointSearch(metric)
      for start in 0..<count {
        let expected = table[start]
        for end in 0..<count {
          #expect(search.distance(from: start, to: end) == expected[end], "seed \(seed)")
          guard let path = search.path(from: start, to: end) else {
            #expect(expected[end] == nil)
            continue
          }
          #expect(path.distance == expected[end])
          #expect(plain.cost(of: path.arcs).map { UInt32($0) } == path.distance)
          var at = start
          for arc in path.arcs {
            #expect(plain.roads.graph.tail(of: arc) == at)
            at = plain.roads.graph.head(of: arc)
          }
          #expect(at == end, "seed \(seed): \(start) to \(end)")
        }
      }
    }
  }

  @Test(arguments: seeds(40))
  func `nearest targets, labels, rows and sweeps keep to the turns, in both directions`(
    seed: Int
  ) throws {
    let plain = PlainTurns(seed: seed)
    let count = plain.roads.graph.nodeCount
    guard count > 0 else { return }
    let table = plain.distances()
    var random = SeededRandom(seed: seed)
    var metric = try plain.metric()
    if seed % 2 == 0 { metric.optimizeForManyQueries() }
    let targets: [[Stop]] = (0..<7).map { number in
      (0..<number % 3).map { _ in
        Stop(Int.random(in: 0..<count, using: &random), offset: UInt32(number))
      }
    }
    for direction in [Direction.toTargets, .fromTargets] {
      func weight(_ node: Int, _ stop: Stop) -> UInt32? {
        let between = direction == .toTargets ? table[node][stop.node] : table[stop.node][node]
        return between.map { $0 + stop.offset }.flatMap { $0 < Graph.infinity ? $0 : nil }
      }
      let index = TargetIndex(metric, targets: targets, direction: direction)
      var search = NearestSearch(index)
      var reading = NearestSearch(index, labels: Labels(metric, direction: direction))
      var rows = MatrixSearch(index)
      let nearest = Sweep(metric).nearest(of: targets, direction: direction)
      #expect(nearest.count == count)
      for node in 0..<count {
        let all = targets.map { stops in stops.compactMap { weight(node, $0) }.min() }
        let expected = all.enumerated().compactMap { number, weight in
          weight.map { (weight: $0, number: number) }
        }.sorted { $0 < $1 }
        for wanted in [2, 40] {
          let found = search.nearest(wanted, from: Stop(node))
          #expect(found.map(\.target) == expected.prefix(wanted).map(\.number), "seed \(seed)")
          #expect(found.map(\.distance) == expected.prefix(wanted).map(\.weight))
        }
        #expect(reading.nearest(5, from: Stop(node)) == search.nearest(5, from: Stop(node)))
        #expect(rows.row(from: Stop(node)) == all.map { $0 ?? Graph.infinity })
        #expect(nearest[node]?.target == expected.first?.number)
        #expect(nearest[node]?.distance == expected.first?.weight)
      }
      let sixteen = Sweep(metric).table(targets.flatMap { $0 }, direction: direction)
      for (number, stop) in targets.flatMap({ $0 }).enumerated() {
        let distances = Sweep(metric).distances([stop], direction: direction)
        #expect(distances == (0..<count).map { weight($0, stop) ?? Graph.infinity })
        #expect((0..<count).map { sixteen[stop: number, node: $0] } == distances)
      }
    }
  }

  @Test(arguments: seeds(40))
  func `changed weights and costs leave what customizing anew would`(seed: Int) throws {
    var plain = PlainTurns(seed: seed)
    guard plain.roads.graph.arcCount > 0 else { return }
    var random = SeededRandom(seed: seed)
    var metric = try plain.metric()
    let hierarchy = metric.hierarchy
    for round in 0..<5 {
      if round % 2 == 0 { metric.optimizeForManyQueries() }
      let changes = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        (
          arc: Int.random(in: plain.weights.indices, using: &random),
          weight: PlainTurns.cost(&random)
        )
      }
      let costs = (0..<(plain.turns.isEmpty ? 0 : Int.random(in: 0...4, using: &random))).map { _ in
        (turn: Int.random(in: plain.turns.indices, using: &random), cost: PlainTurns.cost(&random))
      }
      for change in changes { plain.weights[change.arc] = change.weight }
      for change in costs { plain.costs[change.turn] = change.cost }
      metric.update(changes, turns: costs)
      let fresh = Metric(hierarchy, weights: plain.weights, turnCosts: plain.costs)
      #expect(metric.upward.weights == fresh.upward.weights, "seed \(seed), round \(round)")
      #expect(metric.downward.weights == fresh.downward.weights)
    }
    var search = PointSearch(metric)
    for (start, row) in plain.distances().enumerated() {
      #expect(row.indices.map { search.distance(from: start, to: $0) } == row)
    }
  }

  @Test(arguments: seeds(6))
  func `a snapshot gives the same answers, and none of another graph is taken`(seed: Int) throws {
    let plain = PlainTurns(seed: seed)
    var metric = try plain.metric()
    let expansion = try #require(metric.hierarchy.turns)
    let folder = try TemporaryFolder()
    let path = folder.path + "/turns.snapshot"
    var writer = SnapshotWriter()
    expansion.add(to: &writer, prefix: "t.")
    metric.hierarchy.add(to: &writer, prefix: "h.")
    metric.add(to: &writer, prefix: "m.")
    try writer.write(to: path)
    let snapshot = try Snapshot(path: path)
    let graph = plain.roads.graph
    let hierarchy = try Hierarchy(
      snapshot, prefix: "h.", of: TurnExpansion(snapshot, prefix: "t.", of: graph))
    // The costs have changed since.
    let costs = plain.costs.map { $0 / 2 }
    let opened = try Metric(
      hierarchy, weights: plain.weights, turnCosts: costs, snapshot, prefix: "m.")
    metric.update([], turns: costs.enumerated().map { ($0, $1) })
    #expect(opened.upward.weights == metric.upward.weights)
    var (one, other) = (PointSearch(opened), PointSearch(metric))
    for node in 0..<graph.nodeCount {
      #expect(one.path(from: 0, to: node)?.arcs == other.path(from: 0, to: node)?.arcs)
    }
    if !plain.turns.isEmpty {
      #expect(throws: FileError.self) {
        try TurnExpansion(snapshot, prefix: "t.", of: Graph(nodeCount: 3, arcs: []))
      }
    }
    let other2 = PlainTurns(seed: seed + 3)
    #expect(throws: FileError.self) {
      try Hierarchy(
        snapshot, prefix: "h.", of: TurnExpansion(other2.roads.graph, other2.table))
    }
  }

  /// From the first arc to the last one by way of the upper one of two is forbidden.
  ///
  ///     A ──0── B ──1── C ──2── D
  ///              ╲──3──╱
  @Test func `a restriction by way binds those who came that way, and nobody else`() throws {
    func arc(_ tail: UInt32, _ head: UInt32, _ weight: UInt32) -> Graph.Arc {
      Graph.Arc(tail: tail, head: head, weight: weight)
    }
    let graph = Graph(
      nodeCount: 4, arcs: [arc(0, 1, 10), arc(1, 2, 10), arc(1, 2, 17), arc(2, 3, 10)])
    var turns = TurnTable()
    let number = turns.add([0, 1, 3])
    let expansion = TurnExpansion(graph, turns)
    #expect(expansion.stateCount == 2)
    let hierarchy = try Hierarchy(expansion, order: NodeOrder([0, 1, 2, 3]))
    let weights: [UInt32] = [10, 10, 17, 10]
    var metric = Metric(hierarchy, weights: weights, turnCosts: [Graph.infinity])
    var search = PointSearch(metric)
    #expect(search.path(from: 0, to: 3)?.arcs == [0, 2, 3])
    #expect(search.path(from: 1, to: 3)?.arcs == [1, 3])
    #expect(search.distance(from: 0, to: 2) == 20)
    // An ambulance with its signals on may turn there.
    metric.update([], turns: [(turn: number, cost: 0)])
    search = PointSearch(metric)
    #expect(search.path(from: 0, to: 3)?.arcs == [0, 1, 3])
  }
}
