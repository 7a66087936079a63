import TestSupport
import Testing

@testable import Routing

/// Small networks, whose every flow is tried.
@Suite struct MinimumCostFlowTests {
  private struct Arc {
    var tail: Int
    var head: Int
    var capacity: Int
    var cost: Int
  }

  @Test(arguments: seeds(40))
  func `the flow is as large as can be, and none as large costs less`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let nodes = Int.random(in: 2...5, using: &random)
    let arcs = (0..<Int.random(in: 1...7, using: &random)).map { _ in
      Arc(
        tail: Int.random(in: 0..<nodes, using: &random),
        head: Int.random(in: 0..<nodes, using: &random),
        capacity: Int.random(in: 0...2, using: &random),
        cost: Int.random(in: 0...9, using: &random))
    }
    let wanted = Int.random(in: 0...4, using: &random)
    var flow = MinimumCostFlow<Int>(nodeCount: nodes)
    let numbers = arcs.map {
      flow.addArc(from: $0.tail, to: $0.head, capacity: $0.capacity, cost: $0.cost)
    }
    let sent = flow.send(wanted, from: 0, to: nodes - 1)
    let amounts = numbers.map(flow.flow(on:))
    let cost = zip(arcs, amounts).reduce(0) { $0 + $1.0.cost * $1.1 }
    #expect(isFlow(amounts, arcs, nodes: nodes, sent: sent), "seed \(seed)")
    let best = plainBest(arcs, nodes: nodes, wanted: wanted)
    #expect(sent == best.sent && cost == best.cost, "seed \(seed)")
  }

  @Test(arguments: seeds(30))
  func `the distance from the sink is what one more unit of room saves`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let (sources, pools) = (3, 3)
    let sink = sources + pools
    let costs = (0..<sources).map { _ in
      (0..<pools).map { _ in Int.random(in: 1...20, using: &random) }
    }
    let room = (0..<pools).map { _ in Int.random(in: 0...1, using: &random) }
    func solved(_ room: [Int]) -> (flow: MinimumCostFlow<Int>, cost: Int) {
      var flow = MinimumCostFlow<Int>(nodeCount: sink + 1)
      var arcs: [(Int, Int)] = []
      for source in 0..<sources {
        for pool in 0..<pools {
          let cost = costs[source][pool]
          arcs.append(
            (flow.addArc(from: source, to: sources + pool, capacity: 1, cost: cost), cost))
        }
        arcs.append((flow.addArc(from: source, to: sink, capacity: 1, cost: 100), 100))
      }
      for pool in 0..<pools {
        flow.addArc(from: sources + pool, to: sink, capacity: room[pool], cost: 0)
      }
      for source in 0..<sources { #expect(flow.send(1, from: source, to: sink) == 1) }
      return (flow, arcs.reduce(0) { $0 + flow.flow(on: $1.0) * $1.1 })
    }
    let (flow, cost) = solved(room)
    let distances = flow.distances(from: sink).costs
    for pool in 0..<pools {
      var more = room
      more[pool] += 1
      let saved = min(0, distances[sources + pool] ?? 0)
      #expect(solved(more).cost == cost + saved, "seed \(seed), pool \(pool)")
    }
  }

  private func isFlow(_ amounts: [Int], _ arcs: [Arc], nodes: Int, sent: Int) -> Bool {
    var balance = Array(repeating: 0, count: nodes)
    for (arc, amount) in zip(arcs, amounts) {
      if amount < 0 || amount > arc.capacity { return false }
      balance[arc.tail] -= amount
      balance[arc.head] += amount
    }
    return balance[0] == -sent && balance[nodes - 1] == sent
      && balance[1..<(nodes - 1)].allSatisfy { $0 == 0 }
  }

  /// The largest flow up to what is wanted, and its least cost, by trying every amount of every arc.
  private func plainBest(_ arcs: [Arc], nodes: Int, wanted: Int) -> (sent: Int, cost: Int) {
    var best = (sent: 0, cost: 0)
    var amounts = Array(repeating: 0, count: arcs.count)
    func extend(_ index: Int, _ cost: Int) {
      if index == arcs.count {
        var value = 0
        for (arc, amount) in zip(arcs, amounts) {
          if arc.head == nodes - 1 { value += amount }
          if arc.tail == nodes - 1 { value -= amount }
        }
        guard value <= wanted, isFlow(amounts, arcs, nodes: nodes, sent: value) else { return }
        if value > best.sent || (value == best.sent && cost < best.cost) { best = (value, cost) }
        return
      }
      for amount in 0...arcs[index].capacity {
        amounts[index] = amount
        extend(index + 1, cost + amount * arcs[index].cost)
      }
      amounts[index] = 0
    }
    extend(0, 0)
    return best
  }
}
