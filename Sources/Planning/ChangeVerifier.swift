import Facts
import HealthNetwork
import Referral
import TravelNetwork

/// Computes what changes do, by searching anew.
///
///     var verifier = ChangeVerifier(coverage, on: prepared, within: 60)
///     verifier.prepare([.upgrade(facility: 12), .build(commune: 7)])
///     verifier.verify(.upgrade(facility: 12)).peopleGained
///
/// Each change is searched for once, however many places it is a candidate of; those that are
/// prepared together are found by one search from each place, not one for each change.
struct ChangeVerifier {
  let coverage: Coverage
  let prepared: PreparedDemand
  let minutes: Double
  /// The communes that no able facility is near enough to.
  let unserved: [Int]
  private var known: [PlannedChange: VerifiedChange] = [:]

  init(
    _ coverage: Coverage, on prepared: PreparedDemand, within minutes: Double
  ) {
    self.coverage = coverage
    self.prepared = prepared
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
    return keep(change, gained: gained, lost: lost)
  }

  private func effect(of change: PlannedChange) -> (gained: [Int], lost: [Int]) {
    if case .runFerries(let links) = change { return running(links) }
    guard let supposed = supposed(change, number: 0) else { return ([], []) }
    return (gained(supposing: [supposed])[0], [])
  }

  /// Computes what many changes do, so that asking for each is quick.
  ///
  /// - Complexity: a search from each unserved commune, and what the changes reach; a coverage for
  ///   each different set of ferries.
  mutating func prepare(_ changes: [PlannedChange]) {
    // Of one facility, who can be there at all hours is another matter than sessions.
    var kinds: [Bool: [PlannedChange]] = [:]
    var seen = Set(known.keys)
    for change in changes where seen.insert(change).inserted {
      if case .runFerries = change {
        _ = verify(change)
      } else if case .rotate = change {
        kinds[true, default: []].append(change)
      } else {
        kinds[false, default: []].append(change)
      }
    }
    for changes in kinds.values { prepareAlike(changes) }
  }

  /// Computes changes that differ only in where somebody able would be.
  private mutating func prepareAlike(_ changes: [PlannedChange]) {
    var places: [SupposedAbility: Int] = [:]
    var all: [SupposedAbility] = []
    var numbers: [Int?] = []
    for change in changes {
      guard let supposed = supposed(change, number: all.count) else {
        numbers.append(nil)
        continue
      }
      let place = places[supposed, default: all.count]
      if place == all.count {
        places[supposed] = place
        all.append(supposed)
      }
      numbers.append(place)
    }
    let gained = gained(supposing: all)
    for (change, number) in zip(changes, numbers) {
      keep(change, gained: number.map { gained[$0] } ?? [], lost: [])
    }
  }

  @discardableResult
  private mutating func keep(
    _ change: PlannedChange, gained: [Int], lost: [Int]
  ) -> VerifiedChange {
    let people = coverage.demand.communes
    let verified = VerifiedChange(
      change: change, gained: gained, lost: lost,
      peopleGained: gained.reduce(0) { $0 + people[$1].people }
        - lost.reduce(0) { $0 + people[$1].people })
    known[change] = verified
    return verified
  }

  /// Who would be able; nil where a change needs another search, or nothing can be built.
  private func supposed(_ change: PlannedChange, number: Int) -> SupposedAbility? {
    switch change {
    case .ask(let facility), .openService(let facility), .upgrade(let facility):
      return SupposedAbility(of: facility)
    case .rotate(let facility):
      return SupposedAbility(of: facility, windows: .workingSessions)
    case .build(let commune):
      return prepared.typical.accesses[commune].map {
        SupposedAbility(new: prepared.network.facilityCount + number, at: $0)
      }
    case .runFerries: return nil
    }
  }

  /// The communes that each of some facilities would serve, were it able.
  ///
  /// One more able facility takes nothing from anybody, so only the others are searched from; and
  /// the facilities that are able already are too far from them, so only the new ones are looked for.
  private func gained(supposing supposed: [SupposedAbility]) -> [[Int]] {
    var gained = [[Int]](repeating: [], count: supposed.count)
    guard !supposed.isEmpty else { return gained }
    let typical = prepared.typical.travel
    var search = CapableFacilitySearch(
      only: supposed, typical.engine, typical.access, at: coverage.query.referral.at)
    var numbers: [FacilityIndex: Int] = [:]
    for (number, one) in supposed.enumerated() { numbers[one.facility] = number }
    let limit = TravelTime(minutes: minutes).deciseconds(rounded: .up)
    for commune in unserved {
      guard let access = prepared.typical.accesses[commune] else { continue }
      for found in search.all(within: limit, from: access) where found.minutes <= minutes {
        if let number = numbers[found.facility] { gained[number].append(commune) }
      }
    }
    return gained
  }

  private func running(_ links: [LinkIndex]) -> (gained: [Int], lost: [Int]) {
    var conditions = prepared.typical.travel.engine.graph.conditions
    conditions.openAtAllHours.formUnion(links)
    let changed = prepared.typical.travel.under(conditions)
    let reach = NearestTable(prepared.typical.accesses, coverage.query.referral, on: changed)
    let before = Set(unserved)
    var (gained, lost): ([Int], [Int]) = ([], [])
    for commune in prepared.typical.accesses.indices {
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
