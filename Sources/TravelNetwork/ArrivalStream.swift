public import Facts
internal import Routing

/// Targets in order of earliest arrival, the ways from and to the nodes included.
///
///     var stream = ArrivalStream(engine, targets: hospitals.map { graph.join($0, streets: streets) })
///     stream.start(from: access)
///     while let (target, deciseconds) = stream.next() {
///       if isAble[target] { return stream.trip(to: target) }
///     }
///
/// A point may be joined to the network at several nodes; the best one counts. Who goes to the next
/// door in the same street does not go round by its ends, and who stands near the target on the same
/// land goes there without the network. Targets of equal arrival come in order of their numbers. The state is made once and used for any number of queries; one stream per task.
public struct ArrivalStream: Sendable {
  /// An arrival.
  private struct Arrival {
    var target: Int
    var distance: UInt32
    var way: Way
  }

  /// How a target is reached: over nodes, along the street of the origin, or straight.
  private enum Way {
    case network(ArrivalSearch.Found)
    case street
    case straight(Access)
  }

  /// The network.
  public let engine: TravelEngine
  private let targets: [PointAccess?]
  private let targetsOnLink: [LinkIndex: [Int]]
  private let grounds: [(point: GroundPoint, target: Int)]
  private let isIndexed: Bool
  private var search: ArrivalSearch
  private var origin: PointAccess?
  private var lead: UInt32 = 0
  private var departure: UInt32
  private var arrivals: [Arrival] = []
  private var given = 0
  private var isComplete = false
  private var placeOfTarget: [Int: Int] = [:]
  /// The targets that are reached without a node, once they are asked for.
  private var besides: [Arrival]?

  /// Targets looked for at first; few of them are asked for as a rule.
  private static let fewest = 8

  /// Makes the state for searches.
  ///
  /// - Parameters:
  ///   - engine: The network.
  ///   - targets: How each target is joined to it; nil for one that is not, and never found.
  ///   - usage: Whether more than a few queries follow, so that an index of the targets pays.
  /// - Complexity: that of climbing the hierarchy from each access, if it is for many.
  public init(_ engine: TravelEngine, targets: [PointAccess?], usage: SearchUsage = .batch) {
    self.engine = engine
    self.targets = targets
    departure = engine.graph.departure
    isIndexed = usage == .batch
    var targetsOnLink: [LinkIndex: [Int]] = [:]
    for (target, access) in targets.enumerated() {
      if let link = access?.link { targetsOnLink[link.position.link, default: []].append(target) }
    }
    self.targetsOnLink = targetsOnLink
    grounds = targets.enumerated().compactMap { target, access in
      access?.ground.map { ($0, target) }
    }
    search = ArrivalSearch(
      engine.metric, targets: targets.map { $0?.arrivals.map(Stop.init) ?? [] },
      timedArcs: engine.timedArcs, isIndexed: usage == .batch)
  }

  /// Starts a new query.
  ///
  /// - Parameters:
  ///   - access: How the point of departure is joined to the network.
  ///   - departure: When it is left; nil for the departure of the conditions. Which links there are is
  ///     decided by the day of the conditions.
  ///   - lead: Deciseconds after that departure at which this way begins, as that of a patient who
  ///     goes on from a first hospital. Arrivals count from the departure all the same, so the lead
  ///     is in them.
  public mutating func start(
    from access: PointAccess, departure: Instant? = nil, after lead: UInt32 = 0
  ) {
    origin = access
    self.lead = lead
    self.departure = departure.map { engine.graph.moment(of: $0) } ?? engine.graph.departure
    search.start(
      from: access.departures.map { Stop($0, after: lead) }, departure: self.departure)
    arrivals = []
    given = 0
    isComplete = false
    placeOfTarget = [:]
    besides = nil
  }

  /// The next target; nil when no more can be reached.
  ///
  /// - Returns: The number of the target and deciseconds from the departure, from door to door.
  public mutating func next() -> (target: Int, deciseconds: UInt32)? {
    if given == arrivals.count {
      guard !isComplete else { return nil }
      // A sweep finds all at once; an index the first ones in a hundredth of the time, and more of them
      // in steps so wide that looking again for those found before costs little.
      look(for: isIndexed ? max(ArrivalStream.fewest, arrivals.count * 8) : targets.count)
      guard given < arrivals.count else { return nil }
    }
    given += 1
    return (arrivals[given - 1].target, arrivals[given - 1].distance)
  }

