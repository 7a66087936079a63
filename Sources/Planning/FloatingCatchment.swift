import Facts
public import Referral

/// Accessibility by the enhanced two-step floating catchment area: what a person can count on, when
/// everybody else in reach of the same facilities counts on them too.
///
///     let catchment = FloatingCatchment(coverage.query.referral, on: prepared, within: 60)
///     catchment.accessibility[7]     // supply a person of commune 7 has a share of
///
/// Step 1: each facility's supply by the people of its catchment, those of nearer zones weighing
/// more. Step 2: the ratios of the facilities a commune reaches, weighed the same way, are added.
/// W. Luo, Y. Qi, "An enhanced two-step floating catchment area (E2SFCA) method for measuring spatial
/// accessibility to primary care physicians", 2009, doi:10.1016/j.healthplace.2009.06.002. There the
/// catchment is 30 minutes in zones of ten; here it is the threshold, in thirds.
public struct FloatingCatchment: Sendable {
  /// How the weight falls from one third of the catchment to the next: the two sets of the paper.
  public enum Decay: String, CaseIterable, Sendable {
    /// 1, 0.68, 0.22.
    case slow
    /// 1, 0.42, 0.09.
    case fast

    /// The weights of the three zones, the nearest first.
    public var weights: [Double] { self == .slow ? [1, 0.68, 0.22] : [1, 0.42, 0.09] }
  }

  /// The reach of a catchment, in minutes.
  public let minutes: Double
  /// How the weight falls.
  public let decay: Decay
  /// The supply of the able facilities.
  public let supply: FacilitySupply
  /// Of each facility of the supply, its amount by a weighed person of its catchment; nil when nobody
  /// lives in it.
  public let ratios: [Double?]
  /// Of each commune what a person there can count on, in units of the supply; 0 out of reach.
  public let accessibility: [Double]

  /// Computes both steps at the usual pace.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - prepared: The communes on the network.
  ///   - minutes: The reach of a catchment.
  ///   - decay: How the weight falls.
  ///   - group: The people who count; nil for those of the demand.
  /// - Complexity: a search from every commune to all facilities within the minutes.
  public init(
    _ query: ReferralQuery, on prepared: PreparedDemand, within minutes: Double,
    decay: Decay = .slow, of group: Demand? = nil
  ) {
    let demand = group ?? prepared.demand
    let paced = prepared.typical
    var search = CapableFacilitySearch(
      prepared.network, query, paced.travel.engine, paced.travel.access)
    let supply = FacilitySupply(of: search.able, in: prepared.network, on: query.at.day)
    let place = Dictionary(uniqueKeysWithValues: supply.facilities.enumerated().map { ($1, $0) })
    let limit = TravelTime(minutes: minutes).deciseconds(rounded: .toNearestOrAwayFromZero)
    var pairs: [[(facility: Int, weight: Double)]] = []
    var people = [Double](repeating: 0, count: supply.facilities.count)
    for (commune, access) in paced.accesses.enumerated() {
      let found = access.map { search.all(within: limit, from: $0) } ?? []
      pairs.append(
        found.compactMap { found in
          place[found.facility].map {
            ($0, FloatingCatchment.weight(found.minutes, within: minutes, decay))
          }
        })
      for pair in pairs[commune] {
        people[pair.facility] += demand.communes[commune].people * pair.weight
      }
    }
    let ratios = people.indices.map { people[$0] > 0 ? supply.amounts[$0] / people[$0] : nil }
    self.minutes = minutes
    self.decay = decay
    self.supply = supply
    self.ratios = ratios
    accessibility = pairs.map { pairs in
      pairs.reduce(0) { $0 + (ratios[$1.facility] ?? 0) * $1.weight }
    }
  }

  /// The weight of an arrival: that of the third of the catchment in which it lies.
  static func weight(_ arrival: Double, within minutes: Double, _ decay: Decay) -> Double {
    let zone = minutes > 0 ? Int(clamping: (arrival / minutes * 3).rounded(.up)) - 1 : 0
    return decay.weights[max(0, min(2, zone))]
  }
}
