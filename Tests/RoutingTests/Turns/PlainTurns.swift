import Routing
import TestSupport

/// A random graph with turns, and all its distances found on the plain expansion: every node with the last
/// arcs behind, whether they matter or not.
struct PlainTurns {
  let roads: RandomRoads
  let turns: [[Int]]
  var weights: [UInt32]
  var costs: [UInt32]
  /// The turns that each arc completes.
  private let numbers: [[Int]]

  init(seed: Int, nodeCount: Int = 9) {
    roads = RandomRoads(seed: seed, nodeCount: nodeCount)
    var random = SeededRandom(seed: seed &+ 7_777)
    let graph = roads.graph
    var turns: [[Int]] = []
    if graph.arcCount > 0 {
      let share = [0.05, 0.4, 1][seed / 2 % 3]
      for arc in 0..<graph.arcCount {
        for next in graph.arcs(from: graph.head(of: arc))
        where Double.random(in: 0..<1, using: &random) < share { turns.append([arc, next]) }
      }
      // Restrictions over whole streets, also of the same beginnings and within each other.
      for _ in 0..<[0, 6, 20][seed % 3] {
        var turn = [Int.random(in: 0..<graph.arcCount, using: &random)]
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          let arcs = graph.arcs(from: graph.head(of: turn[turn.count - 1]))
          if let next = arcs.randomElement(using: &random) { turn.append(next) }
        }
        if turn.count > 1 { turns.append(turn) }
        if turn.count > 2, Bool.random(using: &random) { turns.append(Array(turn.dropFirst())) }
      }
    }
    self.turns = turns
    var numbers = [[Int]](repeating: [], count: graph.arcCount)
    for (number, turn) in turns.enumerated() { numbers[turn[turn.count - 1]].append(number) }
    self.numbers = numbers
    weights = roads.weights
    costs = turns.map { _ in PlainTurns.cost(&random) }
  }

  static func cost(_ random: inout SeededRandom) -> UInt32 {
    switch Int.random(in: 0..<8, using: &random) {
    case 0...2: [Graph.infinity, UInt32.max].randomElement(using: &random) ?? 0
    case 3: 0
    case 4: Graph.infinity - 1
    default: UInt32.random(in: 0...20, using: &random)
    }
  }

  var table: TurnTable {
    var table = TurnTable()
    for (number, turn) in turns.enumerated() {
      precondition(
        (turn.count == 2 ? table.add(from: turn[0], to: turn[1]) : table.add(turn)) == number)
    }
    return table
  }

  func metric() throws -> Metric {
    let order = NodeOrder(
      roads.graph, latitudes: roads.latitudes, longitudes: roads.longitudes)
    let hierarchy = try Hierarchy(TurnExpansion(roads.graph, table), order: order)
    return Metric(hierarchy, weights: weights, turnCosts: costs)
  }

  /// What a sequence of arcs costs; nil when it is closed or forbidden.
  func cost(of arcs: [Int]) -> Int? {
    var sum = 0
    for (place, arc) in arcs.enumerated() {
      guard let step = cost(of: arc, after: Array(arcs[..<place])) else { return nil }
      sum += step
    }
    return sum < Int(Graph.infinity) ? sum : nil
  }

  private func cost(of arc: Int, after way: [Int]) -> Int? {
    guard weights[arc] < Graph.infinity else { return nil }
    var sum = Int(weights[arc])
    for number in numbers[arc] {
      let before = turns[number].dropLast()
      guard way.count >= before.count, way.suffix(before.count).elementsEqual(before) else {
        continue
      }
      guard costs[number] < Graph.infinity else { return nil }
      sum += Int(costs[number])
    }
    return sum
  }

  /// The least costs of ways between all nodes; nil where none leads.
  ///
  /// Places are nodes with the last arcs behind. Those that got nearer are looked at until none does (R. E.
  /// Bellman, 1958).
  func distances() -> [[UInt32?]] {
    let count = roads.graph.nodeCount
    let behind = max(0, (turns.map(\.count).max() ?? 1) - 1)
    var places = (0..<count).map { (node: $0, behind: [Int]()) }
    var numberOf: [[Int]: Int] = [:]
    var steps: [[(place: Int, cost: Int)]] = []
    while steps.count < places.count {
      let place = places[steps.count]
      steps.append(
        roads.graph.arcs(from: place.node).compactMap { arc in
          guard let cost = cost(of: arc, after: place.behind) else { return nil }
          let way = Array((place.behind + [arc]).suffix(behind))
          guard behind > 0 else { return (roads.graph.head(of: arc), cost) }
          if let known = numberOf[way] { return (known, cost) }
          numberOf[way] = places.count
          places.append((roads.graph.head(of: arc), way))
          return (places.count - 1, cost)
        })
    }
    return (0..<count).map { start in
      var best = [Int](repeating: Int(Graph.infinity), count: places.count)
      best[start] = 0
      var queue = [start]
      var next = 0
      while next < queue.count {
        let place = queue[next]
        next += 1
        for step in steps[place] where best[place] + step.cost < best[step.place] {
          best[step.place] = best[place] + step.cost
          queue.append(step.place)
        }
      }
      var found = [UInt32?](repeating: nil, count: count)
      for (place, distance) in best.enumerated() where distance < Int(Graph.infinity) {
        let node = places[place].node
        found[node] = min(found[node] ?? .max, UInt32(distance))
      }
      return found
    }
  }
}