  /// The arrivals at all targets; `next` goes on where it was.
  ///
  /// - Returns: For each target deciseconds from the departure, or nil.
  public mutating func all() -> [UInt32?] {
    if !isComplete { look(for: targets.count) }
    var result = [UInt32?](repeating: nil, count: targets.count)
    for arrival in arrivals { result[arrival.target] = arrival.distance }
    return result
  }

  /// The way to a target that has been found.
  ///
  /// - Parameter target: The number of the target.
  /// - Returns: The way, and how it is joined to both ends; nil when the target was not found.
  public mutating func trip(to target: Int) -> Trip? {
    if placeOfTarget.count < arrivals.count {
      placeOfTarget = Dictionary(
        uniqueKeysWithValues: arrivals.enumerated().map { ($1.target, $0) })
    }
    guard let place = placeOfTarget[target], let origin, let access = targets[target] else {
      return nil
    }
    let found: ArrivalSearch.Found
    switch arrivals[place].way {
    case .network(let way): found = way
    case .straight(let way): return Trip(straight: way)
    case .street:
      return origin.link.flatMap { start in
        access.link.flatMap { Trip(along: start, to: $0, engine.graph) }
      }
    }
    guard let path = search.path(to: found),
      let start = origin.departures.first(where: { Stop($0, after: lead) == path.start }),
      let end = access.arrivals.first(where: { Stop($0) == path.end }),
      let journey = engine.graph.journey(
        from: start.node, over: path.arcs.map { engine.labels[$0] },
        departing: lead + start.deciseconds, after: departure)
    else { return nil }
    return Trip(start: start, journey: journey, end: end)
  }

  /// The links of the way to a target that has been found, in order; nil when it was not found.
  ///
  /// It is the way of `trip`, for callers that ask for no more.
  public mutating func links(to target: Int) -> [LinkIndex]? {
    guard let place = arrivals.firstIndex(where: { $0.target == target }), let origin else {
      return nil
    }
    switch arrivals[place].way {
    case .network(let found):
      guard let path = search.path(to: found) else { return nil }
      var links: [LinkIndex] = []
      // Changing vehicles is an arc, too, and no link.
      for arc in path.arcs where engine.labels[arc] != BoardingVertices.transferLabel {
        links.append(LinkIndex(label: engine.labels[arc]))
      }
      return links
    case .street: return origin.link.map { [$0.position.link] }
    case .straight: return []
    }
  }

  private mutating func look(for count: Int) {
    arrivals = search.nearest(count).map {
      Arrival(target: $0.target, distance: $0.distance, way: .network($0))
    }
    isComplete = count >= targets.count || arrivals.count < count
    placeOfTarget = [:]
    let besides = besides ?? targetsBesides
    self.besides = besides
    guard !besides.isEmpty else { return }
    for arrival in besides {
      let place = arrivals.firstIndex { $0.target == arrival.target }
      if let place, arrivals[place].distance <= arrival.distance { continue }
      if let place { arrivals.remove(at: place) }
      arrivals.append(arrival)
    }
    arrivals.sort { ($0.distance, $0.target) < ($1.distance, $1.target) }
    // What was added may lie behind what was not looked for.
    if !isComplete { arrivals.removeLast(max(0, arrivals.count - count)) }
  }

  /// The targets in the street of the origin, and those near it on the same land; each once.
  private var targetsBesides: [Arrival] {
    guard let origin else { return [] }
    var found: [Int: Arrival] = [:]
    if let start = origin.link {
      for target in targetsOnLink[start.position.link] ?? [] {
        guard let end = targets[target]?.link, let way = start.deciseconds(along: end) else {
          continue
        }
        found[target] = Arrival(target: target, distance: lead + way, way: .street)
      }
    }
    for ground in grounds where origin.ground?.isNear(ground.point) == true {
      let target = ground.target
      guard let access = targets[target],
        let way = engine.graph.straightWay(from: origin, to: access)
      else { continue }
      let distance = lead + way.deciseconds
      if let known = found[target], known.distance <= distance { continue }
      found[target] = Arrival(target: target, distance: distance, way: .straight(way))
    }
    return found.values.sorted { $0.target < $1.target }
  }
}

extension Stop {
  /// The stop of an access.
  fileprivate init(_ access: Access) { self.init(access, after: 0) }

  /// The stop of an access to which one sets out later than the others; out of reach when that is
  /// too late to count.
  fileprivate init(_ access: Access, after lead: UInt32) {
    self.init(
      access.node.rawValue,
      offset: min(Graph.infinity, access.deciseconds + min(lead, Graph.infinity)))
  }
}
