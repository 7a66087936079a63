/// The cheapest way to send units through a network of arcs with capacities.
///
///     var flow = MinimumCostFlow<Int>(nodeCount: 3)
///     let arc = flow.addArc(from: 0, to: 1, capacity: 2, cost: 5)
///     flow.addArc(from: 1, to: 2, capacity: 1, cost: 0)
///     flow.send(2, from: 0, to: 2)   // 1: no more fits
///     flow.flow(on: arc)             // 1
///
/// Successive shortest paths with potentials: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network
/// Flows*, 1993, section 9.7. Every unit goes along a shortest path of what the units before it left
/// open, and may push them aside; the potentials keep all lengths of such paths at or above 0, so
/// that Dijkstra's algorithm finds them. After each path the flow is cheapest for what it has sent.
///
/// Costs are any ordered sums: numbers, or numbers that come one after the other (a `Harm` of patients).
package struct MinimumCostFlow<Cost: Comparable & AdditiveArithmetic & Sendable>: Sendable {
  /// The result of a search: how far each node is, and by which arc it is entered.
  package struct Distances {
    /// The distance of each node; nil where no open path leads.
    package var costs: [Cost?]
    /// The arc by which each node is entered; -1 at the start and where no path leads.
    package var entering: [Int]
  }

  /// The node at which each arc ends; an odd arc is the even one before it backwards.
  private var heads: [Int] = []
  private var costs: [Cost] = []
  /// How many more units each arc takes.
  private var room: [Int] = []
  /// The arcs that leave each node.
  private var leaving: [[Int]]
  /// For every arc with room: cost + potential of its tail - potential of its head is not negative.
  private var potentials: [Cost]

  /// Makes a network of nodes without arcs.
  package init(nodeCount: Int) {
    leaving = Array(repeating: [], count: nodeCount)
    potentials = Array(repeating: .zero, count: nodeCount)
  }

  /// Adds an arc; all arcs are there before the first unit is sent.
  ///
  /// - Parameters:
  ///   - tail: The node at which it begins.
  ///   - head: The node at which it ends.
  ///   - capacity: The most units.
  ///   - cost: The cost of each unit, not negative.
  /// - Returns: The number of the arc.
  @discardableResult
  package mutating func addArc(from tail: Int, to head: Int, capacity: Int, cost: Cost) -> Int {
    precondition(capacity >= 0 && cost >= .zero, "an arc has a capacity and a cost of 0 or more")
    let arc = heads.count
    heads += [head, tail]
    costs += [cost, .zero - cost]
    room += [capacity, 0]
    leaving[tail].append(arc)
    leaving[head].append(arc + 1)
    return arc
  }

  /// The units on an arc.
  package func flow(on arc: Int) -> Int { room[arc + 1] }

  /// The node at which an arc begins.
  package func tail(of arc: Int) -> Int { heads[arc ^ 1] }

  /// The node at which an arc ends.
  package func head(of arc: Int) -> Int { heads[arc] }

  /// Sends units as cheaply as can be, together with all that were sent before.
  ///
  /// - Returns: How many were sent; fewer than asked for when no more fit.
  /// - Complexity: O(*k* · *m* log *m*) at worst, where *k* is the number of paths and *m* of arcs;
  ///   a search ends as soon as it reaches the sink.
  @discardableResult
  package mutating func send(_ units: Int, from source: Int, to sink: Int) -> Int {
    var sent = 0
    while sent < units {
      let found = search(from: source, until: sink)
      guard let length = found.costs[sink] else { break }
      // Nodes further than the sink move as far as the sink: that keeps the invariant for all.
      for (node, cost) in found.costs.enumerated() {
        if let cost { potentials[node] += min(cost, length) } else { potentials[node] += length }
      }
      var amount = units - sent
      var node = sink
      while node != source {
        let arc = found.entering[node]
        amount = min(amount, room[arc])
        node = heads[arc ^ 1]
      }
      node = sink
      while node != source {
        let arc = found.entering[node]
        room[arc] -= amount
        room[arc ^ 1] += amount
        node = heads[arc ^ 1]
      }
      sent += amount
    }
    return sent
  }

  /// The costs of moving one unit from a node to each other one through what is open.
  ///
  /// From the sink of a cheapest flow to another node, it is at most 0: what the flow would save if one
  /// more unit could go from there straight to the sink (a shortest path closes the one cycle that
  /// the new arc opens).
  package func distances(from source: Int) -> Distances {
    var found = search(from: source, until: nil)
    for (node, cost) in found.costs.enumerated() {
      found.costs[node] = cost.map { $0 + potentials[node] - potentials[source] }
    }
    return found
  }

  /// Dijkstra's algorithm over reduced costs; nodes that were not settled have no cost.
  private func search(from source: Int, until sink: Int?) -> Distances {
    var found = Distances(
      costs: Array(repeating: nil, count: leaving.count),
      entering: Array(repeating: -1, count: leaving.count))
    var best = found.costs
    var queue = CostQueue<Cost>()
    best[source] = .zero
    queue.push(.zero, source)
    while let (cost, node) = queue.pop() {
      guard found.costs[node] == nil else { continue }
      found.costs[node] = cost
      if node == sink { break }
      for arc in leaving[node] where room[arc] > 0 {
        let head = heads[arc]
        guard found.costs[head] == nil else { continue }
        let length = cost + costs[arc] + potentials[node] - potentials[head]
        if let known = best[head], known <= length { continue }
        best[head] = length
        found.entering[head] = arc
        queue.push(length, head)
      }
    }
    return found
  }
}
