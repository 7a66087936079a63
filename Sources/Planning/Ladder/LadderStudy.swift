public import Facts
public import HealthNetwork
import TravelNetwork

/// One ladder of care in a network: where every facility stands, and whom the next rung would help.
///
///     let study = LadderStudy(ladder, register, for: demand, on: prepared)
///     study.standings[0].level
///     study.gains[study.standings[0].facility]?.newly
public struct LadderStudy: Sendable {
  /// The minutes within which a rung counts.
  public struct Limit: Hashable, Sendable {
    /// The minutes.
    public let minutes: Double
    /// The access standard that says so; nil where the asker has chosen them.
    public let standard: AccessStandard?
  }

  /// The ladder.
  public let ladder: Ladder
  /// Where each facility that is wanted stands, in order of facility.
  public let standings: [LadderStanding]
  /// How many facilities of the network are surely on each rung, and on none above.
  public let held: [Int]
  /// How many facilities of which anything is known may be on each rung.
  public let possible: [Int]
  /// The minutes of each rung; nil for one without a standard, for which any distance counts.
  public let limits: [Limit?]
  /// What the next rung of a facility would bring, by facility.
  public let gains: [FacilityIndex: LevelGain]
  /// People who have each rung within its minutes now; nil where there are none.
  public let served: [Double?]

  /// Derives the levels, and computes the gains.
  ///
  /// - Parameters:
  ///   - ladder: The ladder.
  ///   - register: Who performs what.
  ///   - facilities: The facilities that are wanted; nil for all. All that are in service hold levels.
  ///   - includesUnknown: Whether hospitals count of which nothing is said.
  ///   - minutes: Minutes in place of the access standards.
  ///   - travel: The people and the travel network; nil where gains are not wanted.
  /// - Complexity: a search from every commune for each rung.
  public init(
    _ ladder: Ladder, _ register: PracticeRegister, facilities: Set<FacilityIndex>? = nil,
    includesUnknown: Bool = false, within minutes: Double? = nil,
    travel: (demand: Demand, prepared: PlanningNetwork)? = nil
  ) {
    let network = register.network
    let all = network.facilityIndices.filter {
      network.facility($0).isInService(on: register.day, isConfirmed: true)
    }.map { LadderStanding(ladder, of: $0, register) }
    let wanted = all.filter {
      facilities?.contains($0.facility) ?? true
        && ($0.isKnown || includesUnknown && network.facility($0.facility).canSupport)
    }
    let rungs = ladder.rungs.indices
    let limits = ladder.rungs.map { LadderStudy.limit(of: $0, in: network, instead: minutes) }
    var gains: [FacilityIndex: LevelGain] = [:]
    var served = [Double?](repeating: nil, count: rungs.count)
    if let travel {
      for rung in rungs {
        let found = LevelGains(
          of: wanted.filter { $0.next == rung }.map(\.facility),
          among: all.filter { ($0.level ?? -1) >= rung }.map(\.facility), for: travel.demand,
          on: travel.prepared, within: limits[rung]?.minutes)
        // Without a standard everybody who gets there at all would count.
        if limits[rung] != nil { served[rung] = found.served }
        for gain in found.gains { gains[gain.facility] = gain }
      }
    }
    self.ladder = ladder
    standings = wanted
    held = rungs.map { rung in all.count { $0.level == rung } }
    possible = rungs.map { rung in all.count { $0.isKnown && ($0.ceiling ?? -1) >= rung } }
    self.limits = limits
    self.gains = gains
    self.served = served
  }

  private static func limit(
    of rung: Rung, in network: Network, instead minutes: Double?
  ) -> Limit? {
    if let minutes { return Limit(minutes: minutes, standard: nil) }
    let standards = network.records.accessStandards.map(\.record)
    guard let standard = standards.first(where: { $0.id == rung.standard }),
      let minutes = standard.minutes
    else { return nil }
    return Limit(minutes: minutes, standard: standard)
  }

  /// The standings in order of what the next rung would bring: people newly helped, people helped, and
  /// then the higher level.
  public var standingsByGain: [LadderStanding] {
    standings.sorted { left, right in
      let (one, other) = (gains[left.facility], gains[right.facility])
      return (other?.newly ?? -1, other?.people ?? -1, right.level ?? -1, left.facility)
        < (one?.newly ?? -1, one?.people ?? -1, left.level ?? -1, right.facility)
    }
  }
}
