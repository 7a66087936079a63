public import Facts
public import HealthNetwork
public import Referral
public import TravelNetwork

/// Who reaches a facility that can treat on arrival, within how many minutes: commune by commune.
///
///     let coverage = Coverage(CoverageQuery(referral, [AccessThreshold(minutes: 60)]), on: prepared)
///     coverage.people(within: 60).share(of: .served)
///     coverage.people(within: 60, at: .slow)
///     coverage.accesses()[7].accessClass(within: 60)
///
/// A commune stands at one point: its people are all served or none. Departures are at one instant;
/// another instant is another coverage.
public struct Coverage: Sendable {
  /// What was asked.
  public let query: CoverageQuery
  /// The people of all ages, or of the group that was prepared.
  public let demand: Demand
  /// What each facility amounts to, by index.
  public let abilities: [Ability]

  /// The facilities whose ability rests on a statement without a page, in ascending order: those that
  /// count as able, and those that would if such statements were relied on.
  public let withoutPage: [FacilityIndex]

  private let typical: [CommuneAccess]
  private let slow: [CommuneAccess]
  /// Minutes of each commune at the usual pace to what rests on a page, and to that or any other.
  private let backing: (paged: [Double], any: [Double])?

  /// Searches from every commune.
  ///
  /// - Parameters:
  ///   - query: What is asked; its instant, vehicle, weather and avoided links are those of the
  ///     network.
  ///   - prepared: The communes on the network.
  ///   - supposed: Facilities that are taken to be able beside those that are.
  ///   - left: Facilities that are left out.
  /// - Complexity: four searches for each commune, some microseconds each on roads alone.
  public init(
    _ query: CoverageQuery, on prepared: PreparedDemand,
    supposing supposed: [SupposedAbility] = [], without left: Set<FacilityIndex> = []
  ) {
    let abilities = prepared.network.abilities(for: query.referral)
    let isSupposed = Set(supposed.map(\.facility))
    let unknown = prepared.hospitals.filter {
      abilities[$0] == .unknown && !left.contains($0) && !isSupposed.contains($0)
    }
    func accesses(_ paced: PreparedDemand.Paced) -> [CommuneAccess] {
      let able = NearestTable(
        paced.accesses, query.referral, on: paced.travel, without: left, supposing: supposed)
      let unsure = NearestTable(
        paced.accesses, among: unknown, at: query.referral.at, on: paced.travel)
      // A hospital that is left out is not there either; the prepared search is of all.
      let hospitals =
        left.isEmpty
        ? paced.hospitals
        : NearestTable(
          paced.accesses, among: prepared.hospitals.filter { !left.contains($0) },
          at: query.referral.at, on: paced.travel)
      return paced.accesses.indices.map {
        CommuneAccess(
          able: able.nearest(of: $0), unknown: unsure.nearest(of: $0),
          hospital: hospitals.nearest(of: $0))
      }
    }
    let supported = Backing(of: query.referral, abilities, in: prepared.network)
    withoutPage = supported.facilities.filter { !left.contains($0) }
    if withoutPage.isEmpty {
      backing = nil
    } else {
      func minutes(_ left: Set<FacilityIndex>, _ supposed: [SupposedAbility]) -> [Double] {
        let table = NearestTable(
          prepared.typical.accesses, query.referral, on: prepared.typical.travel, without: left,
          supposing: supposed)
        return prepared.typical.accesses.indices.map { table.minutes(of: $0) }
      }
      backing = (
        minutes(left.union(withoutPage), supposed),
        minutes(
          left,
          supposed
            + withoutPage.filter { abilities[$0] != .able && !isSupposed.contains($0) }
            .map { SupposedAbility(of: $0) })
      )
    }
    self.query = query
    self.abilities = abilities
    demand = prepared.demand
    typical = accesses(prepared.typical)
    slow = accesses(prepared.slow)
  }

  /// What each commune reaches, in the order of the demand.
  public func accesses(at pace: Pace = .typical) -> [CommuneAccess] {
    pace == .slow ? slow : typical
  }

  /// The people of each class within some minutes.
  ///
  /// - Parameters:
  ///   - minutes: The threshold.
  ///   - pace: The usual or the slow pace.
  ///   - communes: The numbers of the communes that count; nil for all.
  ///   - group: The people of the same communes who count; nil for those of the coverage.
  /// - Returns: The people by class.
  /// - Complexity: O(*n*), where *n* is the number of communes.
  public func people(
    within minutes: Double, at pace: Pace = .typical, in communes: [Int]? = nil,
    of group: Demand? = nil
  ) -> ClassedPeople {
    let people = group ?? demand
    precondition(people.communes.count == demand.communes.count, "a demand of other communes")
    let accesses = accesses(at: pace)
    var result = ClassedPeople()
    func add(_ commune: Int) {
      result[accesses[commune].accessClass(within: minutes)] += people.communes[commune].people
    }
    if let communes { communes.forEach(add) } else { accesses.indices.forEach(add) }
    return result
  }

  /// The people who have a facility within some minutes only by statements without a page, counted
  /// or not, at the usual pace.
  ///
  /// - Complexity: O(*n*), where *n* is the number of communes.
  public func peopleWithoutPage(
    within minutes: Double, in communes: [Int]? = nil, of group: Demand? = nil
  ) -> Double {
    guard let backing else { return 0 }
    let people = group ?? demand
    return (communes ?? Array(backing.any.indices)).reduce(0) { sum, commune in
      let isOnlySo = backing.any[commune] <= minutes && backing.paged[commune] > minutes
      return sum + (isOnlySo ? people.communes[commune].people : 0)
    }
  }

  /// How the share of people grows with the minutes.
  ///
  /// - Parameters:
  ///   - pace: The usual or the slow pace.
  ///   - supposing: Whether the hospitals of which nobody sure has said whether they can are taken to
  ///     be able: the most that the share can be.
  ///   - communes: The numbers of the communes that count; nil for all.
  ///   - group: The people of the same communes who count; nil for those of the coverage.
  /// - Returns: The share of people for every number of minutes.
  /// - Complexity: O(*n* log *n*), where *n* is the number of communes.
  public func curve(
    at pace: Pace = .typical, supposingUnknown supposing: Bool = false,
    in communes: [Int]? = nil, of group: Demand? = nil
  ) -> AccessCurve {
    let people = group ?? demand
    let accesses = accesses(at: pace)
    return AccessCurve(
      (communes ?? Array(accesses.indices)).map {
        (
          supposing ? accesses[$0].leastMinutes : accesses[$0].minutes,
          people.communes[$0].people
        )
      })
  }
}
