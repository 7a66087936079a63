import Columns

/// A node at which something lies, and the way from the node to it.
public struct Stop: Hashable, Sendable {
  /// The node.
  public var node: Int
  /// The weight of the way between the node and what lies there.
  public var offset: UInt32

  /// Names a node.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - offset: The weight of the way between the node and what lies there.
  public init(_ node: Int, offset: UInt32 = 0) {
    self.node = node
    self.offset = offset
  }
}

/// Which way something is travelled.
public enum Direction: Sendable {
  /// From the origin of a query to the targets.
  case toTargets
  /// From the targets to the origin of a query.
  case fromTargets
}

/// Targets, such as facilities, that many queries look for under one metric.
///
///     let index = TargetIndex(metric, targets: hospitals.map { [Stop($0)] })
///     var search = NearestSearch(index)
///     search.nearest(5, from: Stop(3))      // five hospitals and their distances
///
/// Each target leaves its distance at the ancestors on the way to which it climbs; a query climbs
/// too, and meets the targets there, the nearest first. Nothing is filtered here: the caller takes
/// as many as it likes. V. Buchhold, D. Wagner, "Nearest-Neighbor Queries in Customizable
/// Contraction Hierarchies and Applications", SEA 2021, doi:10.4230/LIPIcs.SEA.2021.18.
public struct TargetIndex: Sendable {
  /// The weights.
  public let metric: Metric
  /// Which way the distances count.
  public let direction: Direction
  /// How many targets there are.
  public let targetCount: Int
  /// Where the entries of each rank begin; one longer than the ranks.
  let firstEntry: [UInt32]
  /// The distance of a target in the upper half and its number in the lower; ascending for a rank.
  let entries: [UInt64]

  /// Indexes targets.
  ///
  /// - Parameters:
  ///   - metric: The weights.
  ///   - targets: The stops of each target; one with no stop is never found.
  ///   - direction: Which way the distances count.
  /// - Precondition: Nodes exist; there are less than 2³² targets.
  /// - Complexity: O(*k* *a* + *n*), where *k* is the number of stops, *a* of arcs that a search
  ///   climbs and *n* of nodes.
  public init(_ metric: Metric, targets: [[Stop]], direction: Direction = .toTargets) {
    let hierarchy = metric.hierarchy
    let (against, along) =
      direction == .toTargets
      ? (metric.searchDownward, metric.searchUpward) : (metric.searchUpward, metric.searchDownward)
    var climb = UpwardSearch(height: hierarchy.height)
    var ranks = [UInt32](repeating: 0, count: hierarchy.height)
    var exact = ranks
    var rows: [UInt32] = []
    var keys: [UInt64] = []
    for (target, stops) in targets.enumerated() {
      for stop in stops where stop.offset < Graph.infinity {
        let rank = climb.climb(
          from: stop, isEnd: direction == .toTargets, over: against, of: hierarchy)
        hierarchy.ancestors(of: rank, into: &ranks)
        climb.exact(over: along, ranks: ranks, into: &exact)
        for depth in (0...climb.depth).reversed() {
          let distance = climb.distances[depth]
          // A target that is nearer over a higher rank is met there.
          guard distance < Graph.infinity, distance == exact[depth] else { continue }
          rows.append(ranks[depth])
          keys.append(UInt64(distance) << 32 | UInt64(target))
        }
      }
    }
    let groups = grouped(rows, groups: hierarchy.nodeCount)
    var entries = groups.members.map { keys[Int($0)] }
    TargetIndex.sortRows(of: &entries, ends: groups.first)
    self.metric = metric
    self.direction = direction
    targetCount = targets.count
    firstEntry = groups.first
    self.entries = entries
  }

  /// Sorts the entries of each rank.
  private static func sortRows(of entries: inout [UInt64], ends: [UInt32]) {
    var row: [UInt64] = []
    var entries = entries.mutableSpan
    var start = 0
    for end in ends {
      let end = Int(end)
      let count = end - start
      if count > fewest {
        row.removeAll(keepingCapacity: true)
        for index in start..<end { row.append(entries[index]) }
        row.sort()
        for index in 0..<count { entries[start + index] = row[index] }
      } else if count > 1 {
        // Most ranks have a handful of entries.
        for index in start + 1..<end {
          let key = entries[index]
          var hole = index
          while hole > start && entries[hole - 1] > key {
            entries[hole] = entries[hole - 1]
            hole -= 1
          }
          entries[hole] = key
        }
      }
      start = end
    }
  }

  /// Up to so many entries are sorted one by one.
  private static let fewest = 24
}
