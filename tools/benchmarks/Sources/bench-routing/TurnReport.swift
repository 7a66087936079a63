import Foundation
import Routing

/// What turns cost the engine: the same queries with none, with restrictions here and there, and with a
/// cost of every turn.
struct TurnReport {
  let map: RoadMap
  let queries: Queries
  let order: NodeOrder
  let rounds = 5

  func run() throws {
    print("  turns; in parts of the same without turns")
    let plain = measure(
      "none", Metric(try Hierarchy(map.graph, order: order), weights: map.weights), nil)
    for share in [0.01, 0.05] {
      try expanded(
        "a restriction at \(Int(share * 100)) % of the crossings", restrictions(share), plain)
    }
    try expanded("a cost of every turn", TurnTable(everyTurnOf: map.graph), plain)
  }

  private struct Figures {
    var name: String
    var values: [(name: String, value: Double)]
  }

  /// One forbidden turn at so many of the nodes where three or more streets meet.
  private func restrictions(_ share: Double) -> TurnTable {
    var random = SystemGenerator(state: 5)
    var turns = TurnTable()
    for node in 0..<map.graph.nodeCount where random.unit() < share {
      let arcs = map.graph.arcs(from: node)
      guard arcs.count > 2 else { continue }
      let other = map.graph.head(of: arcs.lowerBound + random.next(below: arcs.count))
      guard let into = map.graph.arcs(from: other).first(where: { map.graph.head(of: $0) == node })
      else { continue }
      turns.add(from: into, to: arcs.lowerBound + random.next(below: arcs.count))
    }
    return turns
  }

  private func expanded(_ name: String, _ turns: TurnTable, _ plain: Figures) throws {
    let isRestriction = turns.count < map.graph.arcCount
    let costs = (0..<turns.count).map { turn -> UInt32 in
      let arcs = turns.arcs(of: turn)
      if isRestriction { return Graph.infinity }
      let isBack = map.graph.tail(of: arcs[0]) == map.graph.head(of: arcs[1])
      return isBack ? 20_000 : UInt32((arcs[0] * 7 + arcs[1]) % 5) * 1_000
    }
    let start = processorSeconds()
    let expansion = TurnExpansion(map.graph, turns)
    let hierarchy = try Hierarchy(expansion, order: order)
    print(
      String(
        format: "    %@: %d turns, %d states, topology %.2f s", name, turns.count,
        expansion.stateCount, processorSeconds() - start))
    _ = measure(
      name, Metric(hierarchy, weights: map.weights, turnCosts: costs), plain, costs: costs)
  }

  private func measure(
    _ name: String, _ customized: Metric, _ plain: Figures?, costs: [UInt32] = []
  ) -> Figures {
    var metric = customized
    var values: [(name: String, value: Double)] = [
      ("arcs of the hierarchy", Double(metric.hierarchy.arcCount)),
      ("height", Double(metric.hierarchy.height)),
      (
        "customization ms",
        median { metric = Metric(metric.hierarchy, weights: map.weights, turnCosts: costs) } * 1e3
      ),
    ]
    for isPerfect in [false, true] {
      if isPerfect {
        values.append(("perfect customization ms", once { metric.optimizeForManyQueries() } * 1e3))
      }
      let kind = isPerfect ? "perfect" : "basic"
      var search = PointSearch(metric)
      values.append(
        (
          "distance µs, \(kind)",
          median {
            for pair in queries.pairs { _ = search.distance(from: pair.0, to: pair.1) }
          } * 1e6 / Double(queries.pairs.count)
        ))
      values.append(
        (
          "way µs, \(kind)",
          median {
            for pair in queries.pairs.prefix(1_000) { _ = search.path(from: pair.0, to: pair.1) }
          } * 1e3
        ))
      let targets = queries.facilities[1].1.map { [Stop($0)] }
      values.append(
        ("index of 200 ms, \(kind)", median { _ = TargetIndex(metric, targets: targets) } * 1e3))
      var nearest = NearestSearch(TargetIndex(metric, targets: targets))
      values.append(
        (
          "nearest 5 of 200 µs, \(kind)",
          median {
            for origin in queries.origins { _ = nearest.nearest(5, from: Stop(origin)) }
          } * 1e6 / Double(queries.origins.count)
        ))
    }
    let sweep = Sweep(metric)
    values.append(
      ("one to all ms", median { _ = sweep.distances([Stop(queries.origins[0])]) } * 1e3))
    for (number, figure) in values.enumerated() {
      let ratio =
        plain.map { String(format: " %7.2f", figure.value / $0.values[number].value) } ?? ""
      print(
        "      \(figure.name.padding(toLength: 34, withPad: " ", startingAt: 0))"
          + String(format: "%14.2f", figure.value) + ratio)
    }
    return Figures(name: name, values: values)
  }

  private func median(_ body: () -> Void) -> Double {
    (0..<rounds).map { _ in once(body) }.sorted()[rounds / 2]
  }

  private func once(_ body: () -> Void) -> Double {
    let start = processorSeconds()
    body()
    return processorSeconds() - start
  }
}
