import Routing
import TestSupport
import Testing

/// The engine against all distances found the plain way.
@Suite struct EngineTests {
  @Test(arguments: seeds(18))
  func `distances and ways between all nodes are exact`(seed: Int) throws {
    let roads = RandomRoads(seed: seed)
    let table = roads.distances(weights: roads.weights)
    var metric = try roads.metric()
    for isPerfect in [false, true] {
      if isPerfect { metric.optimizeForManyQueries() }
      var search = PointSearch(metric)
      for start in 0..<roads.graph.nodeCount {
        for end in 0..<roads.graph.nodeCount {
          #expect(search.distance(from: start, to: end) == table[start][end])
          guard let path = search.path(from: start, to: end) else {
            #expect(table[start][end] == nil)
            continue
          }
          #expect(path.distance == table[start][end])
          var at = start
          var sum: UInt32 = 0
          for arc in path.arcs {
            #expect(roads.graph.tail(of: arc) == at)
            at = roads.graph.head(of: arc)
            sum += roads.graph.weight(of: arc)
          }
          #expect(at == end && sum == path.distance, "seed \(seed): \(start) to \(end)")
        }
      }
    }
  }

  @Test(arguments: seeds(18))
  func `nearest targets are exact, in both directions, for any number`(seed: Int) throws {
    let roads = RandomRoads(seed: seed)
    let count = roads.graph.nodeCount
    guard count > 0 else { return }
    let table = roads.distances(weights: roads.weights)
    var random = SeededRandom(seed: seed)
    let targets: [[Stop]] = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      (0..<Int.random(in: 0...2, using: &random)).map { _ in
        Stop(
          Int.random(in: 0..<count, using: &random),
          offset: [0, 0, 5, Graph.infinity].randomElement(using: &random) ?? 0)
      }
    }
    var metric = try roads.metric()
    if seed % 2 == 0 { metric.optimizeForManyQueries() }
    for direction in [Direction.toTargets, .fromTargets] {
      var search = NearestSearch(TargetIndex(metric, targets: targets, direction: direction))
      let sweep = Sweep(metric).nearest(of: targets, direction: direction)
      for start in 0..<count {
        let offset = UInt32.random(in: 0...3, using: &random)
        let expected = targets.enumerated().compactMap { number, stops in
          stops.compactMap { stop -> UInt32? in
            let between =
              direction == .toTargets ? table[start][stop.node] : table[stop.node][start]
            guard let between, stop.offset < Graph.infinity else { return nil }
            let sum = between + stop.offset + offset
            return sum < Graph.infinity ? sum : nil
          }.min().map { (distance: $0, number: number) }
        }.sorted { ($0.distance, $0.number) < ($1.distance, $1.number) }
        for wanted in [1, 5, 33, 1_000] {
          let found = search.nearest(wanted, from: Stop(start, offset: offset))
          #expect(found.map(\.target) == expected.prefix(wanted).map(\.number))
          #expect(found.map(\.distance) == expected.prefix(wanted).map(\.distance))
        }
        if offset == 0 {
          #expect(sweep[start]?.target == expected.first?.number)
          #expect(sweep[start]?.distance == expected.first?.distance)
        }
      }
    }
  }

  @Test(arguments: seeds(18))
  func `labels and rows of a matrix give what climbing gives`(seed: Int) throws {
    let roads = RandomRoads(seed: seed)
    let count = roads.graph.nodeCount
    guard count > 0 else { return }
    let table = roads.distances(weights: roads.weights)
    var metric = try roads.metric()
    if seed % 2 == 0 { metric.optimizeForManyQueries() }
    let targets = (0..<9).map { [Stop($0 * 5 % count, offset: UInt32($0 % 3))] }
    for direction in [Direction.toTargets, .fromTargets] {
      let index = TargetIndex(metric, targets: targets, direction: direction)
      var climbing = NearestSearch(index)
      var reading = NearestSearch(index, labels: Labels(metric, direction: direction))
      var rows = MatrixSearch(index)
      for start in 0..<count {
        let origin = Stop(start, offset: 2)
        #expect(reading.nearest(4, from: origin) == climbing.nearest(4, from: origin))
        let expected = targets.map { stops in
          let node = stops[0].node
          let between = direction == .toTargets ? table[start][node] : table[node][start]
          return min(Graph.infinity, (between ?? Graph.infinity) + stops[0].offset + 2)
        }
        #expect(rows.row(from: origin) == expected)
      }
    }
  }

  @Test(arguments: seeds(18))
  func `a table of sixteen stops is sixteen sweeps`(seed: Int) throws {
    let roads = RandomRoads(seed: seed)
    let count = roads.graph.nodeCount
    guard count > 0 else { return }
    let sweep = Sweep(try roads.metric())
    let stops = (0..<Int(seed % 17)).map { Stop($0 * 11 % count, offset: UInt32($0)) }
    for direction in [Direction.toTargets, .fromTargets] {
      let table = sweep.table(stops, direction: direction)
      for (number, stop) in stops.enumerated() {
        let single = sweep.distances([stop], direction: direction)
        #expect((0..<count).map { table[stop: number, node: $0] } == single)
      }
    }
  }

  @Test(arguments: seeds(18))
  func `sweeps are exact in both directions`(seed: Int) throws {
    let roads = RandomRoads(seed: seed)
    let table = roads.distances(weights: roads.weights)
    let sweep = Sweep(try roads.metric())
    for start in 0..<roads.graph.nodeCount {
      #expect(
        sweep.distances([Stop(start)]) == table[start].map { $0 ?? Graph.infinity })
      let within = sweep.nodes(within: 700, of: [Stop(start)])
      #expect(within.map(\.node) == table[start].indices.filter { table[start][$0] ?? 701 <= 700 })
      #expect(within.allSatisfy { table[start][$0.node] == $0.distance })
      #expect(
        sweep.distances([Stop(start)], direction: .toTargets)
          == table.map { $0[start] ?? Graph.infinity })
    }
  }
}
