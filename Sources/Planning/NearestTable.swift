import Columns
public import Facts
public import HealthNetwork
public import Referral
public import TravelNetwork

/// The nearest facilities able to treat on arrival, for each of many points.
///
///     let reach = NearestTable(prepared.accesses(of: demand), query, on: prepared)
///     reach.nearest(of: 7)?.deciseconds
///
/// The second nearest is what is left when the nearest is lost.
public struct NearestTable: Sendable {
  /// How many facilities are held for each point.
  public let depth: Int
  /// The number of points.
  public let count: Int
  /// The indices of facilities, `depth` for each point; -1 where there are no more.
  private let facilities: [Int32]
  private let deciseconds: [UInt32]

  /// Searches from every point, on all processors.
  ///
  /// - Parameters:
  ///   - points: How the points are joined to the travel network; from nil nothing is reached.
  ///   - query: The query; its instant and vehicle are those of the network.
  ///   - prepared: The network.
  ///   - depth: How many facilities are wanted for each point.
  ///   - left: Facilities that are left out.
  ///   - supposed: Facilities that are taken to be able beside those that are.
  /// - Complexity: a few microseconds for each point on roads alone.
  public init(
    _ points: [PointAccess?], _ query: ReferralQuery, on prepared: PlanningNetwork, depth: Int = 1,
    without left: Set<FacilityIndex> = [], supposing supposed: [SupposedAbility] = []
  ) {
    self.init(
      points,
      CapableFacilitySearch(
        prepared.network, query, prepared.engine, prepared.access, without: left,
        supposing: supposed),
      depth: depth)
  }

  /// Searches from every point among some facilities, whatever they can, on all processors.
  ///
  /// - Parameters:
  ///   - points: How the points are joined to the travel network; from nil nothing is reached.
  ///   - facilities: The facilities.
  ///   - instant: The departure, which is that of the network.
  ///   - prepared: The network.
  ///   - depth: How many facilities are wanted for each point.
  /// - Complexity: a few microseconds for each point on roads alone.
  public init(
    _ points: [PointAccess?], among facilities: [FacilityIndex], at instant: Instant,
    on prepared: PlanningNetwork, depth: Int = 1
  ) {
    self.init(
      points, supposing: facilities.map { SupposedAbility(of: $0) }, at: instant, on: prepared,
      depth: depth)
  }

  /// Searches from every point among facilities that are supposed to be able, on all processors.
  ///
  /// - Parameters:
  ///   - points: How the points are joined to the travel network; from nil nothing is reached.
  ///   - supposed: The facilities; no others are found.
  ///   - instant: The departure, which is that of the network.
  ///   - prepared: The network.
  ///   - depth: How many facilities are wanted for each point.
  /// - Complexity: a few microseconds for each point on roads alone.
  public init(
    _ points: [PointAccess?], supposing supposed: [SupposedAbility], at instant: Instant,
    on prepared: PlanningNetwork, depth: Int = 1
  ) {
    self.init(
      points,
      CapableFacilitySearch(only: supposed, prepared.engine, prepared.access, at: instant),
      depth: depth)
  }

  private init(_ points: [PointAccess?], _ search: CapableFacilitySearch, depth: Int) {
    var facilities = [Int32](repeating: -1, count: points.count * depth)
    var deciseconds = [UInt32](repeating: UInt32.max, count: points.count * depth)
    // More parts than processors, as some regions take longer than others.
    let parts = max(1, min(16, points.count / 64))
    let ends = (1...parts).map { points.count * $0 / parts }
    var facilitySpan = facilities.mutableSpan
    var timeSpan = deciseconds.mutableSpan
    forEachPart(
      of: &facilitySpan, &timeSpan, ends: ends.map { $0 * depth },
      otherEnds: ends.map { $0 * depth }
    ) { part, facilities, times in
      var search = search
      let first = part == 0 ? 0 : ends[part - 1]
      for point in first..<ends[part] {
        if Cancellation.isRequested { return }
        guard let access = points[point] else { continue }
        let place = (point - first) * depth
        for (rank, found) in search.nearest(depth, from: access).enumerated() {
          facilities[place + rank] = Int32(found.facility.rawValue)
          times[place + rank] = found.deciseconds
        }
      }
    }
    self.depth = depth
    count = points.count
    self.facilities = facilities
    self.deciseconds = deciseconds
  }

  /// A facility that can treat whoever comes from a point.
  ///
  /// - Parameters:
  ///   - point: The number of the point.
  ///   - rank: 0 for the nearest, 1 for the next; less than the depth.
  /// - Returns: nil when no more can be reached.
  public func nearest(of point: Int, rank: Int = 0) -> CapableFacilitySearch.Found? {
    let place = point * depth + rank
    guard facilities[place] >= 0 else { return nil }
    return CapableFacilitySearch.Found(
      facility: FacilityIndex(Int(facilities[place])), deciseconds: deciseconds[place])
  }

  /// Minutes to the nearest facility; infinite when none can be reached.
  public func minutes(of point: Int) -> Double {
    nearest(of: point).map { TravelTime(deciseconds: $0.deciseconds).minutes } ?? .infinity
  }
}
