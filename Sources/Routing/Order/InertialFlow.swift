/// Finds small balanced cuts of a cell by letting flow run from one edge of the map to the other.
///
/// The nodes first along a direction are sources, the last ones sinks; a largest flow of unit
/// capacities between them (E. A. Dinic, 1970) leaves a least cut. Several directions are tried.
/// A. Schild, C. Sommer, "On Balanced Separators in Road Networks", SEA 2015,
/// doi:10.1007/978-3-319-20086-6_22.
struct InertialFlow {
  private let cell: Cell

  private static let unseen = UInt32.max

  init(_ cell: Cell) { self.cell = cell }

  /// The best cut of all directions.
  ///
  /// - Parameter fractions: The shares of the nodes that are sources, and sinks, at each end.
  /// - Returns: The cut; nil when none parts the cell.
  func bestCut(fractions: [Double]) -> Cut? {
    var best: (cost: Double, cut: Cut)?
    // In a small cell more directions find nothing better, and small cells are most of the work.
    let directions = cell.count < 300 ? cell.sorted.count / 2 : cell.sorted.count
    for direction in 0..<directions {
      for fraction in fractions {
        let terminals = max(1, Int(Double(cell.count) * fraction))
        guard 2 * terminals < cell.count else { continue }
        // A cut of so many more edges than the best one's nodes is no better.
        let limit = best.map { $0.cut.counts.separator * 3 / 2 + 2 } ?? Int.max
        guard let isFirst = cut(along: direction, terminals: terminals, limit: limit) else {
          continue
        }
        let cut = Cut(cell, isFirst: isFirst)
        let cost = InertialFlow.cost(of: cut)
        if best.map({ cost < $0.cost }) ?? true { best = (cost, cut) }
      }
    }
    return best?.cut
  }

  /// How large a search is expected to become below a cut: the separator is a clique in it, and a
  /// part of *n* nodes is taken to cost *n*^(2/3), as road networks do.
  private static func cost(of cut: Cut) -> Double {
    let separator = Double(cut.counts.separator)
    let first = Double(cut.counts.first)
    let second = Double(cut.counts.second)
    let all = first + second + separator
    func power(_ count: Double) -> Double { count * cubeRoot(count * count) }
    return separator * separator / 2 + InertialFlow.shape * (power(first) + power(second)) / all
  }

  /// The weight of the parts against the separator; found by trying, see `tools/bench routing`.
  private static let shape = 1.0

  /// A least cut along a direction: which nodes are on the side of the sources; nil when it has
  /// more edges than the limit.
  private func cut(along direction: Int, terminals: Int, limit: Int) -> [Bool]? {
    let order = cell.sorted[direction]
    var state = FlowState(cell)
    for index in 0..<terminals {
      state.role[Int(order[index])] = 1
      state.role[Int(order[order.count - 1 - index])] = 2
    }
    let frontier = order[..<terminals].filter { node in
      (cell.first[Int(node)]..<cell.first[Int(node) + 1]).contains {
        state.role[Int(cell.heads[Int($0)])] != 1
      }
    }
    var flow = 0
    while layer(
      from: frontier, state.role, state.residual, level: &state.level, cursor: &state.cursor,
      queue: &state.queue)
    {
      flow += block(
        from: frontier, state.role, state.level, residual: &state.residual,
        cursor: &state.cursor)
      if flow > limit { return nil }
    }
    let near = zip(state.role, state.level).map { $0 == 1 || $1 != InertialFlow.unseen }
    let far = sinkSide(state)
    // Of the cut nearest the sources and that nearest the sinks, the one nearer the middle.
    func imbalance(_ side: [Bool]) -> Int {
      abs(2 * side.reduce(0) { $0 + ($1 ? 1 : 0) } - cell.count)
    }
    return imbalance(near) <= imbalance(far) ? near : far
  }

  /// The state of a maximum flow along one direction: of nodes and of edges.
  private struct FlowState {
    /// 1 for sources, 2 for sinks.
    var role: [UInt8]
    /// How much more may flow over each edge.
    var residual: [UInt8]
    /// The distance of each node from the sources, in edges.
    var level: [UInt32]
    /// The first edge of each node that may still lead on.
    var cursor: [UInt32]
    /// Room for a search.
    var queue: [UInt32]

