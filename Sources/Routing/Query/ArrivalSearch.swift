/// An arc that may have to be waited for, outside the weights of a metric.
public struct TimedArc: Sendable {
  /// The arc of the graph; closed in the metric.
  public var arc: Int
  /// The node at which it starts.
  public var tail: Int
  /// The node at which it ends.
  public var head: Int
  /// The weight along it, without waiting.
  public var weight: UInt32
  /// When it may be entered.
  public var timetable: Timetable

  /// Creates a timed arc.
  ///
  /// - Parameters:
  ///   - arc: The arc of the graph.
  ///   - tail: The node at which it starts.
  ///   - head: The node at which it ends.
  ///   - weight: Deciseconds along it, without waiting.
  ///   - timetable: When it may be entered.
  public init(arc: Int, tail: Int, head: Int, weight: UInt32, timetable: Timetable) {
    self.arc = arc
    self.tail = tail
    self.head = head
    self.weight = weight
    self.timetable = timetable
  }
}

/// Targets in order of earliest arrival, where roads are always open and some arcs are not.
///
///     var search = ArrivalSearch(index, timedArcs: ferries)
///     search.start(from: [Stop(3)], departure: 72_000)      // Monday 02:00
///     let found = search.nearest(5)
///     search.path(to: found[0])                             // arcs, ferries among them
///
/// The way to any target is a way by road from the origin, or from the landing of the last ferry.
/// So landings are reached in order of arrival, as by the algorithm of Dijkstra, with roads between
/// them taken from the hierarchy; and each landing is one more origin. Waiting is first in, first out
/// (see `Timetable`), hence all of it is exact. Only landings nearer than the last target wanted
/// are looked at.
public struct ArrivalSearch: Sendable {
  /// A target, its arrival, and from where it is reached by road.
  public struct Found: Hashable, Sendable {
    /// The number of the target.
    public let target: Int
    /// Weight from the departure to the arrival, waiting and offsets included.
    public let distance: UInt32
    /// The number of the source from which no timed arc follows.
    fileprivate let source: Int
  }

  /// A node from which roads are followed, and the timed arc that led there.
  private struct Source {
    var node: Int
    var distance: UInt32
    /// The timed arc that ends here; nil for an origin.
    var timedArc: Int?
    /// The source from which that arc was reached.
    var parent: Int
  }

  private let timedArcs: [TimedArc]
  private let targets: [[Stop]]
  private var roads: RoadSearch
  private var points: PointSearch
  private var sources: [Source] = []
  private var origins: [Stop] = []
  private var departure: UInt32 = 0
  private var queue = MinHeap()
  /// The earliest arrival at each target so far.
  private var bestOfTarget: [UInt32] = []
  /// The arrival over each timed arc, and the source it comes from, as far as known.
  private var arrivals: [(distance: UInt32, source: Int)] = []

  /// Makes the state for searches.
  ///
  /// - Parameters:
  ///   - metric: The weights; timed arcs are closed in it.
  ///   - targets: The stops of each target.
  ///   - timedArcs: The arcs that are not always open.
  ///   - isIndexed: Whether targets are indexed first, which pays from a few queries on; else each
  ///     query sweeps over all nodes.
  /// - Complexity: that of indexing the targets and the tails of the timed arcs, if they are.
  public init(
    _ metric: Metric, targets: [[Stop]], timedArcs: [TimedArc], isIndexed: Bool = true
  ) {
    self.targets = targets
    self.timedArcs = timedArcs
    roads = RoadSearch(metric)
    if isIndexed { roads.index(targets, timedArcs) }
    points = PointSearch(metric)
  }

  /// Starts a new query.
  ///
  /// - Parameters:
  ///   - origins: Where it starts, and the weights at which each is reached after the departure.
  ///   - departure: The moment from which weights count, in deciseconds from Monday 00:00.
  public mutating func start(from origins: [Stop], departure: UInt32) {
    self.origins = origins
    self.departure = departure
  }

  /// The targets that are reached first.
  ///
  /// - Parameter count: How many are wanted, at most.
  /// - Returns: Targets in order of arrival, and of their numbers where that is equal; fewer when no
  ///   more can be reached.
  /// - Complexity: O(*l* (*a* + *e*)), where *l* is the number of landings before the last target, *a*
  ///   of arcs that a search climbs and *e* of entries it meets.
  public mutating func nearest(_ count: Int) -> [Found] {
    sources = []
    queue.removeAll()
    arrivals = Array(repeating: (Graph.infinity, 0), count: timedArcs.count)
    bestOfTarget = Array(repeating: UInt32.max, count: targets.count)
    var best: [Found] = []
    for origin in origins where origin.offset < Graph.infinity {
      add(
        Source(node: origin.node, distance: origin.offset, timedArc: nil, parent: 0), count, &best)
    }
    while let key = queue.pop() {
      let number = Int(key & 0xFFFF_FFFF)
      let distance = UInt32(truncatingIfNeeded: key >> 32)
      guard arrivals[number].distance == distance else { continue }
      if best.count == count, let last = best.last, distance > last.distance { break }
      let head = timedArcs[number].head
      guard !sources.contains(where: { $0.node == head && $0.distance <= distance }) else {
        continue
      }
      add(
        Source(
          node: head, distance: distance, timedArc: number, parent: arrivals[number].source),
        count, &best)
    }
    return best
  }

