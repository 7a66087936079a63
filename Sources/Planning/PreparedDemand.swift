public import Facts
public import HealthNetwork
import Referral
public import TravelNetwork

/// The communes of a demand on the travel network, at the usual and at the slow pace: made once, and
/// asked for any number of needs.
///
///     let prepared = PreparedDemand(network, hierarchy, conditions, demand)
///     let coverage = Coverage(CoverageQuery(referral, thresholds), on: prepared)
public struct PreparedDemand: Sendable {
  /// The network at one pace.
  public struct Paced: Sendable {
    /// The network.
    public let travel: PlanningNetwork
    /// How each commune is joined to it; nil for one that is not.
    public let accesses: [PointAccess?]
    /// The nearest working hospital of each commune.
    public let hospitals: NearestTable
  }

  /// The network.
  public let network: Network
  /// The people.
  public let demand: Demand
  /// The hospitals that there are on the day, whatever they can, in ascending order.
  public let hospitals: [FacilityIndex]
  /// At the usual pace.
  public let typical: Paced
  /// When everything goes slowly.
  public let slow: Paced

  /// Prepares a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - hierarchy: That of its travel map.
  ///   - conditions: For which vehicle, when, in which weather and without which links; their pace
  ///     does not matter.
  ///   - demand: The people; groups of other ages of the same communes may be counted later.
  /// - Complexity: twice that of a `PlanningNetwork`, and a search from every commune.
  public init(
    _ network: Network, _ hierarchy: TravelHierarchy, _ conditions: TravelConditions,
    _ demand: Demand
  ) {
    self.init(network, PreparedReferrals(network, hierarchy).networks, conditions, demand)
  }

  /// Takes travel networks that are prepared, or are then kept for whoever asks next.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - networks: Its prepared travel networks, as `PreparedReferrals` keeps them.
  ///   - conditions: For which vehicle, when, in which weather and without which links; their pace
  ///     does not matter.
  ///   - demand: The people; groups of other ages of the same communes may be counted later.
  /// - Complexity: a search from every commune, and what is not prepared yet.
  public init(
    _ network: Network, _ networks: PreparedNetworks, _ conditions: TravelConditions,
    _ demand: Demand
  ) {
    let day = conditions.at.day
    let hospitals = network.facilityIndices.filter {
      network.facility($0).kind.isHospital && network.facility($0).mayWork(on: day)
    }
    func paced(_ pace: Pace) -> Paced {
      var conditions = conditions
      conditions.pace = pace
      let travel = PlanningNetwork(network, networks, conditions)
      let accesses = travel.accesses(of: demand)
      return Paced(
        travel: travel, accesses: accesses,
        hospitals: NearestTable(accesses, among: hospitals, at: conditions.at, on: travel))
    }
    self.network = network
    self.demand = demand
    self.hospitals = hospitals
    typical = paced(.typical)
    slow = paced(.slow)
  }

  /// The network at a pace; the fast pace is not prepared, and is the usual one.
  public subscript(pace: Pace) -> Paced { pace == .slow ? slow : typical }
}
