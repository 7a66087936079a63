public import Facts
public import HealthNetwork
import Referral
import TravelNetwork

/// Whose gain it would be if a facility rose to a level: the people for whom it would become the
/// nearest of that level.
///
///     let gains = LevelGains(of: candidates, among: holders, for: demand, on: prepared, within: 60)
///     gains[0].people
///
/// One search for each commune: of the facilities that hold the level and those that might rise, in
/// order of arrival, whoever comes before the first holder would be nearest if it rose. That is the
/// same as making the network again with each of them on the level, one at a time. Hours of service
/// are not looked at: a level is a standing of the facility, not of an hour.
public struct LevelGain: Hashable, Sendable {
  /// The facility that would rise.
  public let facility: FacilityIndex
  /// People for whom it would be the nearest of the level, within the limit.
  public var people = 0.0
  /// Of them, those who have none of the level within the limit now.
  public var newly = 0.0
  /// The number of communes where they live.
  public var communes = 0
}

/// Computes the gains of facilities that would rise to a level.
public struct LevelGains: Sendable {
  /// One for each candidate, in the order given.
  public let gains: [LevelGain]
  /// People who have a facility of the level within the limit now.
  public let served: Double
  /// People whose commune is not joined to the travel network.
  public let unplaced: Double

  /// Searches from every commune.
  ///
  /// - Parameters:
  ///   - candidates: The facilities that might rise; none of them holds the level.
  ///   - holders: Those that hold it.
  ///   - demand: The people.
  ///   - prepared: The travel network.
  ///   - limit: The most minutes, as the standard has them; nil for any.
  /// - Complexity: one search a commune, as far as the first holder or the limit.
  public init(
    of candidates: [FacilityIndex], among holders: [FacilityIndex], for demand: Demand,
    on prepared: PlanningNetwork,
    within limit: Double?
  ) {
    let isHolder = Set(holders)
    // Targets in order of facility: of equal arrivals the first facility is the nearest everywhere.
    let targets = (holders + candidates.filter { !isHolder.contains($0) }).sorted()
    var stream = ArrivalStream(
      prepared.engine, targets: targets.map { prepared.access.accesses[$0] })
    var gains = Dictionary(
      candidates.map { ($0, LevelGain(facility: $0)) }, uniquingKeysWith: { first, _ in first })
    var served = 0.0
    var unplaced = 0.0
    let last = limit.map { $0 * 600 } ?? .infinity
    for (commune, access) in zip(demand.communes, prepared.accesses(of: demand)) {
      guard let access else {
        unplaced += commune.people
        continue
      }
      var before: [FacilityIndex] = []
      var isServed = false
      stream.start(from: access)
      while let (target, deciseconds) = stream.next(), Double(deciseconds) <= last {
        if isHolder.contains(targets[target]) {
          isServed = true
          break
        }
        before.append(targets[target])
      }
      if isServed { served += commune.people }
      for facility in before {
        gains[facility]?.people += commune.people
        gains[facility]?.communes += 1
        if !isServed { gains[facility]?.newly += commune.people }
      }
    }
    self.gains = candidates.compactMap { gains[$0] }
    self.served = served
    self.unplaced = unplaced
  }
}
