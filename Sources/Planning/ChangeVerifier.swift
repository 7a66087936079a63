import Facts
import HealthNetwork
import Referral
import TravelNetwork

/// Computes what changes do, each by searching anew.
///
///     var verifier = ChangeVerifier(coverage, on: ground, hierarchy, within: 60)
///     verifier.verify(.upgrade(facility: 12)).peopleGained
///
/// Each change is searched for once, however many places it is a candidate of.
struct ChangeVerifier {
  let coverage: Coverage
  let ground: CoverageGround
  let hierarchy: TravelHierarchy
  let minutes: Double
  /// The communes that no able facility is near enough to.
  let unserved: [Int]
  private var known: [PlannedChange: VerifiedChange] = [:]

  init(
    _ coverage: Coverage, on ground: CoverageGround, _ hierarchy: TravelHierarchy,
    within minutes: Double
  ) {
    self.coverage = coverage
    self.ground = ground
    self.hierarchy = hierarchy
    self.minutes = minutes
    let accesses = coverage.accesses()
    unserved = accesses.indices.filter {
      accesses[$0].accessClass(within: minutes) != .served
    }
  }

  /// What a change does.
  mutating func verify(_ change: PlannedChange) -> VerifiedChange {
    if let verified = known[change] { return verified }
    let (gained, lost) = effect(of: change)
    let people = coverage.demand.communes
    let verified = VerifiedChange(
      change: change, gained: gained, lost: lost,
      peopleGained: gained.reduce(0) { $0 + people[$1].people }
        - lost.reduce(0) { $0 + people[$1].people })
    known[change] = verified
    return verified
  }

  private func effect(of change: PlannedChange) -> (gained: [Int], lost: [Int]) {
    switch change {
    case .ask(let facility), .openService(let facility), .upgrade(let facility):
      return (gained(supposing: SupposedAbility(of: facility)), [])
    case .rotate(let facility):
      return (gained(supposing: SupposedAbility(of: facility, windows: .workingSessions)), [])
    case .build(let commune):
      guard let access = ground.typical.accesses[commune] else { return ([], []) }
      let number = ground.network.facilityCount
      return (gained(supposing: SupposedAbility(new: number, at: access)), [])
    case .runFerries(let links):
      return running(links)
    }
  }

  /// One more able facility takes nothing from anybody, so only the others are searched from; and
  /// the facilities that are able already are too far from them, so only the new one is looked for.
  private func gained(supposing supposed: SupposedAbility) -> [Int] {
    let reach = NearestTable(
      unserved.map { ground.typical.accesses[$0] }, supposing: [supposed],
      at: coverage.query.referral.at, on: ground.typical.ground)
    return unserved.indices.filter { reach.minutes(of: $0) <= minutes }.map { unserved[$0] }
  }

  private func running(_ links: [LinkIndex]) -> (gained: [Int], lost: [Int]) {
    var conditions = ground.typical.ground.engine.graph.conditions
    conditions.openAtAllHours.formUnion(links)
    let changed = PlanningGround(ground.network, hierarchy, conditions)
    let reach = NearestTable(ground.typical.accesses, coverage.query.referral, on: changed)
    let before = Set(unserved)
    var (gained, lost): ([Int], [Int]) = ([], [])
    for commune in ground.typical.accesses.indices {
      let isServed = reach.minutes(of: commune) <= minutes
      if isServed && before.contains(commune) { gained.append(commune) }
      if !isServed && !before.contains(commune) { lost.append(commune) }
    }
    return (gained, lost)
  }
}

extension [ServiceWindow] {
  /// The working sessions of the week, from Monday to Friday.
  static var workingSessions: [ServiceWindow] {
    ServiceWindow.sessions.map { session in
      var window = ServiceWindow()
      window.days = "12345"
      window.opens = session.opens
      window.closes = session.closes
      return window
    }
  }
}
