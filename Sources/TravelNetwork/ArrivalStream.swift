internal import Routing

/// Targets in order of earliest arrival, the ways from and to the nodes included.
///
///     var stream = ArrivalStream(engine, targets: hospitals.map { [graph.access(to: $0)] })
///     stream.start(from: [access])
///     while let (target, deciseconds) = stream.next() {
///       if isAble[target] { return stream.trip(to: target) }
///     }
///
/// A point may be joined to the network at several nodes; the best one counts. Targets of equal
/// arrival come in order of their numbers. The state is made once and used for any number of
/// queries; one stream per task.
public struct ArrivalStream: Sendable {
  /// The network.
  public let engine: TravelEngine
  private let targets: [[Access]]
  private var search: ArrivalSearch
  private var origins: [Access] = []
  private var found: [ArrivalSearch.Found] = []
  private var given = 0
  private let isIndexed: Bool
  private var isComplete = false
  private var placeOfTarget: [Int: Int] = [:]

  /// Targets looked for at first; few of them are asked for as a rule.
  private static let fewest = 8

  /// Makes the state for searches.
  ///
  /// - Parameters:
  ///   - engine: The network.
  ///   - targets: How each target is joined to it; a target with no access is never found.
  ///   - isForMany: Whether more than a few queries follow, so that an index of the targets pays.
  /// - Complexity: that of climbing the hierarchy from each access, if it is for many.
  public init(_ engine: TravelEngine, targets: [[Access]], isForMany: Bool = true) {
    self.engine = engine
    self.targets = targets
    isIndexed = isForMany
    search = ArrivalSearch(
      engine.metric, targets: targets.map { $0.map(Stop.init) }, timedArcs: engine.timedArcs,
      isIndexed: isForMany)
  }

  /// Starts a new query.
  ///
  /// - Parameter accesses: How the point of departure is joined to the network.
  public mutating func start(from accesses: [Access]) {
    origins = accesses
    search.start(from: accesses.map(Stop.init), departure: engine.graph.departure)
    found = []
    given = 0
    isComplete = false
    placeOfTarget = [:]
  }

  /// The next target; nil when no more can be reached.
  ///
  /// - Returns: The number of the target and deciseconds from the departure, from door to door.
  public mutating func next() -> (target: Int, deciseconds: UInt32)? {
    if given == found.count {
      guard !isComplete else { return nil }
      // A sweep finds all at once; an index the first ones in a hundredth of the time.
      look(for: found.isEmpty && isIndexed ? ArrivalStream.fewest : targets.count)
      guard given < found.count else { return nil }
    }
    given += 1
    return (found[given - 1].target, found[given - 1].distance)
  }

  /// The arrivals at all targets; `next` goes on where it was.
  ///
  /// - Returns: For each target deciseconds from the departure, or nil.
  public mutating func all() -> [UInt32?] {
    if !isComplete { look(for: targets.count) }
    var arrivals = [UInt32?](repeating: nil, count: targets.count)
    for entry in found { arrivals[entry.target] = entry.distance }
    return arrivals
  }

  /// The way to a target that has been found.
  ///
  /// - Parameter target: The number of the target.
  /// - Returns: The way, and how it is joined to both ends; nil when the target was not found.
  public mutating func trip(to target: Int) -> Trip? {
    if placeOfTarget.count < found.count {
      placeOfTarget = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.target, $0) })
    }
    guard let place = placeOfTarget[target], let path = search.path(to: found[place]),
      let start = origins.first(where: { Stop($0) == path.start }),
      let end = targets[target].first(where: { Stop($0) == path.end }),
      let journey = engine.graph.journey(
        from: start.node, over: path.arcs.map { engine.labels[$0] },
        departing: start.deciseconds)
    else { return nil }
    return Trip(start: start, journey: journey, end: end)
  }

  private mutating func look(for count: Int) {
    found = search.nearest(count)
    isComplete = count >= targets.count || found.count < count
  }
}

/// A journey with the ways to its first and from its last node.
public struct Trip: Hashable, Sendable {
  /// How the point of departure is joined to the network.
  public let start: Access
  /// The way from node to node.
  public let journey: Journey
  /// How the target is joined to the network.
  public let end: Access
}

extension Stop {
  /// The stop of an access.
  fileprivate init(_ access: Access) { self.init(access.node, offset: access.deciseconds) }
}
