import Columns

/// The nearest targets of an index, exactly.
///
///     var search = NearestSearch(index)
///     for found in search.nearest(5, from: Stop(3)) { print(found.target, found.distance) }
///
/// The state is made once and used for any number of queries; one query at a time, one search per
/// task. Targets of equal distance come in order of their numbers.
public struct NearestSearch: Sendable {
  /// A target and the weight of the way to it.
  public struct Found: Hashable, Sendable {
    /// The number of the target.
    public let target: Int
    /// The weight of the way, offsets included.
    public let distance: UInt32
  }

  /// The targets.
  public let index: TargetIndex

  private let labels: Labels?
  private var row: [UInt32]
  private var best: [UInt64] = []
  /// Of each target its best key so far, for queries of many; only used by those.
  private var bestOfTarget: [UInt64] = []

  /// Up to this many, a sorted list is faster than a table of all targets.
  private static let fewest = 32

  /// Makes the state for searches of an index.
  ///
  /// - Parameters:
  ///   - index: The targets.
  ///   - labels: Labels of the same metric and direction, for searches that need not climb.
  public init(_ index: TargetIndex, labels: Labels? = nil) {
    precondition(
      labels.map { $0.direction == index.direction } ?? true, "labels of the other direction")
    self.index = index
    self.labels = labels
    row = [UInt32](repeating: Graph.infinity, count: index.metric.hierarchy.height)
  }

  /// The nearest targets of one stop.
  ///
  /// - Parameters:
  ///   - count: How many are wanted, at most.
  ///   - origin: Where the query starts (or ends, in an index of that direction).
  /// - Returns: Targets in ascending order of distance; fewer when no more can be reached.
  /// - Complexity: O(*a* + *e*), where *a* is the number of arcs climbed and *e* of entries met.
  public mutating func nearest(_ count: Int, from origin: Stop) -> [Found] {
    nearest(count, from: CollectionOfOne(origin))
  }

  /// The nearest targets of several stops, each target from the stop that is nearest to it.
  ///
  /// - Parameters:
  ///   - count: How many are wanted, at most.
  ///   - origins: Where the query starts (or ends, in an index of that direction).
  /// - Returns: Targets in ascending order of distance; fewer when no more can be reached.
  /// - Complexity: O(*s* (*a* + *e*)), where *s* is the number of stops, *a* of arcs climbed and *e* of
  ///   entries met.
  public mutating func nearest(
    _ count: Int, from origins: some Collection<Stop>
  ) -> [Found] {
    guard count > 0 else { return [] }
    if count > NearestSearch.fewest { return many(count, from: origins) }
    best.removeAll(keepingCapacity: true)
    for origin in origins where origin.offset < Graph.infinity {
      if let labels {
        NearestSearch.few(count, from: origin, index, labels, best: &best)
      } else {
        NearestSearch.few(count, from: origin, index, row: &row, best: &best)
      }
    }
    return best.map { NearestSearch.found($0) }
  }

  private static func found(_ key: UInt64) -> Found {
    Found(
      target: Int(UInt32(truncatingIfNeeded: key)),
      distance: UInt32(truncatingIfNeeded: key >> 32))
  }

  /// Keeps a short sorted list, whose last one bounds the search.
  private static func few(
    _ count: Int, from origin: Stop, _ index: TargetIndex, row: inout [UInt32],
    best: inout [UInt64]
  ) {
    let graph = index.graph
    let hierarchy = index.metric.hierarchy
    let parents = hierarchy.parents.span
    let firstArc = graph.firstArc.span
    let headDepths = graph.headDepths.span
    let weights = graph.weights.span
    let firstEntry = index.firstEntry.span
    let entries = index.entries.span
    var row = row.mutableSpan
    var (node, at) = hierarchy.begin(
      at: origin, isEnd: index.direction == .fromTargets, row: &row)
    var bound = UInt64(Graph.infinity) << 32
    if best.count == count, let last = best.last { bound = last }
    while true {
      let distance = row[at]
      if UInt64(distance) << 32 < bound {
        for entry in Int(firstEntry[node])..<Int(firstEntry[node + 1]) {
          let key = unsafe entries[unchecked: entry] &+ UInt64(distance) << 32
          if key >= bound { break }
          insert(key, into: &best, count: count)
          if best.count == count { bound = best[count - 1] }
        }
        relax(
          Int(firstArc[node])..<Int(firstArc[node + 1]), at: distance, headDepths, weights, &row)
      }
      if at == 0 { return }
      at -= 1
      node = Int(parents[node])
    }
  }

