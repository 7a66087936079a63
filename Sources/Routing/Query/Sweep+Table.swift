import Columns

/// Distances between up to sixteen stops and every node.
public struct SweepTable: Sendable {
  fileprivate typealias Lanes = SIMD16<UInt32>

  /// How many stops fit one table.
  public static let width = 16

  /// One row a rank, the highest rank first.
  fileprivate let rows: [Lanes]
  fileprivate let hierarchy: Hierarchy
  fileprivate let direction: Direction

  /// The weight of the best way between a stop and a node; `Graph.infinity` where there is none.
  ///
  /// - Parameters:
  ///   - stop: The number of the stop.
  ///   - node: The node.
  public subscript(stop stop: Int, node node: Int) -> UInt32 {
    let last = rows.count - 1
    guard direction == .fromTargets, hierarchy.turns != nil else {
      return rows[last - Int(hierarchy.ranks[node])][stop]
    }
    var least = Graph.infinity
    for index in Int(hierarchy.firstEnd[node])..<Int(hierarchy.firstEnd[node + 1]) {
      least = min(least, rows[last - Int(hierarchy.ends[index])][stop])
    }
    return least
  }
}

extension Sweep {
  /// The distances between each of up to sixteen stops and every node, in one pass.
  ///
  /// Sixteen stops take little more than twice the time of one.
  ///
  /// - Parameters:
  ///   - stops: Where ways start (or end), at most `SweepTable.width`.
  ///   - direction: `.fromTargets` counts from the stops to the nodes, `.toTargets` the other way.
  /// - Returns: The distances.
  /// - Complexity: O(*a*), where *a* is the number of arcs of the hierarchy.
  public func table(_ stops: [Stop], direction: Direction = .fromTargets) -> SweepTable {
    precondition(stops.count <= SweepTable.width, "a table has sixteen columns")
    let hierarchy = metric.hierarchy
    let starts = starts(stops, direction: direction)
    let graph = direction == .fromTargets ? metric.searchDownward : metric.searchUpward
    let count = hierarchy.nodeCount
    let rows = [SweepTable.Lanes](capacity: count) { output in
      let firstArc = graph.firstArc.span
      let headDepths = graph.headDepths.span
      let weights = graph.weights.span
      let depths = hierarchy.depths.span
      var row = [SIMD16<Int32>](
        repeating: SIMD16(repeating: Int32(Graph.infinity)), count: hierarchy.height)
      var ancestors = row.mutableSpan
      var next = 0
      var end = graph.arcCount
      for rank in (0..<count).reversed() {
        var lanes = SIMD16<Int32>(repeating: Int32(Graph.infinity))
        if next < starts.count, Int(starts[next].rank) == rank {
          lanes = starts[next].lanes
          next += 1
        }
        let start = Int(firstArc[rank])
        for arc in start..<end {
          // Bounds: as in `relax`.
          let head = unsafe ancestors[unchecked: Int(headDepths[unchecked: arc])]
          let weight = unsafe SIMD16<Int32>(
            repeating: Int32(truncatingIfNeeded: weights[unchecked: arc]))
          lanes = pointwiseMin(lanes, head &+ weight)
        }
        end = start
        ancestors[Int(depths[rank])] = lanes
        output.append(SweepTable.Lanes(truncatingIfNeeded: lanes))
      }
    }
    return SweepTable(rows: rows, hierarchy: hierarchy, direction: direction)
  }

  /// The nodes that the upward searches from the stops reach, by descending rank.
  private func starts(
    _ stops: [Stop], direction: Direction
  ) -> [(rank: UInt32, lanes: SIMD16<Int32>)] {
    let hierarchy = metric.hierarchy
    let graph = direction == .fromTargets ? metric.searchUpward : metric.searchDownward
    var climb = UpwardSearch(height: hierarchy.height)
    var reached: [UInt32: SIMD16<Int32>] = [:]
    for (lane, stop) in stops.enumerated() where stop.offset < Graph.infinity {
      var rank = climb.climb(
        from: stop, isEnd: direction == .toTargets, over: graph, of: hierarchy)
      for at in (0...climb.depth).reversed() {
        let distance = Int32(truncatingIfNeeded: min(climb.distances[at], Graph.infinity))
        reached[rank, default: SIMD16(repeating: Int32(Graph.infinity))][lane] = distance
        rank = hierarchy.parents[Int(rank)]
      }
    }
    return reached.map { ($0.key, $0.value) }.sorted { $0.rank > $1.rank }
  }
}
