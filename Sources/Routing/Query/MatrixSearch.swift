import Columns

/// Distances from an origin to all targets of an index: rows of a matrix.
///
///     var search = MatrixSearch(TargetIndex(metric, targets: destinations.map { [Stop($0)] }))
///     let row = search.row(from: Stop(3))      // row[7]: to the eighth target
///
/// The state is made once and used for any number of rows; one search per task.
public struct MatrixSearch: Sendable {
  /// The targets.
  public let index: TargetIndex

  private var climb: UpwardSearch
  private var ranks: [UInt32]

  /// Makes the state for rows of an index.
  public init(_ index: TargetIndex) {
    self.index = index
    climb = UpwardSearch(height: index.metric.hierarchy.height)
    ranks = [UInt32](repeating: 0, count: index.metric.hierarchy.height)
  }

  /// The weights of the best ways from (or to) a stop.
  ///
  /// - Parameter origin: Where the ways start (or end, in an index of that direction).
  /// - Returns: A weight for each target; `Graph.infinity` where there is no way.
  /// - Complexity: O(*a* + *e*), where *a* is the number of arcs climbed and *e* of entries met.
  public mutating func row(from origin: Stop) -> [UInt32] {
    let index = index
    var row = [UInt32](repeating: Graph.infinity, count: index.targetCount)
    guard origin.offset < Graph.infinity else { return row }
    let hierarchy = index.metric.hierarchy
    let rank = climb.climb(
      from: origin, isEnd: index.direction == .fromTargets, over: index.graph, of: hierarchy)
    hierarchy.ancestors(of: rank, into: &ranks)
    let firstEntry = index.firstEntry.span
    let entries = index.entries.span
    var best = row.mutableSpan
    for depth in 0...climb.depth {
      let distance = climb.distances[depth]
      guard distance < Graph.infinity else { continue }
      let rank = Int(ranks[depth])
      for entry in Int(firstEntry[rank])..<Int(firstEntry[rank + 1]) {
        // Bounds: entries name targets, of which there are as many as `best` has.
        let key = unsafe entries[unchecked: entry]
        let target = Int(truncatingIfNeeded: key & 0xFFFF_FFFF)
        unsafe best[unchecked: target] = least(
          best[unchecked: target], distance &+ UInt32(truncatingIfNeeded: key >> 32))
      }
    }
    return row
  }
}

extension TargetIndex {
  /// The arcs that queries climb.
  var graph: UpwardGraph {
    direction == .toTargets ? metric.searchUpward : metric.searchDownward
  }
}
