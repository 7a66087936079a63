import Facts
public import HealthNetwork
public import TravelNetwork

/// The facilities able to treat on arrival, the nearest first, without a word of explanation: what
/// planning asks for thousands of places.
///
///     let access = FacilityAccess(network, graph: engine.graph, streets: hierarchy.streets)
///     var search = AbleSearch(network, query, engine, access)
///     search.nearest(2, from: demand)
///
/// It gives the targets that `Referral` gives. The state is made once and used for any number of
/// origins; one search per task.
public struct AbleSearch: Sendable {
  /// A facility that can treat on arrival.
  public struct Found: Hashable, Sendable {
    /// The facility's index.
    public let facility: Int
    /// Deciseconds from door to door.
    public let deciseconds: UInt32

    /// Creates a finding.
    public init(facility: Int, deciseconds: UInt32) {
      self.facility = facility
      self.deciseconds = deciseconds
    }
  }

  /// The facilities that are able on the day of the query or one of the two after, whatever the way to
  /// them and the hour, in ascending order.
  public let able: [Int]

  let query: ReferralQuery
  private var eligibility: Eligibility
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
  /// - Complexity: O(*n*), where *n* is the number of facilities, and a climb of the hierarchy for
  ///   each of them that is able.
  public init(
    _ network: Network, _ query: ReferralQuery, _ engine: TravelEngine, _ access: FacilityAccess,
    without left: Set<Int> = []
  ) {
    var eligibility = Eligibility(network, query)
    able = (0..<network.facilityCount).filter {
      !left.contains($0) && eligibility.isEverAble($0)
    }
    self.query = query
    self.eligibility = eligibility
    doors = able.map { access.accesses[$0] }
    stream = ArrivalStream(engine, targets: doors)
  }

  /// The same search where other links are closed.
  ///
  /// - Parameters:
  ///   - engine: An engine of the same map for the same vehicle and instant.
  ///   - isForMany: Whether more than a few points follow.
  /// - Returns: A search among the same facilities.
  public func over(_ engine: TravelEngine, isForMany: Bool = true) -> AbleSearch {
    var search = self
    search.stream = ArrivalStream(engine, targets: doors, isForMany: isForMany)
    return search
  }

  /// The nearest facilities that can treat whoever leaves a point at the query's instant.
  ///
  /// - Parameters:
  ///   - count: How many are wanted.
  ///   - access: How the point is joined to the network.
  /// - Returns: The facilities in order of arrival; fewer when no more can be reached.
  /// - Complexity: a few microseconds for a few facilities on roads alone.
  public mutating func nearest(_ count: Int, from access: PointAccess) -> [Found] {
    var result: [Found] = []
    stream.start(from: access)
    while result.count < count, let (target, deciseconds) = stream.next() {
      guard isThere(target, deciseconds) else { continue }
      result.append(Found(facility: able[target], deciseconds: deciseconds))
    }
    return result
  }

  /// The way to a facility that `nearest` has given for the same point; nil for others.
  public mutating func trip(to facility: Int) -> Trip? {
    guard let target = able.firstIndex(of: facility) else { return nil }
    return stream.trip(to: target)
  }

  /// Whether a target can treat whoever arrives after so many deciseconds.
  mutating func isThere(_ target: Int, _ deciseconds: UInt32) -> Bool {
    service(of: target, deciseconds) != nil
  }

  /// The statement on which a target can treat whoever arrives after so many deciseconds.
  mutating func service(of target: Int, _ deciseconds: UInt32) -> Capability? {
    let arrival = query.at.advanced(bySeconds: Int((Double(deciseconds) / 10).rounded()))
    let standing = eligibility.standing(of: able[target], at: arrival)
    guard standing.reasons.isEmpty,
      let (statement, presence) = eligibility.service(of: standing.statements, at: arrival),
      eligibility.absence(of: statement, presence, at: arrival) == nil
    else { return nil }
    return statement
  }
}
