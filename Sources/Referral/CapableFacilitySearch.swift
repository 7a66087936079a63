public import Facts
public import HealthNetwork
public import TravelNetwork

/// The facilities able to treat on arrival, the nearest first, without a word of explanation: what
/// planning asks for thousands of places.
///
///     let access = FacilityAccess(network, graph: engine.graph, streets: hierarchy.streets)
///     var search = CapableFacilitySearch(network, query, engine, access)
///     search.nearest(2, from: demand)
///
/// It gives the targets that `ReferralSearch` gives. The state is made once and used for any number of
/// origins; one search per task.
public struct CapableFacilitySearch: Sendable {
  /// A facility that can treat on arrival.
  public struct Found: Hashable, Sendable {
    /// The facility's index.
    public let facility: FacilityIndex
    /// Deciseconds from door to door.
    public let deciseconds: UInt32

    /// Creates a finding.
    public init(facility: FacilityIndex, deciseconds: UInt32) {
      self.facility = facility
      self.deciseconds = deciseconds
    }
  }

  /// The facilities that are able on the day of the query or one of the two after, whatever the way to
  /// them and the hour, in ascending order; those that are supposed to be stand behind them.
  public let able: [FacilityIndex]

  let departure: Instant
  /// Judges those of the network; nil when all are supposed.
  private var eligibility: Eligibility?
  /// When those that are supposed to be able would be there; they are the last of `able`.
  private let supposedWindows: [[ServiceWindow]]
  private let minimumProbability: Double
  private let doors: [PointAccess?]
  var stream: ArrivalStream

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - query: What is asked; how many targets are wanted does not matter.
  ///   - engine: The travel network under the conditions of the query.
  ///   - access: How the facilities are joined to it.
  ///   - left: Facilities that are left out, whatever they can.
  ///   - supposed: Facilities that are taken to be able beside those that are.
  /// - Complexity: O(*n*), where *n* is the number of facilities, and a climb of the hierarchy for
  ///   each of them that is able.
  public init(
    _ network: Network, _ query: ReferralQuery, _ engine: TravelEngine, _ access: FacilityAccess,
    without left: Set<FacilityIndex> = [], supposing supposed: [SupposedAbility] = []
  ) {
    var eligibility = Eligibility(network, query)
    let able = network.facilityIndices.filter {
      !left.contains($0) && eligibility.isEverAble($0)
    }
    self.init(query.at, query.minimumProbability, eligibility, able, supposed, engine, access)
  }

  /// Prepares a search among facilities that are supposed to be able, and no others.
  ///
  /// - Parameters:
  ///   - supposed: The facilities.
  ///   - engine: The travel network under the conditions of the query.
  ///   - access: How the facilities are joined to it.
  ///   - instant: The departure.
  /// - Complexity: a climb of the hierarchy for each facility.
  public init(
    only supposed: [SupposedAbility], _ engine: TravelEngine, _ access: FacilityAccess,
    at instant: Instant
  ) {
    self.init(instant, 1, nil, [], supposed, engine, access)
  }

  private init(
    _ departure: Instant, _ minimumProbability: Double, _ eligibility: Eligibility?,
    _ able: [FacilityIndex], _ supposed: [SupposedAbility], _ engine: TravelEngine,
    _ access: FacilityAccess
  ) {
    self.able = able + supposed.map(\.facility)
    self.departure = departure
    self.minimumProbability = minimumProbability
    self.eligibility = eligibility
    supposedWindows = supposed.map(\.windows)
    doors =
      able.map { access.accesses[$0] }
      + supposed.map { $0.access ?? access.accesses[$0.facility] }
    stream = ArrivalStream(engine, targets: doors)
  }

  /// The same search where other links are closed.
  ///
  /// - Parameters:
  ///   - engine: An engine of the same map for the same vehicle and instant.
  ///   - usage: Whether more than a few points follow.
  /// - Returns: A search among the same facilities.
  public func over(_ engine: TravelEngine, usage: SearchUsage = .batch) -> CapableFacilitySearch {
    var search = self
    search.stream = ArrivalStream(engine, targets: doors, usage: usage)
    return search
  }

  /// The nearest facilities that can treat a patient who leaves a point at the query's instant.
  ///
  /// - Parameters:
  ///   - count: How many are wanted.
  ///   - access: How the point is joined to the network.
  /// - Returns: The facilities in order of arrival; fewer when no more can be reached.
  /// - Complexity: a few microseconds for a few facilities on roads alone.
  public mutating func nearest(_ count: Int, from access: PointAccess) -> [Found] {
    var result: [Found] = []
    stream.start(from: access, departure: departure)
    while result.count < count, let (target, deciseconds) = stream.next() {
      guard isThere(target, deciseconds) else { continue }
      result.append(Found(facility: able[target], deciseconds: deciseconds))
    }
    return result
  }

  /// All facilities that can treat a patient who leaves a point, and are reached within a time.
  ///
  /// - Parameters:
  ///   - limit: Deciseconds from door to door.
  ///   - access: How the point is joined to the network.
  /// - Returns: The facilities in order of arrival.
  public mutating func all(within limit: UInt32, from access: PointAccess) -> [Found] {
    var result: [Found] = []
    stream.start(from: access, departure: departure)
    while let (target, deciseconds) = stream.next(), deciseconds <= limit {
      guard isThere(target, deciseconds) else { continue }
      result.append(Found(facility: able[target], deciseconds: deciseconds))
    }
    return result
  }

  /// The way to a facility that `nearest` has given for the same point; nil for others.
  public mutating func trip(to facility: FacilityIndex) -> Trip? {
    guard let target = able.firstIndex(of: facility) else { return nil }
    return stream.trip(to: target)
  }

  /// Whether a target can treat a patient who arrives after so many deciseconds.
  mutating func isThere(_ target: Int, _ deciseconds: UInt32) -> Bool {
    let arrival = departure.advanced(byDeciseconds: deciseconds)
    let known = able.count - supposedWindows.count
    guard target < known else {
      return Presence(supposedWindows[target - known], at: arrival).suffices(minimumProbability)
    }
    guard let standing = eligibility?.standing(of: able[target], at: arrival),
      standing.reasons.isEmpty,
      let (statement, presence) = eligibility?.service(of: standing.statements, at: arrival)
    else { return false }
    return eligibility?.absence(of: statement, presence, at: arrival) == nil
  }
}