  /// The same, reading a label instead of climbing.
  private static func few(
    _ count: Int, from origin: Stop, _ index: TargetIndex, _ labels: Labels, best: inout [UInt64]
  ) {
    let firstOfLabel = labels.firstEntry.span
    let label = labels.entries.span
    let firstEntry = index.firstEntry.span
    let entries = index.entries.span
    let rank = Int(index.metric.hierarchy.ranks[origin.node])
    let offset = UInt64(origin.offset) << 32
    var bound = UInt64(Graph.infinity) << 32
    if best.count == count, let last = best.last { bound = last }
    for place in Int(firstOfLabel[rank])..<Int(firstOfLabel[rank + 1]) {
      let hub = label[place] &+ offset
      if hub & 0xFFFF_FFFF_0000_0000 >= bound { return }
      let node = Int(hub & 0xFFFF_FFFF)
      for entry in Int(firstEntry[node])..<Int(firstEntry[node + 1]) {
        let key = entries[entry] &+ (hub & 0xFFFF_FFFF_0000_0000)
        if key >= bound { break }
        insert(key, into: &best, count: count)
        if best.count == count { bound = best[count - 1] }
      }
    }
  }

  /// Puts a key into a sorted list in which each target has one.
  private static func insert(_ key: UInt64, into best: inout [UInt64], count: Int) {
    let target = UInt32(truncatingIfNeeded: key)
    var hole = best.count
    for index in best.indices where UInt32(truncatingIfNeeded: best[index]) == target {
      if best[index] <= key { return }
      hole = index
      break
    }
    if hole == best.count {
      if best.count < count { best.append(key) } else { hole -= 1 }
    }
    while hole > 0 && best[hole - 1] > key {
      best[hole] = best[hole - 1]
      hole -= 1
    }
    best[hole] = key
  }

  /// Keeps a table of all targets.
  private mutating func many(_ count: Int, from origins: some Collection<Stop>) -> [Found] {
    if bestOfTarget.isEmpty {
      bestOfTarget = Array(repeating: UInt64.max, count: index.targetCount)
    }
    var met: [UInt32] = []
    met.reserveCapacity(index.targetCount)
    let hierarchy = index.metric.hierarchy
    var climb = UpwardSearch(height: hierarchy.height)
    for origin in origins where origin.offset < Graph.infinity {
      let rank = climb.climb(
        from: origin, isEnd: index.direction == .fromTargets, over: index.graph, of: hierarchy)
      NearestSearch.collect(from: rank, climb, index, best: &bestOfTarget, met: &met)
    }
    var keys = met.map { bestOfTarget[Int($0)] }
    for target in met { bestOfTarget[Int(target)] = UInt64.max }
    return Smallest.sorted(count, of: &keys).map { NearestSearch.found($0) }
  }

  /// Looks at the entries of each node above an origin.
  private static func collect(
    from rank: UInt32, _ climb: UpwardSearch, _ index: TargetIndex, best: inout [UInt64],
    met: inout [UInt32]
  ) {
    let parents = index.metric.hierarchy.parents.span
    let firstEntry = index.firstEntry.span
    let entries = index.entries.span
    let distances = climb.distances.span
    var best = best.mutableSpan
    var node = Int(rank)
    for at in (0...climb.depth).reversed() {
      let distance = distances[at]
      if distance < Graph.infinity {
        for entry in Int(firstEntry[node])..<Int(firstEntry[node + 1]) {
          let key = entries[entry] + UInt64(distance) << 32
          guard key < UInt64(Graph.infinity) << 32 else { break }
          let target = Int(UInt32(truncatingIfNeeded: key))
          if best[target] == UInt64.max { met.append(UInt32(target)) }
          best[target] = min(best[target], key)
        }
      }
      node = Int(parents[node])
    }
  }
}