  /// A way of earliest arrival to a target that the last query found.
  ///
  /// - Parameter found: What `nearest` returned since the last start.
  /// - Returns: The origin at which the way starts, its arcs in order, and the stop of the target at
  ///   which it ends.
  public mutating func path(to found: Found) -> (start: Stop, arcs: [Int], end: Stop)? {
    let source = sources[found.source]
    var road: [Int]?
    var end = Stop(0)
    for stop in targets[found.target] where stop.offset < Graph.infinity {
      guard let path = points.path(from: source.node, to: stop.node),
        source.distance + path.distance + stop.offset == found.distance
      else { continue }
      (road, end) = (path.arcs, stop)
      break
    }
    guard var arcs = road else { return nil }
    var at = source
    while let number = at.timedArc {
      let parent = sources[at.parent]
      guard let path = points.path(from: parent.node, to: timedArcs[number].tail) else {
        return nil
      }
      arcs = path.arcs + [timedArcs[number].arc] + arcs
      at = parent
    }
    return (Stop(at.node, offset: at.distance), arcs, end)
  }

  /// Adds a source: the targets nearest to it by road, and the timed arcs that can be reached.
  private mutating func add(_ source: Source, _ count: Int, _ best: inout [Found]) {
    let number = sources.count
    sources.append(source)
    let stop = Stop(source.node, offset: source.distance)
    let (nearest, row) = roads.search(from: stop, count, targets, timedArcs)
    merge(nearest, source: number, count, &best)
    for (arc, reached) in zip(timedArcs.indices, row) where reached < Graph.infinity {
      let wait = timedArcs[arc].timetable.wait(at: departure + reached)
      guard wait < Graph.infinity else { continue }
      let arrival = UInt64(reached) + UInt64(wait) + UInt64(timedArcs[arc].weight)
      guard arrival < UInt64(arrivals[arc].distance) else { continue }
      arrivals[arc] = (UInt32(arrival), number)
      queue.push(arrival << 32 | UInt64(arc))
    }
  }

  /// Takes targets in that are reached earlier than before: two lists in order become one.
  private mutating func merge(
    _ found: [NearestSearch.Found], source: Int, _ count: Int, _ best: inout [Found]
  ) {
    let better = found.filter { $0.distance < bestOfTarget[$0.target] }
    guard !better.isEmpty else { return }
    for one in better { bestOfTarget[one.target] = one.distance }
    // A target that is reached earlier now has another distance in the table.
    best.removeAll { bestOfTarget[$0.target] != $0.distance }
    var merged: [Found] = []
    merged.reserveCapacity(min(count, best.count + better.count))
    var (old, new) = (0, 0)
    while merged.count < count, old < best.count || new < better.count {
      if new == better.count
        || old < best.count
          && (best[old].distance, best[old].target) < (better[new].distance, better[new].target)
      {
        merged.append(best[old])
        old += 1
      } else {
        merged.append(
          Found(target: better[new].target, distance: better[new].distance, source: source))
        new += 1
      }
    }
    best = merged
  }
}

/// How roads from one node are followed: by indices where there are any, else by a sweep.
private struct RoadSearch: Sendable {
  private let sweep: Sweep
  private var nearest: NearestSearch?
  private var landings: MatrixSearch?

  init(_ metric: Metric) { sweep = Sweep(metric) }

  mutating func index(_ targets: [[Stop]], _ timedArcs: [TimedArc]) {
    nearest = NearestSearch(TargetIndex(sweep.metric, targets: targets))
    landings = MatrixSearch(
      TargetIndex(sweep.metric, targets: timedArcs.map { [Stop($0.tail)] }))
  }

  /// The nearest targets of a stop, and the weights of the ways to the tails of the timed arcs.
  mutating func search(
    from stop: Stop, _ count: Int, _ targets: [[Stop]], _ timedArcs: [TimedArc]
  ) -> (nearest: [NearestSearch.Found], landings: [UInt32]) {
    if let found = nearest?.nearest(count, from: stop) {
      return (found, timedArcs.isEmpty ? [] : landings?.row(from: stop) ?? [])
    }
    let distances = sweep.distances([stop])
    let found = targets.enumerated().compactMap { number, stops -> NearestSearch.Found? in
      let best = stops.reduce(UInt64(Graph.infinity)) { least, stop in
        min(least, UInt64(distances[stop.node]) + UInt64(stop.offset))
      }
      guard best < UInt64(Graph.infinity) else { return nil }
      return NearestSearch.Found(target: number, distance: UInt32(best))
    }.sorted { ($0.distance, $0.target) < ($1.distance, $1.target) }
    return (Array(found.prefix(count)), timedArcs.map { distances[$0.tail] })
  }
}