    init(_ cell: Cell) {
      role = Array(repeating: 0, count: cell.count)
      residual = Array(repeating: 1, count: cell.heads.count)
      level = Array(repeating: 0, count: cell.count)
      cursor = Array(repeating: 0, count: cell.count)
      queue = Array(repeating: 0, count: cell.count)
    }
  }

  /// Numbers the nodes by their distance from the sources; whether a sink is reached.
  private func layer(
    from frontier: [UInt32], _ role: [UInt8], _ residual: [UInt8], level: inout [UInt32],
    cursor: inout [UInt32], queue: inout [UInt32]
  ) -> Bool {
    let first = cell.first.span
    let heads = cell.heads.span
    let residual = residual.span
    let role = role.span
    var level = level.mutableSpan
    var cursor = cursor.mutableSpan
    var queue = queue.mutableSpan
    for node in level.indices { level[node] = InertialFlow.unseen }
    var count = 0
    for node in frontier {
      level[Int(node)] = 0
      cursor[Int(node)] = first[Int(node)]
      queue[count] = node
      count += 1
    }
    var next = 0
    var reached = InertialFlow.unseen
    while next < count {
      let node = Int(queue[next])
      next += 1
      if level[node] >= reached { break }
      for edge in Int(first[node])..<Int(first[node + 1]) where residual[edge] > 0 {
        let head = Int(heads[edge])
        guard level[head] == InertialFlow.unseen, role[head] != 1 else { continue }
        level[head] = level[node] + 1
        cursor[head] = first[head]
        if role[head] == 2 {
          reached = level[head]
        } else {
          queue[count] = UInt32(head)
          count += 1
        }
      }
    }
    return reached != InertialFlow.unseen
  }

  /// Sends flow along shortest ways until none is left; returns how much.
  private func block(
    from frontier: [UInt32], _ role: [UInt8], _ level: [UInt32], residual: inout [UInt8],
    cursor: inout [UInt32]
  ) -> Int {
    let first = cell.first.span
    let heads = cell.heads.span
    let reverse = cell.reverse.span
    let level = level.span
    let role = role.span
    var residual = residual.mutableSpan
    var cursor = cursor.mutableSpan
    var path: [UInt32] = []
    var flow = 0
    for source in frontier {
      var node = Int(source)
      while true {
        if role[node] == 2 {
          for edge in path {
            residual[Int(edge)] -= 1
            residual[Int(reverse[Int(edge)])] += 1
          }
          flow += 1
          node = Int(source)
          path.removeAll(keepingCapacity: true)
          continue
        }
        var edge = Int(cursor[node])
        let end = Int(first[node + 1])
        while edge < end {
          if residual[edge] > 0, level[Int(heads[edge])] == level[node] + 1 { break }
          edge += 1
        }
        cursor[node] = UInt32(edge)
        if edge < end {
          path.append(UInt32(edge))
          node = Int(heads[edge])
        } else if let back = path.popLast() {
          node = Int(heads[Int(reverse[Int(back)])])
          cursor[node] += 1
        } else {
          break
        }
      }
    }
    return flow
  }

  /// The nodes from which no sink can be reached any more.
  private func sinkSide(_ state: FlowState) -> [Bool] {
    var isFirst = state.role.map { $0 != 2 }
    var stack = isFirst.indices.filter { !isFirst[$0] }.map { UInt32($0) }
    while let node = stack.popLast() {
      for edge in Int(cell.first[Int(node)])..<Int(cell.first[Int(node) + 1]) {
        let head = Int(cell.heads[edge])
        guard isFirst[head], state.residual[Int(cell.reverse[edge])] > 0 else { continue }
        isFirst[head] = false
        stack.append(UInt32(head))
      }
    }
    return isFirst
  }
}

/// The cube root, by Newton's method: enough for weighing cuts.
func cubeRoot(_ number: Double) -> Double {
  guard number > 0 else { return 0 }
  // A third of the exponent is near enough to start from.
  var root = Double(sign: .plus, exponent: number.exponent / 3, significand: 1.2)
  for _ in 0..<6 { root -= (root - number / (root * root)) / 3 }
  return root
}
